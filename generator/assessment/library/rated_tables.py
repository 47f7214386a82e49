"""Plain tables to ratings: an adapter to the engine that rates the cities of a publication.

In: tables as a statistician has them. Out: scores, coverage, intervals and ranks by city. Only
here can missing values be given substitutes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

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
from generator.assessment.library.rate_settings import (
    KEEP,
    alternatives_of,
    limits_of,
    noise_of,
    unrated_of,
)
from generator.assessment.library.ratings import (
    METHOD,
    NORMALISATION,
    TREATMENT,
    Ratings,
    with_ranks,
)
from generator.assessment.library.table_variants import (
    GOALPOSTS,
    NONE,
    Alternatives,
    ValueNoise,
    Variant,
    variant_of,
)
from generator.assessment.rating.aggregation import Limits, Node
from generator.assessment.rating.composite import (
    indicator_node,
    rate_tree,
)
from generator.assessment.rating.normalisation import score_value
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import Branch

if TYPE_CHECKING:
    from generator.assessment.rating.draws import Replications  # brings NumPy

Posts = Mapping[str, Goalpost]


def rate_tables(
    observations: Any,
    goalposts: Any,
    areas: Any = None,
    weights: Mapping[Any, float] | None = None,
    methods: str | Mapping[Any, str] | None = None,
    *,
    year: int | None = None,
    treatment: str = NONE,
    normalisation: str = GOALPOSTS,
    minimum_coverage: float | Mapping[Any, float] = 0.0,
    minimum_rated: int | Mapping[Any, int] = 1,
    minimum_cities: int = 5,
    unrated: str | Mapping[Any, str] = KEEP,
    substitute: Mapping[Any, Any] | None = None,
    decimals: int = 9,
    replications: int = 0,
    seed: int = 1,
    alternatives: Mapping[str, Sequence[str]] | None = None,
    weight_noise: float | Mapping[Any, float] = 0.25,
    goalpost_noise: float = 0.05,
    value_noise: ValueNoise = 0.10,
) -> Ratings:
    """Return scores, coverage, bounds, intervals and ranks of all cities.

    Tables: see `input_tables` and `input_trees`. An area is rated from `minimum_coverage` of its
    weight and `minimum_rated` indicators on (for all, by area, or by level); ranks exist from
    `minimum_cities` rated cities on, over scores rounded to `decimals`. `substitute` gives values
    to missing observables, and scores to missing areas and to what has no goalposts: for all
    cities (id -> value) or for one (city -> id -> value); coverage does not count them. Intervals
    and rank intervals need `replications`, which vary weights, goalposts and values, and choose
    among `alternatives`. Every argument stands in the README.
    """
    asked = alternatives_of(alternatives or {}, treatment, normalisation, methods)
    raw, posts = read_values(observations, year), read_goalposts(goalposts)
    variants = Alternatives(
        tuple(
            tuple(variant_of(raw, posts, treated, scaled) for scaled in asked[NORMALISATION])
            for treated in asked[TREATMENT]
        )
    )
    usual = variants.variants[0][0]
    trees = read_tree(areas, posts, weights, methods)
    names = {name for tree in trees for name in (*tree.leaves, *(one.id for one in tree.areas))}
    given = _substitutes(substitute or {}, raw, names)
    _refuse_unknown_leaves(trees, raw, posts, given)
    limits = limits_of(trees, minimum_coverage, minimum_rated)
    aside = unrated_of(trees, unrated)
    rated = {
        city: _rate_city(city, usual, trees, given[city], limits, aside) for city in usual.values
    }
    unused = tuple(sorted(_unused(usual.values, usual.posts, names)))
    found = Ratings(rated, trees, minimum_cities, decimals, unused, usual.treated)
    if not replications:
        return with_ranks(found)
    noise = noise_of(
        seed, replications, setting_by_area("weight_noise", trees, weight_noise, 0.25),
        goalpost_noise, asked[METHOD],
    )  # fmt: skip
    return with_ranks(_replicated(found, noise, variants, asked, value_noise))


def _replicated(
    ratings: Ratings,
    noise: "Replications",
    variants: "Alternatives",
    asked: Mapping[str, tuple[str, ...]],
    value_noise: ValueNoise,
) -> Ratings:
    """Return the ratings with intervals, and the draws of every rated area."""
    from generator.assessment.library.table_replications import refuse_noise, replicate_city

    refuse_noise(noise, value_noise)
    again = {
        name: replicate_city(noise, city, variants, value_noise, ratings.decimals)
        for name, city in ratings.cities.items()
    }
    return replace(
        ratings,
        cities={name: city for name, (city, _) in again.items()},
        draws={name: areas for name, (_, areas) in again.items()},
        noise=noise,
        alternatives=asked,
    )


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
    tables: Variant,
    trees: Iterable[Branch],
    substitutes: Mapping[str, Any],
    limits: Mapping[str, Limits],
    unrated: Mapping[str, str],
) -> CityRating:
    """Return the ratings of a city; each tree gives its indicators, then its areas."""
    nodes: dict[str, NodeRating] = {}
    substituted: list[str] = []
    removed: list[str] = []
    values = tables.values[city]
    for tree in trees:
        leaves = {
            leaf: _leaf_node(leaf, values.get(leaf), tables.posts.get(leaf), substitutes)
            for leaf in tree.leaves
        }
        nodes |= {name: rating_of_leaf(node) for name, node in leaves.items()}
        scores = {
            area.id: _own_score(area.id, number)
            for area in tree.areas
            if (number := number_of(substitutes.get(area.id))) is not None
        }
        ratings = rate_tree(tree, leaves, limits, scores, unrated)
        nodes |= {name: rating_of_area(rating) for name, rating in ratings.items()}
        substituted += [name for name, node in leaves.items() if _is_substituted(node)]
        substituted += [name for name, rating in ratings.items() if rating.substituted]
        removed += [name for name, rating in ratings.items() if rating.removed]
    own = tuple(_own_tree(tree, removed, substituted) for tree in trees)
    return CityRating(
        city, nodes, tuple(dict.fromkeys(substituted)), tuple(dict.fromkeys(removed)), own
    )


def _own_tree(tree: Branch, removed: Sequence[str], substituted: Sequence[str]) -> Branch:
    """Return the tree as it holds for a city: areas with a substitute are leaves of it."""
    if tree.members is None:
        return tree
    members = tuple(
        replace(member, members=None)
        if member.id in substituted
        else _own_tree(member, removed, substituted)
        for member in tree.members
        if member.id not in removed
    )
    return replace(tree, members=members)


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
