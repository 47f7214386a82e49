"""Replications of ratings from plain tables: intervals of scores and of ranks."""

from collections.abc import Mapping
from dataclasses import replace

from generator.assessment.library.plain_records import CityRating, NodeRating
from generator.assessment.library.plain_tables import Value, is_scaled
from generator.assessment.rating.uncertainty import (
    Draws,
    Measured,
    Replications,
    fixed_draws,
    intervals_of,
    rank_intervals,
    replicate_areas,
    replicate_missing,
    replicate_scores,
    rounded,
)
from generator.assessment.results import Interval
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import Branch

Values = Mapping[str, Mapping[str, Value]]


def replicate_ratings(
    noise: Replications,
    cities: Mapping[str, CityRating],
    trees: tuple[Branch, ...],
    values: Values,
    posts: Mapping[str, Goalpost],
    decimals: int,
) -> tuple[dict[str, CityRating], Mapping[str, Mapping[str, Draws]]]:
    """Return the ratings with intervals, and the scores of areas in each replication.

    Those are rounded to `decimals`, as they are for ranks.
    """
    draws: dict[str, Mapping[str, Draws]] = {}
    found: dict[str, CityRating] = {}
    for name, city in cities.items():
        scores = _scores(noise, city, values[name], posts)
        areas = _areas(noise, trees, scores, city)
        exact = {key: node.score for key, node in city.nodes.items() if node.score is not None}
        intervals = intervals_of({**scores, **areas}, exact)
        found[name] = _with_intervals(city, intervals)
        for leaf in dict.fromkeys(leaf for tree in trees for leaf in tree.leaves):
            if city[leaf].score is None and is_scaled(posts.get(leaf)):
                scores[leaf] = replicate_missing(noise, name, leaf)
        ranked = _areas(noise, trees, scores, city)
        draws[name] = {
            key: rounded(one, decimals) for key, one in ranked.items() if city[key].rated
        }
    return _with_rank_intervals(found, draws), draws


def _areas(
    noise: Replications, trees: tuple[Branch, ...], scores: Mapping[str, Draws], city: CityRating
) -> dict[str, Draws]:
    found: dict[str, Draws] = {}
    fixed = {
        name: fixed_draws(noise, city[name].score or 0.0)
        for name in city.substituted
        if name not in scores
    }
    for tree in trees:
        found.update(replicate_areas(noise, tree, scores, fixed))
    return found


def _scores(
    noise: Replications,
    city: CityRating,
    values: Mapping[str, Value],
    posts: Mapping[str, Goalpost],
) -> dict[str, Draws]:
    """Return the draws of every indicator with a score; those of a substitute are all the same."""
    measured = [
        _measured(name, node, values.get(name), posts[name])
        for name, node in city.nodes.items()
        if name in posts and node.score is not None
    ]
    return dict(replicate_scores(noise, city.city, measured))


def _measured(name: str, node: NodeRating, value: Value | None, post: Goalpost) -> Measured:
    if value is None or value.number is None or post.scores is not None or not node.rated:
        return Measured(name, 0.0, fixed=node.score)
    return Measured(name, value.number, post, value.lower, value.upper, value.flagged)


def _with_intervals(city: CityRating, intervals: Mapping[str, Interval]) -> CityRating:
    nodes = {name: replace(node, interval=intervals.get(name)) for name, node in city.nodes.items()}
    return replace(city, nodes=nodes)


def _with_rank_intervals(
    cities: Mapping[str, CityRating], draws: Mapping[str, Mapping[str, Draws]]
) -> dict[str, CityRating]:
    areas = dict.fromkeys(name for one in draws.values() for name in one)
    found = {name: dict(city.nodes) for name, city in cities.items()}
    for area in areas:
        ranks = {name: rank for name, city in cities.items() if (rank := city[area].rank)}
        if not ranks:
            continue
        intervals = rank_intervals([draws[name][area] for name in ranks], list(ranks.values()))
        for name, interval in zip(ranks, intervals, strict=True):
            found[name][area] = replace(found[name][area], rank_interval=interval)
    return {name: replace(city, nodes=found[name]) for name, city in cities.items()}
