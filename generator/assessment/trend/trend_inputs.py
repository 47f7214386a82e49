"""What a trend is made from: the usable points of a city's series, and what it should reach.

A trend uses every observation that could be rated but for its age; its latest one must be the
one that is rated or shown as usable, so that an old series has no trend.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.assessment.rating.data_errors import error_of, range_of
from generator.assessment.rating.headline_gate import CLIPPED, TURNED, why_not_led
from generator.assessment.rating.normalisation import distance_to_best, score_value
from generator.assessment.rating.selection import value_of, why_not_rated
from generator.assessment.results import IndicatorResult
from generator.assessment.traces import Trace, TraceInput
from generator.assessment.trend.series_breaks import breaks_among, dated_series
from generator.assessment.trend.telling import with_telling
from generator.assessment.trend.towards_target import (
    Aim,
    Point,
    Score,
    classify_trend,
    distance_left,
    pool_trends,
)
from generator.assessment.trend_results import ACHIEVED, NOT_ASSESSED, TrendResult
from generator.model.city_tables import Observation, Target
from generator.model.framework import Framework
from generator.model.framework_tables import Goalpost
from generator.model.publication import City

ANY_AGE = 10_000
POINT = "point"
"""The name of a year of the series among the inputs of a trace."""


def trends_of(
    framework: Framework,
    city: City,
    observables: Mapping[str, IndicatorResult],
    year: int,
    seen_in: int,
) -> Mapping[str, TrendResult]:
    """Return the trend of every observable of a city up to `year`, as it is read in `seen_in`."""
    found = {
        name: trend_of(framework, city, result, year, seen_in)
        for name, result in observables.items()
        if not result.data_points
    }
    for name, result in observables.items():
        if result.data_points:
            rated = [one.observable.id for one in result.data_points if one.score is not None]
            found[name] = pool_trends(name, [found[point] for point in rated])
    return found


def trend_of(
    framework: Framework, city: City, result: IndicatorResult, year: int, seen_in: int
) -> TrendResult:
    """Return the trend of an observable that carries a value."""
    observable, chosen, policy = result.observable, result.selection, framework.policy.trend
    if chosen.reason:
        return TrendResult(observable.id, NOT_ASSESSED, chosen.reason)
    multiplier = observable.multiplier
    used = {
        row.period.last: (row, value)
        for row in chosen.series
        if row.period is not None
        and row.period.last >= (policy.baseline_year or 0)
        and not why_not_rated(row, framework.status_of, year, ANY_AGE)
        and (value := _number(row, result.scale, multiplier)) is not None
    }
    points = [
        Point(at, value, error_at(framework, result.goalpost, row, value))
        for at, (row, value) in used.items()
    ]
    aim, place = aim_of(framework, city, result)
    direction = direction_of(result)
    found = classify_trend(
        observable.id,
        points,
        direction,
        aim,
        score_of(result.scale),
        policy,
        breaks_among(city, [row for row, _ in used.values()], dated_series(result)),
    )
    if found.baseline is None:
        return found
    kept = {at: one for at, one in used.items() if found.since is None or at >= found.since}
    found = with_telling(found, points, direction, aim, framework.policy.evidence.headline)
    rows = [row for row, _ in kept.values()]
    turned = TURNED if _has_turned([one for one in points if one.year in kept]) else ""
    unnamed = why_not_led(framework, city.record, result, rows, seen_in) or turned
    return replace(
        found,
        projection=_possible(framework, result, found.projection),
        unled=found.untold or unnamed or _beyond_what_is_asked(found, aim, direction),
        unnamed=unnamed,
        trace=_trace(framework, city, result, kept, found, place),
    )


def _has_turned(points: Sequence[Point]) -> bool:
    """Return whether the last step leads back, by more than both of its figures may be off."""
    if len(points) < 3:
        return False
    first, before, last = points[0], points[-2], points[-1]
    change, step = last.value - first.value, last.value - before.value
    return change * step < 0 and abs(step) > math.hypot(before.error, last.error)


def _beyond_what_is_asked(found: TrendResult, aim: Aim | None, direction: str) -> str:
    """Return that a series was at its target from the first year on, so that no more is asked."""
    if aim is None or found.baseline is None or found.moving_away:
        return ""
    always = found.trend == ACHIEVED and distance_left(found.baseline, aim.target, direction) <= 0
    return CLIPPED if always else ""


def _possible(framework: Framework, result: IndicatorResult, value: float | None) -> float | None:
    """Return the nearest possible value: a straight line may leave the range of its unit."""
    if value is None:
        return None
    low, high = range_of(framework, result.observable.id)
    value = value if low is None else max(value, low)
    return value if high is None else min(value, high)


def _number(row: Observation, goalpost: Goalpost | None, multiplier: float) -> float | None:
    """Return the value of an observation; of a word its score."""
    if goalpost is not None and goalpost.scores is not None:
        return score_value(row.value, None, goalpost)
    return value_of(row, multiplier)


def error_at(
    framework: Framework, goalpost: Goalpost | None, row: Observation, value: float
) -> float:
    """Return by how much a value of a series may be off; a word is not."""
    words = goalpost is not None and goalpost.scores is not None
    return 0.0 if words else error_of(framework, row, value)


def direction_of(result: IndicatorResult) -> str:
    words = result.scale is not None and result.scale.scores is not None
    return "higher" if words else result.observable.direction


def score_of(goalpost: Goalpost | None) -> Score | None:
    """Return the function from value to score, beyond 0 and 100 too; words are scores already."""
    if goalpost is None:
        return None
    if goalpost.scores is not None:
        return lambda value: value
    return lambda value: distance_to_best(value, goalpost)


def aim_of(
    framework: Framework, city: City, result: IndicatorResult
) -> tuple[Aim | None, TraceInput | None]:
    """Return what a series should reach, in the order of the policy, and where it is written."""
    for origin in framework.policy.trend.target_order:
        if origin == "city":
            found = _city_target(city, result)
        else:
            found = _goalpost_target(framework, result.goalpost)
        if found[0] is not None:
            return found
    return None, None


def _city_target(city: City, result: IndicatorResult) -> tuple[Aim | None, TraceInput | None]:
    """Return the city's nearest target not before its latest value; else its last one."""
    name, period = result.observable.id, result.selection.shown and result.selection.shown.period
    rows = sorted((row for row in city.targets if row.observable == name), key=_year_of)
    if not rows:
        return None, None
    latest = period.last if period else 0
    row = next((one for one in rows if one.year >= latest), rows[-1])
    place = TraceInput(
        "target", row.value, row.unit, str(row.year), "", row.source, city.targets.file, row.line
    )
    return Aim(row.value, row.year, "city"), place


