"""The step across cities: every city beside its peer groups, with ranks and their intervals.

A result of `assess_city` is never changed by it. The replications for ranks are a city's own, and
come with its result.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from generator.assessment.comparison.peer_comparison import (
    Comparison,
    Figure,
    FigureOf,
    FiguresAmong,
    Summary,
    compare_in_group,
    printed_position,
    subjects_of,
    summarise,
)
from generator.assessment.comparison.peer_groups import Group
from generator.assessment.comparison.ranking import Ranked, rank_observable
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.publication import Publication

Rankings = Mapping[str, tuple[Ranked, ...]]


@dataclass(frozen=True)
class CityComparison:
    """A city among its peers: comparisons and rankings by group and observable.

    A ranking lists all members of the group with a position; without one they are too few.
    `memberships` are the groups of the policy that it is in, also if it has groups of its own:
    id, and what the members have in common.
    """

    city: str
    groups: tuple[Group, ...] = ()
    comparisons: Mapping[str, Mapping[str, Comparison]] = field(default_factory=dict)
    rankings: Mapping[str, Rankings] = field(default_factory=dict)
    memberships: tuple[tuple[str, str], ...] = ()

    def rank_in(self, group: str, observable: str) -> Ranked | None:
        """Return the city's place in an observable within a group; None where there is no rank."""
        ranking = self.rankings[group].get(observable, ())
        return next((one for one in ranking if one.city == self.city), None)


@dataclass(frozen=True)
class Compared:
    """Cities beside their peers, and how all cities of the publication are spread.

    `spreads` by observable; None where no city has a position.
    """

    cities: Mapping[str, CityComparison] = field(default_factory=dict)
    spreads: Mapping[str, Summary | None] = field(default_factory=dict)

    def of(self, city: str) -> CityComparison:
        """Return a city beside its peers; without any if nothing was compared."""
        return self.cities.get(city) or CityComparison(city)


def compare_city(
    publication: Publication,
    figure: FigureOf,
    among: FiguresAmong,
    ranked: Callable[[tuple[str, ...]], Rankings],
    name: str,
    groups: tuple[Group, ...],
    memberships: tuple[tuple[str, str], ...] = (),
) -> CityComparison:
    """Return a city beside its peer groups; `ranked` gives the rankings of some cities."""
    subjects = subjects_of(publication.framework)
    policy = publication.framework.policy.comparison
    return CityComparison(
        city=name,
        groups=groups,
        comparisons={
            group.id: compare_in_group(policy, figure, among, subjects, name, group)
            for group in groups
        },
        rankings={group.id: ranked(group.members) for group in groups},
        memberships=memberships,
    )


def spread_of(framework: Framework, results: Iterable[CityResult], subject: str) -> Summary | None:
    """Return how the printed positions of cities are spread; None if there are none."""
    found = (printed_position(result, subject) for result in results)
    positions = [position for position in found if position is not None]
    return summarise(positions, framework.policy.comparison.minimum) if positions else None


def rank_group(
    publication: Publication,
    results: Mapping[str, CityResult],
    figures: Callable[[str], Mapping[str, Figure]],
) -> Rankings:
    """Return the ranking of some cities in every observable in which enough have a position.

    `figures` gives theirs in an observable, by city.
    """
    framework, rankings = publication.framework, {}
    for observable in subjects_of(framework):
        positions = {city: one.position for city, one in figures(observable).items()}
        rankings[observable] = rank_observable(framework.policy, results, observable, positions)
    return {observable: ranking for observable, ranking in rankings.items() if ranking}
