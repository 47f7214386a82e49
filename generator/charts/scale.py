"""The axis of values: where it begins and ends, and its gridlines. Pure arithmetic."""

import math
from collections.abc import Sequence

from generator.frozen import dataclass

_LEAST_SPAN = 0.15
"""The axis spans at least this share of the largest value: small changes look small."""
_NEAR_ZERO = 0.5
"""A smallest value below this share of the largest takes zero onto the axis."""
_LEAST_DATA = 0.3
"""A reference is taken onto the axis while the values keep this share of its height."""
_MARGIN_BELOW = 0.14
"""Room for a value written under the lowest point; above the axis there is room anyway."""
_MARGIN_ABOVE = 0.06
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` with gridlines at `ticks`, printed with `decimals`."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high

    def share(self, value: float) -> float:
        """Return how far up the axis `value` lies, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def decimals_of(value: float) -> int:
    """Return the decimals that a round number carries: "10", not "10.0"."""
    return next((places for places in range(6) if math.isclose(round(value, places), value)), 6)


def make_scale(
    values: Sequence[float],
    references: Sequence[float],
    minimum: float | None,
    maximum: float | None,
    most_ticks: int,
) -> Scale:
    """Return an axis that shows `values`, and those `references` that lie near them.

    The references come in the order of their importance: an earlier one may crowd out a later.

    It never goes beyond `minimum` and `maximum`, the possible values of the unit, unless a
    value does.
    """
    low, high = _widen(min(values), max(values), minimum, maximum)
    span = high - low
    for reference in references:
        wider = max(high, reference) - min(low, reference)
        if span >= _LEAST_DATA * wider:
            low, high = min(low, reference), max(high, reference)
    height = high - low
    low -= height * _MARGIN_BELOW if low else 0
    high += height * _MARGIN_ABOVE if high else 0
    if minimum is not None:
        low = max(low, min(minimum, *values))
    if maximum is not None:
        high = min(high, max(maximum, *values))
    ticks, decimals = _ticks(low, high, most_ticks)
    return Scale(low, high, ticks, decimals)


def _widen(
    low: float, high: float, minimum: float | None, maximum: float | None
) -> tuple[float, float]:
    """Return the axis of values alone: with zero where it is near, and not too narrow."""
    if 0 <= low <= _NEAR_ZERO * high:
        low = 0.0
    elif low <= _NEAR_ZERO * low <= high <= 0 or low < high == 0:
        high = 0.0
    missing = (_LEAST_SPAN * max(abs(low), abs(high)) or 1.0) - (high - low)
    if missing <= 0:
        return low, high
    above = below = missing / 2
    if maximum is not None:
        above = min(above, max(0.0, maximum - high))
        below = missing - above
    if minimum is not None and low - below < minimum:
        below = max(0.0, low - minimum)
        above = missing - below
    return low - below, high + above


def _ticks(low: float, high: float, most: int) -> tuple[tuple[float, ...], int]:
    """Return at most `most` round numbers within the axis, and the decimals they need."""
    rough = (high - low) / max(1, most - 1)
    power = math.floor(math.log10(rough))
    step = next(f for f in _STEPS if f * 10.0**power >= rough * (1 - 1e-9))
    size = step * 10.0**power
    first, last = math.ceil(low / size - 1e-6), math.floor(high / size + 1e-6)
    decimals = max(0, -power + (1 if step == 2.5 else 0) - (1 if step == 10.0 else 0))
    return tuple(count * size for count in range(first, last + 1)), decimals
