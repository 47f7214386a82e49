"""The cities in groups, each with a page of its own: by country, and by the initial of the name.

Where there are too many cities to list, the indexes lead to these pages.
"""

from collections.abc import Mapping, Sequence

from generator.frozen import dataclass
from generator.model.framework_tables import Country
from generator.model.publication import City
from generator.views import targets
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A group of cities: its name, its page, how many they are, as a number and in words."""

    name: str
    target: Target
    number: str
    count: str


@dataclass(frozen=True, slots=True)
class Letter(IndexEntry):
    """A letter; `current`: its page is the one shown. `is_foreign`: it is of another script."""

    current: bool
    is_foreign: bool


def covered(site: Site) -> list[Country]:
    """Return the countries that have a city, by name."""
    codes = {city.record.country for city in site.cities}
    known = [row for row in site.publication.framework.countries if row.country in codes]
    return sorted(known, key=lambda row: site.language.order(row.name))


def cities_of(site: Site, country: str) -> list[City]:
    """Return the cities of a country, by name."""
    return [city for city in site.cities if city.record.country == country]


def initials(site: Site) -> Mapping[str, Sequence[City]]:
    """Return the cities under their first letters, both in the order of the alphabet."""
    found: dict[str, list[City]] = {}
    for city in site.cities:
        found.setdefault(site.language.initial(city.record.name), []).append(city)
    return found


def country_entries(site: Site) -> list[IndexEntry]:
    """Return the countries that have a city."""
    return [
        IndexEntry(
            row.name,
            targets.country(row.country),
            *_numbers(site, cities_of(site, row.country)),
        )
        for row in covered(site)
    ]


def letters(site: Site, current: Target = NOWHERE) -> list[Letter]:
    """Return the letters with which the name of a city begins; `current` is the page shown."""
    return [
        Letter(
            letter,
            targets.initial(letter),
            *_numbers(site, cities),
            current=targets.initial(letter) == current,
            is_foreign=site.language.is_foreign(letter),
        )
        for letter, cities in initials(site).items()
    ]


def _numbers(site: Site, cities: Sequence[City]) -> tuple[str, str]:
    return site.language.number(len(cities), 0), site.say("count.city", n=len(cities))


def elsewhere(site: Site, tab: str) -> str:
    """Return where to find what belongs to each city, if the cities are too many to list."""
    return site.say("cities.own-page", tab=site.say(f"tab.{tab}")) if site.is_large else ""
