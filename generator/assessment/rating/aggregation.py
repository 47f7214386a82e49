"""Indicator to area: weighted mean over what is available, coverage, bounds, contributions.

Equal weights unless the files say otherwise. Nothing is imputed: the mean never stands without
its coverage, and an area below the policy's coverage has no rating.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.assessment.rating.benchmarking import band_of
from generator.assessment.results import Contribution, Removal, Robustness
from generator.model.framework_records import RatingPolicy
from generator.model.hierarchy import ARITHMETIC, GEOMETRIC, Branch

NOTHING_RATED = "nothing-rated"
TOO_FEW = "too-few"
COVERAGE = "coverage"
OVERALL_OFF = "overall-off"
AREA_NOT_RATED = "area-not-rated"


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


def mean_of(scored: Iterable[tuple[float, float | None]], method: str = ARITHMETIC) -> float | None:
    """Return the weighted mean of pairs of weight and score, over the available scores.

    Arithmetic: sum(w S) / sum(w). Geometric: exp(sum(w ln S) / sum(w)), 0 if a score is 0. None
    if there are no scores or all weigh nothing. The order of the pairs changes no digit.
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


def aggregate_nodes(nodes: Sequence[Node]) -> tuple[float | None, tuple[Contribution, ...]]:
    """Return the weighted arithmetic mean of the available scores and what each adds to it.

    S = sum(w S) / sum(w) over the available; None if there are none or all weigh nothing.
    """
    available = [node for node in nodes if node.score is not None and node.weight > 0]
    weight = sum(node.weight for node in available)
    if not available:
        return None, ()
    contributions = tuple(
        Contribution(node.id, node.weight / weight, node.score, node.weight * node.score / weight)
        for node in available
        if node.score is not None
    )
    return sum(part.points for part in contributions), contributions


def coverage_of(nodes: Sequence[Node]) -> float:
    """Return the rated share of the weight that could be rated; 0 if none could."""
    countable = [(node.weight, node.assessable) for node in nodes if node.assessable is not None]
    weight = math.fsum(part for part, _ in countable)
    return math.fsum(part * share for part, share in countable) / weight if weight else 0.0


def bounds_of(nodes: Sequence[Node], method: str = ARITHMETIC) -> tuple[float, float]:
    """Return the score if each missing assessable value were 0, and if it were 100."""
    countable = [node for node in nodes if node.assessable is not None]
    low = mean_of([(node.weight, node.low) for node in countable], method)
    high = mean_of([(node.weight, node.high) for node in countable], method)
    return (0.0, 100.0) if low is None or high is None else (low, high)


def scores_under(
    branch: Branch, scores: Mapping[str, float | None], method: str | None = None
) -> Mapping[str, float | None]:
    """Return the score of every area of a tree; `method` replaces those of the tree."""
    found: dict[str, float | None] = {}
    for area in branch.areas:
        members = area.members or ()
        pairs = [
            (one.weight, scores.get(one.id) if one.members is None else found[one.id])
            for one in members
        ]
        found[area.id] = mean_of(pairs, method or area.method)
    return found


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


def robustness_of(
    nodes: Sequence[Node],
    score: float | None,
    geometric: float | None,
    weight_sets: Mapping[str, float | None],
) -> Robustness | None:
    """Return the score under other assumptions; None if there is none under the usual ones."""
    if score is None:
        return None
    return Robustness(geometric, weight_sets, removals_of(nodes, score))


def why_not_rated(
    score: float | None, rated: float, coverage: float, limit: float, minimum: float
) -> str:
    """Return why an area has no rating; empty if it has one."""
    if score is None:
        return NOTHING_RATED
    if rated < minimum:
        return TOO_FEW
    return COVERAGE if round(coverage, 9) < limit else ""


def why_no_overall(
    score: float | None, coverage: float, areas_rated: bool, limit: float, published: bool
) -> str:
    """Return why a scheme as a whole has no rating; empty if it has one."""
    if not published:
        return OVERALL_OFF
    if score is None:
        return NOTHING_RATED
    if round(coverage, 9) < limit:
        return COVERAGE
    return "" if areas_rated else AREA_NOT_RATED


def band_if_rated(score: float | None, reason: str, policy: RatingPolicy) -> str | None:
    """Return the band of a rating; None if there is none."""
    return band_of(score, policy.bands) if score is not None and not reason else None
