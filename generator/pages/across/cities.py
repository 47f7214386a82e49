"""The start page and the index of cities."""

from generator.language.prose import split_prose
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.bands import edges, marks_without_rating
from generator.views.city_finder import city_fields, filtered_row
from generator.views.city_groups import country_entries, letters
from generator.views.city_list import (
    by_country,
    by_letter,
    newest_cities,
    top_names,
)
from generator.views.on_record import on_record_items, on_record_lead, profiled
from generator.views.site import Site
from generator.views.start_page import (
    cities_by_country,
    counts_text,
    doors,
    front_chart,
    map_of_cities,
    newest_revisions,
)


def compose_home(site: Site) -> Page:
    """Return the start page: what this is, find a city, one chart, what is new, four doors."""
    parts = split_prose(site.publication.pages.get("home", ""))
    practices = site.practices.values()
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
        n=len(profiled(site, site.cities)),
        counts=counts_text(site),
        indicators=len(site.publication.framework.indicators),
        map=None if site.is_large else map_of_cities(site),
        by_country=[] if site.is_large else cities_by_country(site),
        countries=country_entries(site) if site.is_large else [],
        letters=letters(site) if site.is_large else [],
        front=None if site.is_large else front_chart(site),
        newest=newest_cities(site),
        revisions=newest_revisions(site),
        practices=len(practices),
        practice_countries=len({one.country for one in practices}),
        doors=doors(site),
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
    rows = [filtered_row(site, city) for city in profiled(site, site.cities)]
    return page(
        head,
        "cities.md.jinja",
        lead=head.description,
        areas=top_names(site),
        rows=rows,
        fields=city_fields(site, rows),
        on_record=on_record_items(site, site.cities),
        on_record_lead=on_record_lead(site),
        by_country=by_country(site),
        by_letter=by_letter(site),
        legend=[*edges(site), *marks_without_rating(site)],
    )


def _leading_on(site: Site, head: Head) -> Page:
    return page(
        head,
        "many-cities.md.jinja",
        lead=head.description,
        countries=country_entries(site),
        letters=letters(site),
    )
