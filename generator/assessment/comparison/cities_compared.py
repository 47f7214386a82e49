"""The step across cities: every city beside its peer groups, with ranks and their intervals.

A result of `assess_city` is never changed by it. The replications for ranks are a city's own, and
come with its result.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.assessment.comparison.peer_comparison import (
    Comparison,
    FigureOf,
    Summary,
    compare_in_group,
    printed_score,
    subjects_of,
    summarise,
)
from generator.assessment.comparison.peer_groups import Group
from generator.assessment.comparison.ranking import Ranked, rank_area
from generator.assessment.results import CityResult
from generator.model.framework import Framework
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

    `spreads` by observable and area; None where no city has a score.
    """

    cities: Mapping[str, CityComparison] = field(default_factory=dict)
    spreads: Mapping[str, Summary | None] = field(default_factory=dict)
    rankings: Rankings = field(default_factory=dict)

    def of(self, city: str) -> CityComparison:
        """Return a city beside its peers; without any if nothing was compared."""
        return self.cities.get(city) or CityComparison(city)


def compare_city(
    publication: Publication,
    figure: FigureOf,
    ranked: Callable[[tuple[str, ...]], Rankings],
    name: str,
    groups: tuple[Group, ...],
) -> CityComparison:
    """Return a city beside its peer groups; `ranked` gives the rankings of some cities."""
    subjects = subjects_of(publication.framework)
    policy = publication.framework.policy.comparison
    return CityComparison(
        city=name,
        groups=groups,
        comparisons={
            group.id: compare_in_group(policy, figure, subjects, name, group) for group in groups
        },
        rankings={group.id: ranked(group.members) for group in groups},
    )


def spread_of(framework: Framework, results: Iterable[CityResult], subject: str) -> Summary | None:
    """Return how the printed scores of cities are spread; None if there are none."""
    found = (printed_score(framework, result, subject) for result in results)
    scores = [score for score in found if score is not None]
    return summarise(scores, framework.policy.comparison.minimum) if scores else None


def rank_group(
    publication: Publication, results: Mapping[str, CityResult], members: tuple[str, ...]
) -> Rankings:
    """Return the ranking of some cities in every area in which enough of them are rated."""
    framework = publication.framework
    areas = (*(row.scheme for row in framework.schemes), *framework.area_of)
    rankings = {area: rank_area(framework.policy, results, area, members) for area in areas}
    return {area: ranking for area, ranking in rankings.items() if ranking}
