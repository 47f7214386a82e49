"""The replications of one city: what of its result is varied, and the intervals that follow."""

from collections.abc import Mapping
from dataclasses import replace

from generator.assessment.rating.selection import value_of
from generator.assessment.rating.uncertainty import (
    Draws,
    Measured,
    Replications,
    intervals_of,
    printed,
    replicate_areas,
    replicate_missing,
    replicate_scores,
)
from generator.assessment.results import AreaResult, CityResult, IndicatorResult
from generator.model.framework_records import RatingPolicy
from generator.model.hierarchy import DEFAULT_WEIGHTS, Branch
from generator.model.publication import Framework


def settings_of(policy: RatingPolicy) -> Replications:
    """Return the settings of the replications in a policy."""
    part = policy.uncertainty
    return Replications(
        policy.seed, policy.replications, part.weights, part.goalposts, part.flagged
    )


def with_intervals(framework: Framework, result: CityResult) -> CityResult:
    """Return the result of a city with intervals of observables and areas, and draws for ranks."""
    settings = settings_of(framework.policy)
    scores = _replicate_observables(settings, framework, result)
    draws = dict(scores)
    for scheme in framework.schemes:
        draws.update(
            replicate_areas(settings, framework.trees[scheme.scheme, DEFAULT_WEIGHTS], scores)
        )
    rated = {name: one.score for name, one in result.observables.items() if one.score is not None}
    rated |= {name: one.score for name, one in result.areas.items() if one.score is not None}
    intervals = intervals_of(draws, rated)
    observables, areas = dict(result.observables), dict(result.areas)
    for name, interval in intervals.items():
        if name in observables:
            observables[name] = replace(observables[name], interval=interval)
        else:
            areas[name] = replace(areas[name], interval=interval)
    for name, one in observables.items():
        if one.data_points and one.score is not None:
            parts = tuple(observables[point.observable.id] for point in one.data_points)
            observables[name] = replace(one, data_points=parts)
    indicators = {name: observables[name] for name in result.indicators}
    return replace(
        result,
        observables=observables,
        indicators=indicators,
        areas=areas,
        draws=rank_draws(framework, result, scores),
    )


def rank_draws(
    framework: Framework, result: CityResult, rated: Mapping[str, Draws]
) -> Mapping[str, bytes]:
    """Return the printed scores of the rated areas of a city in each replication, as int16.

    `rated` are the draws of what has a score. Other than for intervals, an assessable indicator
    without one is drawn from 0 to 100. Bytes, so that they can be kept and passed on without NumPy.
    """
    settings = settings_of(framework.policy)
    if not any(is_ranked(area) for area in result.areas.values()):
        return {}
    scores = dict(rated)
    for name, one in result.indicators.items():
        if one.score is None and one.is_assessable:
            scores[name] = replicate_missing(settings, result.city, name)
    found: dict[str, bytes] = {}
    for scheme in framework.schemes:
        tree = framework.trees[scheme.scheme, DEFAULT_WEIGHTS]
        for area, draws in replicate_areas(settings, tree, scores).items():
            if is_ranked(result.areas[area]):
                found[area] = printed(draws).tobytes()
    return found


def is_ranked(area: AreaResult) -> bool:
    """Return whether an area takes part in ranks: it has a rating."""
    return area.band is not None


def _replicate_observables(
    settings: Replications, framework: Framework, result: CityResult
) -> dict[str, Draws]:
    """Return the draws of every rated observable; that of an indicator from its data points."""
    rated = {name: one for name, one in result.observables.items() if one.score is not None}
    measured = [_measured(framework, one) for one in rated.values() if not one.data_points]
    found = dict(replicate_scores(settings, result.city, measured))
    for name, one in rated.items():
        if one.data_points:
            members = tuple(Branch(point.observable.id) for point in one.data_points)
            found[name] = replicate_areas(settings, Branch(name, members=members), found)[name]
    return found


def _measured(framework: Framework, result: IndicatorResult) -> Measured:
    """Return what is varied of a rated observable."""
    row = result.selection.shown
    name, post = result.observable.id, result.goalpost
    multiplier = framework.indicators[result.observable.indicator].multiplier or 1.0
    value = None if row is None else value_of(row, multiplier)
    if row is None or value is None or (post is not None and post.scores is not None):
        return Measured(name, 0.0, fixed=result.score)
    estimated = row.status in framework.policy.uncertainty.flagged_statuses
    return Measured(name, value, post, row.lower, row.upper, estimated)
