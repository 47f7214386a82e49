"""The other pages of a city: all its indicators, and its data and sources."""

from generator.assessment.results import AreaResult, IndicatorResult
from generator.assessment.results import TraceInput as Input
from generator.model.city_tables import Source
from generator.model.publication import City
from generator.pages.areas_view import area_word
from generator.pages.open_data import city_downloads
from generator.pages.page import Page, Site, relative_address
from generator.pages.profile import city_header, context_value
from generator.pages.values import (
    View,
    anchor,
    full_name,
    indicator_rows,
    unit_label,
    value_view,
)


def compose_city_indicators(site: Site, city: City) -> Page:
    """Return the table of all indicators of a city, and how each score was computed."""
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
            rows = indicator_rows(site, result.indicators[name], city.id, folder)
            groups[-1]["rows"].extend(rows)
        chapters.append({"name": top.name, "groups": groups})
    traces = [trace_view(site, one) for one in result.observables.values() if one.trace]
    scheme = site.publication.record.main_scheme
    areas = [
        area_trace_view(site, one)
        for one in result.areas.values()
        if one.score is not None and one.area.startswith(f"{scheme}/")
    ]
    return site.compose(
        "city-indicators.md.jinja",
        folder,
        {
            "header": city_header(site, city, folder),
            "chapters": chapters,
            "traces": traces,
            "areas": areas,
        },
        title=site.say("title.city-indicators", city=city.record.name),
        description=site.say("description.city-indicators", city=city.record.name),
        section="cities",
    )


def trace_view(site: Site, result: IndicatorResult) -> View:
    """Return the trace of a score as a table: inputs with their place, steps, the result."""
    trace = result.trace
    if trace is None or trace.result is None:
        raise ValueError(result.observable.id)
    rows = [_input_row(site, one) for one in trace.inputs]
    for name, value in trace.steps:
        rows.append(
            {"step": site.say(f"trace.{name}"), "expression": "",
             "result": site.language.number(value, 4)}
        )  # fmt: skip
    rows.append(
        {
            "step": site.say("trace.score"),
            "expression": site.say(f"formula.{trace.formula}"),
            "result": site.language.number(trace.result, 1),
        }
    )
    if result.percent is not None and result.points is not None:
        rows.append(
            {
                "step": site.say("trace.points"),
                "expression": points_basis(site, result, result.percent),
                "result": site.language.number(result.points, 0),
            }
        )
    return {
        "id": f"how-{anchor(result.observable.id)}",
        "name": full_name(site, result),
        "score": site.language.number(trace.result, 1),
        "rows": rows,
    }


def area_trace_view(site: Site, result: AreaResult) -> View:
    """Return how the mean of an area comes about: what each child adds, coverage and bounds."""
    framework, number = site.publication.framework, site.language.number
    rows: list[View] = []
    for part in result.contributions:
        area = framework.area_of.get(part.child)
        name = area.name if area else framework.indicators[part.child].name
        anchor_of_part = area_anchor(part.child) if area else f"how-{anchor(part.child)}"
        rows.append(
            {
                "step": name,
                "expression": site.say(
                    "trace.contribution",
                    score=number(part.score, 1),
                    share=number(100 * part.weight, 1),
                ),
                "result": number(part.points, 1),
                "place": {"text": site.say("trace.computed"), "href": f"#{anchor_of_part}"},
            }
        )
    coverage = site.say("trace.of-assessable", n=result.rated, m=result.assessable)
    bounds = site.say("trace.bounds", low=number(result.low, 1), high=number(result.high, 1))
    percent = number(100 * result.assessable_coverage, 0)
    rows += [
        {"step": site.say("trace.coverage"), "expression": coverage, "result": f"{percent} %"},
        {"step": site.say("trace.mean"), "expression": bounds,
         "result": number(result.score or 0.0, 1)},
        {"step": site.say("rating"), "expression": "", "result": area_word(site, result)},
    ]  # fmt: skip
    return {
        "id": area_anchor(result.area),
        "name": framework.area_of[result.area].name,
        "score": area_word(site, result),
        "rows": rows,
    }


def area_anchor(area: str) -> str:
    return "how-a-" + area.replace("/", "--")


def points_basis(site: Site, result: IndicatorResult, percent: float) -> str:
    """Return what the points rest on: the share of the benchmark, or the score in its place."""
    post = result.goalpost
    published = result.observable.direction == "higher" and post is not None and post.best
    if not published:
        return site.say("trace.percent-from-score")
    return site.say("trace.percent", percent=site.language.number(percent, 2))


def _input_row(site: Site, one: Input) -> View:
    known = one.name in ("value", "worst", "worst_above", "best", "scores")
    observable = site.publication.framework.observables.get(one.name)
    places = None if known else 1
    number = one.value if isinstance(one.value, str) else site.language.number(one.value, places)
    name = site.say(f"trace.{one.name}") if known else (observable.name if observable else one.name)
    unit = unit_label(site, one.unit) if one.unit else ""
    place = {"text": f"{one.file}:{one.line}"} if one.line else None
    detail = ", ".join(part for part in (unit, one.period) if part)
    return {"step": name, "expression": detail, "result": number, "place": place}


def compose_city_data(site: Site, city: City) -> Page:
    """Return every row of a city's files with its source: values, context, sources."""
    folder = f"cities/{city.id}/data"
    values = {
        "header": city_header(site, city, folder),
        "observations": observation_rows(site, city),
        "context": context_rows(site, city),
        "sources": [source_view(site, row) for row in city.sources],
        "boundary": city.record.boundary,
        "statuses": status_notes(site, city),
        "downloads": city_downloads(site, city.id, folder),
    }
    return site.compose(
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
    rows = []
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
                "used": one.selection.shown is row,
                "status": status.label if status and status.mark else "",
                "comparability": site.word("comparability", comparability) if differs else "",
                "note": row.note or "",
                "source": source.publisher or source.title,
                "source_id": source.source,
                "place": f"{city.observations.kind.name}.csv:{row.line}",
            }
        )
    return rows


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
