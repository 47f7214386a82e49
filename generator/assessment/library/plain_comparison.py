"""Ratings from plain tables beside each other: ranks, percentiles, tables, what moves ranks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator.assessment.comparison.peer_comparison import (
    Summary,
    as_printed,
    percentile_of,
    summarise,
)
from generator.assessment.comparison.ranking import ranks_by_score
from generator.assessment.library.plain_records import CityRating, NodeRating, Unused
from generator.assessment.library.plain_words import look_up
from generator.assessment.rating.aggregation import mean_of
from generator.assessment.results import Interval
from generator.model.hierarchy import Branch

if TYPE_CHECKING:
    from generator.assessment.rating.uncertainty import Draws  # brings NumPy

Cities = Mapping[str, CityRating]


@dataclass(frozen=True)
class Ratings:
    """The ratings of all cities by name.

    `unused` are the values that were given and count as missing. Comparisons use scores rounded
    to `decimals`.
    """

    cities: Cities
    trees: tuple[Branch, ...]
    minimum_cities: int
    decimals: int
    unused: tuple[Unused, ...] = ()
    draws: "Mapping[str, Mapping[str, Draws]]" = field(default_factory=dict, repr=False)

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
        from generator.assessment.rating.uncertainty import share_above

        pair = [look_up("replications", city, self.draws) for city in (one, other)]
        return share_above(*(look_up("replicated areas", area, draws) for draws in pair))

    def removal_effects(self, area: object) -> Mapping[str, float]:
        """Return the mean absolute change of rank in an area if something below is left out."""
        tree = look_up("areas", area, {one.id: one for tree in self.trees for one in tree.areas})
        before = places_of(self.scores(area), self.decimals)
        found: dict[str, float] = {}
        for name in _below(tree):
            scores = {city: _score_without(tree, name, one) for city, one in self.cities.items()}
            after = places_of(scores, self.decimals)
            moved = [abs(after[city][0] - before[city][0]) for city in before if city in after]
            found[name] = sum(moved) / len(moved) if moved else 0.0
        return found

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


def places_of(scores: Mapping[str, float | None], decimals: int) -> dict[str, tuple[int, bool]]:
    """Return the rank of each city, 1 + the number strictly better, and whether it is shared."""
    known = {
        name: as_printed(score, decimals) for name, score in scores.items() if score is not None
    }
    order = sorted(known, key=lambda name: -known[name])
    ranks = ranks_by_score([known[name] for name in order])
    sharing = Counter(ranks)
    return {name: (rank, sharing[rank] > 1) for name, rank in zip(order, ranks, strict=True)}


def with_ranks(cities: Cities, minimum: int, decimals: int) -> dict[str, CityRating]:
    """Return the ratings with the rank of every rated node."""
    names = next((city.nodes for city in cities.values()), {})
    places = {}
    for name in names:
        rated = {key: city[name].score for key, city in cities.items() if city[name].rated}
        places[name] = places_of(rated, decimals) if len(rated) >= minimum else {}
    return {key: _ranked(city, places) for key, city in cities.items()}


def _ranked(city: CityRating, places: Mapping[str, Mapping[str, tuple[int, bool]]]) -> CityRating:
    nodes = dict(city.nodes)
    for name, found in places.items():
        if city.city in found:
            rank, tied = found[city.city]
            nodes[name] = replace(nodes[name], rank=rank, tied=tied)
    return replace(city, nodes=nodes)


def _below(tree: Branch) -> list[str]:
    """Return the ids of all nodes below an area."""
    names: list[str] = []
    for member in tree.members or ():
        names += [member.id, *_below(member)]
    return list(dict.fromkeys(names))


def _score_without(tree: Branch, name: str, city: CityRating) -> float | None:
    """Return the score of an area of a city without the node `name`."""
    if tree.members is None:
        return city[tree.id].score
    pairs = [
        (member.weight, _score_without(member, name, city))
        for member in tree.members
        if member.id != name
    ]
    found = mean_of(pairs, tree.method)
    return city[tree.id].score if found is None and tree.id in city.substituted else found
