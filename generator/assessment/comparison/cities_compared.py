"""The step across cities: every city beside its peer groups, with ranks and their intervals.

A result of `assess_city` is never changed by it. The replications for ranks are a city's own, and
come with its result.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.assessment.comparison.peer_comparison import (
    Comparison,
    Summary,
    compare_city,
    figures_of,
    summarise,
)
from generator.assessment.comparison.peer_groups import Group, groups_of
from generator.assessment.comparison.ranking import Ranked, rank_area
from generator.assessment.results import CityResult
from generator.model.publication import Publication

Rankings = Mapping[str, tuple[Ranked, ...]]


@dataclass(frozen=True)
class CityComparison:
    """A city among its peers: comparisons by group and subject, rankings by group and area.

    A ranking lists all members of the group that are rated; an area without one has too few.
    """

    city: str
    groups: tuple[Group, ...] = ()
    comparisons: Mapping[str, Mapping[str, Comparison]] = field(default_factory=dict)
    rankings: Mapping[str, Rankings] = field(default_factory=dict)

    def first_of(self, subject: str) -> Comparison | None:
        """Return the comparison of an observable or area in the first group with a percentile."""
        found = (self.comparisons[group.id].get(subject) for group in self.groups)
        return next((one for one in found if one and one.percentile is not None), None)

    def rank_in(self, group: str, area: str) -> Ranked | None:
        """Return the city's place in an area within a group; None where there is no rank."""
        ranking = self.rankings[group].get(area, ())
        return next((one for one in ranking if one.city == self.city), None)


@dataclass(frozen=True)
class Compared:
    """Cities beside their peers, and how all cities of the publication are spread and ranked.

    `spreads` by observable and area, where at least one city has a score.
    """

    cities: Mapping[str, CityComparison] = field(default_factory=dict)
    spreads: Mapping[str, Summary] = field(default_factory=dict)
    rankings: Rankings = field(default_factory=dict)

    def of(self, city: str) -> CityComparison:
        """Return a city beside its peers; without any if nothing was compared."""
        return self.cities.get(city) or CityComparison(city)


def compare(publication: Publication, results: Mapping[str, CityResult]) -> Compared:
    """Return every city beside its peers, and all cities together."""
    minimum = publication.framework.policy.comparison.minimum
    spreads = {
        subject: summarise([one.score for one in cities.values()], minimum)
        for subject, cities in figures_of(publication, results).items()
    }
    return Compared(
        cities=compare_cities(publication, results),
        spreads=spreads,
        rankings=rank_group(publication, results, tuple(sorted(results))),
    )


def compare_cities(
    publication: Publication, results: Mapping[str, CityResult]
) -> Mapping[str, CityComparison]:
    """Return every city beside its peer groups."""
    policy, figures = publication.framework.policy.comparison, figures_of(publication, results)
    ranked: dict[tuple[str, ...], Rankings] = {}
    found: dict[str, CityComparison] = {}
    for name in results:
        groups = groups_of(publication, results, name)
        for group in groups:
            if group.members not in ranked:
                ranked[group.members] = rank_group(publication, results, group.members)
        found[name] = CityComparison(
            city=name,
            groups=groups,
            comparisons={group.id: compare_city(policy, figures, name, group) for group in groups},
            rankings={group.id: ranked[group.members] for group in groups},
        )
    return found


def rank_group(
    publication: Publication, results: Mapping[str, CityResult], members: tuple[str, ...]
) -> Rankings:
    """Return the ranking of some cities in every area in which enough of them are rated."""
    policy = publication.framework.policy
    areas = [row.scheme for row in publication.framework.schemes]
    areas += [row.area for row in publication.framework.areas]
    rankings = {area: rank_area(policy, results, area, members) for area in areas}
    return {area: ranking for area, ranking in rankings.items() if ranking}
