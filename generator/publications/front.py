"""What stands before the first chapter: cover, imprint, how to read a mark; and all words."""

from typing import Any

from generator.model.publication import City
from generator.views.city_chapters import fingerprint
from generator.views.site import Site
from generator.views.values import edges

View = dict[str, Any]

WORDS = (
    "area", "benchmark", "code", "indicator", "note", "rated", "rating", "reason", "score",
    "source", "unit", "value", "variable", "worst", "year", "status", "mark", "meaning",
    "setting", "kind", "indicators-by-rating", "rating-of-area", "urgency", "urgency-from",
    "place-committee", "place-evidence", "comparison", "because",
)  # fmt: skip
"""The labels that the print templates set themselves, beside all of `publication.`."""


def front(site: Site, city: City) -> View:
    """Return cover, imprint and what every page of the publication needs."""
    record, place = site.publication.record, city.record
    title = site.say("publication.title", city=place.name)
    as_of = site.language.date(record.as_of)
    return {
        "language": site.language.code,
        "direction": site.language.direction,
        "title": document_title(site, title),
        "author": record.contact.name if record.contact else "",
        "edition": site.say("edition-of", edition=record.edition),
        "as_of": site.say("publication.as-of", date=as_of),
        "fictitious": fictitious(site),
        "words": _words(site),
        "shares": shares(site),
        "cover": {
            "name": place.name,
            "local_names": [
                {"lang": lang, "name": name} for lang, name in place.local_names.items()
            ],
            "country": site.country(place.country),
            "situation": site.say("situation-of", year=str(site.publication.profile_year(city))),
            "pattern": [
                mark
                for top in fingerprint(site, site.results[city.id])
                for mark in ("name", "bands")
            ],
        },
        "notice": _notice(site, city),
        "legend": legend(site),
        "imprint": imprint(site, city, title, as_of),
    }


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


def _words(site: Site) -> dict[str, str]:
    """Return the labels that the templates set, by key."""
    own = [key for key in site.language.labels if key.startswith("publication.word.")]
    return {key.removeprefix("publication.word."): site.say(key) for key in (*WORDS, *own)}


def shares(site: Site) -> dict[str, float]:
    """Return how much of its mark each band fills, from 0 to 1."""
    bands = list(site.publication.framework.policy.bands)
    return {band: place / len(bands) for place, band in enumerate(bands, 1)}


def _notice(site: Site, city: City) -> str:
    if city.is_approved:
        return ""
    return f"{site.say('not-confirmed-title')} {site.say('not-confirmed-text')}"


def legend(site: Site) -> list[View]:
    """Return every mark with its word and meaning."""
    bands = [
        {"mark": one.band, "band": one.band, "word": one.word, "meaning": one.meaning}
        for one in edges(site)
    ]
    others = [
        {"mark": state, "word": site.say(f"state.{state}"), "meaning": site.say(f"legend.{state}")}
        for state in ("not-rated", "no-benchmark")
    ]
    missing = {"mark": "missing", "word": site.say("chart.wheel.not-reported"), "meaning": ""}
    return [*bands, *others, missing]


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
