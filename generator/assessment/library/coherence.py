"""Whether indicators belong together: correlations within an area, and weight against variance.

OECD/JRC handbook, steps 7 and 8. In: the scores of cities. Out: plain numbers; what cannot be
computed, from fewer than three cities or without spread, is None.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import fmean

from generator.frozen import dataclass

Scores = Mapping[str, float]
"""City to score."""

REDUNDANT = 0.92
"""Correlation from which on two indicators say the same (JRC)."""

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an area beside the area itself.

    `weight` is its share of the weight, `variance` its share of the variance of the mean:
    covariance of what it adds with the mean over the variance of the mean, adding up to 1.
    `correlation` is that with the area, `with_rest` that with the mean of the other members.
    """

    member: str
    cities: int
    weight: float
    variance: float | None
    correlation: float | None
    with_rest: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two members of an area; `remark` is `negative`, `redundant` or empty."""

    one: str
    other: str
    cities: int
    correlation: float | None
    remark: str


def members_of(
    scores: Mapping[str, Scores], weights: Mapping[str, float], area: Scores
) -> tuple[Member, ...]:
    """Return every member beside the area, over the cities that have all of them."""
    complete = [city for city in area if all(city in scores[name] for name in weights)]
    total = math.fsum(weights.values())
    mean = [
        math.fsum(weights[name] * scores[name][city] for name in weights) / total
        for city in complete
    ]
    found = []
    for name, weight in weights.items():
        own = [scores[name][city] for city in complete]
        share = weight / total
        rest = [
            (whole - share * score) / (1.0 - share) if share < 1.0 else whole
            for whole, score in zip(mean, own, strict=True)
        ]
        spread = covariance(mean, mean)
        added = covariance([share * score for score in own], mean)
        variance = None if not spread or added is None else added / spread
        both = [city for city in area if city in scores[name]]
        found.append(
            Member(
                name,
                len(both),
                share,
                variance,
                correlation([scores[name][city] for city in both], [area[city] for city in both]),
                correlation(own, rest) if share < 1.0 else None,
            )
        )
    return tuple(found)


def pairs_of(scores: Mapping[str, Scores]) -> tuple[Pair, ...]:
    """Return the correlation of every two members over the cities that have both."""
    found = []
    for one, other in combinations(scores, 2):
        both = [city for city in scores[one] if city in scores[other]]
        value = correlation(*([scores[name][city] for city in both] for name in (one, other)))
        found.append(Pair(one, other, len(both), value, _remark(value)))
    return tuple(found)


def _remark(value: float | None) -> str:
    if value is None or 0 <= value < REDUNDANT:
        return ""
    return "negative" if value < 0 else "redundant"


def covariance(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return the covariance of a sample; None below three values."""
    if len(one) < FEWEST:
        return None
    mean, beside = fmean(one), fmean(other)
    products = ((a - mean) * (b - beside) for a, b in zip(one, other, strict=True))
    return math.fsum(products) / (len(one) - 1)


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return the correlation of Pearson; None below three values or without spread."""
    joint = covariance(one, other)
    spreads = covariance(one, one), covariance(other, other)
    if joint is None or not spreads[0] or not spreads[1]:
        return None
    return joint / math.sqrt(spreads[0] * spreads[1])
