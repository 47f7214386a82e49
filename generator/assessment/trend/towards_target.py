"""Towards the target: whether a series is on track, and at which rate.

In: the usable points of a series, the direction, what is aimed at. Out: a class with its reason.
The rate is linear, or that of compound growth as statistical offices publish it. After a break
the series begins anew.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from generator.assessment.results import IndicatorResult
from generator.assessment.trend.growth import growth_ratio
from generator.assessment.trend.robust_slope import mann_kendall, theil_sen
from generator.assessment.trend_results import ACHIEVED, NOT_ASSESSED, TrendResult
from generator.frozen import dataclass
from generator.model.policy_records import TrendPolicy

Score = Callable[[float], float | None]


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series; it may lie anywhere within `error` of it, in the unit."""

    year: int
    value: float
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Aim:
    """What a series should reach, and by when; `origin` is `city` or `goalpost`."""

    target: float
    year: int | None
    origin: str


def classify_trend(
    observable: str,
    points: Sequence[Point],
    direction: str,
    aim: Aim | None,
    score: Score | None,
    policy: TrendPolicy,
    breaks: Collection[int] = (),
) -> TrendResult:
    """Return the trend of a series in ascending years, since the last year in `breaks`.

    The first that holds: target achieved; not assessed; moved away from an achieved target;
    target year passed; without a target year the change of the score per year; else the rate.
    """
    if not points or direction == "none":
        reason = "no-direction" if points else "no-data"
        return TrendResult(observable, NOT_ASSESSED, reason)
    since = last_break(points, breaks)
    points = [point for point in points if since is None or point.year >= since]
    found = replace(_described(observable, points, direction, aim, score), since=since)
    if aim is not None and distance_left(points[-1].value, aim.target, direction) <= 0:
        return replace(found, trend=ACHIEVED)
    reason = _why_not_assessed(points, since, aim, score, policy)
    if reason:
        return replace(found, trend=NOT_ASSESSED, reason=reason)
    if aim is not None and distance_left(points[0].value, aim.target, direction) <= 0:
        return replace(found, trend="deterioration")
    if aim is None or aim.year is None:
        years = points[-1].year - points[0].year
        return replace(found, trend=class_of_change(found.score_change or 0.0, years, policy))
    rate = rate_of(points[0], points[-1], aim, direction, policy.method)
    if aim.year <= points[-1].year:
        return replace(found, trend="passed", rate=rate)
    if rate is None:
        return replace(found, trend=NOT_ASSESSED, reason="growth-undefined")
    projection = points[0].value + (found.change or 0.0) * (aim.year - points[0].year)
    return replace(found, trend=class_of_rate(rate, policy), rate=rate, projection=projection)


def last_break(points: Sequence[Point], breaks: Collection[int]) -> int | None:
    """Return the last year in which a new series begins, whether it has a figure or not.

    None if all points belong to one series.
    """
    first, last = points[0].year, points[-1].year
    return max((year for year in breaks if first < year <= last), default=None)


def distance_left(value: float, target: float, direction: str) -> float:
    """Return how far `value` is short of the target, in the unit; 0 or less: achieved."""
    if direction == "higher":
        return target - value
    return value - target if direction == "lower" else abs(value - target)


def rate_of(baseline: Point, latest: Point, aim: Aim, direction: str, method: str) -> float | None:
    """Return the observed change per year over the one required from the baseline.

    r = [(x1 - x0) / (t1 - t0)] / [(T - x0) / (tT - t0)]; for `towards` the distance to the target
    stands for x. `cagr` takes compound growth for both. None if the target year is not after
    the baseline, or growth is not defined.
    """
    if aim.year is None or aim.year <= baseline.year:
        return None
    years, given = latest.year - baseline.year, aim.year - baseline.year
    if method == "cagr":
        rising = aim.target > baseline.value
        return growth_ratio(baseline.value, latest.value, aim.target, years, given, rising)
    before = distance_left(baseline.value, aim.target, direction)
    after = distance_left(latest.value, aim.target, direction)
    return ((before - after) / years) / (before / given)


