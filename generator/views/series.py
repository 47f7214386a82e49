"""The time series of a city: drawings with their tables, and which ones say most.

An area with many series would bury its ratings: its chapter in a profile shows the most urgent
ones and leads to a page that holds them all.
"""

from collections.abc import Iterable

from markupsafe import Markup

from generator.assessment.results import CityResult, IndicatorResult
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.views.site import Site
from generator.views.values import View, unit_label, value_view

MOST_SERIES = 6
"""Series in a chapter of a profile; an area with more has a page of its own."""


def most_telling(result: CityResult, drawn: Iterable[str]) -> list[str]:
    """Return the series of a chapter: the most urgent ones, in the order that they came in."""
    names = list(drawn)
    order = {name: place for place, name in enumerate(names)}

    def weight(name: str) -> tuple[float, int]:
        urgency = result.urgencies.get(name)
        return (-urgency.urgency if urgency else 1.0, order[name])

    return sorted(sorted(names, key=weight)[:MOST_SERIES], key=order.__getitem__)


def drawn_below(site: Site, city: City, area: str) -> list[str]:
    """Return the observables of an area of which a series is drawn, in order."""
    indicators = site.results[city.id].indicators
    return [
        one.observable.id
        for name in site.publication.framework.placed_below(area)
        for one in indicators[name].carriers
        if (city.id, one.observable.id) in site.drawings
    ]


def series_address(city: City, area: Area) -> str:
    """Return the address of the page with all series of an area."""
    return f"cities/{city.id}/series/{area.area.rpartition('/')[2]}"


def series_view(site: Site, city: City, one: IndicatorResult) -> View:
    """Return a drawn time series with its table, what differs and its source."""
    drawing = site.drawings[city.id, one.observable.id]
    rows = [
        [
            str(row.period) if row.period else site.say("period-not-stated"),
            {"value": value_view(site, row, one.observable), "parts": ("number",)},
        ]
        for row in one.selection.series
    ]
    source = city.source_of.get(one.selection.shown.source) if one.selection.shown else None
    return {
        "id": f"chart-{one.observable.id.replace('.', '-')}",
        "svg": Markup(drawing.svg),
        "alternative": drawing.alternative,
        "title": drawing.title,
        "unit": unit_label(site, one.observable.unit),
        "source": (source.publisher or source.title) if source else "",
        "caption": comparability_note(site, one),
        "rows": rows,
    }


def comparability_note(site: Site, result: IndicatorResult) -> str:
    """Return what differs if a series is near or proxy; empty if it is the same measure."""
    row = result.selection.shown
    if row is None or row.comparability in (None, "exact"):
        return ""
    name = site.word("comparability", row.comparability)
    return f"{name}: {row.note}" if row.note else name
