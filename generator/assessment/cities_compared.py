"""The step across cities: every city beside its peer groups, with ranks and their intervals.

A result of `assess_city` is never changed by it. The replications for ranks are a city's own, and
can be kept with its result.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.assessment.comparison import Comparison, compare_city
from generator.assessment.peers import Group, groups_of
from generator.assessment.ranking import RankDraws, Ranked, rank_area
from generator.assessment.results import CityResult
from generator.model.publication import Publication

Rankings = Mapping[str, tuple[Ranked, ...]]


@dataclass(frozen=True)
class CityComparison:
    """A city among its peers: comparisons by group and subject, rankings by group and area.

    A ranking lists all members of the group that are rated; an area without one has too few.
    """

    city: str
    groups: tuple[Group, ...]
    comparisons: Mapping[str, Mapping[str, Comparison]]
    rankings: Mapping[str, Rankings]


def compare_cities(
    publication: Publication,
    results: Mapping[str, CityResult],
    draws: RankDraws | None = None,
) -> Mapping[str, CityComparison]:
    """Return every city beside its peer groups.

    `draws` are the `rank_draws` of every city; made here if they are not given.
    """
    from generator.assessment.replication import rank_draws  # brings NumPy

    framework = publication.framework
    if draws is None:
        draws = {name: rank_draws(framework, result) for name, result in results.items()}
    ranked: dict[tuple[str, ...], Rankings] = {}
    found: dict[str, CityComparison] = {}
    for name in results:
        groups = groups_of(publication, results, name)
        for group in groups:
            if group.members not in ranked:
                ranked[group.members] = rank_group(publication, results, draws, group)
        found[name] = CityComparison(
            city=name,
            groups=groups,
            comparisons={
                group.id: compare_city(publication, results, name, group) for group in groups
            },
            rankings={group.id: ranked[group.members] for group in groups},
        )
    return found


def rank_group(
    publication: Publication, results: Mapping[str, CityResult], draws: RankDraws, group: Group
) -> Rankings:
    """Return the ranking of a group in every area in which enough of it are rated."""
    policy = publication.framework.policy
    areas = [row.scheme for row in publication.framework.schemes]
    areas += [row.area for row in publication.framework.areas]
    rankings = {area: rank_area(policy, results, draws, area, group.members) for area in areas}
    return {area: ranking for area, ranking in rankings.items() if ranking}
