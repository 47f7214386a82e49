"""The groups of cities that a city is compared with: its own list or rule, or the policy's."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.assessment.advice.condition_evaluation import Known, evaluate
from generator.assessment.results import CityResult
from generator.model.condition_records import Condition
from generator.model.publication import Publication

OWN_LIST, OWN_RULE = "own-list", "own-rule"


@dataclass(frozen=True)
class Group:
    """A peer group: `members` holds the city itself. One of `rule` and `same` may be set.

    `id` is that of the policy, or `own-list` or `own-rule`; `same` is a context variable, `value`
    what its members have in common.
    """

    id: str
    members: tuple[str, ...]
    rule: Condition | None = None
    same: str = ""
    value: str = ""


PolicyGroups = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The members of every group of the policy, by what they have in common: "" where a rule says."""


def policy_groups(publication: Publication, results: Mapping[str, CityResult]) -> PolicyGroups:
    """Return the groups of the policy with their members."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, group in publication.framework.policy.peer_groups.items():
        by_value: dict[str, list[str]] = {}
        for city in results:
            if group.when is not None and _holds(publication, results, city, group.when):
                by_value.setdefault("", []).append(city)
            if group.same is not None and (value := _context(publication, city, group.same)):
                by_value.setdefault(value, []).append(city)
        found[key] = {value: tuple(sorted(cities)) for value, cities in by_value.items()}
    return found


def memberships_of(groups: PolicyGroups, name: str) -> tuple[tuple[str, str], ...]:
    """Return the groups of the policy that a city is in: id, and what its members share."""
    return tuple(
        (key, value)
        for key, by_value in groups.items()
        for value, cities in by_value.items()
        if name in cities
    )


def groups_of(
    publication: Publication,
    results: Mapping[str, CityResult],
    groups: PolicyGroups,
    name: str,
) -> tuple[Group, ...]:
    """Return the peer groups of a city; those of the policy unless it names its own."""
    own = publication.cities[name].record.peers
    if own is not None and own.cities is not None:
        members = {name, *(city for city in own.cities if city in results)}
        return (Group(OWN_LIST, tuple(sorted(members))),)
    if own is not None and own.when is not None:
        others = (city for city in results if _holds(publication, results, city, own.when))
        return (Group(OWN_RULE, tuple(sorted({name, *others})), own.when),)
    policy = publication.framework.policy.peer_groups
    return tuple(
        Group(key, cities, policy[key].when, policy[key].same or "", value)
        for key, by_value in groups.items()
        for value, cities in by_value.items()
        if name in cities
    )


def _holds(
    publication: Publication, results: Mapping[str, CityResult], name: str, rule: Condition
) -> bool:
    known = Known(publication.cities[name], results[name])
    return evaluate(rule, known).result is True


def _context(publication: Publication, city: str, variable: str) -> str:
    figure = publication.cities[city].context_in_use(variable)
    return figure.value if figure is not None else ""
