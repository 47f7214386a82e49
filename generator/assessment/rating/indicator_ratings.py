"""The result of every observable of a city: selection, score, position, points, traces."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.assessment.plausibility.findings import Finding
from generator.assessment.rating.aggregation import mean_of
from generator.assessment.rating.benchmarking import (
    band_of,
    edges_as_settings,
    percent_of_benchmark,
    points_of,
)
from generator.assessment.rating.normalisation import LINEAR, distance_to_best, score_value
from generator.assessment.rating.selection import select_observation
from generator.assessment.results import (
    MISSING,
    NO_BENCHMARK,
    NO_FIGURE,
    NOT_COLLECTED,
    NOT_FOUND,
    NOT_RATED,
    RATED,
    WITHHELD,
    IndicatorResult,
    Selection,
)
from generator.assessment.traces import Settings, Trace, TraceInput
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.framework import Framework
from generator.model.framework_tables import Goalpost, has_scale
from generator.model.observables import Observable
from generator.model.policy_records import RatingPolicy
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
    searched = {row.observable: row.date for row in sorted(city.searched, key=lambda row: row.date)}
    held_back = {row.line for row in city.observations if OBSERVATIONS.key_of(row) in findings}
    series: dict[str, list[Observation]] = {}
    for row in city.observations:
        series.setdefault(row.observable, []).append(row)
    observables: dict[str, IndicatorResult] = {}
    for observable in framework.observables.values():
        if observable.carries_value:
            rows = series.get(observable.id, [])
            result = _assess(framework, city, observable, rows, profile_year, held_back)
            date = searched.get(observable.id) or searched.get(observable.indicator) or ""
            observables[observable.id] = _looked_for(_with_doubts(result, findings), date)
    indicators: dict[str, IndicatorResult] = {}
    for name in framework.indicators:
        if name not in observables:
            observables[name] = pool_data_points(framework, name, observables)
        indicators[name] = observables[name]
    return observables, indicators


def _assess(
    framework: Framework,
    city: City,
    observable: Observable,
    rows: list[Observation],
    profile_year: int,
    held_back: Collection[int],
) -> IndicatorResult:
    """Return the result of one observable that carries a value."""
    policy, country = framework.policy, city.record.country
    age = observable.max_age_years or policy.max_age_years
    multiplier = observable.multiplier
    chosen = select_observation(rows, framework.status_of, profile_year, age, multiplier, held_back)
    target = framework.target_of(observable.id, country)
    leading = framework.leading_of(observable.id, country)
    state, reason = _state(chosen, (target, leading))
    result = IndicatorResult(observable, chosen, target, state, reason, leading=leading)
    if state != RATED or chosen.shown is None:
        return result
    score, position = (_score(chosen, post) for post in (target, leading))
    if score is None and position is None:
        return replace(result, state=NOT_RATED, reason="outside-scale")
    status = framework.status_of.get(chosen.shown.status or "A")
    result = replace(
        result,
        score=score,
        band=None if score is None or result.stands_apart else band_of(score, policy.bands),
        position=position,
        flagged=status is not None and status.rated == MARKED,
    )
    return _with_traces(framework, city.observations, result, float(age))


def _with_doubts(
    result: IndicatorResult, findings: Mapping[str, tuple[Finding, ...]]
) -> IndicatorResult:
    """Return a result with what speaks against the value that is shown."""
    shown = result.selection.shown
    doubts = findings.get(OBSERVATIONS.key_of(shown), ()) if shown else ()
    return replace(result, doubts=doubts) if doubts else result


def _looked_for(result: IndicatorResult, date: str) -> IndicatorResult:
    """Return a result; without any row of the files it was looked for in vain, or not at all."""
    if not date or result.selection.shown is not None:
        return result
    return replace(result, reason=NOT_FOUND, searched=date)


def _score(chosen: Selection, goalpost: Goalpost | None) -> float | None:
    """Return where the value in use stands between the two ends of a row, 0 to 100."""
    if goalpost is None or chosen.shown is None:
        return None
    return score_value(chosen.shown.value, chosen.value, goalpost)


def _state(chosen: Selection, rows: Iterable[Goalpost | None]) -> tuple[str, str]:
    """Return the state of an observable and why it is in it, before a score is computed."""
    if chosen.shown is None or not chosen.shown.has_figure:
        return NO_FIGURE, chosen.reason
    known = [row for row in rows if row is not None]
    if all(row.best is None and row.scores is None for row in known):
        return NO_BENCHMARK, NO_BENCHMARK
    if chosen.reason:
        return NOT_RATED, chosen.reason
    return (RATED, "") if any(map(has_scale, known)) else (NOT_RATED, "no-worst-value")


def _with_traces(
    framework: Framework, table: Table[Observation], result: IndicatorResult, age: float
) -> IndicatorResult:
    """Return a rated result with its points and with how each number came about.

    Points are those of the target, else of the leading cities, as U4SSC knows one benchmark.
    """
    policy, settings = framework.policy, (("max_age_years", age),)
    post = result.goalpost if result.score is not None else result.leading
    score = result.position if result.score is None else result.score
    if post is None or score is None:
        raise ValueError(result.observable.id)
    inputs = _inputs(framework, table, result, post)
    value = 0.0 if result.selection.value is None else result.selection.value
    percent = percent_of_benchmark(value, post, result.observable.direction, score)
    points = None if percent is None else points_of(percent, policy.points)
    bands = edges_as_settings("bands", policy.bands) if result.band else ()
    own, leading = result.goalpost, result.leading
    return replace(
        result,
        percent=percent,
        points=points,
        trace=_trace(inputs, result, own, (*settings, *bands), score, result.band or "")
        if own is not None and result.score is not None
        else None,
        position_trace=_trace(
            _inputs(framework, table, result, leading), result, leading, settings, result.position
        )
        if leading is not None and result.position is not None
        else None,
        points_trace=_points_trace(inputs, result.observable, score, percent, points, policy),
    )


def pool_data_points(
    framework: Framework, name: str, observables: Mapping[str, IndicatorResult]
) -> IndicatorResult:
    """Return the result of an indicator from its data points: the mean of those rated.

    Floors, and yes or no, are pooled only where nothing else is rated; positions by themselves.
    """
    points = tuple(
        observables[f"{name}.{point}"] for point in framework.indicators[name].data_points
    )
    pooled = [point for point in points if point.mean_score is not None]
    apart = not pooled
    pooled = pooled or [point for point in points if point.score is not None]
    positioned = [point for point in points if point.position is not None]
    score = mean_of([(1.0, point.score) for point in pooled])
    position = mean_of([(1.0, point.position) for point in positioned])
    states = [point.state for point in points]
    state = next(one for one in (RATED, NOT_RATED, NO_BENCHMARK, NO_FIGURE) if one in states)
    reasons = [point.reason for point in points if point.state == state]
    reason = _reason_of_all(reasons) if state == NO_FIGURE else reasons[0]
    band = None if score is None or apart else band_of(score, framework.policy.bands)
    bands = edges_as_settings("bands", framework.policy.bands) if band else ()
    return IndicatorResult(
        observable=framework.observables[name],
        selection=Selection(None, None, reason, ()),
        goalpost=None,
        state=state,
        reason=reason,
        score=score,
        band=band,
        trace=_mean_trace([(one.observable.id, one.score) for one in pooled], score, bands, band),
        data_points=points,
        flagged=any(point.flagged for point in (*pooled, *positioned)),
        position=position,
        position_trace=_mean_trace(
            [(one.observable.id, one.position) for one in positioned], position
        ),
        searched=max(point.searched for point in points),
    )


def _reason_of_all(reasons: Sequence[str]) -> str:
    """Return why an indicator has no figure: no more is said of it than of each data point."""
    order = (NOT_COLLECTED, NOT_FOUND, WITHHELD, MISSING)
    return next((reason for reason in order if reason in reasons), reasons[0])


def _mean_trace(
    parts: Iterable[tuple[str, float | None]],
    mean: float | None,
    settings: Settings = (),
    band: str | None = None,
) -> Trace | None:
    inputs = tuple(TraceInput(name, score) for name, score in parts if score is not None)
    if mean is None:
        return None
    return Trace("mean-of-data-points", inputs, (), settings, mean, band or "")


def _inputs(
    framework: Framework, table: Table[Observation], result: IndicatorResult, goalpost: Goalpost
) -> tuple[TraceInput, ...]:
    """Return the value and the ends of a scale, each with its place."""
    observable, chosen = result.observable, result.selection
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
    result: IndicatorResult,
    goalpost: Goalpost,
    settings: Settings,
    score: float | None,
    band: str = "",
) -> Trace:
    steps: tuple[tuple[str, float], ...] = ()
    value = result.selection.value
    if value is not None and goalpost.scores is None:
        unclipped = distance_to_best(value, goalpost)
        steps = (("unclipped", unclipped),) if unclipped is not None else ()
    formula = "score-of-word" if goalpost.scores else f"normalise-{goalpost.transform or LINEAR}"
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
    settings: Settings = (("direction", observable.direction), *edges)
    return Trace("percent-of-benchmark", needed, (), settings, percent, str(points or ""))
