"""Seeded replications: by how much scores and ranks could differ, and intervals from them.

Weights and goalposts are drawn by (seed, what is drawn), the same for all cities; a city's own
values by (seed, city, observable). So no city's interval depends on another. The stream of
`numpy.random.RandomState` is frozen: the same seed gives the same bytes with every version.
NumPy is imported here and nowhere else.
"""

import hashlib
import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from generator.assessment.results import Interval
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import GEOMETRIC, Branch

Draws = npt.NDArray[np.float64]
Scores = npt.NDArray[np.float64] | npt.NDArray[np.int16]
"""Scores in each replication: as they are, or in tenths as they are printed."""

QUANTILES = (0.05, 0.50, 0.95)
RANKED_DECIMALS = 1
"""Ranks are made from scores as they are printed."""


@dataclass(frozen=True, slots=True)
class Replications:
    """What is varied beside the values, as shares: weights, goalposts (of their distance)."""

    seed: int
    count: int
    weights: float
    goalposts: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A value that is rated: with `lower` and `upper` it lies anywhere between them.

    Without them it lies anywhere within `error` of `value`. `fixed` is the score of a word, which
    is not varied.
    """

    observable: str
    value: float
    goalpost: Goalpost | None = None
    lower: float | None = None
    upper: float | None = None
    error: float = 0.0
    fixed: float | None = None


class _Generator(threading.local):
    """One generator a thread, seeded anew for every key: making one costs ten times a draw."""

    def __init__(self) -> None:
        self.state = np.random.RandomState(0)


_generator = _Generator()


def draw_uniform(seed: int, count: int, *key: str) -> Draws:
    """Return `count` draws from 0 to 1 for a key, apart from those of every other key."""
    digest = hashlib.sha256("|".join((str(seed), *key)).encode()).digest()
    _generator.state.seed(np.frombuffer(digest, dtype="<u4"))
    return _generator.state.random_sample(count)


def _spread(share: float, seed: int, count: int, *key: str) -> Draws:
    """Return draws from -share to +share."""
    return share * (2.0 * draw_uniform(seed, count, *key) - 1.0)


@lru_cache(maxsize=8192)
def _weight(settings: Replications, area: str, child: str, weight: float) -> Draws:
    factor = _spread(settings.weights, settings.seed, settings.count, "weight", area, child)
    return weight * (1.0 + factor)


@lru_cache(maxsize=8192)
def _moved_ends(
    settings: Replications, observable: str, worst: float, best: float, side: str
) -> tuple[Draws, Draws]:
    """Return the worst ends and the distances to the best ones, each end moved on its own."""
    distance, count = abs(best - worst), settings.count
    key = ("goalpost", observable)
    low = worst + distance * _spread(settings.goalposts, settings.seed, count, *key, side)
    high = best + distance * _spread(settings.goalposts, settings.seed, count, *key, "best")
    return low, high - low


def replicate_scores(
    settings: Replications, city: str, measured: Sequence[Measured]
) -> Mapping[str, Draws]:
    """Return the score of each value in each replication, 0 to 100."""
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
        np.minimum(np.maximum(scores, 0.0, out=scores), 100.0, out=scores)
        found.update(zip((one.observable for one in scaled), scores, strict=True))
    for one in scaled:
        if one.goalpost is not None and one.goalpost.worst_above is not None:
            found[one.observable] = _two_sided(settings, city, one, found[one.observable])
    return found


def _two_sided(settings: Replications, city: str, one: Measured, below: Draws) -> Draws:
    """Return `below` where the value is at most the best one, else the score from above."""
    values = _replicate_value(settings, city, one)
    low, distance = _moved_scale(settings, one, "worst_above")
    above = np.clip(100.0 * (values - low) / distance, 0.0, 100.0)
    return np.where(values > _on_scale(one, "best"), above, below)


def _replicate_value(settings: Replications, city: str, measured: Measured) -> Draws:
    """Return the value in each replication, on the scale on which the score is computed."""
    key = (settings.seed, settings.count, "value", city, measured.observable)
    lower, upper = measured.lower, measured.upper
    if lower is not None and upper is not None:
        values = lower + (upper - lower) * draw_uniform(*key)
    elif measured.error:
        values = measured.value + _spread(measured.error, *key)
    else:
        values = np.full(settings.count, measured.value)
    if measured.goalpost is not None and measured.goalpost.transform == "log":
        return np.log(np.maximum(values, np.finfo(float).tiny))
    return values


def _moved_scale(
    settings: Replications, measured: Measured, side: str = "worst"
) -> tuple[Draws, Draws]:
    worst, best = _on_scale(measured, side), _on_scale(measured, "best")
    return _moved_ends(settings, measured.observable, worst, best, side)


def _on_scale(measured: Measured, end: str) -> float:
    """Return an end of the scale, or its logarithm."""
    post = measured.goalpost
    value = None if post is None else getattr(post, end)
    if post is None or value is None:
        raise ValueError(measured.observable)
    return math.log(value) if post.transform == "log" else float(value)


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
            weights = np.array([_weight(settings, area.id, m.id, m.weight) for m in members])
            values = np.array([found[member.id] for member in members])
            found[area.id] = _mean(weights, values, area.method)
    return {name: draws for name, draws in found.items() if name not in scores}


def _mean(weights: Draws, values: Draws, method: str) -> Draws:
    total = weights.sum(axis=0)
    if method == GEOMETRIC:
        with np.errstate(divide="ignore"):
            logarithms = np.log(values)
        geometric: Draws = np.exp((weights * logarithms).sum(axis=0) / total)
        return geometric
    arithmetic: Draws = (weights * values).sum(axis=0) / total
    return arithmetic


def intervals_of(draws: Mapping[str, Draws], scores: Mapping[str, float]) -> Mapping[str, Interval]:
    """Return the interval of each score over its draws (type 7), widened to hold the score."""
    names = [name for name in draws if name in scores]
    if not names:
        return {}
    points = _quantiles(np.array([draws[name] for name in names]))
    return {
        name: Interval(min(low, scores[name]), median, max(high, scores[name]))
        for name, (low, median, high) in zip(names, points.tolist(), strict=True)
    }


def _quantiles(rows: Draws) -> Draws:
    """Return the 5 %, 50 % and 95 % points of each row, interpolated linearly."""
    ordered = np.sort(rows, axis=1)
    at = np.array(QUANTILES) * (ordered.shape[1] - 1)
    below = np.floor(at).astype(int)
    above = np.minimum(below + 1, ordered.shape[1] - 1)
    low, high = ordered[:, below], ordered[:, above]
    points: Draws = low + (at - below) * (high - low)
    return points


def printed(draws: Draws) -> npt.NDArray[np.int16]:
    """Return scores in tenths of a point, rounded half up as they are printed."""
    tenths: npt.NDArray[np.int16] = np.floor(draws * 10**RANKED_DECIMALS + 0.5).astype("<i2")
    return tenths


def read_printed(data: bytes) -> npt.NDArray[np.int16]:
    """Return the scores that `printed` gave, from their bytes."""
    return np.frombuffer(data, dtype="<i2")


def rounded(draws: npt.ArrayLike, decimals: int) -> Draws:
    """Return scores rounded half up."""
    shown: Draws = np.floor(np.asarray(draws) * 10.0**decimals + 0.5) / 10.0**decimals
    return shown


def ranks_of(scores: Sequence[Scores]) -> npt.NDArray[np.int64]:
    """Return the rank of each city in each replication: 1 + the number strictly better."""
    table: Draws = np.array(scores)
    worse = -table.T
    order = np.argsort(worse, axis=1, kind="stable")
    ordered = np.take_along_axis(worse, order, axis=1)
    places = np.ones(ordered.shape, dtype=np.int64)
    places[:, 1:] += np.where(ordered[:, 1:] > ordered[:, :-1], np.arange(1, len(scores)), 0)
    ranks = np.empty_like(places)
    np.put_along_axis(ranks, order, np.maximum.accumulate(places, axis=1), axis=1)
    return ranks.T


def rank_intervals(scores: Sequence[Scores], ranks: Sequence[int]) -> Sequence[Interval]:
    """Return the 5 %, 50 % and 95 % points of each city's rank, widened to hold its rank.

    The ends are whole places, so that at least 90 % of the replications lie within.
    """
    points = _quantiles(ranks_of(scores).astype(float)).tolist()
    return [
        Interval(min(math.floor(low), rank), median, max(math.ceil(high), rank))
        for rank, (low, median, high) in zip(ranks, points, strict=True)
    ]


def share_above(one: Scores, other: Scores) -> float:
    """Return in which share of the replications one city is above another; a tie counts half."""
    above, ties = np.count_nonzero(one > other), np.count_nonzero(one == other)
    return float(above + 0.5 * ties) / len(one)
