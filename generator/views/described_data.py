"""What machines are told of a page: which city it is of, or which data it leads to.

In: publication and results. Out: records in the words of the page; schema.org is none of theirs.
"""

from collections.abc import Iterable

from generator.assessment.evidence_states import count_standings
from generator.frozen import dataclass
from generator.model.open_data_tables import DATA_TABLES
from generator.model.publication import City
from generator.model.scalars import Period
from generator.views import targets
from generator.views.downloads import city_downloads, indicator_downloads
from generator.views.open_data import LISTS
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.values import full_name


@dataclass(frozen=True, slots=True)
class DescribedPlace:
    """A country; `code` as in ISO 3166-1, alpha-2."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class DescribedCity:
    """A city; `names` are what else it is called, `latitude` and `longitude` decimal degrees."""

    name: str
    names: tuple[str, ...]
    country: DescribedPlace
    latitude: float | None
    longitude: float | None
    website: str
    page: Target


@dataclass(frozen=True, slots=True)
class DescribedData:
    """Data that can be taken away: `files`, and the names of what was `measured`.

    `first` and `last`: of which years it is; both or none.
    """

    name: str
    description: str
    page: Target
    files: tuple[Target, ...]
    places: tuple[DescribedPlace | DescribedCity, ...]
    measured: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None


def described_city(site: Site, city: City) -> DescribedCity:
    """Return what is told of a city."""
    record = city.record
    others = dict.fromkeys([*record.local_names.values(), *record.names])
    return DescribedCity(
        name=record.name,
        names=tuple(name for name in others if name != record.name),
        country=_country(site, record.country),
        latitude=record.latitude,
        longitude=record.longitude,
        website=record.website or "",
        page=targets.city(city.id),
    )


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture that messengers show of a page: its file below the language, and its words."""

    file: str
    alternative: str


def picture_of_city(site: Site, city: City) -> SharedPicture | None:
    """Return the picture of a city; None where the address of the site is not known.

    Messengers take a whole address only.
    """
    if not site.publication.record.address:
        return None
    known = count_standings(site.standings[city.id].indicators.values())
    number = site.language.number
    words = site.say(
        "card.alt",
        city=city.record.name,
        country=site.country(city.record.country),
        publication=site.publication.record.title,
        total=number(known.total, 0),
        figures=number(known.figures, 0),
        benchmarks=number(known.benchmarks, 0),
        rated=number(known.rated, 0),
    )
    return SharedPicture(f"cards/{city.id}.png", words)


def data_of_city(site: Site, city: City) -> DescribedData:
    """Return what is told of the files of a city."""
    reported = (one for one in site.results[city.id].observables.values() if one.is_reported)
    first, last = _span(row.period for row in city.observations if row.has_figure)
    return DescribedData(
        name=site.say("title.city-data", city=city.record.name),
        description=site.say("description.city-data", city=city.record.name),
        page=targets.tab(city.id, "data"),
        files=tuple(one.target for one in city_downloads(site, city.id)),
        places=(described_city(site, city),),
        measured=tuple(dict.fromkeys(full_name(site, one) for one in reported)),
        first=first,
        last=last,
    )


def data_of_indicator(site: Site, indicator: str) -> DescribedData:
    """Return what is told of the file of an indicator: the countries whose cities have a figure."""
    record = site.publication.framework.indicators[indicator]
    shown = [
        (city.record.country, one.selection.shown)
        for city in site.cities
        for one in site.results[city.id].indicators[indicator].carriers
        if one.selection.shown is not None
    ]
    first, last = _span(row.period for _, row in shown)
    return DescribedData(
        name=record.name,
        description=record.definition,
        page=targets.indicator(indicator),
        files=tuple(one.target for one in indicator_downloads(site, indicator)),
        places=_countries(site, (country for country, _ in shown)),
        measured=tuple(
            one.name
            for one in site.publication.framework.observables.values()
            if one.indicator == indicator and one.carries_value
        ),
        first=first,
        last=last,
    )


def data_of_all(site: Site) -> DescribedData:
    """Return what is told of all open data; years where the page lists the cities."""
    years = [] if site.is_large else [site.publication.profile_year(one) for one in site.cities]
    files = [*(f"{name}.csv" for name, _ in DATA_TABLES), *LISTS]
    return DescribedData(
        name=site.publication.record.title,
        description=site.say("lead.data"),
        page=targets.page("data"),
        files=tuple(map(targets.data_file, files)),
        places=_countries(site, (one.country for one in site.told.values())),
        first=min(years, default=None),
        last=max(years, default=None),
    )


def _span(periods: Iterable[Period | None]) -> tuple[int | None, int | None]:
    """Return the first and the last year of periods; None for both without any."""
    known = [period for period in periods if period is not None]
    first = min((period.first for period in known), default=None)
    return first, max((period.last for period in known), default=None)


def _countries(site: Site, codes: Iterable[str]) -> tuple[DescribedPlace, ...]:
    return tuple(_country(site, code) for code in sorted(set(codes)))


def _country(site: Site, code: str) -> DescribedPlace:
    return DescribedPlace(site.country(code), code)
