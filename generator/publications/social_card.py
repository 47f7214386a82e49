"""The picture of a city for messengers and networks: name, country, three counts, its ratings."""

from generator.assessment.evidence_states import count_standings
from generator.frozen import dataclass
from generator.model.publication import City
from generator.publications.cover import LocalName, Sector, cover, sectors
from generator.publications.document import Document
from generator.publications.furniture import fictitious
from generator.publications.kinds import CARD
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Count:
    """A number, and what it counts."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What the picture shows; `fictitious` is blank where nothing is invented."""

    language: str
    direction: str
    publication: str
    fictitious: str
    name: str
    local_names: tuple[LocalName, ...]
    country: str
    counts: tuple[Count, ...]
    sectors: tuple[Sector, ...]


def compose_card(site: Site, city: City) -> Document:
    """Return the picture of a city."""
    record, front = site.publication.record, cover(site, city, "")
    known = count_standings(site.standings[city.id].indicators.values())
    counted = (
        ("card.figures", known.figures),
        ("card.benchmarks", known.benchmarks),
        ("card.rated", known.rated),
    )
    card = SocialCard(
        language=site.language.code,
        direction=site.language.direction,
        publication=record.title,
        fictitious=fictitious(site),
        name=front.name,
        local_names=front.local_names,
        country=front.country,
        counts=tuple(
            Count(site.language.number(n, 0), site.say(label, n=n, total=known.total))
            for label, n in counted
        ),
        sectors=tuple(sectors(site, city)),
    )
    return Document(f"{city.id}.png", record.as_of, card, CARD.template)
