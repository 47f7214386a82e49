"""The axis of values: where it begins and ends, and its gridlines. Pure arithmetic."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_LEAST_SPAN = 0.25
"""The axis spans at least this share of the largest value: small changes look small."""
_NEAR_ZERO = 0.5
"""A smallest value below this share of the largest takes zero onto the axis."""
_LEAST_DATA = 0.35
"""A reference is taken onto the axis while the values keep this share of its height."""
_MARGIN = 0.07
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


def make_scale(
    values: Sequence[float],
    references: Sequence[float],
    minimum: float | None,
    maximum: float | None,
    most_ticks: int,
) -> Scale:
    """Return an axis that shows `values`, and those `references` that lie near them.

    It never goes beyond `minimum` and `maximum`, the possible values of the unit, unless a
    value does.
    """
    least = min(values) if minimum is None else min(minimum, *values)
    most = max(values) if maximum is None else max(maximum, *values)
    low, high = _widen(min(values), max(values), minimum, maximum)
    span = high - low
    for reference in sorted(references, key=lambda r: max(low - r, r - high)):
        wider = max(high, reference) - min(low, reference)
        if span >= _LEAST_DATA * wider:
            low, high = min(low, reference), max(high, reference)
    margin = (high - low) * _MARGIN
    low, high = low - (margin if low != 0 else 0), high + margin
    low = low if minimum is None else max(low, min(least, low + margin))
    high = high if maximum is None else min(high, max(most, high - margin))
    ticks, decimals = _ticks(low, high, most_ticks)
    return Scale(low, high, ticks, decimals)


def _widen(
    low: float, high: float, minimum: float | None, maximum: float | None
) -> tuple[float, float]:
    if 0 <= low <= _NEAR_ZERO * high:
        low = 0.0
    if _NEAR_ZERO * low >= high and high <= 0:
        high = 0.0
    least = _LEAST_SPAN * max(abs(low), abs(high)) or 1.0
    missing = least - (high - low)
    if missing > 0:
        low, high = low - missing / 2, high + missing / 2
        if maximum is not None and high > maximum >= high - missing / 2:
            low, high = low - (high - maximum), maximum
        if minimum is not None and low < minimum <= low + missing / 2:
            low, high = minimum, high + (minimum - low)
    return low, high


def _ticks(low: float, high: float, most: int) -> tuple[tuple[float, ...], int]:
    """Return at most `most` round numbers within the axis, and the decimals they need."""
    rough = (high - low) / max(1, most - 1)
    power = math.floor(math.log10(rough))
    step = next(f for f in _STEPS if f * 10.0**power >= rough * (1 - 1e-9))
    size = step * 10.0**power
    first, last = math.ceil(low / size - 1e-6), math.floor(high / size + 1e-6)
    decimals = max(0, -power + (1 if step == 2.5 else 0) - (1 if step == 10.0 else 0))
    return tuple(count * size for count in range(first, last + 1)), decimals
