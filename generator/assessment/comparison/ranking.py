"""Ranks within a group, each with its interval; cities that cannot be told apart stand together.

From the replications of each city, which know of no other city. Below the policy's minimum of
cities there is no rank.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.assessment.results import CityResult, Interval
from generator.assessment.shares import is_enough
from generator.frozen import dataclass
from generator.model.policy_records import RatingPolicy

if TYPE_CHECKING:
    from generator.assessment.rating.intervals import Scores  # brings NumPy


@dataclass(frozen=True, slots=True)
class Place:
    """A rank, 1 + the number strictly better; `tied` if it is shared."""

    rank: int
    tied: bool

    def __str__(self) -> str:
        return f"={self.rank}" if self.tied else str(self.rank)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A city's rank with its interval; `tied` if it shares the rank.

    `tier` numbers, from 1, the groups of cities of which no two can be told apart. `above_next` is
    the share of replications in which it is above the next city; None for the last.
    """

    city: str
    score: float
    rank: int
    tied: bool
    interval: Interval
    tier: int
    above_next: float | None
    distinguishable: bool

    @property
    def place(self) -> str:
        """The rank as it is printed: 3, or =3 if it is shared."""
        return str(Place(self.rank, self.tied))


def rank_observable(
    policy: RatingPolicy,
    results: Mapping[str, CityResult],
    observable: str,
    positions: Mapping[str, float],
) -> tuple[Ranked, ...]:
    """Return the cities of a group that have a position in an observable, best first.

    `positions` are these as they are printed, by city.
    """
    if len(positions) < policy.comparison.minimum:
        return ()
    from generator.assessment.rating.intervals import read_printed

    draws = {city: read_printed(results[city].draws[observable]) for city in positions}
    return rank_scores(positions, draws, policy.uncertainty.distinguishable)


def rank_scores(
    scores: Mapping[str, float], draws: "Mapping[str, Scores]", distinguishable: float
) -> tuple[Ranked, ...]:
    """Return cities by printed score with their rank intervals; equal scores share a rank.

    `draws` are the scores of each city in the replications, rounded as they are printed.
    """
    from generator.assessment.rating.intervals import groups_of, rank_intervals, share_above

    places = places_of(scores)
    tables = [draws[city] for city in places]
    intervals = rank_intervals(tables, [place.rank for place in places.values()])
    tiers = groups_of(tables, distinguishable)
    found = []
    for at, (city, place) in enumerate(places.items()):
        last = at + 1 == len(places)
        above = None if last else share_above(tables[at], tables[at + 1])
        found.append(
            Ranked(
                city, scores[city], place.rank, place.tied, intervals[at], tiers[at],
                above, above is not None and is_enough(above, distinguishable),
            )
        )  # fmt: skip
    return tuple(found)


def places_of(scores: Mapping[str, float]) -> dict[str, Place]:
    """Return the place of each city by its printed score: best first, equals by name."""
    ordered = sorted(scores.values())
    places = {}
    for city in sorted(scores, key=lambda city: (-scores[city], city)):
        upper = bisect_right(ordered, scores[city])
        tied = upper - bisect_left(ordered, scores[city]) > 1
        places[city] = Place(1 + len(ordered) - upper, tied)
    return places
