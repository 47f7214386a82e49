"""The results of all areas of all schemes, from the results of the indicators."""

from collections.abc import Mapping, Sequence
from statistics import median

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
from generator.assessment.traces import Settings, Trace, TraceInput
from generator.model.framework import Framework
from generator.model.hierarchy import DEFAULT_WEIGHTS, GEOMETRIC, Branch
from generator.model.policy_records import RatingPolicy

NO_SCORE = "no-score"
"""Why a scheme as a whole is not rated: there is no mean over all areas."""


def aggregate_areas(
    framework: Framework, results: Mapping[str, IndicatorResult]
) -> Mapping[str, AreaResult]:
    """Return the result of every area of every scheme, and of each scheme as a whole.

    Scores are means of targets, without floors and yes or no; a scheme has none.
    """
    policy = framework.policy
    found: dict[str, AreaResult] = {}
    scores = {name: result.mean_score for name, result in results.items()}
    nodes = {
        name: indicator_node(name, result.mean_score, result.counts)
        for name, result in results.items()
    }
    limits = Limits(0.0, policy.coverage.minimum_rated)
    for scheme in framework.schemes:
        tree = framework.trees[scheme.scheme, DEFAULT_WEIGHTS]
        geometric = scores_under(tree, scores, GEOMETRIC)
        sets = {
            name: scores_under(framework.trees[scheme.scheme, name], scores)
            for name in policy.weights
            if name != DEFAULT_WEIGHTS
        }
        ratings = rate_tree(tree, nodes, {area.id: limits for area in tree.areas})
        for area in tree.areas:
            members = [results[name] for name in area.leaves]
            score = None if is_scheme(area.id) else _score(ratings[area.id])
            robustness = _robustness(ratings[area.id], score, geometric, sets)
            found[area.id] = _area_result(
                area, ratings[area.id], score, members, policy, robustness
            )
    return found


def _score(rating: AreaRating) -> float | None:
    """Return the score of an area; None if too few of its indicators are rated."""
    return None if rating.reason else rating.node.score


def _robustness(
    rating: AreaRating, score: float | None, geometric: Scores, sets: Mapping[str, Scores]
) -> Robustness | None:
    """Return the score under other assumptions; None if there is none under the usual ones."""
    area = rating.node.id
    if score is None:
        return None
    weight_sets = {name: scores[area] for name, scores in sets.items()}
    return Robustness(geometric[area], weight_sets, removals_of(rating.members, score))


def _area_result(
    area: Branch,
    rating: AreaRating,
    score: float | None,
    members: Sequence[IndicatorResult],
    policy: RatingPolicy,
    robustness: Robustness | None,
) -> AreaResult:
    bands = policy.bands
    band = band_of(score, bands) if score is not None else None
    carriers = [one for member in members for one in member.carriers]
    inputs = [one for one in carriers if one.mean_score is not None]
    targets = [one for one in carriers if one.score is not None]
    scored = [one for one in carriers if one.points]
    positions = [one.position for one in members if one.position is not None]
    percent = pooled_percent([one.points or 0 for one in scored], max(policy.points))
    return AreaResult(
        area=area.id,
        score=score,
        band=band,
        reason=NO_SCORE if is_scheme(area.id) else rating.reason,
        rated=rating.rated,
        assessable=sum(member.counts for member in members),
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
        trace=None if score is None else _trace(rating, band, policy),
        inputs=len(inputs),
        flagged=sum(one.flagged for one in inputs),
        robustness=robustness,
        points_trace=_points_trace(scored, percent, policy),
        targets=len(targets),
        reached=sum(one.is_reached for one in targets),
        positioned=len(positions),
        median_position=median(positions)
        if len(positions) >= policy.coverage.minimum_rated
        else None,
    )


def _unlocks(result: IndicatorResult) -> bool:
    """Return whether a usable value would raise the coverage."""
    return result.is_assessable and not result.is_rated


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
        ("coverage", rating.coverage),
        ("low", node.low),
        ("high", node.high),
    )
    settings: Settings = (
        ("coverage.minimum_rated", float(policy.coverage.minimum_rated)),
        *edges_as_settings("bands", policy.bands),
    )
    return Trace("aggregate-arithmetic", inputs, steps, settings, node.score, band or "")


def _points_trace(
    scored: Sequence[IndicatorResult], percent: float | None, policy: RatingPolicy
) -> Trace | None:
    if percent is None:
        return None
    inputs = tuple(TraceInput(one.observable.id, float(one.points or 0)) for one in scored)
    settings: Settings = (
        ("points.maximum", float(max(policy.points))),
        *edges_as_settings("bands", policy.bands),
    )
    return Trace("pooled-points", inputs, (), settings, percent, band_of(percent, policy.bands))
