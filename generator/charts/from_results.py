"""Results of the assessment as what the charts draw; chooses which series are drawn.

A series is drawn from three periods on. Names and words come from the framework and the labels.
"""

from collections.abc import Sequence

from generator.assessment.rating.selection import value_of
from generator.assessment.results import NO_FIGURE, RATED, CityResult, IndicatorResult
from generator.assessment.trend.series_breaks import dated_series, series_breaks
from generator.assessment.trend_results import TrendResult
from generator.charts.chart_records import (
    Band,
    Point,
    Reference,
    Sector,
    SectorGroup,
    Target,
    TimeSeries,
    Wheel,
)
from generator.language import Language
from generator.language.unit_words import unit_beside
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.publication import City


def wheel_of(framework: Framework, result: CityResult, scheme: str, language: Language) -> Wheel:
    """Return the wheel of a city: its indicators by the areas below the top of a scheme."""
    groups = []
    for top in framework.children(scheme):
        for area in framework.children(top.area) or (top,):
            names = framework.placed_below(area.area)
            sectors = tuple(_sector(result.indicators[name], language) for name in names)
            groups.append(SectorGroup(area.name, sectors))
    return Wheel(tuple(groups), bands_of(framework, language))


def bands_of(framework: Framework, language: Language) -> tuple[Band, ...]:
    """Return the bands of the policy from the lowest to the highest."""
    edges = framework.policy.bands.items()
    return tuple(Band(band, language.label(f"band.{band}"), edge) for band, edge in edges)


def _sector(result: IndicatorResult, language: Language) -> Sector:
    name = result.observable.name
    score = language.number(result.score or 0.0, 1) if result.band else ""
    text = f"{name}: {score}" if score else name
    state = RATED if result.band else NO_FIGURE if result.state == NO_FIGURE else result.sign
    return Sector(name, result.score if result.band else None, result.band, state, text)


def series_of(
    framework: Framework,
    city: City,
    result: IndicatorResult,
    language: Language,
    *,
    fewest: int,
    trend: TrendResult | None = None,
) -> TimeSeries | None:
    """Return the time series of an observable; None if it has fewer than `fewest` periods.

    Its message tells of a change only if the `trend` may be said.
    """
    observable = result.observable
    rows = dated_series(result)
    with_value = [row for row in rows if _number(framework, row) is not None]
    if len(with_value) < fewest:
        return None
    post = result.goalpost
    name = observable.name
    if observable.is_data_point:
        parent = framework.observables[observable.indicator].name
        name = language.label("data-point-of", indicator=parent, point=observable.name)
    is_proxy = with_value[-1].comparability == "proxy"
    if is_proxy:
        name = language.label("chart.proxy-for", name=name)
        post = None
    return TimeSeries(
        title=name,
        message=_message(framework, with_value, name, language, trend),
        unit=unit_beside(framework, language, observable.unit),
        points=tuple(_point(framework, row, language) for row in rows),
        breaks=tuple(float(year) for year in sorted(series_breaks(city, result))),
        best=_reference(post.best if post else None, "best", language),
        worst=_reference(post.worst if post else None, "worst", language),
        target=_target(city, observable.id, language),
        direction=observable.direction,
        minimum=observable.minimum,
        maximum=observable.maximum,
    )


def _number(framework: Framework, row: Observation) -> float | None:
    return value_of(row, framework.observables[row.observable].multiplier)


def _point(framework: Framework, row: Observation, language: Language) -> Point:
    observable = framework.observables[row.observable]
    status = framework.status_of.get(row.status or "A")
    return Point(
        period=str(row.period),
        position=float(row.period.last) if row.period else 0.0,
        value=_number(framework, row),
        status=row.status or "A",
        mark=(status.mark or "") if status else "",
        status_name=status.label if status else "",
        rated=status is None or status.rated != "no",
        sign=_sign(row),
        decimals=row.places(observable.decimals),
        unit=unit_beside(framework, language, observable.unit, _written(framework, row, language)),
    )


def _sign(row: Observation) -> str:
    """Return what stands before a near value."""
    return "≈\N{NO-BREAK SPACE}" if row.comparability == "near" else ""


def _message(
    framework: Framework,
    rows: list[Observation],
    name: str,
    language: Language,
    trend: TrendResult | None,
) -> str:
    """Return what the series shows, from where to where and when, if that may be said.

    Else what it is, and over which years it is drawn. No sentence spans a break.
    """
    kept = [row for row in rows if trend is None or _is_within(row, trend)] or rows
    written = [_written(framework, row, language) for row in kept]
    key = _key(framework, written, trend)
    told = rows if key == "untold" else kept
    return language.label(
        f"chart.message-{key}",
        name=name,
        first=written[0],
        last=written[-1],
        start=str(told[0].period),
        end=str(told[-1].period),
    )


def _is_within(row: Observation, trend: TrendResult) -> bool:
    """Return whether an observation lies in the stretch of which a trend tells."""
    first, last = trend.baseline_year, trend.latest_year
    if row.period is None or first is None or last is None:
        return False
    return first <= row.period.last <= last


def _key(framework: Framework, written: Sequence[str], trend: TrendResult | None) -> str:
    """Return what may be said of a series: that it rose, fell or stood still, or nothing."""
    if trend is None or trend.unnamed:
        return "untold"
    if len(set(written)) == 1:
        enough = framework.policy.evidence.headline.minimum_points
        return "same" if trend.points >= enough else "untold"
    return "untold" if trend.unled else "up" if trend.rises else "down"


def _written(framework: Framework, row: Observation, language: Language) -> str:
    """Return a value with the sign of a near measure, as printed."""
    places = row.places(framework.observables[row.observable].decimals)
    return _sign(row) + language.number(_number(framework, row) or 0.0, places)


def _reference(value: float | None, key: str, language: Language) -> Reference | None:
    if value is None:
        return None
    return Reference(value, language.label(f"chart.{key}"))


def _target(city: City, observable: str, language: Language) -> Target | None:
    """Return the city's own target of an observable, the earliest one."""
    targets = sorted(
        (row for row in city.targets if row.observable == observable), key=lambda row: row.year
    )
    if not targets:
        return None
    label = language.label("chart.target", year=str(targets[0].year))
    return Target(targets[0].value, float(targets[0].year), label)
