"""A trend from all points of a series: the Theil-Sen slope and the Mann-Kendall test.

Theil (1950), Sen (1968): the median of the slopes between every two points, which no single year
can turn. Mann (1945), Kendall (1975): whether later values are larger than earlier ones more often
than chance would have it.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, combinations
from statistics import NormalDist, median

EXACT_UP_TO = 40
"""Points from which on the normal approximation is used."""


def theil_sen(points: Sequence[tuple[int, float]]) -> float | None:
    """Return the median slope, per year, of (year, value); None with fewer than two years."""
    slopes = [
        (later - earlier) / (end - start)
        for (start, earlier), (end, later) in combinations(points, 2)
        if end != start
    ]
    return median(slopes) if slopes else None


def mann_kendall(values: Sequence[float]) -> float:
    """Return the two-sided probability of a tendency at least as strong, were there none.

    Exact up to `EXACT_UP_TO` points, also with equal values: all orders of the values count as
    equally likely. Beyond, the normal approximation with the correction for continuity and
    Kendall's variance for ties.
    """
    pairs = list(combinations(values, 2))
    rising = sum(later > earlier for earlier, later in pairs)
    falling = sum(later < earlier for earlier, later in pairs)
    if rising == falling:
        return 1.0
    equal = tuple(sorted(Counter(values).values()))
    if len(values) > EXACT_UP_TO:
        return _approximate(rising - falling, equal)
    counts = _orders_by_inversions(equal)
    extreme = sum(counts[: min(rising, falling) + 1])
    return min(1.0, 2.0 * extreme / sum(counts))


@lru_cache(maxsize=256)
def _orders_by_inversions(equal: tuple[int, ...]) -> tuple[int, ...]:
    """Return how many orders of the values have 0, 1, 2 … inversions.

    `equal`: how often each value occurs. The counts are the coefficients of the Gaussian
    multinomial [n]! / ([t1]! [t2]! …), with [k]! = (1)(1 + q) … (1 + q + … + q^(k-1)).
    """
    counts = [1]
    for length in range(2, sum(equal) + 1):
        counts = _times(counts, length)
    for length in (length for often in equal for length in range(2, often + 1)):
        counts = _divided(counts, length)
    return tuple(counts)


def _times(counts: list[int], length: int) -> list[int]:
    """Return the product with 1 + q + … + q^(length - 1)."""
    sums = list(accumulate([*counts, *[0] * (length - 1)]))
    return [upto - (sums[at - length] if at >= length else 0) for at, upto in enumerate(sums)]


def _divided(counts: list[int], length: int) -> list[int]:
    """Return the quotient by 1 + q + … + q^(length - 1), which leaves no rest."""
    quotient: list[int] = []
    for at in range(len(counts) - length + 1):
        quotient.append(counts[at] - sum(quotient[max(0, at - length + 1) : at]))
    return quotient


def _approximate(score: int, equal: tuple[int, ...]) -> float:
    """Return the two-sided probability of Kendall's S by the normal distribution."""
    variance = (_spread(sum(equal)) - sum(map(_spread, equal))) / 18.0
    return 2.0 * NormalDist().cdf(-(abs(score) - 1) / math.sqrt(variance))


def _spread(points: int) -> int:
    return points * (points - 1) * (2 * points + 5)
