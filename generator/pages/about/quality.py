"""How good the data are, and where they come from: coverage, flags, all sources."""

from collections import Counter
from typing import Any

from generator.assessment.advice.guidance import Guidance
from generator.model.city_tables import Source
from generator.model.publication import City
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.sources import is_to_confirm
from generator.views.values import View


def compose_quality(site: Site) -> Page:
    """Return the page on data quality: coverage by city and indicator, flags, quality levels."""
    folder = "data-quality"
    values = {
        "cities": [_city_row(site, city, folder) for city in site.cities],
        "indicators": [
            {"title": area, "rows": rows} for area, rows in _indicator_rows(site, folder).items()
        ],
        "statuses": _status_rows(site),
        "comparability": _count_rows(site, "comparability", "exact"),
        "qualities": _quality_rows(site),
        **_chain(site, folder),
        "total": sum(len(city.observations) for city in site.cities),
    }
    return compose_old(
        site,
        "quality.md.jinja",
        folder,
        values,
        title=site.say("title.data-quality"),
        description=site.say("description.data-quality"),
        section="methodology",
        search=(old_entry(folder, site.say("title.data-quality"), site.say("kind.page")),),
    )


def _city_row(site: Site, city: City, here: str) -> list[Any]:
    """Return what a city reports, and how much of it carries a remark."""
    result = site.results[city.id]
    indicators = result.indicators.values()
    number = site.language.number
    rows = [row for row in city.observations if row.value is not None]
    confirm = [row for row in city.context if is_to_confirm(city.source_of[row.source])]
    return [
        {"text": city.record.name, "href": relative_address(here, f"cities/{city.id}/data")},
        number(sum(one.is_reported for one in indicators), 0),
        number(sum(one.score is not None for one in indicators), 0),
        number(len(rows), 0),
        number(sum(row.comparability == "near" for row in rows), 0),
        number(sum(row.comparability == "proxy" for row in rows), 0),
        number(sum(row.period_basis == "report" or row.period is None for row in rows), 0),
        number(len(confirm), 0),
    ]


def _chain(site: Site, here: str) -> View:
    """Return where the chain from finding to recommendation is broken, by city."""
    framework = site.publication.framework
    unanswered, unfounded = [], []
    for city in site.cities:
        advice = site.guidance.get(city.id, Guidance()).advice
        href = relative_address(here, f"cities/{city.id}/recommendations")
        name = {"text": city.record.name, "href": href}
        for area, weak in advice.unanswered.items():
            area_href = relative_address(here, f"areas/{area}")
            figures = site.language.enumerate(framework.indicators[one].name for one in weak)
            unanswered.append(
                [name, {"text": framework.area_of[area].name, "href": area_href}, figures]
            )
        unfounded += [
            [name, {"text": advice.own[one].title, "href": f"{href}#{one}"}]
            for one in advice.unfounded
        ]
    return {"unanswered": unanswered, "unfounded": unfounded}


def _indicator_rows(site: Site, here: str) -> dict[str, list[list[Any]]]:
    framework = site.publication.framework
    found: dict[str, list[list[Any]]] = {}
    for top in framework.children(site.publication.record.main_scheme):
        for name in framework.placed_below(top.area):
            results = [site.results[city.id].indicators[name] for city in site.cities]
            found.setdefault(top.name, []).append(
                [
                    {
                        "text": framework.indicators[name].name,
                        "href": relative_address(here, f"indicators/{name}"),
                    },
                    site.language.number(sum(one.is_reported for one in results), 0),
                    site.language.number(sum(one.score is not None for one in results), 0),
                ]
            )
    return found


def _status_rows(site: Site) -> list[list[str]]:
    """Return every status in use with the number of its observations."""
    counts = Counter(row.status or "A" for city in site.cities for row in city.observations)
    return [
        [row.label, row.status, site.language.number(counts[row.status], 0)]
        for row in site.publication.framework.statuses
        if counts[row.status]
    ]


def _count_rows(site: Site, column: str, blank: str) -> list[list[str]]:
    counts = Counter(
        getattr(row, column) or blank for city in site.cities for row in city.observations
    )
    words = site.publication.framework.words.get(column, {})
    return [[name, site.language.number(counts[key], 0)] for key, name in words.items()]


def _quality_rows(site: Site) -> list[list[str]]:
    counts = Counter(row.quality for city in site.cities for row in city.observations)
    rows = [
        [row.name, site.language.number(counts[row.quality], 0)]
        for row in site.publication.framework.qualities
    ]
    return [*rows, [site.say("quality.not-stated"), site.language.number(counts[None], 0)]]


def compose_sources(site: Site) -> Page:
    """Return all sources of the publication, each with what it serves."""
    folder = "sources"
    groups = [
        {
            "title": city.record.name,
            "href": relative_address(folder, f"cities/{city.id}/data"),
            "rows": [_source_row(site, row, _uses(city, row.source)) for row in city.sources],
        }
        for city in site.cities
    ]
    framework = site.publication.framework
    groups.append(
        {
            "title": site.say("sources.framework"),
            "href": relative_address(folder, "methodology"),
            "rows": [_source_row(site, row, None) for row in framework.sources],
        }
    )
    return compose_old(
        site,
        "sources.md.jinja",
        folder,
        {"groups": groups, "n": sum(len(group["rows"]) for group in groups)},
        title=site.say("heading.sources"),
        description=site.say("description.sources"),
        section="methodology",
        hide_contents=True,
        search=(old_entry(folder, site.say("heading.sources"), site.say("kind.page")),),
    )


def _uses(city: City, source: str) -> int:
    """Return how many rows of the city's files cite a source."""
    citing = (table for table in city.tables if table is not city.sources)
    return len([row for table in citing for row in table if getattr(row, "source", "") == source])


def _source_row(site: Site, row: Source, uses: int | None) -> list[Any]:
    title: View = {"text": row.title, "href": row.url or ""}
    return [
        title,
        row.publisher or "",
        str(row.year) if row.year else "",
        site.word("source-kind", row.kind),
        "" if uses is None else site.language.number(uses, 0),
    ]
