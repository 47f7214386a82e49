"""Replications of ratings from plain tables: intervals of scores, and the draws for ranks.

Each replication takes one of the treatments, normalisations and means that are given, the same
for all cities, and varies values, weights and goalposts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from generator.assessment.library.input_tables import Value, is_scaled
from generator.assessment.library.node_ratings import CityRating, NodeRating
from generator.assessment.library.table_variants import Alternatives, ValueNoise, Variant
from generator.assessment.rating.draws import Draws, Replications, draw_choice
from generator.assessment.rating.intervals import rounded
from generator.assessment.rating.replication import replicate_ratings
from generator.assessment.rating.uncertainty import Measured, replicate_scores
from generator.model.framework_tables import Goalpost

Taken = npt.NDArray[np.bool_]


def taken(noise: Replications, alternatives: Alternatives) -> Sequence[tuple[Variant, Taken]]:
    """Return each variant with the replications that take it, as true and false."""
    treatment = draw_choice(noise, "treatment", len(alternatives.variants))
    normalisation = draw_choice(noise, "normalisation", len(alternatives.variants[0]))
    return [
        (variant, (treatment == at) & (normalisation == beside))
        for at, row in enumerate(alternatives.variants)
        for beside, variant in enumerate(row)
    ]


def refuse_noise(noise: Replications, values: ValueNoise) -> None:
    """Refuse noise with which a weight could be negative or goalposts change sides."""
    if noise.count < 0:
        raise ValueError("replications: a number from 0 on")
    shares = [share for _, share in noise.weights_within]
    shares += values.values() if isinstance(values, Mapping) else [values]
    if not (all(0 <= share < 1 for share in shares) and 0 <= noise.goalposts < 0.5):
        raise ValueError("noise: shares from 0; weights and values below 1, goalposts below 0.5")


def replicate_city(
    noise: Replications,
    city: CityRating,
    alternatives: Alternatives,
    value_noise: ValueNoise,
    decimals: int,
) -> tuple[CityRating, Mapping[str, Draws]]:
    """Return the ratings of a city with intervals, and its rated areas in each replication.

    Those are rounded to `decimals`, as they are for ranks.
    """
    trees = city.trees
    leaves = dict.fromkeys(leaf for tree in trees for leaf in tree.leaves)
    exact = {name: score for name, score in city.scores.items() if score is not None}
    given = [name for name in exact if name in leaves or name in city.substituted]
    posts = alternatives.variants[0][0].posts
    intervals, draws = replicate_ratings(
        noise, city.city, trees,
        scores=_replicate_given(noise, city, given, alternatives, value_noise),
        exact=exact,
        missing=[leaf for leaf in leaves if leaf not in exact and is_scaled(posts.get(leaf))],
        ranked={name for name, node in city.nodes.items() if node.rated and name not in leaves},
    )  # fmt: skip
    nodes = {name: replace(node, interval=intervals.get(name)) for name, node in city.nodes.items()}
    shown = {name: rounded(np.clip(area, 0.0, 100.0), decimals) for name, area in draws.items()}
    return replace(city, nodes=nodes), shown


def _replicate_given(
    noise: Replications,
    city: CityRating,
    names: Sequence[str],
    alternatives: Alternatives,
    value_noise: ValueNoise,
) -> Mapping[str, Draws]:
    """Return the draws of what has a score: in each replication by the variant that it takes."""
    found: dict[str, Draws] = {}
    for variant, chosen in taken(noise, alternatives):
        usual = noise if variant.own_goalposts else replace(noise, goalposts=0.0)
        cells = variant.values[city.city]
        measured = [
            _measured(city[name], cells.get(name), variant.posts.get(name), value_noise)
            for name in names
        ]
        for name, draws in replicate_scores(usual, city.city, measured).items():
            found[name] = np.where(chosen, draws, found[name]) if name in found else draws
    return found


def _measured(
    node: NodeRating, value: Value | None, post: Goalpost | None, value_noise: ValueNoise
) -> Measured:
    """Return what is varied: neither a word nor a substitute."""
    if value is None or value.number is None or post is None or post.scores or not node.rated:
        return Measured(node.id, 0.0, fixed=node.score)
    error = _error(value, value.number, value_noise)
    return Measured(node.id, value.number, post, value.lower, value.upper, error)


def _error(value: Value, number: float, noise: ValueNoise) -> float:
    """Return half the range of a value: its own error, else a share by its status."""
    if value.error is not None:
        return value.error
    if isinstance(noise, Mapping):
        return noise.get(value.status, 0.0) * abs(number)
    return noise * abs(number) if value.flagged else 0.0
