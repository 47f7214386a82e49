"""Progress by compound growth, as Eurostat, Statistics Canada and Open SDG publish it.

With a target: observed growth over required growth. Without: observed growth against fixed
thresholds, which are lowered near a limit that the value cannot pass.
"""

from generator.frozen import dataclass

NEAR_ZERO = 0.001
"""Stands for a base or target of zero, from which no growth can be computed."""

EXPONENT = 4.44
"""Of the reduction near a limit, as Statistics Canada publishes it."""

SUBSTANTIAL, MODERATE, LIMITED = "substantial", "moderate", "limited"
ACHIEVED, DETERIORATION = "achieved", "deterioration"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Lower edges of substantial, moderate and limited progress."""

    substantial: float
    moderate: float
    limited: float = 0.0


WITHOUT_TARGET = Thresholds(0.015, 0.005)
"""Growth per year in the wanted direction."""

WITH_TARGET = Thresholds(0.95, 0.60)
"""Observed over required growth."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Progress of a series: `value` is growth or a ratio, `score` from -5 to 5."""

    value: float | None
    score: float | None
    status: str


def annual_growth(base: float, value: float, years: int) -> float | None:
    """Return (value / base) ** (1 / years) - 1, 0 from zero to zero; None if their signs differ."""
    if years > 0 and value == base:
        return 0.0
    base = base or NEAR_ZERO
    if years <= 0 or value / base < 0:
        return None
    return float((value / base) ** (1 / years)) - 1.0


def growth_ratio(
    base: float, value: float, target: float, years: int, years_given: int, rising: bool
) -> float | None:
    """Return observed over required growth; below 0: away from the target."""
    observed = annual_growth(base, value, years)
    base, target = base or NEAR_ZERO, target or NEAR_ZERO
    required = annual_growth(base, target, years_given)
    if observed is None or not required:
        return None
    return _sign(base, rising) * observed / abs(required)


def limit_coefficient(base: float, limit: float) -> float:
    """Return by what the thresholds are multiplied near a limit: 0 at the limit, 1 far off.

    C = 1 - (x0 / lim)^4.44 up to the limit, 1 - ((2 lim - x0) / lim)^4.44 above it, 1 from twice
    the limit on.
    """
    base, limit = abs(base), abs(limit)
    if base >= 2 * limit:
        return 1.0
    share = base / limit if base <= limit else (2 * limit - base) / limit
    return float(1.0 - share**EXPONENT)


def measure_growth(
    base: float,
    value: float,
    years: int,
    direction: str,
    target: float | None = None,
    years_given: int = 0,
    limit: float | None = None,
) -> Growth:
    """Return the progress from `base` to `value` over `years`; direction `higher` or `lower`.

    `years_given` lie between base and target year. A limit counts without a target only.
    """
    rising = direction == "higher"
    if target is not None:
        target = target or NEAR_ZERO
        if value >= target if rising else value <= target:
            return Growth(growth_ratio(base, value, target, years, years_given, rising), 5.0,
                          ACHIEVED)  # fmt: skip
        ratio = growth_ratio(base, value, target, years, years_given, rising)
        score = None if ratio is None else _score_of_ratio(ratio)
        return Growth(ratio, score, _status(ratio, WITH_TARGET))
    observed = annual_growth(base, value, years)
    if observed is None:
        return Growth(None, None, "")
    growth = _sign(base, rising) * observed
    coefficient = 1.0 if limit is None else limit_coefficient(base, limit)
    edges = Thresholds(
        WITHOUT_TARGET.substantial * coefficient, WITHOUT_TARGET.moderate * coefficient
    )
    return Growth(growth, _score_of_growth(growth, coefficient, edges), _status(growth, edges))


def _sign(base: float, rising: bool) -> int:
    """Return 1 if growing magnitude is wanted, else -1."""
    return (1 if rising else -1) * (-1 if base < 0 else 1)


def _status(value: float | None, edges: Thresholds) -> str:
    if value is None:
        return ""
    if value >= edges.substantial:
        return SUBSTANTIAL
    if value >= edges.moderate:
        return MODERATE
    return LIMITED if value >= edges.limited else DETERIORATION


def _score_of_ratio(ratio: float) -> float:
    """Return -5 to 5: straight lines through -2.5 at 0, 0 at 0.60 and 2.5 at 0.95."""
    if ratio >= WITH_TARGET.moderate:
        return min(7.1429 * ratio - 4.2857, 5.0)
    return max(4.1667 * ratio - 2.5, -5.0)


def _score_of_growth(growth: float, coefficient: float, edges: Thresholds) -> float:
    """Return -5 to 5: straight lines through -2.5 at 0, 0 at 0.5 % and 2.5 at 1.5 % a year."""
    if growth < edges.limited:
        return max(125.0 * growth - 2.5, -5.0)
    if coefficient == 0:
        return 5.0
    reduced = growth / coefficient
    if growth >= edges.substantial:
        return min(500.0 * reduced - 5.0, 5.0)
    if growth >= edges.moderate:
        return 250.0 * reduced - 1.25
    return 500.0 * reduced - 2.5
