"""The cities to find one among: a table with their marks, by country, A to Z, the newest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from generator.assessment.comparison.roll_up import POPULATION
from generator.assessment.evidence_states import EvidenceCounts, count_standings
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.views import targets
from generator.views.bands import band_counts
from generator.views.cell import ListItem, Marks
from generator.views.key_facts import context_value
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class CityName:
    """A city with its name in its own language; `text`: a few words beside it."""

    name: str
    target: Target
    local_name: str
    local_lang: str
    text: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class CityRow(CityName):
    """A city as a row: its marks in each top area, how much is known, its newest figure.

    `data`: see `filters`; none where nothing is narrowed.
    """

    country: str
    people: str
    people_year: str
    marks: tuple[Marks, ...]
    evidence: EvidenceCounts
    updated: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Cities under a country or a letter."""

    title: str
    items: tuple[CityName, ...]


def top_areas(site: Site) -> Sequence[Area]:
    """Return the top areas, in which a row has its marks."""
    return site.publication.framework.children(site.publication.record.main_scheme)


def top_names(site: Site) -> list[str]:
    """Return the names of the top areas."""
    return [area.name for area in top_areas(site)]


def city_row(site: Site, city: City) -> CityRow:
    """Return a city as a row."""
    framework, standings = site.publication.framework, site.standings[city.id]
    marks = (
        band_counts(site, standings.of(framework.placed_below(area.area)))
        for area in top_areas(site)
    )
    local_lang, local_name = _local_name(city)
    return CityRow(
        name=city.record.name,
        target=targets.city(city.id),
        local_name=local_name,
        local_lang=local_lang,
        country=site.country(city.record.country),
        people=people(site, city),
        people_year=people_year(site, city),
        marks=tuple(marks),
        evidence=count_standings(standings.indicators.values()),
        updated=newest_year(site.results[city.id], _year_of(site)) or "–",
    )


def city_name(city: City) -> CityName:
    """Return a city by name."""
    local_lang, local_name = _local_name(city)
    return CityName(city.record.name, targets.city(city.id), local_name, local_lang)


def _local_name(city: City) -> tuple[str, str]:
    return next(iter(city.record.local_names.items()), ("", ""))


def by_country(site: Site, item_of: Callable[[City], CityName] = city_name) -> list[NameGroup]:
    """Return the names of the cities under their countries, each as `item_of` says."""
    return _grouped(site, lambda city: site.country(city.record.country), item_of)


def by_letter(site: Site) -> list[NameGroup]:
    """Return the names of the cities under their first letters, in the order of the alphabet."""
    return _grouped(site, lambda city: site.language.initial(city.record.name), city_name)


def _grouped(
    site: Site, title_of: Callable[[City], str], item_of: Callable[[City], CityName]
) -> list[NameGroup]:
    found: dict[str, list[CityName]] = {}
    for city in site.cities:
        found.setdefault(title_of(city), []).append(item_of(city))
    return [
        NameGroup(title, tuple(found[title])) for title in sorted(found, key=site.language.order)
    ]


def people(site: Site, city: City) -> str:
    """Return the population in use, or a dash."""
    row = city.context_in_use(POPULATION)
    return context_value(site, "number", POPULATION, row.value) if row else "–"


def people_year(site: Site, city: City) -> str:
    """Return the year of the population in use, or that its source states none."""
    row = city.context_in_use(POPULATION)
    if row is None:
        return ""
    return str(row.period) if row.period else site.say("period-not-stated")


def _year_of(site: Site) -> int:
    """Return the year of the as-of date."""
    return int(site.publication.record.as_of[:4])


def newest_year(result: CityResult, as_of: int) -> str:
    """Return the year of the newest value of a city up to `as_of`; empty if none is dated.

    A forecast of a later year is no newer figure.
    """
    years = [year for year in result.years if year <= as_of]
    return str(max(years)) if years else ""


def newest_cities(site: Site) -> list[ListItem]:
    """Return the cities with the newest values, the newest first."""
    years = {one.id: newest_year(site.results[one.id], _year_of(site)) for one in site.cities}
    dated = sorted(
        (city for city in site.cities if years[city.id]),
        key=lambda city: (-int(years[city.id]), city.id),
    )
    return [_newest(site, city, years[city.id]) for city in dated[: site.editorial.newest_listed]]


def _newest(site: Site, city: City, year: str) -> ListItem:
    count = sum(
        row.period is not None and str(row.period.last) == year and row.has_figure
        for row in city.observations
    )
    text = site.say("newest.values", n=count, year=year)
    return ListItem(city.record.name, targets.city(city.id), text=text)
