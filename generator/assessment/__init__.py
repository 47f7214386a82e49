"""Publication to results: one module per step, pure functions, no disk, no language.

A city's result depends on that city's files and the framework alone. Each result carries its
trace. `assess_city` is the way in; the steps can be called on their own.
"""

from generator.assessment.aggregation import aggregate_areas
from generator.assessment.benchmarking import band_of, percent_of_benchmark, points_of
from generator.assessment.normalisation import distance_to_best, score_value
from generator.assessment.results import (
    NO_BENCHMARK,
    NOT_RATED,
    NOT_REPORTED,
    RATED,
    CityResult,
    IndicatorResult,
    Selection,
    Trace,
    TraceInput,
    has_scale,
)
from generator.assessment.selection import select_observation
from generator.assessment.trend import count_trends
from generator.assessment.trend_inputs import trends_of
from generator.assessment.urgency import (
    area_urgencies_of,
    data_gaps_of,
    priorities_of,
    urgencies_of,
)
from generator.model.city_tables import Observation
from generator.model.framework_tables import Goalpost
from generator.model.publication import City, Framework, Observable
from generator.model.tables import Table

__all__ = ["assess_city", "pool_data_points"]


def assess_city(framework: Framework, city: City, profile_year: int) -> CityResult:
    """Return the assessment of one city for the situation of `profile_year`."""
    series: dict[str, list[Observation]] = {}
    for row in city.observations:
        series.setdefault(row.observable, []).append(row)
    observables: dict[str, IndicatorResult] = {}
    for observable in framework.observables.values():
        if observable.carries_value:
            rows = series.get(observable.id, [])
            observables[observable.id] = _assess(
                framework, city.observations, observable, rows, profile_year
            )
    indicators: dict[str, IndicatorResult] = {}
    for name in framework.indicators:
        if name not in observables:
            observables[name] = pool_data_points(framework, name, observables)
        indicators[name] = observables[name]
    areas = aggregate_areas(framework, indicators)
    trends = trends_of(framework, city, observables, profile_year)
    urgencies = urgencies_of(framework, city, observables, trends, profile_year)
    area_urgencies = area_urgencies_of(framework, areas, urgencies)
    return CityResult(
        city=city.id,
        profile_year=profile_year,
        indicators=indicators,
        areas=areas,
        observables=observables,
        trends=trends,
        area_trends={
            area: count_trends(trends, [indicators[name] for name in framework.placed_below(area)])
            for area in areas
        },
        urgencies=urgencies,
        area_urgencies=area_urgencies,
        data_gaps=data_gaps_of(framework, city, indicators),
        priorities=priorities_of(framework, city, areas, area_urgencies),
    )


def _assess(
    framework: Framework,
    table: Table[Observation],
    observable: Observable,
    rows: list[Observation],
    profile_year: int,
) -> IndicatorResult:
    """Return the result of one observable that carries a value."""
    policy = framework.policy
    age = observable.max_age_years or policy.max_age_years
    multiplier = framework.indicators[observable.indicator].multiplier or 1.0
    chosen = select_observation(rows, framework.status_of, profile_year, age, multiplier)
    goalpost = framework.goalpost_of.get(observable.id)
    state, reason = _state(chosen, goalpost)
    if state != RATED or goalpost is None or chosen.shown is None:
        return IndicatorResult(observable, chosen, goalpost, state, reason)
    score = score_value(chosen.shown.value, chosen.value, goalpost)
    if score is None:
        return IndicatorResult(observable, chosen, goalpost, NOT_RATED, "outside-scale")
    percent = percent_of_benchmark(chosen.value or 0.0, goalpost, observable.direction, score)
    points = None if percent is None else points_of(percent, policy.points)
    return IndicatorResult(
        observable=observable,
        selection=chosen,
        goalpost=goalpost,
        state=RATED,
        reason="",
        score=score,
        band=band_of(score, policy.bands),
        percent=percent,
        points=points,
        trace=_trace(framework, table, observable, chosen, goalpost, score),
    )


def _state(chosen: Selection, goalpost: Goalpost | None) -> tuple[str, str]:
    """Return the state of an observable and the reason for it."""
    if chosen.shown is None or (chosen.value is None and chosen.shown.value is None):
        return NOT_REPORTED, chosen.reason
    if goalpost is None or (goalpost.best is None and goalpost.scores is None):
        return NO_BENCHMARK, NO_BENCHMARK
    if chosen.reason:
        return NOT_RATED, chosen.reason
    return (RATED, "") if has_scale(goalpost) else (NOT_RATED, "no-worst-value")


def pool_data_points(
    framework: Framework, name: str, observables: dict[str, IndicatorResult]
) -> IndicatorResult:
    """Return the result of an indicator from its data points: the mean of those rated."""
    points = tuple(
        observables[f"{name}.{point}"] for point in framework.indicators[name].data_points
    )
    scored = [point.score for point in points if point.score is not None]
    score = sum(scored) / len(scored) if scored else None
    states = [point.state for point in points]
    order = (RATED, NOT_RATED, NO_BENCHMARK, NOT_REPORTED)
    state = next(state for state in order if state in states)
    reason = next(point.reason for point in points if point.state == state)
    inputs = tuple(
        TraceInput(point.observable.id, point.score) for point in points if point.score is not None
    )
    return IndicatorResult(
        observable=framework.observables[name],
        selection=Selection(None, None, reason, ()),
        goalpost=None,
        state=state,
        reason=reason,
        score=score,
        band=None if score is None else band_of(score, framework.policy.bands),
        trace=Trace("mean-of-data-points", inputs, (), (), score) if scored else None,
        data_points=points,
    )


def _trace(
    framework: Framework,
    table: Table[Observation],
    observable: Observable,
    chosen: Selection,
    goalpost: Goalpost,
    score: float,
) -> Trace:
    row = chosen.shown
    if row is None:
        raise ValueError(observable.id)
    value: float | str = chosen.value if chosen.value is not None else row.value or ""
    inputs = [
        TraceInput(
            "value", value, observable.unit, str(row.period or ""), row.status or "A",
            row.source, table.file, row.line,
        )
    ]  # fmt: skip
    posts = framework.goalposts
    for name in ("worst", "worst_above", "best", "scores"):
        end = getattr(goalpost, name)
        if end is not None:
            inputs.append(
                TraceInput(
                    name, end, observable.unit, source=goalpost.source or "", file=posts.file,
                    line=goalpost.line,
                )
            )  # fmt: skip
    steps: tuple[tuple[str, float], ...] = ()
    if chosen.value is not None and goalpost.scores is None:
        unclipped = distance_to_best(chosen.value, goalpost)
        steps = (("unclipped", unclipped),) if unclipped is not None else ()
    formula = "score-of-word" if goalpost.scores else f"normalise-{goalpost.transform or 'linear'}"
    age = observable.max_age_years or framework.policy.max_age_years
    return Trace(formula, tuple(inputs), steps, (("max_age_years", float(age)),), score)
