"""From scores in every replication to what is said: intervals, shares of bands, ranks."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from generator.assessment.rating.draws import Draws
from generator.assessment.results import Interval
from generator.assessment.shares import is_enough

Scores = npt.NDArray[np.float64] | npt.NDArray[np.int16]
"""Scores in each replication: as they are, or in tenths as they are printed."""

QUANTILES = (0.05, 0.50, 0.95)
RANKED_DECIMALS = 1
"""Ranks are made from scores as they are printed."""

NEARLY = 1e-8
"""What is so close below a half, in units of the last place, counts as a half."""


def intervals_of(
    draws: Mapping[str, Draws],
    scores: Mapping[str, float],
    bands: Mapping[str, float] | None = None,
) -> Mapping[str, Interval]:
    """Return the interval of each score over its draws (type 7), widened to hold the score.

    With `bands` (band to its lower edge) also in which share of the draws it lies in each. What
    lies beyond 0 or 100 counts as 0 or 100.
    """
    names = [name for name in draws if name in scores]
    if not names:
        return {}
    ordered = np.sort(np.clip(np.array([draws[name] for name in names]), 0.0, 100.0), axis=1)
    points = quantiles_of(ordered).tolist()
    shares = _shares_of(ordered, bands or {})
    return {
        name: Interval(min(low, scores[name]), median, max(high, scores[name]), share)
        for name, (low, median, high), share in zip(names, points, shares, strict=True)
    }


def quantiles_of(ordered: Draws) -> Draws:
    """Return the 5 %, 50 % and 95 % points of each ascending row, interpolated linearly."""
    at = np.array(QUANTILES) * (ordered.shape[1] - 1)
    below = np.floor(at).astype(int)
    above = np.minimum(below + 1, ordered.shape[1] - 1)
    low, high = ordered[:, below], ordered[:, above]
    points: Draws = low + (at - below) * (high - low)
    return points


def _shares_of(
    ordered: Draws, bands: Mapping[str, float]
) -> Sequence[tuple[tuple[str, float], ...]]:
    """Return the share of each row in every band that it reaches; bands in ascending order.

    A score is rounded to nine places before it is compared, as it is for its band.
    """
    if not bands:
        return [()] * len(ordered)
    edges = np.array(sorted(bands.values()))[1:] - 5e-10
    below = np.array([np.count_nonzero(ordered < edge, axis=1) for edge in edges])
    count = ordered.shape[1]
    ends = np.vstack([np.zeros(len(ordered)), below, np.full(len(ordered), count)])
    shares = (np.diff(ends, axis=0) / count).T.tolist()
    names = sorted(bands, key=bands.__getitem__)
    return [
        tuple((name, share) for name, share in zip(names, row, strict=True) if share > 0)
        for row in shares
    ]


def printed(draws: Draws) -> npt.NDArray[np.int16]:
    """Return scores in tenths of a point, rounded half up as they are printed."""
    half = 0.5 + NEARLY
    tenths: npt.NDArray[np.int16] = np.floor(draws * 10**RANKED_DECIMALS + half).astype("<i2")
    return tenths


def read_printed(data: bytes) -> npt.NDArray[np.int16]:
    """Return the scores that `printed` gave, from their bytes."""
    return np.frombuffer(data, dtype="<i2")


def rounded(draws: npt.ArrayLike, decimals: int) -> Draws:
    """Return scores rounded half up."""
    half = 0.5 + (NEARLY if decimals < 9 else 0.0)
    shown: Draws = np.floor(np.asarray(draws) * 10.0**decimals + half) / 10.0**decimals
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

    The ends are whole places, so that at least 90 % of the replications lie within. An interval
    of a single place is widened to the next ones that any replication gives: it stands alone only
    where all agree.
    """
    rows = np.sort(ranks_of(scores).astype(float), axis=1)
    return [
        _rank_interval(row, low, median, high, rank)
        for row, rank, (low, median, high) in zip(
            rows, ranks, quantiles_of(rows).tolist(), strict=True
        )
    ]


def _rank_interval(row: Draws, low: float, median: float, high: float, rank: int) -> Interval:
    """Return the interval of a rank; `row` are its draws in ascending order."""
    first, last = min(math.floor(low), rank), max(math.ceil(high), rank)
    if first == last:
        below, above = row[row < first], row[row > last]
        first = int(below[-1]) if len(below) else first
        last = int(above[0]) if len(above) else last
    return Interval(first, median, last)


def share_above(one: Scores, other: Scores) -> float:
    """Return in which share of the replications one city is above another; a tie counts half."""
    above, ties = np.count_nonzero(one > other), np.count_nonzero(one == other)
    return float(above + 0.5 * ties) / len(one)


def groups_of(scores: Sequence[Scores], distinguishable: float) -> list[int]:
    """Return the number of the group of each city, from 1, in the order of `scores`.

    A city joins the group before it unless one of that group is above it, or below it, in at
    least the share `distinguishable` of the replications.
    """
    groups: list[int] = []
    members: list[Scores] = []
    for one in scores:
        if members and not _apart(members, one, distinguishable):
            members.append(one)
            groups.append(groups[-1])
        else:
            members = [one]
            groups.append(groups[-1] + 1 if groups else 1)
    return groups


def _apart(members: Sequence[Scores], one: Scores, distinguishable: float) -> bool:
    """Return whether any of a group can be told apart from a city."""
    group: Draws = np.array(members)
    ties = 0.5 * np.count_nonzero(group == one, axis=1)
    above = (np.count_nonzero(group > one, axis=1) + ties) / len(one)
    surest = float(np.max(np.maximum(above, 1.0 - above)))
    return is_enough(surest, distinguishable)
