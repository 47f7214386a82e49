"""The groups of cities that a city is compared with: its own list or rule, or the policy's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.assessment.advice.condition_evaluation import Known, evaluate
from generator.assessment.results import CityResult
from generator.model.condition_records import Condition
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


def groups_of(
    publication: Publication, results: Mapping[str, CityResult], name: str
) -> tuple[Group, ...]:
    """Return the peer groups of a city; those of the policy unless it names its own."""
    own = publication.cities[name].record.peers
    if own is not None and own.cities is not None:
        members = {name, *(city for city in own.cities if city in results)}
        return (Group(OWN_LIST, tuple(sorted(members))),)
    if own is not None and own.when is not None:
        return (_by_rule(publication, results, name, OWN_RULE, own.when),)
    return tuple(_of_policy(publication, results, name))


def _of_policy(
    publication: Publication, results: Mapping[str, CityResult], name: str
) -> Iterator[Group]:
    """Yield the groups of the policy to which a city belongs."""
    for key, group in publication.framework.policy.peer_groups.items():
        if group.when is not None:
            found = _by_rule(publication, results, name, key, group.when)
            if _holds(publication, results, name, group.when):
                yield found
        if group.same is not None:
            value = _context(publication.cities[name], group.same)
            if value:
                members = tuple(
                    sorted(
                        other
                        for other in results
                        if _context(publication.cities[other], group.same) == value
                    )
                )
                yield Group(key, members, same=group.same, value=value)


def _by_rule(
    publication: Publication,
    results: Mapping[str, CityResult],
    name: str,
    key: str,
    rule: Condition,
) -> Group:
    """Return the city and all others for which a rule is true; unknown is not true."""
    others = [city for city in results if _holds(publication, results, city, rule)]
    return Group(key, tuple(sorted({name, *others})), rule)


def _holds(
    publication: Publication, results: Mapping[str, CityResult], name: str, rule: Condition
) -> bool:
    known = Known(publication.cities[name], results[name])
    return evaluate(rule, known).result is True


def _context(city: City, variable: str) -> str:
    figure = city.context_in_use(variable)
    return figure.value if figure is not None else ""
