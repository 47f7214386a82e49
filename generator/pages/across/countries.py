"""The countries of the cities: what is known of each, and how its cities stand."""

from collections.abc import Iterator

from generator.model.framework_tables import Country
from generator.model.publication import City
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.city_list import city_row, top_names
from generator.views.country_report import report_view
from generator.views.site import Site
from generator.views.urgency_words import most_urgent
from generator.views.values import View

MOST_CITIES = 6
"""Cities of a country whose lists stand open; of more they are folded."""


def compose_countries(site: Site) -> Iterator[Page]:
    """Yield the index of countries, and a page for each that has a city."""
    rows = covered(site)
    yield _index_page(site, rows)
    for country in rows:
        yield _country_page(site, country)


def covered(site: Site) -> list[Country]:
    """Return the countries that have a city, by name."""
    codes = {city.record.country for city in site.cities}
    known = [row for row in site.publication.framework.countries if row.country in codes]
    return sorted(known, key=lambda row: row.name)


def country_folder(country: str) -> str:
    return f"countries/{country.lower()}"


def cities_of(site: Site, country: str) -> list[City]:
    return [city for city in site.cities if city.record.country == country]


def _index_page(site: Site, rows: list[Country]) -> Page:
    folder = "countries"
    links = [
        {
            "title": row.name,
            "href": relative_address(folder, country_folder(row.country)),
            "text": site.language.enumerate(
                city.record.name for city in cities_of(site, row.country)
            ),
        }
        for row in rows
    ]
    return compose_old(
        site,
        "links.md.jinja",
        folder,
        {
            "name": site.say("section.countries"),
            "lead": site.say("description.countries", n=len(rows)),
            "links": links,
        },
        title=site.say("section.countries"),
        description=site.say("description.countries", n=len(rows)),
        section="cities",
        search=(old_entry(folder, site.say("section.countries"), site.say("kind.page")),),
    )


def _country_page(site: Site, country: Country) -> Page:
    folder = country_folder(country.country)
    cities = cities_of(site, country.country)
    lead = site.say("lead.country", n=len(cities), country=country.name)
    values = {
        "name": country.name,
        "lead": lead,
        "trail": [
            {"text": site.say("section.countries"), "href": relative_address(folder, "countries")},
            {"text": country.name},
        ],
        "facts": country_facts(site, country),
        "areas": top_names(site),
        "rows": [city_row(site, city) for city in cities],
        "urgent": list(urgent_by_city(site, cities, folder)),
        "report": report_view(site, cities, folder),
        "folded": len(cities) > MOST_CITIES,
    }
    return compose_old(
        site,
        "country.md.jinja",
        folder,
        values,
        title=country.name,
        description=lead,
        section="cities",
        hide_contents=True,
        search=(old_entry(folder, country.name, site.say("kind.country")),),
    )


def country_facts(site: Site, country: Country) -> list[View]:
    """Return what the framework says of a country; blanks are left out."""
    pairs = [
        ("fact.region", country.region),
        ("fact.income-group", country.income_group),
        ("fact.economy-group", country.economy_group),
        ("fact.currency", country.currency),
    ]
    return [
        {"term": site.say(key), "text": site.word(key.removeprefix("fact."), value)}
        for key, value in pairs
        if value
    ]


def urgent_by_city(site: Site, cities: list[City], here: str) -> Iterator[View]:
    """Yield what is urgent or high in each city, city by city."""
    for city in cities:
        rows = most_urgent(site, city, site.results[city.id], without=2)
        if rows:
            yield {
                "name": city.record.name,
                "href": relative_address(here, f"cities/{city.id}"),
                "rows": rows,
            }
