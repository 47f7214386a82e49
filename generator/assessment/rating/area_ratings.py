"""The results of all areas of all schemes, from the results of the indicators."""

from collections.abc import Mapping, Sequence

from generator.assessment.rating.aggregation import Limits, removals_of
from generator.assessment.rating.benchmarking import band_of, edges_as_settings, pooled_percent
from generator.assessment.rating.composite import (
    AreaRating,
    Scores,
    indicator_node,
    rate_tree,
    scores_under,
)
from generator.assessment.results import AreaResult, IndicatorResult, Robustness
from generator.assessment.traces import Trace, TraceInput
from generator.model.framework import Framework
from generator.model.framework_records import RatingPolicy
from generator.model.hierarchy import DEFAULT_WEIGHTS, GEOMETRIC, Branch


def aggregate_areas(
    framework: Framework, results: Mapping[str, IndicatorResult]
) -> Mapping[str, AreaResult]:
    """Return the result of every area of every scheme, and of each scheme as a whole."""
    policy = framework.policy
    found: dict[str, AreaResult] = {}
    scores = {name: result.score for name, result in results.items()}
    nodes = {
        name: indicator_node(name, result.score, result.is_assessable)
        for name, result in results.items()
    }
    for scheme in framework.schemes:
        tree = framework.trees[scheme.scheme, DEFAULT_WEIGHTS]
        geometric = scores_under(tree, scores, GEOMETRIC)
        sets = {
            name: scores_under(framework.trees[scheme.scheme, name], scores)
            for name in policy.weights
            if name != DEFAULT_WEIGHTS
        }
        limits = {area.id: limits_of(policy, area.id) for area in tree.areas}
        ratings = rate_tree(tree, nodes, limits)
        for area in tree.areas:
            members = [results[name] for name in area.leaves]
            robustness = _robustness(ratings[area.id], geometric, sets)
            found[area.id] = _area_result(area, ratings[area.id], members, policy, robustness)
    return found


def limits_of(policy: RatingPolicy, area: str) -> Limits:
    """Return what the policy asks of an area, or of a scheme as a whole."""
    coverage = policy.coverage
    if is_scheme(area):
        return Limits(coverage.overall, areas_rated=True, published=policy.publish_overall)
    return Limits(coverage.area, coverage.minimum_rated)


def _robustness(
    rating: AreaRating, geometric: Scores, sets: Mapping[str, Scores]
) -> Robustness | None:
    """Return the score under other assumptions; None if there is none under the usual ones."""
    area, score = rating.node.id, rating.node.score
    if score is None:
        return None
    weight_sets = {name: scores[area] for name, scores in sets.items()}
    return Robustness(geometric[area], weight_sets, removals_of(rating.members, score))


def _area_result(
    area: Branch,
    rating: AreaRating,
    members: Sequence[IndicatorResult],
    policy: RatingPolicy,
    robustness: Robustness | None,
) -> AreaResult:
    score, bands = rating.node.score, policy.bands
    band = band_of(score, bands) if score is not None and not rating.reason else None
    carriers = [one for member in members for one in member.carriers if one.score is not None]
    scored = [one for one in carriers if one.points]
    percent = pooled_percent([one.points or 0 for one in scored], max(policy.points))
    return AreaResult(
        area=area.id,
        score=score,
        band=band,
        reason=rating.reason,
        rated=rating.rated,
        assessable=sum(member.is_assessable for member in members),
        total=len(members),
        reported=sum(member.is_reported for member in members),
        framework_coverage=rating.rated / len(members) if members else 0.0,
        assessable_coverage=rating.coverage,
        low=rating.node.low,
        high=rating.node.high,
        contributions=rating.contributions,
        points=sum(one.points or 0 for one in scored),
        points_scored=len(scored),
        points_percent=percent,
        points_band=None if percent is None else band_of(percent, bands),
        unlocking=tuple(one.observable.id for one in members if _unlocks(one)),
        trace=_trace(rating, band, policy),
        inputs=len(carriers),
        flagged=sum(one.flagged for one in carriers),
        robustness=robustness,
        points_trace=_points_trace(scored, percent, policy),
    )


def _unlocks(result: IndicatorResult) -> bool:
    """Return whether a usable value would raise the coverage."""
    return result.is_assessable and result.score is None


def is_scheme(area: str) -> bool:
    """Return whether an id is that of a scheme as a whole."""
    return "/" not in area


def _trace(rating: AreaRating, band: str | None, policy: RatingPolicy) -> Trace:
    node = rating.node
    inputs = tuple(
        TraceInput(one.id, one.score, weight=one.weight)
        for one in rating.members
        if one.score is not None
    )
    steps = (
        ("rated", float(rating.rated)),
        ("areas_rated", float(rating.areas_rated)),
        ("coverage", rating.coverage),
        ("low", node.low),
        ("high", node.high),
    )
    settings = _settings(node.id, policy)
    return Trace("aggregate-arithmetic", inputs, steps, settings, node.score, band or "")


def _settings(area: str, policy: RatingPolicy) -> tuple[tuple[str, float | str], ...]:
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
