"""Replications of ratings from plain tables: intervals of scores, and the draws for ranks."""

from collections.abc import Mapping
from dataclasses import replace

from generator.assessment.library.input_tables import Value, is_scaled
from generator.assessment.library.node_ratings import CityRating, NodeRating
from generator.assessment.rating.draws import Draws, Replications
from generator.assessment.rating.intervals import rounded
from generator.assessment.rating.replication import replicate_ratings
from generator.assessment.rating.uncertainty import Measured, replicate_scores
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import Branch


def replicate_city(
    noise: Replications,
    trees: tuple[Branch, ...],
    city: CityRating,
    values: Mapping[str, Value],
    posts: Mapping[str, Goalpost],
    decimals: int,
    value_noise: float,
) -> tuple[CityRating, Mapping[str, Draws]]:
    """Return the ratings of a city with intervals, and its rated areas in each replication.

    Those are rounded to `decimals`, as they are for ranks.
    """
    leaves = dict.fromkeys(leaf for tree in trees for leaf in tree.leaves)
    exact = {name: score for name, score in city.scores.items() if score is not None}
    measured = [
        _measured(city[name], values.get(name), posts.get(name), value_noise)
        for name in exact
        if name in leaves or name in city.substituted
    ]
    intervals, draws = replicate_ratings(
        noise, city.city, trees,
        scores=replicate_scores(noise, city.city, measured),
        exact=exact,
        missing=[leaf for leaf in leaves if leaf not in exact and is_scaled(posts.get(leaf))],
        ranked={name for name, node in city.nodes.items() if node.rated and name not in leaves},
    )  # fmt: skip
    nodes = {name: replace(node, interval=intervals.get(name)) for name, node in city.nodes.items()}
    shown = {name: rounded(area, decimals) for name, area in draws.items()}
    return replace(city, nodes=nodes), shown


def _measured(
    node: NodeRating, value: Value | None, post: Goalpost | None, value_noise: float
) -> Measured:
    """Return what is varied: neither a word nor a substitute."""
    if value is None or value.number is None or post is None or post.scores or not node.rated:
        return Measured(node.id, 0.0, fixed=node.score)
    error = value_noise * abs(value.number) if value.flagged else 0.0
    return Measured(node.id, value.number, post, value.lower, value.upper, error)
