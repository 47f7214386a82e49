"""The time series of a city: drawings with their tables, and which ones say most.

An area with many series would bury its ratings: its chapter in a profile shows the most urgent
ones and leads to a page that holds them all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.assessment.own_results import own_results
from generator.assessment.results import HELD_BACK, CityResult, IndicatorResult
from generator.assessment.trend.series_breaks import dated_series, of_one_measure, series_breaks
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Flag, Value, ValueCell
from generator.views.remarks import UNDER_REVIEW, few_events_text, told
from generator.views.site import Drawing, Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target
from generator.views.units import unit_label
from generator.views.values import value_view


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what stands around it, and the figures that it shows.

    `embed`: where it stands alone, to be framed by other sites.
    """

    id: str
    drawing: Drawing
    caption: str
    embed: Target
    source: str = ""
    table: Table | None = None


OVERVIEWS = {"wheel": "chart-ratings", "area-bars": "chart-areas", "trends": "chart-trends"}
"""The charts of a whole city, and the name of each on a page."""


def most_telling(result: CityResult, drawn: Iterable[str], most: int) -> list[str]:
    """Return the series of a chapter: the `most` most urgent, in the order that they came in."""
    names = list(drawn)
    order = {name: place for place, name in enumerate(names)}

    def weight(name: str) -> tuple[float, int]:
        urgency = result.urgencies.get(name)
        return (-urgency.urgency if urgency else 1.0, order[name])

    return sorted(sorted(names, key=weight)[:most], key=order.__getitem__)


def drawn_below(site: Site, city: City, area: str) -> list[str]:
    """Return the observables of an area of which a series is drawn, in order."""
    indicators = site.results[city.id].indicators
    return [
        one.observable.id
        for name in site.publication.framework.placed_below(area)
        for one in indicators[name].carriers
        if (city.id, one.observable.id) in site.drawings
    ]


def series_page(city: City, area: Area) -> Target:
    """Return the page with all series of an area."""
    return targets.series(city.id, area.area.rpartition("/")[2])


def series_view(site: Site, city: City, one: IndicatorResult) -> Figure:
    """Return a drawn time series with its table, what differs and its source."""
    drawing = site.drawings[city.id, one.observable.id]
    name = chart_id(one.observable.id)
    return Figure(
        id=name,
        drawing=drawing,
        source=sources_text(site, city, one),
        caption=_caption(site, city, one),
        table=series_table(site, one, drawing.title),
        embed=targets.embedded(city.id, name),
    )


def chart_id(subject: str) -> str:
    """Return the name on a page of the chart of an observable, or of an overview."""
    return f"chart-{subject.replace('.', '-')}"


def overview(site: Site, city: City, subject: str, caption: str = "") -> Figure | None:
    """Return the wheel, the bars of areas or the panels of trends; None where it is not drawn."""
    drawing, name = site.drawings.get((city.id, subject)), OVERVIEWS[subject]
    if drawing is None:
        return None
    return Figure(name, drawing, caption, targets.embedded(city.id, name))


def drawn_alone(site: Site, city: City) -> Iterator[Figure]:
    """Yield the charts of a city that other sites may frame: overviews, then every series."""
    yield from filter(None, (overview(site, city, subject) for subject in OVERVIEWS))
    results = site.results[city.id].observables
    own = own_results(site.publication.framework, city, site.publication.profile_year(city))
    for one in (*results.values(), *own.values()):
        if (city.id, one.observable.id) in site.drawings:
            yield series_view(site, city, one)


def sources_text(site: Site, city: City, one: IndicatorResult) -> str:
    """Return who stated the figures of a series, the newest first."""
    sources = (
        city.source_of.get(row.source)
        for row in reversed(of_one_measure(one, one.selection.stated))
    )
    names = dict.fromkeys(source.credit for source in sources if source)
    return site.language.enumerate(names)


def series_table(site: Site, one: IndicatorResult, title: str) -> Table:
    """Return the figures of a series with their years."""
    unit = unit_label(site, one.observable.unit)
    columns = [
        Column[Observation](
            "year",
            site.say("year"),
            lambda row: str(row.period) if row.period else site.say("period-not-stated"),
        ),
        Column[Observation](
            "value",
            unit,
            lambda row: ValueCell(_value(site, one, row), ("number",)),
            number=True,
        ),
    ]
    return lay_out(title, columns, of_one_measure(one, one.selection.stated))


def _value(site: Site, one: IndicatorResult, row: Observation) -> Value:
    """Return a value of a series; what is under review says so and is not drawn."""
    view = value_view(site, row, one.observable)
    if (row, HELD_BACK) not in one.selection.aside:
        return view
    return replace(view, flags=(*view.flags, Flag(UNDER_REVIEW, site.say("use.held-back"))))


def _caption(site: Site, city: City, one: IndicatorResult) -> str:
    """Return where a series begins anew, that it counts few events, and what differs."""
    few = next(filter(None, (few_events_text(site, row) for row in dated_series(one))), "")
    parts = told(*breaks_told(site, city, one).values(), few, comparability_note(site, one))
    return " ".join(parts)


def breaks_told(site: Site, city: City, one: IndicatorResult) -> Mapping[int, str]:
    """Return the years in which a series begins anew, each with a sentence that says why."""
    return {
        year: site.say("series.new", year=str(year), why=site.say(f"series.new-{why}"))
        for year, why in sorted(series_breaks(city, one).items())
    }


def comparability_note(site: Site, result: IndicatorResult) -> str:
    """Return what differs if a series is near or proxy; empty if it is the same measure."""
    row = result.selection.shown
    if row is None or row.comparability in (None, "exact"):
        return ""
    name = site.word("comparability", row.comparability)
    return site.named(name, site.language.grouped(row.note or ""))
