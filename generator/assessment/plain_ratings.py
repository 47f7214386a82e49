"""Ratings from plain tables, for those who use this package as a library.

The same steps as for the publication: normalisation, aggregation, replications, comparison. Only
here can missing values be given substitutes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from generator.assessment.aggregation import (
    Node,
    bounds_of,
    coverage_of,
    mean_of,
)
from generator.assessment.comparison import Summary, percentile_of, summarise
from generator.assessment.normalisation import score_value
from generator.assessment.plain_records import CityRating, NodeRating
from generator.assessment.plain_tables import (
    Value,
    is_scaled,
    number_of,
    read_goalposts,
    read_tree,
    read_values,
)
from generator.assessment.ranking import ranks_by_score
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import ARITHMETIC, Branch


@dataclass(frozen=True)
class Ratings:
    """The ratings of all cities by name."""

    cities: Mapping[str, CityRating]
    trees: tuple[Branch, ...]
    minimum_cities: int
    draws: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict, repr=False)

    def __getitem__(self, city: str) -> CityRating:
        return self.cities[city]

    def scores(self, node: str) -> Mapping[str, float | None]:
        """Return the scores of an indicator or area by city."""
        return {name: city[node].score for name, city in self.cities.items()}

    def ranks(self, node: str) -> Mapping[str, int | None]:
        """Return the ranks of an indicator or area by city."""
        return {name: city[node].rank for name, city in self.cities.items()}

    def summary(self, node: str) -> Summary | None:
        """Return the spread of the rated scores; None without any."""
        scores = list(self._rated(node).values())
        return summarise(scores, self.minimum_cities) if scores else None

    def percentile(self, node: str, city: str) -> float | None:
        """Return the percentile of a rated city, 0 to 100; None below the minimum of cities."""
        scores = self._rated(node)
        if city not in scores:
            return None
        return percentile_of(scores[city], sorted(scores.values()), self.minimum_cities)

    def probability_above(self, node: str, one: str, other: str) -> float:
        """Return in which share of the replications a city is above another in an area."""
        from generator.assessment.uncertainty import read_printed, share_above

        first, second = (read_printed(self.draws[city][node]) for city in (one, other))
        return share_above(first, second)

    def removal_effects(self, area: str) -> Mapping[str, float]:
        """Return the mean absolute change of rank in an area if something below is left out."""
        tree = next(one for tree in self.trees for one in tree.areas if one.id == area)
        before = _ranks({name: city[area].score for name, city in self.cities.items()})
        found: dict[str, float] = {}
        for name in _below(tree):
            scores = {city: _score_without(tree, name, one) for city, one in self.cities.items()}
            after = _ranks(scores)
            moved = [abs(after[city] - before[city]) for city in before if city in after]
            found[name] = sum(moved) / len(moved) if moved else 0.0
        return found

    def to_dict(self) -> dict[str, Any]:
        """Return city -> id -> plain values, for JSON."""
        return {
            name: {node.id: asdict(node) for node in city.nodes.values()}
            for name, city in self.cities.items()
        }

    def _rated(self, node: str) -> dict[str, float]:
        return {
            name: score
            for name, city in self.cities.items()
            if city[node].rated and (score := city[node].score) is not None
        }


def rate_tables(
    observations: Any,
    goalposts: Any,
    areas: Any = None,
    weights: Mapping[Any, float] | None = None,
    methods: str | Mapping[Any, str] | None = None,
    *,
    year: int | None = None,
    minimum_coverage: float = 0.0,
    minimum_rated: int = 1,
    minimum_cities: int = 5,
    substitute: Mapping[str, Any] | None = None,
    replications: int = 0,
    seed: int = 1,
    weight_noise: float = 0.25,
    goalpost_noise: float = 0.05,
    value_noise: float = 0.10,
) -> Ratings:
    """Return scores, coverage, bounds, intervals and ranks of all cities.

    Tables: see `plain_tables`. An area is rated from `minimum_coverage` of its weight and
    `minimum_rated` indicators on; ranks exist from `minimum_cities` rated cities on.
    `substitute` gives values to missing observables, and scores to missing areas: for all cities
    (id -> value) or for one (city -> id -> value); coverage does not count them. Intervals and
    rank intervals need `replications`, which vary weights, goalposts and estimates.
    """
    values = read_values(observations, year)
    posts = read_goalposts(goalposts)
    trees = read_tree(areas, posts, weights, methods)
    rated = {
        city: _rate_city(city, values[city], posts, trees, _substitutes(substitute, city),
                         (minimum_coverage, minimum_rated))
        for city in values
    }  # fmt: skip
    ranked = _with_ranks(rated, minimum_cities)
    if not replications:
        return Ratings(ranked, trees, minimum_cities)
    from generator.assessment.plain_replications import replicate_ratings
    from generator.assessment.uncertainty import Replications

    noise = Replications(seed, replications, weight_noise, goalpost_noise, value_noise)
    replicated, draws = replicate_ratings(noise, ranked, trees, values, posts, minimum_cities)
    return Ratings(replicated, trees, minimum_cities, draws)


def _substitutes(substitute: Mapping[str, Any] | None, city: str) -> dict[str, Any]:
    """Return the substitutes of a city: those for all, then its own."""
    given = substitute or {}
    shared = {name: value for name, value in given.items() if not isinstance(value, Mapping)}
    own = given.get(city)
    return {**shared, **own} if isinstance(own, Mapping) else shared


def _rate_city(
    city: str,
    values: Mapping[str, Value],
    posts: Mapping[str, Goalpost],
    trees: Iterable[Branch],
    substitutes: Mapping[str, Any],
    limits: tuple[float, int],
) -> CityRating:
    nodes: dict[str, NodeRating] = {}
    used: list[str] = []
    for tree in trees:
        for leaf in tree.leaves:
            if leaf not in nodes:
                nodes[leaf] = _rate_leaf(leaf, values, posts, substitutes, used)
        for area in tree.areas:
            nodes[area.id] = _rate_area(area, nodes, posts, substitutes, used, limits)
    return CityRating(city, nodes, tuple(used))


def _rate_leaf(
    name: str,
    values: Mapping[str, Value],
    posts: Mapping[str, Goalpost],
    substitutes: Mapping[str, Any],
    used: list[str],
) -> NodeRating:
    score = _score(values.get(name), posts.get(name))
    if score is not None:
        return NodeRating(name, score, 1.0, score, score, True, {})
    if name in substitutes:
        given = substitutes[name]
        score = _score(Value(number_of(given), str(given)), posts.get(name))
    if score is None:
        return NodeRating(name, None, 0.0, 0.0, 100.0, False, {})
    used.append(name)
    return NodeRating(name, score, 0.0, 0.0, 100.0, False, {})


def _score(value: Value | None, post: Goalpost | None) -> float | None:
    if value is None or post is None:
        return None
    return score_value(value.word, value.number, post)


def _rate_area(
    area: Branch,
    nodes: Mapping[str, NodeRating],
    posts: Mapping[str, Goalpost],
    substitutes: Mapping[str, Any],
    used: list[str],
    limits: tuple[float, int],
) -> NodeRating:
    members = area.members or ()
    parts = [_node(member, nodes[member.id], posts) for member in members]
    score = mean_of([(part.weight, part.score) for part in parts], area.method)
    coverage = coverage_of(parts)
    low, high = bounds_of(parts, area.method)
    counted = sum(nodes[leaf].coverage > 0 for leaf in area.leaves)
    if score is None and (given := number_of(substitutes.get(area.id))) is not None:
        used.append(area.id)
        score = given
    enough = round(coverage, 9) >= limits[0] and counted >= limits[1]
    return NodeRating(
        area.id,
        score,
        coverage,
        low,
        high,
        score is not None and enough,
        _contributions(area, parts),
    )


def _node(member: Branch, node: NodeRating, posts: Mapping[str, Goalpost]) -> Node:
    scaled = any(is_scaled(posts.get(leaf)) for leaf in member.leaves)
    assessable = node.coverage if scaled else None
    return Node(member.id, member.weight, node.score, assessable, node.low, node.high)


def _contributions(area: Branch, parts: Iterable[Node]) -> Mapping[str, float]:
    """Return what each member adds to an arithmetic mean; a geometric one has no such parts."""
    scored = [(part.id, part.weight, part.score) for part in parts if part.score is not None]
    total = sum(weight for _, weight, _ in scored)
    if area.method != ARITHMETIC or not total:
        return {}
    return {name: weight * score / total for name, weight, score in scored}


def _ranks(scores: Mapping[str, float | None]) -> dict[str, int]:
    """Return 1 + the number strictly better, by city."""
    known = {name: score for name, score in scores.items() if score is not None}
    order = sorted(known, key=lambda name: -known[name])
    return dict(zip(order, ranks_by_score([known[name] for name in order]), strict=True))


def _with_ranks(cities: Mapping[str, CityRating], minimum: int) -> dict[str, CityRating]:
    """Return the ratings with the rank of every rated node."""
    names = next((city.nodes for city in cities.values()), {})
    ranks = {}
    for name in names:
        rated = {key: city[name].score for key, city in cities.items() if city[name].rated}
        ranks[name] = _ranks(rated) if len(rated) >= minimum else {}
    return {
        key: CityRating(
            key,
            {name: _ranked(node, ranks[name].get(key)) for name, node in city.nodes.items()},
            city.substituted,
        )
        for key, city in cities.items()
    }


def _ranked(node: NodeRating, rank: int | None) -> NodeRating:
    return NodeRating(
        node.id, node.score, node.coverage, node.low, node.high, node.rated, node.contributions,
        node.interval, rank,
    )  # fmt: skip


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
