"""Seeded replications: the scores that values, weights, goalposts and choices could have given.

Weights, goalposts and choices are drawn by (seed, what is drawn), the same for all cities; a
city's own values by (seed, city, observable). So no city's interval depends on another. The stream
of `numpy.random.RandomState` is frozen: the same seed gives the same bytes with every version. The
recipe of every draw stands in the README of `generator/assessment`.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from generator.assessment.rating.draws import (
    Draws,
    Replications,
    draw_choice,
    draw_spread,
    draw_uniform,
)
from generator.assessment.rating.normalisation import LINEAR, TRANSFORMS
from generator.frozen import dataclass
from generator.model.framework_tables import LEADING_CITIES, Goalpost
from generator.model.hierarchy import GEOMETRIC, Branch

WORST, WORST_ABOVE, BEST = "worst", "worst_above", "best"


@dataclass(frozen=True, slots=True)
class Measured:
    """A value that is rated: with `lower` and `upper` it lies anywhere between them.

    Without them it lies anywhere within `error` of `value`. `fixed` is the score of a word, which
    is not varied. `other_worst` is another worst end of its scale, as good as that of `goalpost`,
    `possible` the smallest and the largest value that can be.
    """

    observable: str
    value: float
    goalpost: Goalpost | None = None
    lower: float | None = None
    upper: float | None = None
    error: float = 0.0
    fixed: float | None = None
    other_worst: float | None = None
    possible: tuple[float | None, float | None] = (None, None)


def replicate_scores(
    settings: Replications, city: str, measured: Sequence[Measured]
) -> Mapping[str, Draws]:
    """Return the score of each value in each replication.

    From 0 to 100, or as far beyond as the replication lets scores pass its ends.
    """
    found = {
        one.observable: np.full(settings.count, one.fixed)
        for one in measured
        if one.fixed is not None
    }
    scaled = [one for one in measured if one.fixed is None]
    if scaled:
        values = np.array([_replicate_value(settings, city, one) for one in scaled])
        ends = [_moved_scale(settings, one) for one in scaled]
        scores = 100.0 * (values - np.array([low for low, _ in ends]))
        scores /= np.array([distance for _, distance in ends])
        lowest, highest = _ends(settings)
        np.minimum(np.maximum(scores, lowest, out=scores), highest, out=scores)
        found.update(zip((one.observable for one in scaled), scores, strict=True))
    for one in scaled:
        if one.goalpost is not None and one.goalpost.worst_above is not None:
            found[one.observable] = _two_sided(settings, city, one, found[one.observable])
    return found


@lru_cache(maxsize=64)
def _ends(settings: Replications) -> tuple[Draws, Draws]:
    """Return the lowest and the highest score of each replication."""
    beyond = np.array(settings.beyond)
    passed = beyond[draw_choice(settings, "beyond", len(beyond))]
    return -passed, 100.0 + passed


def _two_sided(settings: Replications, city: str, one: Measured, below: Draws) -> Draws:
    """Return `below` where the value is at most the best one, else the score from above."""
    values = _replicate_value(settings, city, one)
    low, distance = _moved_scale(settings, one, WORST_ABOVE)
    above = np.clip(100.0 * (values - low) / distance, *_ends(settings))
    return np.where(values > _on_scale(one, BEST), above, below)


def _replicate_value(settings: Replications, city: str, measured: Measured) -> Draws:
    """Return the value in each replication, on the scale on which the score is computed."""
    key = (settings.seed, settings.count, "value", city, measured.observable)
    lower, upper = measured.lower, measured.upper
    if lower is not None and upper is not None:
        values = lower + (upper - lower) * draw_uniform(*key)
    elif measured.error:
        values = measured.value + draw_spread(measured.error, *key)
        if measured.possible != (None, None):
            values = np.clip(values, *measured.possible)
    else:
        values = np.full(settings.count, measured.value)
    transform = measured.goalpost.transform if measured.goalpost is not None else LINEAR
    if transform == "log":
        return np.log(np.maximum(values, np.finfo(float).tiny))
    return np.sqrt(np.sqrt(np.maximum(values, 0.0))) if transform == "fourth-root" else values


@lru_cache(maxsize=1024)
def _moved_ends(
    settings: Replications, scale: tuple[str, ...], worst: float, best: float, side: str
) -> tuple[Draws, Draws]:
    """Return the worst ends and the distances to the best ones, each end moved on its own."""
    distance, count = abs(best - worst), settings.count
    key = ("goalpost", *scale)
    low = worst + distance * draw_spread(settings.goalposts, settings.seed, count, *key, side)
    high = best + distance * draw_spread(settings.goalposts, settings.seed, count, *key, BEST)
    return low, high - low


def _moved_scale(
    settings: Replications, measured: Measured, side: str = WORST
) -> tuple[Draws, Draws]:
    """Return the worst ends and the distances; with another worst end, of that one by turns."""
    best, scale = _on_scale(measured, BEST), _scale_of(measured)
    low, distance = _moved_ends(settings, scale, _on_scale(measured, side), best, side)
    if side != WORST or measured.other_worst is None or settings.worst_ends < 2:
        return low, distance
    other = _transformed(measured, measured.other_worst)
    low_of_other, distance_of_other = _moved_ends(settings, scale, other, best, side)
    taken = draw_choice(settings, "worst-end", settings.worst_ends) > 0
    return (
        np.where(taken, low_of_other, low),
        np.where(taken, distance_of_other, distance),
    )


def _scale_of(measured: Measured) -> tuple[str, ...]:
    """Return what names a scale: its observable, and leading cities beside a target."""
    post = measured.goalpost
    led = post is not None and post.family == LEADING_CITIES
    return (measured.observable, LEADING_CITIES) if led else (measured.observable,)


def _on_scale(measured: Measured, end: str) -> float:
    """Return an end of the scale, or its logarithm."""
    post = measured.goalpost
    value = None if post is None else getattr(post, end)
    if value is None:
        raise ValueError(measured.observable)
    return _transformed(measured, value)


def _transformed(measured: Measured, end: float) -> float:
    post = measured.goalpost
    transform = post.transform if post is not None else None
    return TRANSFORMS[transform or LINEAR](float(end))


def replicate_missing(settings: Replications, city: str, observable: str) -> Draws:
    """Return a score drawn from 0 to 100, for ranks only."""
    return 100.0 * draw_uniform(settings.seed, settings.count, "missing", city, observable)


def replicate_areas(
    settings: Replications, tree: Branch, scores: Mapping[str, Draws]
) -> Mapping[str, Draws]:
    """Return the score of every area that has one, in each replication, with varied weights.

    An area whose own score is among `scores` is left as it is given.
    """
    found = dict(scores)
    for area in tree.areas:
        if area.id in scores:
            continue
        members = [one for one in area.members or () if one.id in found and one.weight > 0]
        members.sort(key=lambda member: member.id)  # the order of rows changes no last digit
        if members:
            weights = _weights(settings, area.id, tuple((one.id, one.weight) for one in members))
            values = np.array([found[member.id] for member in members])
            found[area.id] = _mean(settings, weights, values, area.method)
    return {name: draws for name, draws in found.items() if name not in scores}


@dataclass(frozen=True, slots=True)
class _Weights:
    """The weights of the members of an area, a row each, and their sums, in some replications."""

    rows: Draws
    totals: Draws


@lru_cache(maxsize=128)
def _weights(
    settings: Replications, area: str, members: tuple[tuple[str, float], ...]
) -> tuple[_Weights, _Weights]:
    """Return the weights in all replications, and in those that take a geometric mean."""
    rows = np.array([_weight(settings, area, name, weight) for name, weight in members])
    taken = rows[:, _geometric_at(settings)]
    return _Weights(rows, rows.sum(axis=0)), _Weights(taken, taken.sum(axis=0))


@lru_cache(maxsize=1024)
def _weight(settings: Replications, area: str, child: str, weight: float) -> Draws:
    share = dict(settings.weights_within).get(area, settings.weights)
    factor = draw_spread(share, settings.seed, settings.count, "weight", area, child)
    return weight * (1.0 + factor)


@lru_cache(maxsize=64)
def _geometric_at(settings: Replications) -> npt.NDArray[np.int64]:
    """Return which replications take a geometric mean where the tree has an arithmetic one."""
    taken = draw_choice(settings, "mean", len(settings.means))
    return np.flatnonzero(np.array(settings.means)[taken] == GEOMETRIC)


def _mean(
    settings: Replications, weights: tuple[_Weights, _Weights], values: Draws, method: str
) -> Draws:
    """Return the mean in each replication: by its own method, or by the one it takes."""
    if len(values) == 1:
        return values.ravel()
    if len(settings.means) == 1:
        return (_geometric if method == GEOMETRIC else _arithmetic)(weights[0], values)
    mean = _arithmetic(weights[0], values)
    at = _geometric_at(settings)
    mean[at] = _geometric(weights[1], np.maximum(values[:, at], settings.least))
    return mean


def _arithmetic(weights: _Weights, values: Draws) -> Draws:
    mean: Draws = (weights.rows * values).sum(axis=0) / weights.totals
    return mean


def _geometric(weights: _Weights, values: Draws) -> Draws:
    with np.errstate(divide="ignore"):
        logarithms = np.log(values)
    mean: Draws = np.exp((weights.rows * logarithms).sum(axis=0) / weights.totals)
    return mean
