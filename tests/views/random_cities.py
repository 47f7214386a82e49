"""Random cities with doubts at their rows, and what speaks against a row, read from it alone.

The rules of the gate for headlines are written down here a second time.
"""

import random
from collections.abc import Iterator
from dataclasses import replace

from generator.assessment import assess_city
from generator.assessment.advice.guidance import Guidance
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.standings import standings_of
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.framework import Framework
from generator.model.publication import City
from generator.model.scalars import Period
from generator.views.site import Site

YEAR = 2026
CITY = "almaty"
SERIES = (12, 30)
"""How many series a city has."""
SOUND = 0.3
"""Share of the cities with series that are recent and without doubts: in these areas may lead."""
LAST = (2018, 2020, 2022, 2024, 2026)
"""Last years of series; the profile is of 2025."""
DOUBTS = {
    "comparability": (None, None, None, "near", "proxy"),
    "period_basis": (None, None, None, "report"),
    "territory": (None, None, None, "region", "county"),
    "status": (None, None, None, "U", "E", "B"),
}
"""What a row may say against itself; None is nothing."""


def few_replications(site: Site) -> Site:
    """Return a site with few replications: no sentence rests on them."""
    framework = site.publication.framework
    document = replace(framework, policy=framework.policy.model_copy(update={"replications": 2}))
    return replace(site, publication=replace(site.publication, framework=document))


def told(site: Site, seed: int) -> tuple[Site, City, CityResult]:
    """Return a site with the one random city of a seed, assessed."""
    city = random_city(site, seed)
    result = assess_city(site.publication.framework, city, YEAR - 1, f"{YEAR}-11-01")
    standings = standings_of(site.publication.framework, result, Guidance().advice)
    alone = replace(
        site,
        publication=replace(site.publication, cities={CITY: city}),
        in_order=lambda: (CITY,),
        results={CITY: result},
        standings={CITY: standings},
    )
    return alone, city, result


def random_city(site: Site, seed: int) -> City:
    """Return a city with random series, each with doubts of its own, or all without any."""
    chance = random.Random(seed)
    sound = chance.random() < SOUND
    framework, city = site.publication.framework, site.publication.cities[CITY]
    rated = [
        name
        for name, one in framework.observables.items()
        if one.carries_value and framework.goalposts_of.get(name)
    ]
    rows = [
        row
        for name in chance.sample(rated, chance.choice(SERIES))
        for row in random_rows(framework, chance, name, city.observations.rows[0], sound)
    ]
    numbered = tuple(replace(row, line=line) for line, row in enumerate(rows, 2))
    table = replace(city.observations, rows=numbered)
    return replace(city, observations=table, targets=replace(city.targets, rows=()))


def random_rows(
    framework: Framework, chance: random.Random, name: str, row: Observation, sound: bool
) -> Iterator[Observation]:
    """Yield a series that drifts between the ends of a scale, with doubts at some of its rows."""
    post = framework.goalposts_of[name][0]
    words = framework.unit_of[framework.observables[name].unit].values
    worst, best = post.worst or 0.0, post.best or 100.0
    place, drift = chance.uniform(-0.2, 1.2), chance.choice((-0.09, -0.03, 0.0, 0.03, 0.09))
    last, years = chance.choice(LAST[-2:] if sound else LAST), chance.choice((1, 2, 5, 7, 10))
    doubtful = chance.random() < 0.5 and not sound
    for year in range(last - years + 1, last + 1):
        place += drift + chance.gauss(0, 0.01)
        value = f"{abs(worst + place * (best - worst)):.2f}"
        value = words[place > 0.5] if words else value
        said = {
            key: chance.choice(values) if doubtful and chance.random() < 0.3 else None
            for key, values in DOUBTS.items()
        }
        yield replace(
            row, observable=name, period=Period(year, year), value=value,
            numerator=None, denominator=None, lower=None, upper=None, resolution=None, use=None,
            sex=None, age=None, district=None, quality=None, unit=None, **said,
        )  # fmt: skip


def speaks_against(row: Observation, held_back: frozenset[str]) -> bool:
    return (
        row.comparability == "proxy"
        or row.period_basis == "report"
        or row.territory is not None
        or row.status in ("U", "E")
        or OBSERVATIONS.key_of(row) in held_back
    )


def is_sure(site: Site, result: CityResult, one: IndicatorResult) -> bool:
    """Return whether the figure of an observable is sure enough to be named, by its rows alone."""
    held_back, row = frozenset(result.findings), one.selection.shown
    if row is None or row.period is None or speaks_against(row, held_back) or row.status == "B":
        return False
    age = one.observable.max_age_years or site.publication.framework.policy.max_age_years
    later = (
        other
        for other in one.selection.stated
        if OBSERVATIONS.key_of(other) in held_back and other.period and row.period < other.period
    )
    return YEAR - row.period.last <= age and not any(later)
