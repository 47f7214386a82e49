"""What stands before the first chapter: cover, imprint, how to read a mark; and all words."""

from dataclasses import dataclass

from generator.model.publication import City
from generator.views.bands import Meaning, edges, marks_without_rating
from generator.views.city_chapters import fingerprint
from generator.views.on_record import on_record_text
from generator.views.record_tables import not_confirmed
from generator.views.site import Site

WORDS = (
    "area", "benchmark", "code", "indicator", "note", "rated", "rating", "reason", "score",
    "source", "unit", "value", "variable", "worst", "year", "status", "mark", "meaning",
    "setting", "kind", "indicators-by-rating", "rating-of-area", "urgency", "urgency-from",
    "place-committee", "place-evidence", "comparison", "because", "publication.indicators",
    "publication.indicators-lead", "publication.context", "hint.context-used", "caption.context",
    "standing.none", "heading.sources", "publication.sources-lead", "title.methodology",
    "heading.policy", "caption.policy", "heading.goalposts", "publication.goalposts",
    "heading.statuses", "caption.statuses", "heading.sureness", "caption.errors",
    "error.class", "error.share", "target", "position", "targets-reached",
    "median-position",
)  # fmt: skip
"""The labels that the print templates set themselves, beside all of `publication.word.`."""


@dataclass(frozen=True, slots=True)
class LocalName:
    """The name of a city in a language of its own."""

    lang: str
    name: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page; `pattern`: the mark of every indicator."""

    name: str
    local_names: tuple[LocalName, ...]
    country: str
    situation: str
    pattern: tuple[str, ...]


def cover(site: Site, city: City) -> Cover:
    """Return the first page of the publication of a city."""
    place = city.record
    return Cover(
        name=place.name,
        local_names=tuple(LocalName(lang, name) for lang, name in place.local_names.items()),
        country=site.country(place.country),
        situation=site.say("situation-of", year=str(site.publication.profile_year(city))),
        pattern=tuple(
            band for top in fingerprint(site, site.results[city.id]) for band in top.bands
        ),
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


def words(site: Site) -> dict[str, str]:
    """Return the labels that the templates set, by key."""
    own = [key for key in site.language.labels if key.startswith("publication.word.")]
    return {key.removeprefix("publication.word."): site.say(key) for key in (*WORDS, *own)}


def shares(site: Site) -> dict[str, float]:
    """Return how much of its mark each band fills, from 0 to 1."""
    bands = list(site.publication.framework.policy.bands)
    return {band: place / len(bands) for place, band in enumerate(bands, 1)}


def notice(site: Site, city: City) -> str:
    """Return that the city has not confirmed the profile, and that it has none, where so."""
    texts = [*not_confirmed(site, city)]
    if reason := on_record_text(site, city):
        texts += [site.say("on-record.title"), reason]
    return " ".join(texts)


def legend(site: Site) -> list[Meaning]:
    """Return every mark with its word and meaning."""
    missing = Meaning("missing", site.say("chart.wheel.no-figure"), "")
    return [*edges(site), *marks_without_rating(site), missing]


def imprint(site: Site, city: City, title: str, as_of: str) -> list[str]:
    """Return the lines of the imprint, document symbol and number included where given."""
    record = site.publication.record
    contact = record.contact
    publisher = contact.name if contact else ""
    lines = [
        site.say(
            "data.citation",
            publisher=publisher,
            title=title,
            edition=record.edition,
            date=as_of,
            licence=record.licence.content,
        )
    ]
    for one in city.record.publications:
        if one.language == site.language.code:
            lines += [text for text in (one.document_symbol, one.isbn) if text]
    lines.append(site.say("publication.licence", licence=record.licence.content))
    addresses = (contact.email or contact.url if contact else "", record.address)
    lines += [str(address) for address in addresses if address]
    lines.append(site.say("publication.pattern", n=len(site.publication.framework.indicators)))
    return lines
