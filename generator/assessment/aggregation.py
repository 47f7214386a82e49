"""Indicator to area: weighted mean over what is available, coverage, bounds, contributions.

Equal weights unless the files say otherwise. Nothing is imputed: the mean never stands without
its coverage, and an area below the policy's coverage has no rating.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.assessment.benchmarking import band_of, pooled_percent
from generator.assessment.results import (
    AreaResult,
    Contribution,
    IndicatorResult,
    Trace,
    TraceInput,
)
from generator.model.framework_records import RatingPolicy
from generator.model.publication import Framework

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
    weight = sum(part for part, _ in countable)
    return sum(part * share for part, share in countable) / weight if weight else 0.0


def bounds_of(nodes: Sequence[Node]) -> tuple[float, float]:
    """Return the score if each missing assessable value were 0, and if it were 100."""
    countable = [node for node in nodes if node.assessable is not None]
    weight = sum(node.weight for node in countable)
    if not weight:
        return 0.0, 100.0
    low = sum(node.weight * node.low for node in countable) / weight
    high = sum(node.weight * node.high for node in countable) / weight
    return low, high


def aggregate_areas(
    framework: Framework, results: Mapping[str, IndicatorResult]
) -> Mapping[str, AreaResult]:
    """Return the result of every area of every scheme, and of each scheme as a whole."""
    found: dict[str, AreaResult] = {}
    for scheme in framework.schemes:
        _aggregate(scheme.scheme, framework, results, found)
    return found


def _aggregate(
    area: str,
    framework: Framework,
    results: Mapping[str, IndicatorResult],
    found: dict[str, AreaResult],
) -> AreaResult:
    weights = framework.policy.weights.get("default", {})
    nodes = []
    for child in framework.children(area):
        below = _aggregate(child.area, framework, results, found)
        nodes.append(_area_node(below, weights.get(child.area, child.weight)))
    for placement in framework.indicators_of.get(area, ()):
        result = results[placement.indicator]
        weight = weights.get(placement.indicator, placement.weight)
        nodes.append(_indicator_node(result, weight))
    members = [results[name] for name in framework.placed_below(area)]
    found[area] = area_result(area, nodes, members, framework.policy)
    return found[area]


def _area_node(below: AreaResult, weight: float) -> Node:
    assessable = below.assessable_coverage if below.assessable else None
    return Node(below.area, weight, below.score, assessable, below.low, below.high)


def _indicator_node(result: IndicatorResult, weight: float) -> Node:
    name = result.observable.id
    if result.score is not None:
        return Node(name, weight, result.score, 1.0, result.score, result.score)
    return Node(name, weight, None, 0.0 if result.is_assessable else None, 0.0, 100.0)


def area_result(
    area: str, nodes: Sequence[Node], members: Sequence[IndicatorResult], policy: RatingPolicy
) -> AreaResult:
    """Return the result of an area from its children and all indicators below it."""
    score, contributions = aggregate_nodes(nodes)
    low, high = bounds_of(nodes)
    coverage = coverage_of(nodes)
    rated = sum(member.score is not None for member in members)
    reason = _why_not_rated(score, rated, coverage, policy)
    points = [one.points for member in members for one in member.carriers if one.points]
    percent = pooled_percent(points, max(policy.points))
    return AreaResult(
        area=area,
        score=score,
        band=band_of(score, policy.bands) if score is not None and not reason else None,
        reason=reason,
        rated=rated,
        assessable=sum(member.is_assessable for member in members),
        total=len(members),
        reported=sum(member.is_reported for member in members),
        framework_coverage=rated / len(members) if members else 0.0,
        assessable_coverage=coverage,
        low=low,
        high=high,
        contributions=contributions,
        points=sum(points),
        points_scored=len(points),
        points_percent=percent,
        points_band=None if percent is None else band_of(percent, policy.bands),
        unlocking=tuple(
            member.observable.id
            for member in members
            if member.is_assessable and member.score is None
        ),
        trace=_trace(nodes, coverage, low, high, score, policy),
    )


def _why_not_rated(score: float | None, rated: int, coverage: float, policy: RatingPolicy) -> str:
    if score is None:
        return NOTHING_RATED
    if rated < policy.coverage.minimum_rated:
        return TOO_FEW
    return COVERAGE if round(coverage, 9) < policy.coverage.area else ""


def _trace(
    nodes: Sequence[Node],
    coverage: float,
    low: float,
    high: float,
    score: float | None,
    policy: RatingPolicy,
) -> Trace:
    inputs = tuple(
        TraceInput(node.id, node.score, unit="", status=f"{node.weight:g}")
        for node in nodes
        if node.score is not None
    )
    steps = (("coverage", coverage), ("low", low), ("high", high))
    settings: tuple[tuple[str, float | str], ...] = (
        ("coverage.area", policy.coverage.area),
        ("coverage.minimum_rated", float(policy.coverage.minimum_rated)),
    )
    return Trace("aggregate-arithmetic", inputs, steps, settings, score)
