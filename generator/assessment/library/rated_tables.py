"""Plain tables to ratings: an adapter to the engine that rates the cities of a publication.

In: tables as a statistician has them. Out: scores, coverage, intervals and ranks by city. Only
here can missing values be given substitutes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.assessment.library.input_errors import unknown
from generator.assessment.library.input_tables import (
    Value,
    cell_value,
    is_scaled,
    number_of,
    read_goalposts,
    read_values,
)
from generator.assessment.library.input_trees import read_tree, setting_by_area
from generator.assessment.library.node_ratings import (
    NO_GOALPOSTS,
    NO_LOGARITHM,
    NO_SCORE,
    NOT_A_NUMBER,
    UNKNOWN,
    CityRating,
    NodeRating,
    Unused,
    rating_of_area,
    rating_of_leaf,
)
from generator.assessment.library.ratings import Ratings, with_ranks
from generator.assessment.rating.aggregation import Limits, Node
from generator.assessment.rating.composite import indicator_node, rate_tree
from generator.assessment.rating.normalisation import score_value
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import Branch

Posts = Mapping[str, Goalpost]


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

    Tables: see `input_tables` and `input_trees`. An area is rated from `minimum_coverage` of its
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
    unused = tuple(sorted(_unused(values, posts, names)))
    if not replications:
        return with_ranks(Ratings(rated, trees, minimum_cities, decimals, unused))
    from generator.assessment.library.table_replications import replicate_city
    from generator.assessment.rating.draws import Replications

    _refuse_noise(replications, weight_noise, goalpost_noise, value_noise)
    noise = Replications(seed, replications, weight_noise, goalpost_noise)
    again = {
        name: replicate_city(noise, trees, city, values[name], posts, decimals, value_noise)
        for name, city in rated.items()
    }
    rated = {name: city for name, (city, _) in again.items()}
    draws = {name: areas for name, (_, areas) in again.items()}
    return with_ranks(Ratings(rated, trees, minimum_cities, decimals, unused, draws))


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
    posts: Posts,
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
) -> dict[str, Limits]:
    shares = setting_by_area("minimum_coverage", trees, coverage, 0.0)
    counts = setting_by_area("minimum_rated", trees, rated, 1)
    if not all(0 <= share <= 1 for share in shares.values()):
        raise ValueError("minimum_coverage: a share from 0 to 1")
    return {name: Limits(share, counts[name]) for name, share in shares.items()}


def _unused(
    values: Mapping[str, Mapping[str, Value]], posts: Posts, names: set[str]
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
    posts: Posts,
    trees: Iterable[Branch],
    substitutes: Mapping[str, Any],
    limits: Mapping[str, Limits],
) -> CityRating:
    """Return the ratings of a city; each tree gives its indicators, then its areas."""
    nodes: dict[str, NodeRating] = {}
    used: list[str] = []
    for tree in trees:
        leaves = {
            leaf: _leaf_node(leaf, values.get(leaf), posts.get(leaf), substitutes)
            for leaf in tree.leaves
        }
        nodes |= {name: rating_of_leaf(node) for name, node in leaves.items()}
        scores = {
            area.id: _own_score(area.id, number)
            for area in tree.areas
            if (number := number_of(substitutes.get(area.id))) is not None
        }
        ratings = rate_tree(tree, leaves, limits, scores)
        nodes |= {name: rating_of_area(rating) for name, rating in ratings.items()}
        used += [name for name, node in leaves.items() if _is_substituted(node)]
        used += [name for name, rating in ratings.items() if rating.substituted]
    return CityRating(city, nodes, tuple(dict.fromkeys(used)))


def _leaf_node(
    name: str, value: Value | None, post: Goalpost | None, substitutes: Mapping[str, Any]
) -> Node:
    """Return an indicator as it counts; a substitute gives a score and no coverage."""
    node = indicator_node(name, _score(value, post), is_scaled(post))
    if node.score is not None or name not in substitutes:
        return node
    given = cell_value(substitutes[name])
    score = _score(given, post) if is_scaled(post) else _own_score(name, given.number)
    return node if score is None else replace(node, score=score, assessable=0.0)


def _is_substituted(node: Node) -> bool:
    return node.score is not None and not node.assessable


def _score(value: Value | None, post: Goalpost | None) -> float | None:
    if value is None or post is None:
        return None
    return score_value(value.word, value.number, post)


def _own_score(name: str, given: float | None) -> float | None:
    """Return a score that stands for something without goalposts."""
    if given is not None and not 0 <= given <= 100:
        raise ValueError(f"substitute: {name} takes a score from 0 to 100; found {given:g}")
    return given
