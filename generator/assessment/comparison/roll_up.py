"""Figures of a country from its cities: ratings by area, where action is most urgent.

The cities covered are not a sample of the country. With fewer than three rated cities nothing
is averaged: they are listed.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from generator.assessment.rating.aggregation import mean_of
from generator.assessment.rating.headline_gate import leading_urgencies, may_lead
from generator.assessment.results import AreaResult, CityResult
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.publication import City

AVERAGED_FROM = 3
POPULATION = "population"


@dataclass(frozen=True, slots=True)
class AreaAcross:
    """An area over cities. Means and extremes only from `AVERAGED_FROM` rated cities on.

    `bands` counts the rated cities by band. `weighted` is by population, over the rated cities
    whose population is known, and None unless all are.
    """

    area: str
    rated: int
    mean: float | None
    weighted: float | None
    lowest: float | None
    highest: float | None
    bands: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class UrgentAcross:
    """An area or observable over cities: where action is urgent or high, of where it may lead."""

    subject: str
    cities: tuple[str, ...]
    rated: int
    mean: float

    @property
    def share(self) -> float:
        return len(self.cities) / self.rated


def areas_across(
    framework: Framework,
    cities: Sequence[City],
    results: Mapping[str, CityResult],
    areas: Iterable[str],
) -> tuple[AreaAcross, ...]:
    """Return the ratings of some areas over the cities given."""
    weights = {city.id: population_of(city) for city in cities}
    return tuple(
        _across(
            area, {city.id: results[city.id].areas[area] for city in cities}, weights,
            tuple(framework.policy.bands),
        )
        for area in areas
    )  # fmt: skip


def _across(
    area: str,
    results: Mapping[str, AreaResult],
    populations: Mapping[str, float | None],
    bands: Sequence[str],
) -> AreaAcross:
    rated = {name: one.score for name, one in results.items() if one.band and one.score is not None}
    counts = {band: sum(one.band == band for one in results.values()) for band in bands}
    if len(rated) < AVERAGED_FROM:
        return AreaAcross(area, len(rated), None, None, None, None, counts)
    scores = list(rated.values())
    return AreaAcross(
        area=area,
        rated=len(rated),
        mean=math.fsum(scores) / len(scores),
        weighted=_weighted(rated, populations),
        lowest=min(scores),
        highest=max(scores),
        bands=counts,
    )


def _weighted(scores: Mapping[str, float], populations: Mapping[str, float | None]) -> float | None:
    weights = {name: populations[name] or 0.0 for name in scores}
    if not all(weights.values()):
        return None
    return mean_of([(weights[name], score) for name, score in scores.items()])


def population_of(city: City) -> float | None:
    """Return the population that a profile uses."""
    row = city.context_in_use(POPULATION)
    return float(row.value) if row is not None else None


def urgent_observables(
    framework: Framework, cities: Sequence[City], results: Mapping[str, CityResult]
) -> tuple[UrgentAcross, ...]:
    """Return the observables that are urgent or high in a city: in the largest share first."""
    urgencies = {
        city.id: {one.observable: one.urgency for one in leading_urgencies(results[city.id])}
        for city in cities
    }
    return _urgent(framework, urgencies)


def urgent_areas(
    framework: Framework,
    cities: Sequence[City],
    results: Mapping[str, CityResult],
    areas: Iterable[str],
) -> tuple[UrgentAcross, ...]:
    """Return the areas that are urgent or high in a city: in the largest share first."""
    wanted = frozenset(areas)
    urgencies = {
        city.id: {
            name: one.urgency
            for name, one in results[city.id].area_urgencies.items()
            if name in wanted and may_lead(results[city.id], name)
        }
        for city in cities
    }
    return _urgent(framework, urgencies)


def _urgent(
    framework: Framework, urgencies: Mapping[str, Mapping[str, float]]
) -> tuple[UrgentAcross, ...]:
    """Return subjects with an urgency in the two upper levels of the policy somewhere."""
    edge = sorted(framework.policy.urgency.levels.values())[-2]
    found = []
    for subject in dict.fromkeys(name for one in urgencies.values() for name in one):
        known = {city: one[subject] for city, one in urgencies.items() if subject in one}
        high = tuple(city for city, value in known.items() if round(value, 9) >= edge)
        if high:
            found.append(
                UrgentAcross(subject, high, len(known), math.fsum(known.values()) / len(known))
            )
    return tuple(sorted(found, key=lambda one: (-one.share, -one.mean, one.subject)))