def _year_of(row: Target) -> int:
    return row.year


def _goalpost_target(
    framework: Framework, goalpost: Goalpost | None
) -> tuple[Aim | None, TraceInput | None]:
    """Return the best goalpost with its year, or the year assumed for its kind."""
    if goalpost is None or (goalpost.best is None and goalpost.scores is None):
        return None, None
    best = 100.0 if goalpost.best is None else goalpost.best
    assumed = framework.policy.trend.assumed_years.get(goalpost.kind or "")
    year = goalpost.target_year or assumed
    place = TraceInput(
        "target", best, "", str(year or ""), "", goalpost.source or "", framework.goalposts.file,
        goalpost.line,
    )  # fmt: skip
    return Aim(best, year, "goalpost"), place


def _trace(
    framework: Framework,
    city: City,
    result: IndicatorResult,
    used: Mapping[int, tuple[Observation, float]],
    found: TrendResult,
    target: TraceInput | None,
) -> Trace:
    policy, unit = framework.policy.trend, result.observable.unit
    inputs = [
        TraceInput(
            POINT, value, unit, str(year), row.status or "A", row.source,
            city.observations.file, row.line,
        )
        for year, (row, value) in used.items()
    ]  # fmt: skip
    inputs += [target] if target else []
    inputs += _ends(framework, result)
    steps = [
        ("change", found.change), ("score-change", found.score_change), ("rate", found.rate),
        ("slope", found.slope), ("probability", found.probability),
    ]  # fmt: skip
    settings: tuple[tuple[str, float | str], ...] = (
        ("direction", direction_of(result)),
        ("target_from", found.target_from),
        ("scale", _scale(result.scale)),
        ("transform", (result.scale and result.scale.transform) or ""),
        ("method", policy.method),
        ("minimum_years", float(policy.minimum_years)),
        ("on_track", policy.on_track),
        ("acceleration_needed", policy.acceleration_needed),
        ("score_change", policy.score_change),
        *([("score_moved", policy.score_moved)] if policy.score_moved is not None else []),
    )
    kept = tuple((name, value) for name, value in steps if value is not None)
    return Trace("trend", tuple(inputs), kept, settings, found.rate, found.trend)


def _scale(goalpost: Goalpost | None) -> str:
    """Return what gives a value its score: goalposts, words, or nothing."""
    if goalpost is None:
        return "none"
    return "words" if goalpost.scores is not None else "goalposts"


def _ends(framework: Framework, result: IndicatorResult) -> list[TraceInput]:
    """Return the ends of the scale as inputs; words have none."""
    post = result.scale
    if post is None or post.scores is not None:
        return []
    named = (("worst", post.worst), ("worst_above", post.worst_above), ("best", post.best))
    return [
        TraceInput(
            name, end, result.observable.unit, source=post.source or "",
            file=framework.goalposts.file, line=post.line,
        )
        for name, end in named
        if end is not None
    ]  # fmt: skip
