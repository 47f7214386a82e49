"""The start page and the index of cities."""

from collections.abc import Iterator

from generator.assessment.results import CityResult
from generator.language.prose import split_prose
from generator.model.publication import City
from generator.model.scalars import slug
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.key_facts import context_value
from generator.views.site import Site
from generator.views.values import View, band_counts, edges

NEWEST = 6
MOST_ON_HOME = 60
"""Cities in the table of the start page; of more, the names by country."""
POPULATION = "population"


def compose_home(site: Site) -> Page:
    """Return the start page: what this is, find a city, all cities, how to read a mark."""
    record = site.publication.record
    many = len(site.cities) > MOST_ON_HOME
    parts = split_prose(site.publication.pages.get("home", ""))
    values = {
        "intro": parts[0].html if parts else "",
        "areas": top_names(site),
        "rows": [] if many else [city_row(site, city, "") for city in site.cities],
        "by_country": by_country(site, "") if many else [],
        "n": len(site.cities),
        "legend": edges(site),
        "newest": list(newest(site)),
        "schemes": [
            {"title": row.name, "href": relative_address("", f"areas/{row.scheme}"),
             "text": row.description}
            for row in site.publication.framework.schemes
        ],
    }  # fmt: skip
    return compose_old(
        site,
        "home.md.jinja",
        "",
        values,
        title=record.title,
        description=site.say("site-description"),
        section="home",
        hide_contents=True,
    )


def compose_cities(site: Site) -> Page:
    """Return the index of cities: a table to scan, by country, and A to Z."""
    folder = "cities"
    by_letter: dict[str, list[View]] = {}
    for city in site.cities:
        item = city_item(site, city, folder)
        by_letter.setdefault(first_letter(city.record.name), []).append(item)
    values = {
        "areas": top_names(site),
        "rows": [city_row(site, city, folder) for city in site.cities],
        "by_country": by_country(site, folder),
        "by_letter": [{"title": key, "items": by_letter[key]} for key in sorted(by_letter)],
        "n": len(site.cities),
        "legend": edges(site),
    }
    return compose_old(
        site,
        "cities.md.jinja",
        folder,
        values,
        title=site.say("section.cities"),
        description=site.say("description.cities", n=len(site.cities)),
        section="cities",
        search=(old_entry(folder, site.say("section.cities"), site.say("kind.page")),),
    )


def by_country(site: Site, here: str) -> list[View]:
    """Return the names of the cities under their countries."""
    found: dict[str, list[View]] = {}
    for city in site.cities:
        name = site.country(city.record.country)
        found.setdefault(name, []).append(city_item(site, city, here))
    return [{"title": name, "items": found[name]} for name in sorted(found)]


def first_letter(name: str) -> str:
    """Return the letter of an A to Z under which a name stands: Å stands under A."""
    return (slug(name)[:1] or name[:1]).upper()


def top_names(site: Site) -> list[str]:
    framework = site.publication.framework
    return [area.name for area in framework.children(site.publication.record.main_scheme)]


def city_row(site: Site, city: City, here: str) -> View:
    """Return a city for the macro `city_table`."""
    framework, result = site.publication.framework, site.results[city.id]
    marks = [
        band_counts(site, [result.indicators[name] for name in framework.placed_below(area.area)])
        for area in framework.children(site.publication.record.main_scheme)
    ]
    rated = sum(one.score is not None for one in result.indicators.values())
    return {
        **city_item(site, city, here),
        "country": site.country(city.record.country),
        "people": people(site, city),
        "people_year": people_year(site, city),
        "marks": marks,
        "rated": site.say("n-of-m", n=rated, m=len(result.indicators)),
        "updated": newest_year(result, year_of(site)) or "–",
    }


def city_item(site: Site, city: City, here: str) -> View:
    local_lang, local_name = next(iter(city.record.local_names.items()), ("", ""))
    return {
        "name": city.record.name,
        "href": relative_address(here, f"cities/{city.id}"),
        "local_name": local_name,
        "local_lang": local_lang,
    }


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


def year_of(site: Site) -> int:
    """Return the year of the as-of date."""
    return int(site.publication.record.as_of[:4])


def newest_year(result: CityResult, as_of: int) -> str:
    """Return the year of the newest value of a city up to `as_of`; empty if none is dated.

    A forecast of a later year is no newer figure.
    """
    years = [
        row.period.last
        for one in result.observables.values()
        for row in one.selection.series
        if row.period and row.period.last <= as_of and row.value is not None
    ]
    return str(max(years)) if years else ""


def newest(site: Site) -> Iterator[View]:
    """Yield the cities with the newest values, the newest first."""
    dated = [(newest_year(site.results[city.id], year_of(site)), city) for city in site.cities]
    ordered = sorted(
        (pair for pair in dated if pair[0]), key=lambda pair: (-int(pair[0]), pair[1].id)
    )
    for year, city in ordered[:NEWEST]:
        count = sum(
            row.period is not None and str(row.period.last) == year and row.value is not None
            for row in city.observations
        )
        yield {
            "title": city.record.name,
            "href": relative_address("", f"cities/{city.id}"),
            "text": site.say("newest.values", n=count, year=year),
        }
