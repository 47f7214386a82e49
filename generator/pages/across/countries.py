"""The countries of the cities: what is known of each, and how its cities stand."""

from collections.abc import Iterator

from generator.frozen import dataclass
from generator.model.framework_tables import Country
from generator.model.publication import City
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link, ListItem
from generator.views.city_groups import cities_of, covered
from generator.views.city_header import pdf_links
from generator.views.city_list import city_row, top_names
from generator.views.country_report import country_facts, country_report
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target
from generator.views.urgency_words import UrgentRow, most_urgent

COUNTRIES = targets.page("countries")


@dataclass(frozen=True, slots=True)
class CityUrgency:
    """What is urgent or high in a city."""

    name: str
    target: Target
    rows: list[UrgentRow]


def compose_countries(site: Site) -> Page:
    """Return the index of the countries that have a city."""
    rows = covered(site)
    lead = site.say("description.countries", n=len(rows))
    head = Head(
        target=COUNTRIES,
        name=site.say("section.countries"),
        description=lead,
        section="cities",
        kind="kind.page",
    )
    links = [
        ListItem(row.name, targets.country(row.country), text=_cities_text(site, row))
        for row in rows
    ]
    return page(
        head,
        "links.md.jinja",
        lead=lead,
        links=links,
    )


def _cities_text(site: Site, country: Country) -> str:
    """Return the names of the cities of a country, or their number where they are many."""
    cities = cities_of(site, country.country)
    if site.is_large:
        return site.say("count.city", n=len(cities))
    return site.language.enumerate(city.record.name for city in cities)


def _other_names(site: Site, code: str) -> list[str]:
    """Return by what else a country may be searched for."""
    rows = site.publication.framework.country_aliases
    return [row.alias for row in rows if row.country == code]


def compose_country(site: Site, code: str) -> Page:
    """Return the page of a country that has a city."""
    country = site.publication.framework.countries.by_key()[code]
    cities = cities_of(site, country.country)
    lead = site.say("lead.country", n=len(cities), country=country.name)
    head = Head(
        target=targets.country(country.country),
        name=country.name,
        description=lead,
        section="cities",
        trail=(Link(site.say("section.countries"), COUNTRIES),),
        kind="kind.country",
        extra=" ".join((country.country, *_other_names(site, country.country))),
        contents=False,
    )
    return page(
        head,
        "country.md.jinja",
        meta=pdf_links(site, "country.pdf", [site.pdfs.get(code)]),
        lead=lead,
        facts=country_facts(site, country),
        compared=targets.country_compared(country.country) if len(cities) > 1 else NOWHERE,
        areas=top_names(site),
        rows=[city_row(site, city) for city in cities],
        urgent=list(urgent_by_city(site, cities)),
        report=country_report(site, cities),
        least_rated=site.publication.framework.policy.coverage.minimum_rated,
        folded=len(cities) > site.editorial.country_cities_open,
    )


def urgent_by_city(site: Site, cities: list[City]) -> Iterator[CityUrgency]:
    """Yield what is urgent or high in each city, city by city."""
    for city in cities:
        rows = most_urgent(site, city, site.results[city.id])
        if rows:
            yield CityUrgency(city.record.name, targets.city(city.id), rows)
