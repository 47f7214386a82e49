"""The series of the cities on one indicator: small drawings on one scale, the others in grey."""

from collections.abc import Iterator, Sequence

from generator.assessment.results import IndicatorResult
from generator.assessment.small_series import SmallSeries
from generator.assessment.trend_results import DIRECTED, TrendResult
from generator.frozen import dataclass
from generator.model.framework_tables import Goalpost
from generator.model.observables import Observable
from generator.model.publication import City
from generator.views import targets
from generator.views.site import Site
from generator.views.sparks import Points, Window, is_open, series_label, way_of
from generator.views.targets import Target
from generator.views.units import unit_label, with_unit


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """The series of a city within the window of all; `label` says both ends.

    `open`: the last point is provisional or estimated.
    """

    name: str
    target: Target
    points: Points
    label: str
    open: bool


@dataclass(frozen=True, slots=True)
class SeriesOfCities:
    """The series of several cities on one scale.

    `every` are the lines of all; `aim` is the height of the benchmark from 0 to 1, None beyond
    the scale or without one. `moved`: how many moved which way; `said`: the unit, and what the
    benchmark is; `more`: how many further cities have a series, blank if none.
    """

    id: str
    said: str
    moved: str
    first: str
    last: str
    aim: float | None
    every: tuple[Points, ...]
    cities: tuple[DrawnSeries, ...]
    more: str


Found = tuple[City, IndicatorResult, SmallSeries]


def series_of_cities(
    site: Site, observable: Observable, cities: Sequence[City]
) -> SeriesOfCities | None:
    """Return the series of cities in their order; None if fewer than two have one."""
    every = list(_found(site, observable, cities))
    if len(every) < 2:
        return None
    found = every[: site.editorial.trend_panels]
    posts = (one.goalpost or one.leading for _, one, _ in found)
    post = next((post for post in posts if post is not None), None)
    points = [point for _, _, series in found for point in series.points]
    window = Window.around(points, way_of(post))
    aim = window.height_at(post.best) if post is not None and post.best is not None else None
    years = [year for year, _ in points]
    left = len(every) - len(found)
    return SeriesOfCities(
        id=f"{targets.anchor(observable.id)}-series",
        said=_said(site, observable, post, aim),
        moved=_moved_text(site, observable, every),
        first=str(min(years)),
        last=str(max(years)),
        aim=aim,
        every=tuple(window.drawn(series.points) for _, _, series in found),
        cities=tuple(_drawn(site, window, *one) for one in found),
        more=site.say("series.more", n=left) if left else "",
    )


def _found(site: Site, observable: Observable, cities: Sequence[City]) -> Iterator[Found]:
    for city in cities:
        series = site.series[city.id].small.get(observable.id)
        if series is not None and len(series.points) >= site.editorial.series_from:
            yield city, site.results[city.id].observables[observable.id], series


def _drawn(
    site: Site, window: Window, city: City, result: IndicatorResult, series: SmallSeries
) -> DrawnSeries:
    return DrawnSeries(
        name=city.record.name,
        target=targets.city(city.id),
        points=window.drawn(series.points),
        label=series_label(site, series, result),
        open=is_open(site, series),
    )


def _said(site: Site, observable: Observable, post: Goalpost | None, aim: float | None) -> str:
    """Return the unit, what the dotted line is, or that it lies beyond the scale."""
    unit = unit_label(site, observable.unit)
    parts = [site.say("series.unit", unit=unit)] if unit else []
    if post is not None and post.best is not None:
        best = with_unit(site, site.language.number(post.best), observable.unit)
        where = "line" if aim is not None else "beyond"
        parts.append(site.say(f"series.{post.family}.{where}", value=best))
    return site.language.by_semicolons(parts)


def _moved_text(site: Site, observable: Observable, found: Sequence[Found]) -> str:
    """Return how many of the series improve, get worse, or tell no direction; if one is better."""
    if not observable.direction or observable.direction == "none":
        return ""
    trends = (site.results[city.id].trends[observable.id] for city, _, _ in found)
    ways = [_way(observable, trend) for trend in trends]
    counts = {"improve": ways.count(1), "worsen": ways.count(-1), "unclear": ways.count(0)}
    parts = [site.say(f"series.{way}", n=n) for way, n in counts.items() if n]
    return site.say("series.moved", n=len(found), parts=site.language.enumerate(parts))


def _way(observable: Observable, trend: TrendResult) -> int:
    """Return 1 for the better, -1 for the worse, 0 if neither may be said."""
    if trend.untold:
        return 0
    if trend.trend in DIRECTED:
        return -1 if trend.trend == "deterioration" else 1
    if observable.direction not in ("higher", "lower"):
        return 0
    return 1 if trend.rises == (observable.direction == "higher") else -1
