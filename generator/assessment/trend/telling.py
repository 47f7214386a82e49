"""What may be said of a change: the gate through which a trend becomes a sentence.

In: a trend by its first and last year. Out: why it may not be said, or nothing. A direction is
said only where all years bear it out.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from generator.assessment.trend.towards_target import Aim, Point, progress_of
from generator.assessment.trend_results import ACHIEVED, NOT_ASSESSED, TrendResult
from generator.model.policy_records import HeadlinePolicy

NO_CHANGE = "little-change"
FEW_POINTS, DIFFERS, BY_CHANCE, WITHIN_ERROR = "few-points", "differs", "by-chance", "within-error"
EXPECTED = {
    "on-track": 1, "acceleration-needed": 1, "limited": 1, "improving": 1, "deterioration": -1,
}  # fmt: skip
"""Which way a class claims that a series moved; 1 is for the better."""


def with_telling(
    trend: TrendResult,
    points: Sequence[Point],
    direction: str,
    aim: Aim | None,
    policy: HeadlinePolicy,
) -> TrendResult:
    """Return a trend with why its change may not be said, and whether it leaves its target.

    It does if the target is achieved and the change that may be said is for the worse.
    """
    untold = why_untold(trend, points, direction, aim, policy)
    progress = progress_of(_since_break(trend, points), aim, direction)
    leaves = trend.trend == ACHIEVED and not untold and progress[-1] < progress[0]
    return replace(trend, untold=untold, moving_away=leaves)


def why_untold(
    trend: TrendResult,
    points: Sequence[Point],
    direction: str,
    aim: Aim | None,
    policy: HeadlinePolicy,
) -> str:
    """Return why a change may not be said; empty if it may.

    It may be said of enough points since the last break, if the slope of Theil and Sen and the
    test of Mann and Kendall agree with the class, and if it is larger than the errors of the two
    ends together (the root of the sum of their squares).
    """
    if trend.trend in (NOT_ASSESSED, NO_CHANGE):
        return trend.trend
    points = _since_break(trend, points)
    if len(points) < policy.minimum_points:
        return FEW_POINTS
    progress = progress_of(points, aim, direction)
    moved = progress[-1] - progress[0]
    slope = trend.slope or 0.0
    better = slope if direction == "higher" else -slope
    expected = EXPECTED.get(trend.trend) or _sign(moved)
    if not expected == _sign(moved) == _sign(better):
        return DIFFERS
    if trend.probability is None or trend.probability > policy.level:
        return BY_CHANCE
    error = math.hypot(points[0].error, points[-1].error)
    return WITHIN_ERROR if abs(moved) <= error else ""


def _since_break(trend: TrendResult, points: Sequence[Point]) -> list[Point]:
    return [point for point in points if trend.since is None or point.year >= trend.since]


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
