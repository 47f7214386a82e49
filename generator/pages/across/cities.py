"""The start page and the index of cities."""

from generator.language.prose import split_prose
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.areas import scheme_items
from generator.views.bands import edges, marks_without_rating
from generator.views.city_groups import country_entries, letters
from generator.views.city_list import (
    by_country,
    by_letter,
    city_row,
    newest_cities,
    top_names,
)
from generator.views.on_record import on_record_items, on_record_lead, profiled
from generator.views.site import Site


def compose_home(site: Site) -> Page:
    """Return the start page: what this is, find a city, all cities, how to read a mark."""
    many = site.is_large or len(site.cities) > site.editorial.home_cities
    profiles = profiled(site, site.cities)
    parts = split_prose(site.publication.pages.get("home", ""))
    head = Head(
        target=targets.HOME,
        name=site.publication.record.title,
        description=site.say("site-description"),
        section="home",
        contents=False,
    )
    return page(
        head,
        "home.md.jinja",
        intro=parts[0].html if parts else "",
        n=len(profiles),
        areas=top_names(site),
        rows=[] if many else [city_row(site, city) for city in profiles],
        on_record=[] if site.is_large else on_record_items(site, site.cities),
        on_record_lead=on_record_lead(site),
        by_country=by_country(site) if many and not site.is_large else [],
        countries=country_entries(site) if site.is_large else [],
        letters=letters(site) if site.is_large else [],
        legend=[*edges(site), *marks_without_rating(site)],
        newest=newest_cities(site),
        schemes=scheme_items(site),
    )


def compose_cities(site: Site) -> Page:
    """Return the index of cities: all of them, or the countries and letters to find them by."""
    head = Head(
        target=targets.page("cities"),
        name=site.say("section.cities"),
        description=site.say("description.cities", n=len(profiled(site, site.cities))),
        section="cities",
        kind="kind.page",
        contents=site.is_large,
    )
    return _leading_on(site, head) if site.is_large else _listing(site, head)


def _listing(site: Site, head: Head) -> Page:
    return page(
        head,
        "cities.md.jinja",
        lead=head.description,
        areas=top_names(site),
        rows=[city_row(site, city) for city in profiled(site, site.cities)],
        on_record=on_record_items(site, site.cities),
        on_record_lead=on_record_lead(site),
        by_country=by_country(site),
        by_letter=by_letter(site),
        legend=edges(site),
    )


def _leading_on(site: Site, head: Head) -> Page:
    return page(
        head,
        "many-cities.md.jinja",
        lead=head.description,
        countries=country_entries(site),
        letters=letters(site),
    )
