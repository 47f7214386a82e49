"""The result of every observable of a city: selection, score, band, points, trace."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from generator.assessment.plausibility.findings import Finding
from generator.assessment.rating.aggregation import mean_of
from generator.assessment.rating.benchmarking import (
    band_of,
    edges_as_settings,
    percent_of_benchmark,
    points_of,
)
from generator.assessment.rating.normalisation import distance_to_best, score_value
from generator.assessment.rating.selection import select_observation
from generator.assessment.results import (
    NO_BENCHMARK,
    NOT_RATED,
    NOT_REPORTED,
    RATED,
    IndicatorResult,
    Selection,
    has_scale,
)
from generator.assessment.traces import Trace, TraceInput
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.framework import Framework
from generator.model.framework_records import RatingPolicy
from generator.model.framework_tables import Goalpost
from generator.model.observables import Observable
from generator.model.publication import City
from generator.model.tables import Table

MARKED = "marked"


def assess_observables(
    framework: Framework,
    city: City,
    profile_year: int,
    findings: Mapping[str, tuple[Finding, ...]],
) -> tuple[dict[str, IndicatorResult], dict[str, IndicatorResult]]:
    """Return the results of all observables, and of the indicators alone, by id.

    `findings` are what speaks against figures, by the key of the row.
    """
    held_back = {row.line for row in city.observations if OBSERVATIONS.key_of(row) in findings}
    series: dict[str, list[Observation]] = {}
    for row in city.observations:
        series.setdefault(row.observable, []).append(row)
    observables: dict[str, IndicatorResult] = {}
    for observable in framework.observables.values():
        if observable.carries_value:
            rows = series.get(observable.id, [])
            result = _assess(
                framework, city.observations, observable, rows, profile_year, held_back
            )
            observables[observable.id] = _with_doubts(result, findings)
    indicators: dict[str, IndicatorResult] = {}
    for name in framework.indicators:
        if name not in observables:
            observables[name] = pool_data_points(framework, name, observables)
        indicators[name] = observables[name]
    return observables, indicators


def _assess(
    framework: Framework,
    table: Table[Observation],
    observable: Observable,
    rows: list[Observation],
    profile_year: int,
    held_back: Collection[int],
) -> IndicatorResult:
    """Return the result of one observable that carries a value."""
    policy = framework.policy
    age = observable.max_age_years or policy.max_age_years
    chosen = select_observation(
        rows, framework.status_of, profile_year, age, observable.multiplier, held_back
    )
    goalpost = framework.goalpost_of.get(observable.id)
    state, reason = _state(chosen, goalpost)
    if state != RATED or goalpost is None or chosen.shown is None:
        return IndicatorResult(observable, chosen, goalpost, state, reason)
    score = score_value(chosen.shown.value, chosen.value, goalpost)
    if score is None:
        return IndicatorResult(observable, chosen, goalpost, NOT_RATED, "outside-scale")
    percent = percent_of_benchmark(chosen.value or 0.0, goalpost, observable.direction, score)
    points = None if percent is None else points_of(percent, policy.points)
    status = framework.status_of.get(chosen.shown.status or "A")
    band = band_of(score, policy.bands)
    inputs = _inputs(framework, table, observable, chosen, goalpost)
    return IndicatorResult(
        observable=observable,
        selection=chosen,
        goalpost=goalpost,
        state=RATED,
        reason="",
        score=score,
        band=band,
        percent=percent,
        points=points,
        trace=_trace(inputs, chosen, goalpost, age, score, band, policy),
        flagged=status is not None and status.rated == MARKED,
        points_trace=_points_trace(inputs, observable, score, percent, points, policy),
    )


def _with_doubts(
    result: IndicatorResult, findings: Mapping[str, tuple[Finding, ...]]
) -> IndicatorResult:
    """Return a result with what speaks against the value that is shown."""
    shown = result.selection.shown
    doubts = findings.get(OBSERVATIONS.key_of(shown), ()) if shown else ()
    return replace(result, doubts=doubts) if doubts else result


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
    framework: Framework, name: str, observables: Mapping[str, IndicatorResult]
) -> IndicatorResult:
    """Return the result of an indicator from its data points: the mean of those rated."""
    points = tuple(
        observables[f"{name}.{point}"] for point in framework.indicators[name].data_points
    )
    score = mean_of([(1.0, point.score) for point in points])
    states = [point.state for point in points]
    order = (RATED, NOT_RATED, NO_BENCHMARK, NOT_REPORTED)
    state = next(state for state in order if state in states)
    reason = next(point.reason for point in points if point.state == state)
    band = None if score is None else band_of(score, framework.policy.bands)
    inputs = tuple(
        TraceInput(point.observable.id, point.score) for point in points if point.score is not None
    )
    settings = edges_as_settings("bands", framework.policy.bands)
    return IndicatorResult(
        observable=framework.observables[name],
        selection=Selection(None, None, reason, ()),
        goalpost=None,
        state=state,
        reason=reason,
        score=score,
        band=band,
        trace=Trace("mean-of-data-points", inputs, (), settings, score, band or "")
        if inputs
        else None,
        data_points=points,
        flagged=any(point.flagged for point in points if point.score is not None),
    )


def _inputs(
    framework: Framework,
    table: Table[Observation],
    observable: Observable,
    chosen: Selection,
    goalpost: Goalpost,
) -> tuple[TraceInput, ...]:
    """Return the value and the ends of its scale, each with its place."""
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
    for name in ("worst", "worst_above", "best", "scores"):
        end = getattr(goalpost, name)
        if end is not None:
            inputs.append(
                TraceInput(
                    name, end, observable.unit, source=goalpost.source or "",
                    file=framework.goalposts.file, line=goalpost.line,
                )
            )  # fmt: skip
    return tuple(inputs)


def _trace(
    inputs: tuple[TraceInput, ...],
    chosen: Selection,
    goalpost: Goalpost,
    age: int,
    score: float,
    band: str,
    policy: RatingPolicy,
) -> Trace:
    steps: tuple[tuple[str, float], ...] = ()
    if chosen.value is not None and goalpost.scores is None:
        unclipped = distance_to_best(chosen.value, goalpost)
        steps = (("unclipped", unclipped),) if unclipped is not None else ()
    formula = "score-of-word" if goalpost.scores else f"normalise-{goalpost.transform or 'linear'}"
    settings = (("max_age_years", float(age)), *edges_as_settings("bands", policy.bands))
    return Trace(formula, inputs, steps, settings, score, band)


def _points_trace(
    inputs: tuple[TraceInput, ...],
    observable: Observable,
    score: float,
    percent: float | None,
    points: int | None,
    policy: RatingPolicy,
) -> Trace:
    """Return how the published points came about: from the value, or from the score."""
    needed = (*inputs, TraceInput("score", score))
    edges = edges_as_settings("points", policy.points)
    settings: tuple[tuple[str, float | str], ...] = (("direction", observable.direction), *edges)
    return Trace("percent-of-benchmark", needed, (), settings, percent, str(points or ""))
