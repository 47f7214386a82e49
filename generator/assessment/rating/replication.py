"""The replications of one city: what of its result is varied, and the intervals that follow."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.assessment.advice.urgency_replications import with_replicated_urgencies
from generator.assessment.rating.data_errors import error_of, range_of
from generator.assessment.rating.draws import Draws, Replications
from generator.assessment.rating.few_events import bounds_of
from generator.assessment.rating.intervals import intervals_of, printed
from generator.assessment.rating.selection import value_of
from generator.assessment.rating.uncertainty import (
    Measured,
    replicate_areas,
    replicate_missing,
    replicate_scores,
)
from generator.assessment.results import CityResult, IndicatorResult, Interval
from generator.model.framework import Framework
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import DEFAULT_WEIGHTS, Branch
from generator.model.policy_records import RatingPolicy


def settings_of(policy: RatingPolicy) -> Replications:
    """Return the settings of the replications in a policy."""
    part, choices = policy.uncertainty, policy.evidence.alternatives
    return Replications(
        policy.seed, policy.replications, part.weights, part.goalposts,
        choices.mean, choices.beyond, len(choices.worst_end), choices.least,
    )  # fmt: skip


def with_intervals(framework: Framework, result: CityResult) -> CityResult:
    """Return the result of a city with intervals of observables and areas, and draws for ranks.

    The draws are printed positions as int16, in bytes, so that they can be kept and passed on
    without NumPy.
    """
    settings = settings_of(framework.policy)
    trees = [framework.trees[scheme.scheme, DEFAULT_WEIGHTS] for scheme in framework.schemes]
    rated = {
        name: one.mean_score
        for name, one in result.observables.items()
        if one.mean_score is not None
    }
    rated |= {name: one.score for name, one in result.areas.items() if one.score is not None}
    every = _replicate_observables(settings, framework, result)
    result = with_replicated_urgencies(settings, framework.policy, trees, result, every)
    scores = {name: draws for name, draws in every.items() if name in rated}
    intervals, _ = replicate_ratings(
        settings, result.city, trees,
        scores=scores,
        exact=rated,
        missing=(),
        ranked=(),
        bands=framework.policy.bands,
    )  # fmt: skip
    draws = _replicate_positions(settings, framework, result)
    placed = {
        name: one.position for name, one in result.observables.items() if one.position is not None
    }
    positions = intervals_of(draws, placed)
    observables = {
        name: replace(one, interval=intervals.get(name), position_interval=positions.get(name))
        for name, one in result.observables.items()
    }
    for name, one in observables.items():
        if one.data_points and (one.score is not None or one.position is not None):
            parts = tuple(observables[point.observable.id] for point in one.data_points)
            observables[name] = replace(one, data_points=parts)
    return replace(
        result,
        observables=observables,
        indicators={name: observables[name] for name in result.indicators},
        areas={
            name: replace(area, interval=intervals.get(name)) for name, area in result.areas.items()
        },
        draws={name: printed(drawn).tobytes() for name, drawn in draws.items()},
    )


def replicate_ratings(
    settings: Replications,
    city: str,
    trees: Sequence[Branch],
    scores: Mapping[str, Draws],
    exact: Mapping[str, float],
    missing: Iterable[str],
    ranked: Collection[str],
    bands: Mapping[str, float] | None = None,
) -> tuple[Mapping[str, Interval], Mapping[str, Draws]]:
    """Return the intervals of the `exact` scores of a city, and the draws of its `ranked` areas.

    `scores` are the draws of indicators, and of areas whose score is given. Other than for
    intervals, what is `missing` is drawn from 0 to 100 for ranks.
    """
    intervals = intervals_of(_with_areas(settings, trees, scores), exact, bands)
    if not ranked:
        return intervals, {}
    whole = {**scores, **{name: replicate_missing(settings, city, name) for name in missing}}
    draws = _with_areas(settings, trees, whole)
    return intervals, {name: draws[name] for name in draws if name in ranked}


def _with_areas(
    settings: Replications, trees: Sequence[Branch], scores: Mapping[str, Draws]
) -> dict[str, Draws]:
    found = dict(scores)
    for tree in trees:
        found.update(replicate_areas(settings, tree, scores))
    return found


def _replicate_observables(
    settings: Replications, framework: Framework, result: CityResult
) -> dict[str, Draws]:
    """Return the draws of every observable with a score; of an indicator from its data points."""
    rated = {name: one for name, one in result.observables.items() if one.score is not None}
    measured = [
        _measured(framework, one, one.goalpost) for one in rated.values() if not one.data_points
    ]
    found = dict(replicate_scores(settings, result.city, measured))
    for name, one in rated.items():
        if one.data_points:
            pooled = [point for point in one.data_points if point.mean_score is not None]
            members = tuple(Branch(point.observable.id) for point in pooled or one.data_points)
            found[name] = replicate_areas(settings, Branch(name, members=members), found)[name]
    return found


def _replicate_positions(
    settings: Replications, framework: Framework, result: CityResult
) -> Mapping[str, Draws]:
    """Return the draws of the position of every observable that carries a value and has one."""
    placed = [
        _measured(framework, one, one.leading)
        for one in result.observables.values()
        if one.position is not None and not one.data_points
    ]
    return replicate_scores(settings, result.city, placed)


def _measured(framework: Framework, result: IndicatorResult, post: Goalpost | None) -> Measured:
    """Return what is varied of a rated observable on the scale of a row of goalposts."""
    row = result.selection.shown
    name = result.observable.id
    value = None if row is None else value_of(row, result.observable.multiplier)
    if row is None or value is None or (post is not None and post.scores is not None):
        return Measured(name, 0.0, fixed=result.score)
    error = error_of(framework, row, value)
    other = None if post is None else post.worst_of_five
    lower, upper = bounds_of(framework, row) or (None, None)
    return Measured(
        name, value, post, lower, upper, error, other_worst=other,
        possible=range_of(framework, name),
    )  # fmt: skip
