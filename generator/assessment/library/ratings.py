"""Ratings from plain tables beside each other: ranks, percentiles, tables, what moves ranks."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, field, replace
from typing import TYPE_CHECKING, Any

from generator.assessment.comparison.peer_comparison import (
    Summary,
    percentile_of,
    summarise,
)
from generator.assessment.comparison.ranking import Place, places_of
from generator.assessment.library.coherence import Member, Pair, members_of, pairs_of
from generator.assessment.library.input_errors import look_up
from generator.assessment.library.node_ratings import CityRating, NodeRating, Unused
from generator.assessment.rating.composite import scores_under
from generator.assessment.results import Interval
from generator.frozen import dataclass
from generator.model.hierarchy import Branch
from generator.model.rounding import as_printed

if TYPE_CHECKING:
    from generator.assessment.rating.draws import Draws, Replications  # brings NumPy

METHOD, NORMALISATION, TREATMENT = "method", "normalisation", "treatment"
"""What may be chosen in each replication."""

Cities = Mapping[str, CityRating]


@dataclass(frozen=True)
class Ratings:
    """The ratings of all cities by name.

    `unused` are the values that were given and count as missing, `treated` the observables of
    which outliers were treated. Comparisons use scores rounded to `decimals`. `alternatives` are
    those of each choice, among which the replications took one.
    """

    cities: Cities
    trees: tuple[Branch, ...]
    minimum_cities: int
    decimals: int
    unused: tuple[Unused, ...] = ()
    treated: tuple[str, ...] = ()
    draws: "Mapping[str, Mapping[str, Draws]]" = field(default_factory=dict, repr=False)
    noise: "Replications | None" = None
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, city: object) -> CityRating:
        return look_up("cities", city, self.cities)

    def __iter__(self) -> Iterator[str]:
        return iter(self.cities)

    def __len__(self) -> int:
        return len(self.cities)

    def scores(self, node: object) -> Mapping[str, float | None]:
        """Return the scores of an indicator or area by city."""
        return {name: city[node].score for name, city in self.cities.items()}

    def ranks(self, node: object) -> Mapping[str, int | None]:
        """Return the ranks of an indicator or area by city."""
        return {name: city[node].rank for name, city in self.cities.items()}

    def table(self, node: object, decimals: int = 1) -> list[dict[str, Any]]:
        """Return a row for each city, best first, rounded half up; those without a rank last.

        `interval_low` and `interval_high` are those of the score, `rank_low` and `rank_high`
        those of the rank.
        """
        rows = [(name, city[node]) for name, city in self.cities.items()]
        rows.sort(key=lambda row: (row[1].rank is None, row[1].rank, -(row[1].score or 0), row[0]))
        return [_row(name, node_rating, decimals) for name, node_rating in rows]

    def summary(self, node: object) -> Summary | None:
        """Return the spread of the rated scores; None without any."""
        scores = list(self._rated(node).values())
        return summarise(scores, self.minimum_cities) if scores else None

    def percentile(self, node: object, city: object) -> float | None:
        """Return the percentile of a rated city, 0 to 100; None below the minimum of cities."""
        scores, name = self._rated(node), self[city].city
        if name not in scores:
            return None
        return percentile_of(scores[name], sorted(scores.values()), self.minimum_cities)

    def probability_above(self, area: object, one: object, other: object) -> float:
        """Return in which share of the replications a city is above another in an area."""
        from generator.assessment.rating.intervals import share_above

        pair = [look_up("replications", city, self.draws) for city in (one, other)]
        return share_above(*(look_up("replicated areas", area, draws) for draws in pair))

    def removal_effects(self, area: object) -> Mapping[str, float]:
        """Return the mean absolute change of rank in an area if something below is left out."""
        tree = self._area(area)
        before = _places(self.scores(area), self.decimals)
        found: dict[str, float] = {}
        for name in dict.fromkeys((*(one.id for one in tree.areas[:-1]), *tree.leaves)):
            scores = {city: _score_of(tree.id, one, name) for city, one in self.cities.items()}
            after = _places(scores, self.decimals)
            moved = [abs(after[city].rank - before[city].rank) for city in before if city in after]
            found[name] = sum(moved) / len(moved) if moved else 0.0
        return found

    def coherence(self, area: object) -> tuple[Member, ...]:
        """Return every member of an area beside it: correlations, share of weight and variance."""
        tree = self._area(area)
        weights = {one.id: one.weight for one in tree.members or ()}
        return members_of(self._member_scores(tree), weights, self._known(tree.id))

    def correlations(self, area: object) -> tuple[Pair, ...]:
        """Return the correlation of every two members of an area, and what is to be looked at."""
        return pairs_of(self._member_scores(self._area(area)))

    def _area(self, area: object) -> Branch:
        return look_up("areas", area, {one.id: one for tree in self.trees for one in tree.areas})

    def _member_scores(self, tree: Branch) -> dict[str, dict[str, float]]:
        return {one.id: self._known(one.id) for one in tree.members or ()}

    def _known(self, node: str) -> dict[str, float]:
        return {city: score for city, score in self.scores(node).items() if score is not None}

    def to_dict(self) -> dict[str, Any]:
        """Return city -> id -> plain values, for JSON."""
        return {
            name: {node.id: asdict(node) for node in city.nodes.values()}
            for name, city in self.cities.items()
        }

    def _rated(self, node: object) -> dict[str, float]:
        return {
            name: as_printed(score, self.decimals)
            for name, city in self.cities.items()
            if city[node].rated and (score := city[node].score) is not None
        }


def _row(city: str, node: NodeRating, decimals: int) -> dict[str, Any]:
    score = None if node.score is None else as_printed(node.score, decimals)
    low, high = _ends(node.interval, decimals)
    places = node.rank_interval
    return {
        "rank": node.place,
        "city": city,
        "score": score,
        "coverage": as_printed(node.coverage, 4),
        "interval_low": low,
        "interval_high": high,
        "rank_low": None if places is None else int(places.low),
        "rank_high": None if places is None else int(places.high),
    }


def _ends(interval: Interval | None, decimals: int) -> tuple[float | None, float | None]:
    if interval is None:
        return None, None
    return as_printed(interval.low, decimals), as_printed(interval.high, decimals)


def _places(scores: Mapping[str, float | None], decimals: int) -> dict[str, Place]:
    return places_of(
        {name: as_printed(score, decimals) for name, score in scores.items() if score is not None}
    )


def with_ranks(ratings: Ratings) -> Ratings:
    """Return the ratings with the rank of all that is rated in enough cities, and its interval."""
    nodes = {key: dict(city.nodes) for key, city in ratings.cities.items()}
    for name in next(iter(nodes.values()), {}):
        scores = {key: city[name].score for key, city in ratings.cities.items() if city[name].rated}
        if len(scores) < ratings.minimum_cities:
            continue
        places = _places(scores, ratings.decimals)
        intervals = _rank_intervals(places, name, ratings.draws)
        for key, place in places.items():
            nodes[key][name] = replace(
                nodes[key][name], rank=place.rank, tied=place.tied, rank_interval=intervals.get(key)
            )
    cities = {key: replace(city, nodes=nodes[key]) for key, city in ratings.cities.items()}
    return replace(ratings, cities=cities)


def _rank_intervals(
    places: Mapping[str, Place], node: str, draws: "Mapping[str, Mapping[str, Draws]]"
) -> Mapping[str, Interval]:
    if not all(node in draws.get(city, {}) for city in places):
        return {}
    from generator.assessment.rating.intervals import rank_intervals

    ranks = [place.rank for place in places.values()]
    found = rank_intervals([draws[city][node] for city in places], ranks)
    return dict(zip(places, found, strict=True))


def _without(tree: Branch, name: str) -> Branch:
    """Return a tree without a node."""
    if tree.members is None:
        return tree
    members = tuple(_without(member, name) for member in tree.members if member.id != name)
    return replace(tree, members=members)


def _score_of(area: str, city: CityRating, left_out: str) -> float | None:
    """Return the score of a city in an area of its own trees, without a node."""
    own = {one.id: one for tree in city.trees for one in tree.areas}
    if area not in own or area in city.substituted:
        return city[area].score
    return scores_under(_without(own[area], left_out), city.scores)[area]


def draw_names(ratings: Ratings, area: str) -> tuple[str, ...]:
    """Return the cities of which an area is rated in every replication."""
    return tuple(city for city, draws in ratings.draws.items() if area in draws)
