"""By how much a value may be off: an error for each quality that its row states.

The errors are declared in the policy, each with its reason. Independent ones add up as the root
of the sum of their squares (Guide to the Expression of Uncertainty in Measurement, 5.1.2).
"""

import math
from collections.abc import Iterator

from generator.assessment.rating.few_events import bounds_of
from generator.assessment.results import IndicatorResult
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.policy_records import EvidencePolicy
from generator.model.territories import CITY, STANDS_IN

EXACT, NEAR, UNDATED = "exact", "near", "undated"
LOW_RELIABILITY, TERRITORY, RESOLUTION = "low-reliability", "territory", "resolution"
REPORT = "report"
RATE = "rate"
"""The kind of unit of what is counted per 100 000 or the like."""


def classes_of(row: Observation, policy: EvidencePolicy) -> Iterator[str]:
    """Yield the classes of error of a row, but for the step in which it is stated."""
    yield NEAR if row.comparability == NEAR else EXACT
    if row.period_basis == REPORT:
        yield UNDATED
    if row.territory not in (None, CITY, *STANDS_IN):
        yield TERRITORY
    doubtful = policy.low_reliability
    if row.status in doubtful.statuses or row.quality in doubtful.qualities:
        yield LOW_RELIABILITY


def error_of(framework: Framework, row: Observation, value: float) -> float:
    """Return half the width of the range in which a value may lie, in its unit.

    Where the source states a range, or few events were counted, half of that. A share of error
    counts on what lies between the value and the nearer end of its unit, so that 97 % with access
    and 3 % without are equally sure.
    """
    bounds = bounds_of(framework, row)
    if bounds is not None:
        return (bounds[1] - bounds[0]) / 2.0
    policy = framework.policy.evidence
    room = room_of(framework, row.observable, value)
    parts = [_share(policy, name) * room for name in classes_of(row, policy)]
    parts.append(_share(policy, RESOLUTION) * step_of(row))
    return math.hypot(*parts)


def is_decided_by_error(framework: Framework, result: IndicatorResult) -> bool:
    """Return whether a target is said to be reached or not, and the figure's error decides it.

    What stands at the target itself is taken at its word; what is on its way to a target tells how
    far it has come.
    """
    row, value, post = result.selection.shown, result.selection.value, result.goalpost
    if row is None or value is None or result.score is None or post is None or post.best is None:
        return False
    is_said = result.stands_apart or result.is_reached
    return is_said and 0.0 < abs(value - post.best) < error_of(framework, row, value)


def probability_reached(framework: Framework, result: IndicatorResult) -> float | None:
    """Return how probably a value lies on the reached side of its target, from 0 to 1.

    It may lie anywhere within its error alike; what stands at the target itself is taken at its
    word. None for words, and for what is best between two ends.
    """
    row, value, post = result.selection.shown, result.selection.value, result.goalpost
    if row is None or value is None or result.score is None or post is None or post.best is None:
        return None
    if post.worst_above is not None:
        return None
    error = error_of(framework, row, value)
    low, high = bounds_of(framework, row) or (value - error, value + error)
    above = result.observable.direction == "higher"
    if post.worst is not None:
        above = post.worst < post.best
    if value == post.best or low == high:
        return float(value == post.best or (value > post.best) == above)
    beyond = (high - post.best) / (high - low)
    return min(1.0, max(0.0, beyond if above else 1.0 - beyond))


def _share(policy: EvidencePolicy, name: str) -> float:
    error = policy.errors.get(name)
    return 0.0 if error is None else error.share


def room_of(framework: Framework, observable: str, value: float) -> float:
    """Return what lies between a value and 0, or the largest possible value if that is nearer.

    Near either end it is never less than the policy's share of that value: 100 % and 0 % may be
    off, too. Of a rate only 0 is an end: nothing comes near 100 000 of 100 000.
    """
    _, largest = ends_of(framework, observable)
    if largest is None or value > largest:
        return abs(value)
    least = framework.policy.evidence.least_room * largest
    return max(least, min(abs(value), largest - value))


def ends_of(framework: Framework, observable: str) -> tuple[float | None, float | None]:
    """Return the ends that values come near: a rate has none above, whatever its range says."""
    low, high = range_of(framework, observable)
    unit = framework.unit_of.get(framework.observables[observable].unit)
    return low, None if unit is not None and unit.kind == RATE else high


def range_of(framework: Framework, observable: str) -> tuple[float | None, float | None]:
    """Return the smallest and the largest possible value; None where there is no such end."""
    known = framework.observables[observable]
    unit = framework.unit_of.get(known.unit)
    low = known.minimum if known.minimum is not None or unit is None else unit.minimum
    high = known.maximum if known.maximum is not None or unit is None else unit.maximum
    return low, None if known.may_exceed else high


def step_of(row: Observation) -> float:
    """Return the step to which a source states a value: as it says, or that of its last digit.

    What stands beside its counts is known as exactly as they are.
    """
    if row.resolution is not None:
        return row.resolution
    counted = row.numerator is not None and row.denominator
    text = "" if counted else row.value or ""
    if not text or "e" in text.lower():
        return 0.0
    return float(10 ** -len(text.partition(".")[2]))