def class_of_rate(rate: float, policy: TrendPolicy) -> str:
    """Return the class of a rate; 1 is exactly the pace required."""
    rate = round(rate, 9)
    if rate >= policy.on_track:
        return "on-track"
    if rate >= policy.acceleration_needed:
        return "acceleration-needed"
    return "limited" if rate >= 0 else "deterioration"


def class_of_change(change: float, years: int, policy: TrendPolicy) -> str:
    """Return the class of a change of the score over some years, in points per year.

    It is little if it is slow, and small over all years too: else the slow fall of a long series
    would never be told.
    """
    moved = round(change * years, 9)
    slow = abs(round(change, 9)) < policy.score_change
    small = policy.score_moved is None or abs(moved) < policy.score_moved
    if not moved or (slow and small):
        return "little-change"
    return "improving" if moved > 0 else "deterioration"


def progress_of(points: Sequence[Point], aim: Aim | None, direction: str) -> list[float]:
    """Return the values of a series turned so that more is better."""
    sign = -1.0 if direction == "lower" else 1.0
    if direction == "towards" and aim is not None:
        return [-abs(point.value - aim.target) for point in points]
    return [sign * point.value for point in points]


def _why_not_assessed(
    points: Sequence[Point],
    since: int | None,
    aim: Aim | None,
    score: Score | None,
    policy: TrendPolicy,
) -> str:
    if len(points) < 2:
        return "one-observation" if since is None else "break"
    if points[-1].year - points[0].year < policy.minimum_years:
        return "too-close" if since is None else "break"
    if aim is not None and aim.year is not None:
        return ""
    if score is None or score(points[0].value) is None or score(points[-1].value) is None:
        return "no-target" if aim is None else "no-worst-value"
    return ""


def _described(
    observable: str,
    points: Sequence[Point],
    direction: str,
    aim: Aim | None,
    score: Score | None,
) -> TrendResult:
    """Return what is known of a series before it is classified."""
    first, last = points[0], points[-1]
    years = last.year - first.year
    values = [point.value for point in points]
    if direction == "towards" and aim is not None:
        values = [abs(value - aim.target) for value in values]
    scores = (score(first.value), score(last.value)) if score else (None, None)
    moved = None
    if years and scores[0] is not None and scores[1] is not None:
        moved = (scores[1] - scores[0]) / years
    return TrendResult(
        observable,
        NOT_ASSESSED,
        baseline_year=first.year,
        baseline=first.value,
        latest_year=last.year,
        latest=last.value,
        target=aim.target if aim else None,
        target_year=aim.year if aim else None,
        target_from=aim.origin if aim else "",
        change=(last.value - first.value) / years if years else None,
        score_change=moved,
        points=len(points),
        slope=theil_sen([(one.year, value) for one, value in zip(points, values, strict=True)]),
        probability=mann_kendall(values) if years else None,
    )


def pool_trends(indicator: str, parts: Sequence[TrendResult]) -> TrendResult:
    """Return the trend of an indicator from its rated data points: theirs, if they agree.

    What may not be said of one of them may not be said of the indicator.
    """
    classes = {part.trend for part in parts}
    if len(classes) == 1 and NOT_ASSESSED not in classes:
        untold = next((part.untold for part in parts if part.untold), "")
        away = any(part.moving_away for part in parts)
        return TrendResult(indicator, classes.pop(), moving_away=away, untold=untold)
    assessed = classes - {NOT_ASSESSED}
    return TrendResult(indicator, NOT_ASSESSED, "data-points" if assessed else "no-data")


def count_trends(
    trends: Mapping[str, TrendResult], members: Sequence[IndicatorResult]
) -> Mapping[str, int]:
    """Return how many indicators of an area have each trend that may be said, if they report."""
    found: dict[str, int] = {}
    for member in members:
        if member.is_reported:
            trend = trends[member.observable.id].told
            found[trend] = found.get(trend, 0) + 1
    return found
