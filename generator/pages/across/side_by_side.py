"""Cities side by side: those of a country, a city and those like it, and the page before them."""

from collections.abc import Sequence

from generator.model.publication import City
from generator.pages.page import Head, Page, labelled, page
from generator.views import targets
from generator.views.beside_whom import compared_of_country, compared_with, countries_compared
from generator.views.cell import Link, ListItem
from generator.views.chosen_cities import choice
from generator.views.city_groups import cities_of
from generator.views.side_by_side import compare
from generator.views.site import Site
from generator.views.targets import Target

COMPARE = targets.page("compare")


def compose_compare(site: Site) -> Page:
    """Return the page on which readers choose cities, which leads to what is ready."""
    head = labelled(site, "section.compare", COMPARE, "compare", contents=False)
    return page(
        head,
        "compare.md.jinja",
        lead=site.say("lead.compare"),
        choice=choice(site),
        countries=[
            ListItem(
                row.name,
                targets.country_compared(row.country),
                text=site.say("count.city", n=len(cities_of(site, row.country))),
            )
            for row in countries_compared(site)
        ],
        cities=[
            Link(city.record.name, targets.tab(city.id, "compare"))
            for city in (() if site.is_large else site.cities)
        ],
    )


def compose_country_compared(site: Site, code: str) -> Page:
    """Return the cities of a country side by side."""
    country = site.publication.framework.countries.by_key()[code]
    cities = compared_of_country(site, country.country)
    every = len(cities_of(site, country.country))
    said = [site.say("country.not-a-sample")]
    if every > len(cities):
        said.append(site.say("compare.most-rated", n=len(cities), m=every))
    about = Link(country.name, targets.country(country.country))
    target = targets.country_compared(country.country)
    return _comparison(site, target, about, cities, " ".join(said))


def compose_city_compared(site: Site, city: City) -> Page:
    """Return a city beside its partners and the cities most like it."""
    cities = compared_with(site, city)
    said = site.say("compare.chosen-similar") if len(cities) > 1 else ""
    about = Link(city.record.name, targets.city(city.id))
    return _comparison(site, targets.tab(city.id, "compare"), about, cities, said)


def _comparison(
    site: Site, target: Target, about: Link, cities: Sequence[City], chosen: str
) -> Page:
    """Return a page of cities side by side; `about` leads to whose page it is."""
    comparison = compare(site, cities)
    head = Head(
        target=target,
        name=comparison.name,
        description=" ".join(comparison.lead),
        section="compare",
        trail=(Link(site.say("section.compare"), COMPARE), about),
        contents=False,
    )
    return page(head, "comparison.md.jinja", comparison=comparison, chosen=chosen)
