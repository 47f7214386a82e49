"""The other pages of a city: all its indicators, its series, and its data and sources."""

from collections.abc import Iterator

from generator.assessment.rating.selection import is_headline
from generator.assessment.results import IndicatorResult, Selection
from generator.model.city_tables import Observation, Source
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.pages.about.open_data import city_downloads
from generator.pages.city.profile import city_header, context_value
from generator.pages.page import Page, compose
from generator.views.addresses import relative_address
from generator.views.scales import area_scale_rows, difference_text, scale_cells
from generator.views.series import MOST_SERIES, drawn_below, series_address, series_view
from generator.views.site import Site
from generator.views.values import (
    View,
    anchor,
    full_name,
    indicator_rows,
    quality_text,
    unit_label,
    value_view,
)


def compose_city_indicators(site: Site, city: City) -> Page:
    """Return the table of all indicators of a city, on both scales."""
    result, framework = site.results[city.id], site.publication.framework
    folder = f"cities/{city.id}/indicators"
    chapters = []
    for top in framework.children(site.publication.record.main_scheme):
        groups: list[View] = []
        for name in framework.placed_below(top.area):
            area = framework.area_of_indicator(name, top.scheme)
            title = area.name if area else top.name
            href = relative_address(folder, f"areas/{area.area}") if area else ""
            if not groups or groups[-1]["href"] != href:
                groups.append({"title": title, "href": href, "rows": []})
            groups[-1]["rows"].extend(both_scales(site, result.indicators[name], city.id, folder))
        chapters.append({"name": top.name, "groups": groups})
    return compose(
        site,
        "city-indicators.md.jinja",
        folder,
        {
            "header": city_header(site, city, folder),
            "chapters": chapters,
            "scales": [
                {"term": site.say("trace.score"), "text": site.say("scales.score-is")},
                {"term": site.say("trace.points"), "text": site.say("scales.points-are")},
            ],
            "difference": difference_text(site, result),
            "areas": area_scale_rows(site, result, folder),
        },
        title=site.say("title.city-indicators", city=city.record.name),
        description=site.say("description.city-indicators", city=city.record.name),
        section="cities",
        hide_contents=True,
    )


def both_scales(site: Site, indicator: IndicatorResult, city: str, here: str) -> list[View]:
    """Return the rows of an indicator and of its data points, with score and points."""
    by_id = {anchor(one.observable.id): one for one in indicator.carriers}
    return [
        {**row, "scales": scale_cells(site, by_id[row["id"]])} if row["id"] in by_id else row
        for row in indicator_rows(site, indicator, city, here)
    ]


def compose_city_data(site: Site, city: City) -> Page:
    """Return every row of a city's files with its source: values, context, sources."""
    folder = f"cities/{city.id}/data"
    values = {
        "header": city_header(site, city, folder),
        "observations": observation_rows(site, city),
        "has_quality": any(row.quality or row.verified is not None for row in city.observations),
        "context": context_rows(site, city),
        "sources": [source_view(site, row) for row in city.sources],
        "boundary": city.record.boundary,
        "statuses": status_notes(site, city),
        "downloads": city_downloads(site, city.id, folder),
    }
    return compose(
        site,
        "city-data.md.jinja",
        folder,
        values,
        title=site.say("title.city-data", city=city.record.name),
        description=site.say("description.city-data", city=city.record.name),
        section="cities",
        hide_contents=True,
    )


