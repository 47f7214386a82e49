"""The groups of cities that a city is compared with: its own list or rule, or the policy's."""

from collections.abc import Iterable, Mapping

from generator.assessment.advice.condition_evaluation import Known, evaluate
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.condition_records import Condition
from generator.model.framework import Framework
from generator.model.publication import City, Publication

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


Memberships = Mapping[str, str]
"""The groups of the policy that a city is in: by id what their members have in common."""


def memberships_of(framework: Framework, city: City, result: CityResult) -> Memberships:
    """Return the groups of the policy that a city is in; this rests on the city alone."""
    found: dict[str, str] = {}
    for key, group in framework.policy.peer_groups.items():
        if group.when is not None and _holds(city, result, group.when):
            found[key] = ""
        if group.same is not None and (value := _context(city, group.same)):
            found[key] = value
    return found


def policy_groups(framework: Framework, memberships: Mapping[str, Memberships]) -> PolicyGroups:
    """Return the groups of the policy with their members; `memberships` are those of each city."""
    found: dict[str, dict[str, list[str]]] = {key: {} for key in framework.policy.peer_groups}
    for city in sorted(memberships):
        for key, value in memberships[city].items():
            found[key].setdefault(value, []).append(city)
    return {
        key: {value: tuple(cities) for value, cities in by_value.items()}
        for key, by_value in found.items()
    }


def chosen_by_rule(
    cities: Mapping[str, City], results: Mapping[str, CityResult], name: str
) -> tuple[str, ...]:
    """Return the cities that a city's own rule for its peers chooses, by id; none without one."""
    own = cities[name].record.peers
    if own is None or own.when is None:
        return ()
    return tuple(sorted(city for city in results if _holds(cities[city], results[city], own.when)))


def groups_of(
    publication: Publication,
    results: Mapping[str, CityResult],
    groups: PolicyGroups,
    name: str,
    chosen: Iterable[str],
) -> tuple[Group, ...]:
    """Return the peer groups of a city; those of the policy unless it names its own.

    `chosen` are the cities that its own rule chooses, if it has one.
    """
    own = publication.cities[name].record.peers
    if own is not None and own.cities is not None:
        members = {name, *(city for city in own.cities if city in results)}
        return (Group(OWN_LIST, tuple(sorted(members))),)
    if own is not None and own.when is not None:
        return (Group(OWN_RULE, tuple(sorted({name, *chosen})), own.when),)
    policy = publication.framework.policy.peer_groups
    return tuple(
        Group(key, cities, policy[key].when, policy[key].same or "", value)
        for key, by_value in groups.items()
        for value, cities in by_value.items()
        if name in cities
    )


def _holds(city: City, result: CityResult, rule: Condition) -> bool:
    return evaluate(rule, Known(city, result)).result is True


def _context(city: City, variable: str) -> str:
    figure = city.context_in_use(variable)
    return figure.value if figure is not None else ""
