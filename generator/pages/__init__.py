"""Publication, results, charts and a language to the Markdown pages of that language.

To add a page, write a function that composes it and name it in `compose_pages`. Data reaches a
page through autoescaping templates in `theme/pages/` only. Decides nothing.
"""

from collections.abc import Iterable, Iterator

from generator.model.publication import City
from generator.pages.about.methodology import compose_methodology, compose_prose
from generator.pages.about.moved import compose_moved
from generator.pages.about.open_data import compose_open_data
from generator.pages.about.programme import compose_programme
from generator.pages.about.quality import compose_quality, compose_sources
from generator.pages.across.areas import compose_areas
from generator.pages.across.cities import compose_cities, compose_home
from generator.pages.across.countries import compose_countries
from generator.pages.across.indicators import compose_indicator, compose_indicators
from generator.pages.across.sdgs import compose_sdgs
from generator.pages.across.twinning_overview import compose_twinning_overview
from generator.pages.city.advice import compose_advice
from generator.pages.city.figures import (
    compose_city_data,
    compose_city_indicators,
    compose_series,
)
from generator.pages.city.follow_up import compose_follow_up
from generator.pages.city.governance import compose_governance
from generator.pages.city.how_computed import compose_computed
from generator.pages.city.peers import compose_peers
from generator.pages.city.profile import compose_profile
from generator.pages.city.project import compose_project
from generator.pages.city.projects import compose_city_projects
from generator.pages.city.reviews import compose_reviews
from generator.pages.city.twinning import compose_twinning
from generator.pages.library.packages import compose_packages
from generator.pages.library.pipeline import compose_pipeline
from generator.pages.library.practices import compose_practices
from generator.pages.library.recommendations import compose_recommendations
from generator.pages.page import Page
from generator.pages.writing import WrittenPage, load_templates, write_page
from generator.views.site import Drawing, Pdf, Site

__all__ = [
    "FOOTER",
    "NAVIGATION",
    "Drawing",
    "Page",
    "Pdf",
    "Site",
    "WrittenPage",
    "compose_cities_alone",
    "compose_city",
    "compose_pages",
    "load_templates",
    "write_page",
]

NAVIGATION = (
    ("section.cities", "cities/index.md"),
    ("section.indicators", "indicators/index.md"),
    ("section.areas", "areas/index.md"),
    ("section.sdgs", "sdgs/index.md"),
    ("section.recommendations", "recommendations/index.md"),
    ("section.projects", "projects/index.md"),
    ("section.data", "data/index.md"),
    ("section.methodology", "methodology/index.md"),
    ("section.programme", "programme/index.md"),
)
"""The sections of the header: label and page. Cities, indicators and areas lead on themselves."""

FOOTER = (
    ("section.countries", "countries"),
    ("title.data-quality", "data-quality"),
    ("heading.sources", "sources"),
    ("section.about", "about"),
    ("title.accessibility", "accessibility"),
)
"""The links at the foot of every page: label and folder."""


def compose_city(site: Site, city: City) -> Iterator[Page]:
    """Yield the pages of one city."""
    yield compose_profile(site, city)
    yield compose_city_indicators(site, city)
    yield compose_advice(site, city)
    yield compose_city_projects(site, city)
    for project in site.undertakings[city.id].records:
        yield compose_project(site, city, project)
    yield compose_follow_up(site, city)
    yield from compose_reviews(site, city)
    yield compose_governance(site, city)
    yield compose_twinning(site, city)
    yield compose_city_data(site, city)
    yield compose_peers(site, city)
    yield from compose_series(site, city)
    yield from compose_computed(site, city)


def compose_cities_alone(site: Site, cities: Iterable[City]) -> Iterator[Page]:
    """Yield the pages of some cities and no others."""
    for city in cities:
        yield from compose_city(site, city)


def compose_pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site, and at last those at addresses that pages had before."""
    titles = {}
    for page in _standing(site):
        titles[page.folder] = page.title
        yield page
    yield from compose_moved(site, titles)


def _standing(site: Site) -> Iterator[Page]:
    yield compose_home(site)
    yield compose_cities(site)
    yield from compose_cities_alone(site, site.cities)
    yield compose_indicators(site)
    for indicator in site.publication.framework.indicators:
        yield compose_indicator(site, indicator)
    yield from compose_areas(site)
    yield from compose_countries(site)
    yield from compose_sdgs(site)
    yield from compose_recommendations(site)
    yield from compose_packages(site)
    yield from compose_practices(site)
    yield compose_pipeline(site)
    yield compose_open_data(site)
    yield compose_methodology(site)
    yield compose_quality(site)
    yield compose_sources(site)
    yield from compose_programme(site)
    yield compose_twinning_overview(site)
    yield compose_prose(site, "about", "programme")
    yield compose_prose(site, "accessibility", "programme")
