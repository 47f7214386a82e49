"""How sure an urgency is: in which share of the replications it keeps its level and its place.

In: the scores of a city in every replication. The factors of the policy, that of each importance
and that of each class of trend, are varied as weights are and for all alike; a factor of trend of
1 says nothing and is not varied.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import numpy as np

from generator.assessment.rating.draws import Draws, Replications, draw_spread
from generator.assessment.rating.headline_gate import may_lead
from generator.assessment.rating.uncertainty import replicate_areas
from generator.assessment.results import AreaUrgency, CityResult
from generator.assessment.shares import is_enough
from generator.assessment.urgency_results import UrgencyResult
from generator.model.hierarchy import ARITHMETIC, Branch
from generator.model.policy_records import RatingPolicy


def with_replicated_urgencies(
    settings: Replications,
    policy: RatingPolicy,
    trees: Sequence[Branch],
    result: CityResult,
    scores: Mapping[str, Draws],
) -> CityResult:
    """Return a result whose urgencies say how often they keep their level and their place."""
    draws = {
        name: replicate_urgency(settings, urgency, scores[name])
        for name, urgency in result.urgencies.items()
        if name in scores
    }
    urgencies = {
        name: replace(one, holds=held, robust=robust)
        for name, one in result.urgencies.items()
        for held, robust in [_held(one.level, draws.get(name), policy)]
    }
    averaged = {part.child for area in result.areas.values() for part in area.contributions}
    leaves = {name: draws[name] for name in draws if name in averaged}
    usual = replace(settings, means=(ARITHMETIC,))
    areas: dict[str, Draws] = {}
    for tree in trees:
        areas |= replicate_areas(usual, tree, leaves)
    area_urgencies = {
        name: replace(one, holds=held, robust=robust)
        for name, one in result.area_urgencies.items()
        for held, robust in [_held(one.level, areas.get(name), policy)]
    }
    led = {name: draws for name, draws in areas.items() if may_lead(result, name)}
    return replace(result, urgencies=urgencies, area_urgencies=with_places(area_urgencies, led))


def replicate_urgency(settings: Replications, urgency: UrgencyResult, score: Draws) -> Draws:
    """Return gap x importance x trend, at most 1, in each replication."""
    gap = (100.0 - np.clip(score, 0.0, 100.0)) / 100.0
    product = gap * _factor(
        settings, urgency.importance_factor, "importance", str(urgency.importance)
    )
    if urgency.trend_factor != 1:
        product *= _factor(settings, urgency.trend_factor, "trend", urgency.trend)
    return np.minimum(1.0, product)


def _factor(settings: Replications, factor: float, *key: str) -> Draws:
    return factor * (
        1.0 + draw_spread(settings.weights, settings.seed, settings.count, "urgency", *key)
    )


def _held(level: str, draws: Draws | None, policy: RatingPolicy) -> tuple[float | None, bool]:
    """Return in which share of the draws the level is the same, and whether it is robust.

    Only the highest level can be robust: it is the one on which action is asked for.
    """
    if draws is None:
        return None, False
    levels = policy.urgency.levels
    names, edges = tuple(levels), np.array(tuple(levels.values())) - 5e-10
    at = np.searchsorted(edges, draws, side="right") - 1
    holds = float(np.count_nonzero(at == names.index(level)) / len(draws))
    return holds, level == names[-1] and is_enough(holds, policy.uncertainty.distinguishable)


def with_places(
    urgencies: Mapping[str, AreaUrgency], draws: Mapping[str, Draws]
) -> Mapping[str, AreaUrgency]:
    """Return the urgencies with the share of draws in which each is above the next of its level.

    An order is made of the areas with draws: those that may lead.
    """
    found = dict(urgencies)
    beside = sorted(urgencies, key=_listed_with)  # stable: the most urgent stays first
    for _, names in groupby(beside, key=_listed_with):
        order = [name for name in names if name in draws]
        for name, after in pairwise(order):
            above = np.count_nonzero(draws[name] > draws[after])
            ties = np.count_nonzero(draws[name] == draws[after])
            share = float(above + 0.5 * ties) / len(draws[name])
            found[name] = replace(found[name], above_next=share)
    return found


def _listed_with(area: str) -> tuple[str, int]:
    """Return what areas that stand in one order share: the scheme and the level."""
    return area.partition("/")[0], area.count("/")
