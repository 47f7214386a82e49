"""Indicator to area: weighted mean over what is available, coverage, bounds, contributions.

Equal weights unless the files say otherwise. Nothing is imputed: the mean never stands without
its coverage, and an area below its limits has no rating. All sums are exact, so that the order of
the members changes no digit.
"""

import math
from collections.abc import Iterable, Sequence

from generator.assessment.results import Contribution, Removal
from generator.frozen import dataclass
from generator.model.hierarchy import ARITHMETIC, GEOMETRIC

NOTHING_RATED = "nothing-rated"
TOO_FEW = "too-few"
COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Node:
    """A child of an area: its weight, and its score if it has one.

    `assessable` is the coverage that counts: 1 for a rated indicator, 0 for one that could be
    rated, None for one that has no scale. `low` and `high` bound the score.
    """

    id: str
    weight: float
    score: float | None
    assessable: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What an area needs for a rating: a share of the weight, and a number of indicators."""

    coverage: float
    rated: int = 0


def mean_of(scored: Iterable[tuple[float, float | None]], method: str = ARITHMETIC) -> float | None:
    """Return the weighted mean of pairs of weight and score, over the available scores.

    Arithmetic: sum(w S) / sum(w). Geometric: exp(sum(w ln S) / sum(w)), 0 if a score is 0. None
    if there are no scores or all weigh nothing.
    """
    available = [(weight, score) for weight, score in scored if score is not None and weight > 0]
    total = math.fsum(weight for weight, _ in available)
    if not available:
        return None
    if method != GEOMETRIC:
        return math.fsum(weight * score for weight, score in available) / total
    if min(score for _, score in available) <= 0:
        return 0.0
    return math.exp(math.fsum(weight * math.log(score) for weight, score in available) / total)


def contributions_of(nodes: Sequence[Node]) -> tuple[Contribution, ...]:
    """Return what each available score adds to the weighted arithmetic mean."""
    available = [
        (node.id, node.weight, node.score)
        for node in nodes
        if node.score is not None and node.weight > 0
    ]
    total = math.fsum(weight for _, weight, _ in available)
    return tuple(
        Contribution(name, weight / total, score, weight * score / total)
        for name, weight, score in available
    )


def coverage_of(nodes: Sequence[Node]) -> float:
    """Return the rated share of the weight that could be rated; 0 if none could."""
    countable = [(node.weight, node.assessable) for node in nodes]
    return mean_of(countable) or 0.0


def bounds_of(nodes: Sequence[Node], method: str = ARITHMETIC) -> tuple[float, float]:
    """Return the score if each missing assessable value were 0, and if it were 100."""
    countable = [node for node in nodes if node.assessable is not None]
    low = mean_of([(node.weight, node.low) for node in countable], method)
    high = mean_of([(node.weight, node.high) for node in countable], method)
    return 0.0 if low is None else low, 100.0 if high is None else high


def removals_of(nodes: Sequence[Node], score: float | None) -> tuple[Removal, ...]:
    """Return the score without each child that has one, and how much it changes."""
    removals = []
    for left_out in nodes:
        if left_out.score is None or score is None:
            continue
        rest = mean_of([(node.weight, node.score) for node in nodes if node is not left_out])
        change = None if rest is None else rest - score
        removals.append(Removal(left_out.id, rest, change))
    return tuple(removals)


def why_not_rated(limits: Limits, score: float | None, coverage: float, rated: float) -> str:
    """Return why an area has no rating; empty if it has one."""
    if score is None:
        return NOTHING_RATED
    if rated < limits.rated:
        return TOO_FEW
    return COVERAGE if round(coverage, 9) < limits.coverage else ""
