"""Rules for the rating policy: weights, limits that rise, a number for every class."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.checks.places import cell_problem, key_problem
from generator.model.framework import Framework
from generator.model.hierarchy import DEFAULT_WEIGHTS
from generator.model.publication import Publication
from generator.problems import Code, Problem


def check_weights(publication: Publication) -> Iterator[Problem]:
    """The weights below an area sum to something, under every set of weights."""
    framework = publication.framework
    for area in framework.areas:
        below = [child.weight for child in framework.children(area.area)]
        below += [row.weight for row in framework.indicators_of.get(area.area, ())]
        if below and (min(below) < 0 or sum(below) <= 0):
            yield cell_problem(Code.WEIGHTS_EMPTY, framework.areas, area, "area")
    for name, weights in framework.policy.weights.items():
        yield from _check_names(framework, name, weights)
        yield from _check_set(framework, name, weights)


def _check_names(
    framework: Framework, name: str, weights: Mapping[str, float]
) -> Iterator[Problem]:
    for key, weight in weights.items():
        path = ("weights", name, key)
        if key not in framework.area_of and key not in framework.indicators:
            yield key_problem(Code.WEIGHTS_UNKNOWN, framework.policy_document, path, key)
        elif weight < 0:
            yield key_problem(Code.WEIGHTS_EMPTY, framework.policy_document, path, key)


def _check_set(framework: Framework, name: str, weights: Mapping[str, float]) -> Iterator[Problem]:
    """Yield the areas whose members a set leaves without weight; empty sets change nothing."""
    named = weights or framework.policy.weights.get(DEFAULT_WEIGHTS)
    if not named or any(weight < 0 for weight in weights.values()):
        return
    for scheme in framework.schemes:
        for area in framework.trees[scheme.scheme, name].areas:
            members = area.members or ()
            changed = any(member.id in named for member in members)
            if changed and sum(member.weight for member in members) <= 0:
                yield key_problem(
                    Code.WEIGHTS_EMPTY, framework.policy_document, ("weights", name), area.id
                )


def check_limits(publication: Publication) -> Iterator[Problem]:
    """Bands, points and levels begin at 0 and rise, so that none overlap; rates fall."""
    policy = publication.framework.policy
    yield from _check_rising(publication, ("bands",), list(policy.bands.values()), 100)
    yield from _check_rising(publication, ("points",), list(policy.points.values()), 100)
    levels = list(policy.urgency.levels.values())
    yield from _check_rising(publication, ("urgency", "levels"), levels, 1)
    rates = [0.0, policy.trend.acceleration_needed, policy.trend.on_track]
    yield from _check_rising(publication, ("trend", "on_track"), rates, 1)


def _check_rising(
    publication: Publication, path: tuple[str, ...], edges: list[float], top: float
) -> Iterator[Problem]:
    rising = all(low < high for low, high in pairwise(edges))
    if not edges or edges[0] != 0 or not rising or edges[-1] > top:
        found = ", ".join(f"{edge:g}" for edge in edges)
        document = publication.framework.policy_document
        yield key_problem(Code.BANDS_ORDER, document, path, found, f"{top:g}")


def check_factors(publication: Publication) -> Iterator[Problem]:
    """Every class of trend and every importance in use has its factor, every quality its error."""
    framework = publication.framework
    policy, document = framework.policy.urgency, framework.policy_document
    for word in framework.words.get("data-error", {}):
        if word not in framework.policy.evidence.errors:
            yield key_problem(Code.POLICY_INCOMPLETE, document, ("evidence", "errors"), "", word)
    choices = framework.policy.evidence.alternatives
    for name in ("mean", "worst_end", "beyond"):
        if not getattr(choices, name):
            place = ("evidence", "alternatives", name)
            yield key_problem(Code.POLICY_INCOMPLETE, document, place, "", name)
    for word in framework.words.get("trend", {}):
        if word not in policy.trend:
            yield key_problem(Code.POLICY_INCOMPLETE, document, ("urgency", "trend"), "", word)
    used = {one.importance for one in framework.observables.values() if one.importance}
    for importance in sorted({*used, policy.default_importance}):
        if importance not in policy.importance:
            path = ("urgency", "importance")
            yield key_problem(Code.POLICY_INCOMPLETE, document, path, "", str(importance))


def check_importance(publication: Publication) -> Iterator[Problem]:
    """The importance that a city gives to an indicator has a factor in the policy."""
    policy = publication.framework.policy.urgency
    for city in publication.cities.values():
        for name, judged in city.record.importance.items():
            if judged.value not in policy.importance:
                known = " / ".join(map(str, policy.importance))
                yield key_problem(
                    Code.WORD_UNKNOWN, city.document, ("importance", name, "value"),
                    str(judged.value), known, known=known,
                )  # fmt: skip
