"""The results of all areas of all schemes, from the results of the indicators."""

from collections.abc import Mapping, Sequence

from generator.assessment.rating.aggregation import (
    Node,
    aggregate_nodes,
    band_if_rated,
    bounds_of,
    coverage_of,
    robustness_of,
    scores_under,
    why_no_overall,
    why_not_rated,
)
from generator.assessment.rating.benchmarking import band_of, edges_as_settings, pooled_percent
from generator.assessment.results import AreaResult, IndicatorResult, Trace, TraceInput
from generator.model.framework_records import RatingPolicy
from generator.model.hierarchy import DEFAULT_WEIGHTS, GEOMETRIC, Branch
from generator.model.publication import Framework

Scores = Mapping[str, float | None]


def aggregate_areas(
    framework: Framework, results: Mapping[str, IndicatorResult]
) -> Mapping[str, AreaResult]:
    """Return the result of every area of every scheme, and of each scheme as a whole."""
    found: dict[str, AreaResult] = {}
    scores = {name: result.score for name, result in results.items()}
    for scheme in framework.schemes:
        tree = framework.trees[scheme.scheme, DEFAULT_WEIGHTS]
        geometric = scores_under(tree, scores, GEOMETRIC)
        sets = {
            name: scores_under(framework.trees[scheme.scheme, name], scores)
            for name in framework.policy.weights
            if name != DEFAULT_WEIGHTS
        }
        for branch in tree.areas:
            found[branch.id] = _assess_area(
                branch, framework.policy, results, found, geometric, sets
            )
    return found


def _assess_area(
    branch: Branch,
    policy: RatingPolicy,
    results: Mapping[str, IndicatorResult],
    found: Mapping[str, AreaResult],
    geometric: Scores,
    sets: Mapping[str, Scores],
) -> AreaResult:
    """Return the result of an area; those of the areas below are in `found`."""
    below = branch.members or ()
    nodes = [_node(member, results, found) for member in below]
    members = [results[name] for name in branch.leaves]
    score, contributions = aggregate_nodes(nodes)
    low, high = bounds_of(nodes)
    coverage = coverage_of(nodes)
    rated = sum(member.score is not None for member in members)
    limits = policy.coverage
    areas_rated = all(found[one.id].band for one in below if one.members is not None)
    if is_scheme(branch.id):
        reason = why_no_overall(
            score, coverage, areas_rated, limits.overall, policy.publish_overall
        )
    else:
        reason = why_not_rated(score, rated, coverage, limits.area, limits.minimum_rated)
    band = band_if_rated(score, reason, policy)
    scored = [one for member in members for one in member.carriers if one.points]
    points = [one.points for one in scored if one.points]
    percent = pooled_percent(points, max(policy.points))
    inputs = [one for member in members for one in member.carriers if one.score is not None]
    return AreaResult(
        area=branch.id,
        score=score,
        band=band,
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
        trace=_trace(
            nodes,
            (("rated", rated), ("areas_rated", areas_rated)),
            (coverage, low, high),
            (score, band),
            _limits(branch.id, policy),
        ),
        inputs=len(inputs),
        flagged=sum(one.flagged for one in inputs),
        robustness=robustness_of(
            nodes, score, geometric[branch.id], {name: one[branch.id] for name, one in sets.items()}
        ),
        points_trace=_points_trace(scored, percent, policy),
    )


def _node(
    member: Branch, results: Mapping[str, IndicatorResult], found: Mapping[str, AreaResult]
) -> Node:
    if member.members is not None:
        below = found[member.id]
        assessable = below.assessable_coverage if below.assessable else None
        return Node(member.id, member.weight, below.score, assessable, below.low, below.high)
    result = results[member.id]
    if result.score is not None:
        return Node(member.id, member.weight, result.score, 1.0, result.score, result.score)
    assessable = 0.0 if result.is_assessable else None
    return Node(member.id, member.weight, None, assessable, 0.0, 100.0)


def is_scheme(area: str) -> bool:
    """Return whether an id is that of a scheme as a whole."""
    return "/" not in area


def _trace(
    nodes: Sequence[Node],
    counted: tuple[tuple[str, int], ...],
    found: tuple[float, float, float],
    result: tuple[float | None, str | None],
    limits: tuple[tuple[str, float | str], ...],
) -> Trace:
    inputs = tuple(
        TraceInput(node.id, node.score, weight=node.weight)
        for node in nodes
        if node.score is not None
    )
    steps = (
        *((name, float(value)) for name, value in counted),
        *zip(("coverage", "low", "high"), found, strict=True),
    )
    score, band = result
    return Trace("aggregate-arithmetic", inputs, steps, limits, score, band or "")


def _limits(area: str, policy: RatingPolicy) -> tuple[tuple[str, float | str], ...]:
    """Return what an area, or a scheme as a whole, needs for a rating, as settings of a trace."""
    limits: tuple[tuple[str, float | str], ...] = (
        ("coverage.area", policy.coverage.area),
        ("coverage.minimum_rated", float(policy.coverage.minimum_rated)),
    )
    if is_scheme(area):
        limits = (
            ("coverage.overall", policy.coverage.overall),
            ("publish_overall", "yes" if policy.publish_overall else "no"),
        )
    return (*limits, *edges_as_settings("bands", policy.bands))


def _points_trace(
    scored: Sequence[IndicatorResult], percent: float | None, policy: RatingPolicy
) -> Trace | None:
    if percent is None:
        return None
    inputs = tuple(TraceInput(one.observable.id, float(one.points or 0)) for one in scored)
    settings: tuple[tuple[str, float | str], ...] = (
        ("points.maximum", float(max(policy.points))),
        *edges_as_settings("bands", policy.bands),
    )
    return Trace("pooled-points", inputs, (), settings, percent, band_of(percent, policy.bands))