def observation_rows(site: Site, city: City) -> list[View]:
    """Return every observation in the order of the framework, the latest first."""
    observables = site.publication.framework.observables
    order = {name: index for index, name in enumerate(observables)}
    result = site.results[city.id]
    ordered = sorted(
        city.observations,
        key=lambda row: (order[row.observable], -(row.period.last if row.period else 0), row.line),
    )
    rows: list[View] = []
    for row in ordered:
        observable = observables[row.observable]
        one = result.observables[row.observable]
        source = city.source_of[row.source]
        status = site.publication.framework.status_of.get(row.status or "A")
        breakdown = ", ".join(part for part in (row.sex, row.age, row.district) if part)
        comparability = row.comparability or "exact"
        differs = comparability != "exact"
        rows.append(
            {
                "line": row.line,
                "name": full_name(site, one) + (f" ({breakdown})" if breakdown else ""),
                "href": relative_address(
                    f"cities/{city.id}/data", f"indicators/{observable.indicator}"
                ),
                "value": value_view(site, row, observable),
                "used": one.selection.shown == row,
                "use": use_of(site, one.selection, row),
                "status": status.label if status and status.mark else "",
                "comparability": site.word("comparability", comparability) if differs else "",
                "note": row.note or "",
                "quality": quality_text(site, row),
                "source": source.publisher or source.title,
                "source_id": source.source,
                "place": f"{city.observations.kind.name}.csv:{row.line}",
            }
        )
    return rows


def use_of(site: Site, selection: Selection, row: Observation) -> str:
    """Return whether an observation is rated, or why it is not."""
    if not is_headline(row):
        return site.say("use.breakdown")
    reason = dict(zip(selection.series, selection.reasons, strict=True))[row]
    if reason:
        return site.say(f"use.{reason}")
    return site.say("use.used" if selection.shown == row else "use.older")


def context_rows(site: Site, city: City) -> list[View]:
    """Return every context figure, conflicting ones side by side, the used one marked."""
    variables = site.publication.framework.context_variables
    rows = []
    for variable in variables:
        used = city.context_in_use(variable.variable)
        for row in city.context:
            if row.variable != variable.variable:
                continue
            source = city.source_of[row.source]
            rows.append(
                {
                    "line": row.line,
                    "name": variable.name,
                    "value": context_value(site, variable.kind, row.variable, row.value),
                    "unit": unit_label(site, row.unit) if row.unit else "",
                    "period": str(row.period) if row.period else site.say("period-not-stated"),
                    "used": used is row,
                    "confirm": source.kind == "encyclopedia",
                    "note": row.note or "",
                    "source": source.publisher or source.title,
                    "source_id": source.source,
                }
            )
    return rows


def source_view(site: Site, row: Source) -> View:
    """Return a source for the macro `source_list`."""
    return {
        "id": f"source-{row.source}",
        "title": row.title,
        "publisher": row.publisher or "",
        "year": str(row.year) if row.year else "",
        "kind": site.word("source-kind", row.kind),
        "href": row.url or "",
        "accessed": site.language.date(row.accessed) if row.accessed else "",
    }


def status_notes(site: Site, city: City) -> list[View]:
    """Return the marks that this city's values carry, with their meaning."""
    used = {row.status or "A" for row in city.observations}
    notes = [
        {"id": f"status-{status.status.lower()}", "sign": status.mark, "text": status.label}
        for status in site.publication.framework.statuses
        if status.status in used and status.mark
    ]
    if any(row.period_basis == "report" for row in city.observations):
        notes.append({"id": "year-of-report", "sign": "†", "text": site.say("year-of-report")})
    if any(row.comparability == "near" for row in city.observations):
        notes.append({"id": "near", "sign": "≈", "text": site.word("comparability", "near")})
    return notes


def compose_series(site: Site, city: City) -> Iterator[Page]:
    """Yield a page for each top area with more series than its chapter shows."""
    for top in site.publication.framework.children(site.publication.record.main_scheme):
        names = drawn_below(site, city, top.area)
        if len(names) > MOST_SERIES:
            yield _series_page(site, city, top, names)


def _series_page(site: Site, city: City, top: Area, names: list[str]) -> Page:
    folder = series_address(city, top)
    observables = site.results[city.id].observables
    title = site.say("title.series", city=city.record.name, area=top.name)
    return compose(
        site,
        "city-series.md.jinja",
        folder,
        {
            "header": city_header(site, city, folder),
            "area": top.name,
            "back": relative_address(folder, f"cities/{city.id}"),
            "drawings": [series_view(site, city, observables[name]) for name in names],
        },
        title=title,
        description=title,
        section="cities",
        hide_contents=True,
    )
