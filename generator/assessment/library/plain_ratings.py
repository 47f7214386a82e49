"""Ratings from plain tables, for those who use this package as a library.

The same steps as for the publication: normalisation, aggregation, replications, comparison. Only
here can missing values be given substitutes.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.assessment.library.plain_comparison import Ratings, with_ranks
from generator.assessment.library.plain_records import (
    NO_GOALPOSTS,
    NO_LOGARITHM,
    NO_SCORE,
    NOT_A_NUMBER,
    UNKNOWN,
    CityRating,
    NodeRating,
    Unused,
)
from generator.assessment.library.plain_tables import (
    Value,
    is_scaled,
    number_of,
    read_goalposts,
    read_values,
    word_of,
)
from generator.assessment.library.plain_trees import read_tree, setting_by_area
from generator.assessment.library.plain_words import unknown
from generator.assessment.rating.aggregation import Node, bounds_of, coverage_of, mean_of
from generator.assessment.rating.normalisation import score_value
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import ARITHMETIC, Branch

Limits = Mapping[str, tuple[float, float]]
"""Area to the coverage and the number of indicators that it needs to be rated."""


def rate_tables(
    observations: Any,
    goalposts: Any,
    areas: Any = None,
    weights: Mapping[Any, float] | None = None,
    methods: str | Mapping[Any, str] | None = None,
    *,
    year: int | None = None,
    minimum_coverage: float | Mapping[Any, float] = 0.0,
    minimum_rated: int | Mapping[Any, int] = 1,
    minimum_cities: int = 5,
    substitute: Mapping[Any, Any] | None = None,
    decimals: int = 9,
    replications: int = 0,
    seed: int = 1,
    weight_noise: float = 0.25,
    goalpost_noise: float = 0.05,
    value_noise: float = 0.10,
) -> Ratings:
    """Return scores, coverage, bounds, intervals and ranks of all cities.

    Tables: see `plain_tables` and `plain_trees`. An area is rated from `minimum_coverage` of its
    weight and `minimum_rated` indicators on (for all, by area, or by level); ranks exist from
    `minimum_cities` rated cities on, over scores rounded to `decimals`. `substitute` gives values
    to missing observables, and scores to missing areas and to what has no goalposts: for all
    cities (id -> value) or for one (city -> id -> value); coverage does not count them. Intervals
    and rank intervals need `replications`, which vary weights, goalposts and estimates.
    """
    values = read_values(observations, year)
    posts = read_goalposts(goalposts)
    trees = read_tree(areas, posts, weights, methods)
    names = {name for tree in trees for name in (*tree.leaves, *(one.id for one in tree.areas))}
    given = _substitutes(substitute or {}, values, names)
    _refuse_unknown_leaves(trees, values, posts, given)
    limits = _limits(trees, minimum_coverage, minimum_rated)
    rated = {
        city: _rate_city(city, values[city], posts, trees, given[city], limits) for city in values
    }
    ranked = with_ranks(rated, minimum_cities, decimals)
    unused = tuple(sorted(_unused(values, posts, names)))
    if not replications:
        return Ratings(ranked, trees, minimum_cities, decimals, unused)
    from generator.assessment.library.plain_replications import replicate_ratings
    from generator.assessment.rating.uncertainty import Replications

    _refuse_noise(replications, weight_noise, goalpost_noise, value_noise)
    noise = Replications(seed, replications, weight_noise, goalpost_noise, value_noise)
    replicated, draws = replicate_ratings(noise, ranked, trees, values, posts, decimals)
    return Ratings(replicated, trees, minimum_cities, decimals, unused, draws)


def _refuse_noise(replications: int, weights: float, goalposts: float, values: float) -> None:
    """Refuse noise with which a weight could be negative or goalposts change sides."""
    if replications < 0:
        raise ValueError("replications: a number from 0 on")
    if not (0 <= weights < 1 and 0 <= goalposts < 0.5 and 0 <= values < 1):
        raise ValueError("noise: shares from 0; weights and values below 1, goalposts below 0.5")


def _substitutes(
    substitute: Mapping[Any, Any], cities: Iterable[str], names: set[str]
) -> dict[str, dict[str, Any]]:
    """Return the substitutes of each city: those for all, then its own."""
    shared = {str(k): value for k, value in substitute.items() if not isinstance(value, Mapping)}
    found = {city: dict(shared) for city in cities}
    for city, own in substitute.items():
        if isinstance(own, Mapping):
            if str(city) not in found:
                raise unknown("substitute", city, found)
            found[str(city)].update({str(name): value for name, value in own.items()})
    for name in {name for one in found.values() for name in one} - names:
        raise unknown("substitute", name, sorted(names))
    return found


def _refuse_unknown_leaves(
    trees: Iterable[Branch],
    values: Mapping[str, Mapping[str, Value]],
    posts: Mapping[str, Goalpost],
    given: Mapping[str, Mapping[str, Any]],
) -> None:
    """Refuse what the areas name and no other table knows."""
    known = {*posts, *(name for table in (values, given) for one in table.values() for name in one)}
    for leaf in (leaf for tree in trees for leaf in tree.leaves):
        if leaf not in known:
            raise unknown("areas", leaf, sorted(known))


def _limits(
    trees: tuple[Branch, ...],
    coverage: float | Mapping[Any, float],
    rated: int | Mapping[Any, int],
) -> Limits:
    shares = setting_by_area("minimum_coverage", trees, coverage, 0.0)
    counts = setting_by_area("minimum_rated", trees, rated, 1)
    if not all(0 <= share <= 1 for share in shares.values()):
        raise ValueError("minimum_coverage: a share from 0 to 1")
    return {name: (share, counts[name]) for name, share in shares.items()}


def _unused(
    values: Mapping[str, Mapping[str, Value]], posts: Mapping[str, Goalpost], names: set[str]
) -> Iterator[Unused]:
    """Yield the values from which no score follows."""
    for city, found in values.items():
        for name, value in found.items():
            reason = _why_unused(value, posts.get(name)) if name in names else UNKNOWN
            if reason:
                yield Unused(city, name, value.word, reason)


def _why_unused(value: Value, post: Goalpost | None) -> str:
    if post is None or not is_scaled(post):
        return NO_GOALPOSTS
    if _score(value, post) is not None:
        return ""
    if post.scores:
        return NO_SCORE
    return NOT_A_NUMBER if value.number is None else NO_LOGARITHM


def _rate_city(
    city: str,
    values: Mapping[str, Value],
    posts: Mapping[str, Goalpost],
    trees: Iterable[Branch],
    substitutes: Mapping[str, Any],
    limits: Limits,
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
        given = Value(number_of(substitutes[name]), word_of(substitutes[name]))
        post = posts.get(name)
        score = _score(given, post) if is_scaled(post) else _own_score(name, given.number)
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
    limits: Limits,
) -> NodeRating:
    members = area.members or ()
    parts = [_node(member, nodes[member.id], posts) for member in members]
    score = mean_of([(part.weight, part.score) for part in parts], area.method)
    coverage = coverage_of(parts)
    low, high = bounds_of(parts, area.method)
    counted = sum(nodes[leaf].coverage > 0 for leaf in area.leaves)
    if score is None and (given := number_of(substitutes.get(area.id))) is not None:
        used.append(area.id)
        score = _own_score(area.id, given)
    share, number = limits[area.id]
    enough = round(coverage, 9) >= share and counted >= number
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
    """Return a member as it counts; what has neither a scale nor a substitute does not."""
    scaled = any(is_scaled(posts.get(leaf)) for leaf in member.leaves)
    assessable = node.coverage if scaled or node.score is not None else None
    return Node(member.id, member.weight, node.score, assessable, node.low, node.high)


def _contributions(area: Branch, parts: Iterable[Node]) -> Mapping[str, float]:
    """Return what each member adds to an arithmetic mean; a geometric one has no such parts."""
    scored = [(part.id, part.weight, part.score) for part in parts if part.score is not None]
    total = math.fsum(weight for _, weight, _ in scored)
    if area.method != ARITHMETIC or not total:
        return {}
    return {name: weight * score / total for name, weight, score in scored}


def _own_score(name: str, given: float | None) -> float | None:
    """Return a score that stands for something without goalposts."""
    if given is not None and not 0 <= given <= 100:
        raise ValueError(f"substitute: {name} takes a score from 0 to 100; found {given:g}")
    return given
