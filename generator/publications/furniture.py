"""What all publications share: title, state of the edition, marks, words that templates set."""

from collections.abc import Mapping

from generator.frozen import dataclass
from generator.model.publication import City
from generator.publications.cover import Cover
from generator.publications.document import Particulars
from generator.views.bands import Meaning, edges, marks_without_rating
from generator.views.record_tables import approval_text, not_confirmed
from generator.views.site import Site

WORDS = (
    "area", "benchmark", "city", "code", "indicator", "note", "rated", "rating", "reason", "score",
    "source", "unit", "value", "variable", "worst", "year", "status", "mark", "meaning",
    "setting", "kind", "urgency", "urgency-from", "place-committee", "place-evidence",
    "comparison", "because", "heading.sources", "heading.policy", "caption.policy",
    "heading.goalposts", "heading.statuses", "caption.statuses", "heading.sureness",
    "caption.errors", "error.class", "error.share", "caption.context", "trend",
    "hint.context-used", "publication.goalposts", "caption.by-area", "heading.standing",
)  # fmt: skip
"""The labels that the print templates set themselves, beside all of `publication.word.`."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a volume has of all volumes: its language, what it is called, its cover and its words.

    `draft` and `fictitious` are blank where they do not hold.
    """

    language: str
    direction: str
    title: str
    author: str
    keywords: tuple[str, ...]
    fictitious: str
    draft: str
    words: Mapping[str, str]
    shares: Mapping[str, float]
    cover: Cover


def furniture(
    site: Site, title: str, cover: Cover, keywords: tuple[str, ...], draft: str = ""
) -> Furniture:
    """Return what a volume of this title and cover has of all volumes."""
    contact = site.publication.record.contact
    return Furniture(
        language=site.language.code,
        direction=site.language.direction,
        title=document_title(site, title),
        author=contact.name if contact else "",
        keywords=keywords,
        fictitious=fictitious(site),
        draft=draft,
        words=words(site),
        shares=shares(site),
        cover=cover,
    )


def document_title(site: Site, title: str) -> str:
    """Return the title that the file itself carries; it says when all is fictitious."""
    if not site.publication.record.fictitious:
        return title
    return site.say("publication.title-fictitious", title=title)


def fictitious(site: Site) -> str:
    """Return the words that mark every page of a fictitious publication; else nothing."""
    if not site.publication.record.fictitious:
        return ""
    return f"{site.say('fictitious-title')} {site.say('fictitious-text')}"


def particulars(site: Site, identifier: str = "") -> Particulars:
    """Return the facts of the edition for the metadata of a file."""
    record = site.publication.record
    publisher = record.contact.name if record.contact else ""
    return Particulars(publisher, record.licence.content, identifier)


def draft(site: Site, city: City) -> str:
    """Return the words that mark cover and foot of what the city has not approved; else nothing."""
    return "" if city.is_approved else site.say("publication.draft")


def status(site: Site, city: City) -> str:
    """Return who confirmed the profile, or that the city has not."""
    return approval_text(site, city) or " ".join(not_confirmed(site, city))


def words(site: Site) -> dict[str, str]:
    """Return the labels that the templates set, by key."""
    own = [key for key in site.language.labels if key.startswith("publication.word.")]
    return {key.removeprefix("publication.word."): site.say(key) for key in (*WORDS, *own)}


def shares(site: Site) -> dict[str, float]:
    """Return how much of its mark each band fills, from 0 to 1."""
    bands = list(site.publication.framework.policy.bands)
    return {band: place / len(bands) for place, band in enumerate(bands, 1)}


def legend(site: Site) -> list[Meaning]:
    """Return every mark with its word and meaning, the best band first."""
    missing = Meaning("missing", site.say("chart.wheel.no-figure"), site.say("legend.missing"))
    return [*edges(site)[::-1], *marks_without_rating(site), missing]
