"""Publication, results, charts and a language to the Markdown pages of that language.

To add a page, write a function that composes it and name it in `compose_city` or a table below.
Data reaches a page through autoescaping templates in `theme/pages/` only. Decides nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.model.publication import City
from generator.pages.about.contribute import compose_contribute
from generator.pages.about.editors import compose_editors, compose_editors_table, compose_ledger
from generator.pages.about.found import compose_found
from generator.pages.about.glossary import compose_glossary
from generator.pages.about.methodology import compose_methodology, compose_prose
from generator.pages.about.moved import compose_moved
from generator.pages.about.open_data import compose_open_data
from generator.pages.about.programme import (
    compose_ask,
    compose_coverage,
    compose_overview,
    compose_resources,
    compose_timeline,
)
from generator.pages.about.quality import compose_quality, compose_sources
from generator.pages.about.revisions import compose_revisions
from generator.pages.about.security import compose_security
from generator.pages.across.areas import compose_area, compose_schemes
from generator.pages.across.cities import compose_cities, compose_home
from generator.pages.across.countries import compose_countries, compose_country
from generator.pages.across.indicators import (
    compose_indicator,
    compose_indicators,
    compose_with_charts,
)
from generator.pages.across.initials import compose_initial
from generator.pages.across.sdgs import compose_goal, compose_goals
from generator.pages.across.side_by_side import (
    compose_city_compared,
    compose_compare,
    compose_country_compared,
)
from generator.pages.across.twinning_overview import compose_twinning_overview
from generator.pages.city.advice import compose_advice
from generator.pages.city.embedded import compose_embedded
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
from generator.pages.city.wanted import compose_wanted
from generator.pages.library.packages import compose_package, compose_packages
from generator.pages.library.pipeline import compose_pipeline
from generator.pages.library.practices import compose_practice, compose_practices
from generator.pages.library.recommendations import (
    compose_recommendation,
    compose_recommendations,
)
from generator.pages.page import Page
from generator.pages.writing import WrittenPage, load_templates, write_page
from generator.views import targets
from generator.views.beside_whom import countries_compared
from generator.views.city_groups import covered, initials
from generator.views.editors_tables import TABLES
from generator.views.goals import goals_of_mission
from generator.views.site import Drawing, Pdf, Site
from generator.views.targets import Target

__all__ = [
    "FOOTER",
    "NAVIGATION",
    "Drawing",
    "Page",
    "Pdf",
    "Planned",
    "Site",
    "WrittenPage",
    "compose_city",
    "compose_moved",
    "load_templates",
    "plan_city",
    "plan_pages",
    "write_page",
]

NAVIGATION = (
    ("section.cities", "cities/index.md"),
    ("section.compare", "compare/index.md"),
    ("section.indicators", "indicators/index.md"),
    ("section.areas", "areas/index.md"),
    ("section.recommendations", "recommendations/index.md"),
    ("section.projects", "projects/index.md"),
    ("section.data", "data/index.md"),
    ("section.methodology", "methodology/index.md"),
    ("section.programme", "programme/index.md"),
)
"""The sections of the header: label and page. Cities, indicators and areas lead on themselves."""

FOOTER = (
    ("section.countries", "countries"),
    ("section.sdgs", "sdgs"),
    ("title.glossary", "glossary"),
    ("title.data-quality", "data-quality"),
    ("heading.sources", "sources"),
    ("title.contribute", "contribute"),
    ("title.editors", "editors"),
    ("title.revisions", "revisions"),
    ("title.security", "security"),
    ("section.about", "about"),
    ("title.accessibility", "accessibility"),
)
"""The links at the foot of every page: label and folder."""


def compose_city(site: Site, city: City) -> Iterator[Page]:
    """Yield the pages that rest on the city's own files, and on practices of others."""
    yield compose_profile(site, city)
    yield compose_city_indicators(site, city)
    yield compose_advice(site, city)
    yield compose_city_projects(site, city)
    for project in site.undertakings[city.id].records:
        yield compose_project(site, city, project)
    yield compose_follow_up(site, city)
    yield from compose_reviews(site, city)
    yield compose_governance(site, city)
    yield compose_city_data(site, city)
    yield compose_wanted(site, city)
    yield from compose_series(site, city)
    yield from compose_embedded(site, city)
    yield from compose_computed(site, city)


def targets_of_city(city: str) -> tuple[Target, ...]:
    """Return the pages of a city that rest on what others report."""
    return tuple(targets.tab(city, name) for name in AMONG_OTHERS)


def targets_across(site: Site) -> Iterator[Target]:
    """Yield all pages but those of cities, and those at addresses that pages had before."""
    framework, publication = site.publication.framework, site.publication
    yield from map(targets.page, ALONE)
    yield from map(targets.indicator, framework.indicators)
    yield from (targets.area(row.scheme) for row in framework.schemes)
    yield from map(targets.area, framework.area_of)
    yield from (targets.country(country.country) for country in covered(site))
    yield from (targets.country_compared(one.country) for one in countries_compared(site))
    if site.is_large:
        yield from map(targets.initial, initials(site))
    yield from (targets.goal(goal.goal) for goal in goals_of_mission(site))
    yield from map(targets.recommendation, publication.recommendations)
    yield from map(targets.package, publication.packages)
    yield from map(targets.practice, site.practices)
    yield from map(targets.editors, TABLES)


def compose_page(site: Site, target: Target) -> Page:
    """Return the page that a target of one of the two functions above leads to."""
    kind, _, name = target.partition(":")
    if kind == "page":
        return ALONE[name](site)
    if kind == "tab":
        city, _, tab = name.partition("/")
        return AMONG_OTHERS[tab](site, site.publication.cities[city])
    return BY_NAME[kind](site, name)


def compose_pages(site: Site, target: Target) -> Iterator[Page]:
    """Yield the page that a target leads to, and that of its charts for other sites, if any."""
    kind, _, name = target.partition(":")
    if kind == "indicator":
        yield from compose_with_charts(site, name)
    else:
        yield compose_page(site, target)


ALONE: Mapping[str, Callable[[Site], Page]] = {
    "": compose_home,
    "cities": compose_cities,
    "indicators": compose_indicators,
    "areas": compose_schemes,
    "compare": compose_compare,
    "countries": compose_countries,
    "sdgs": compose_goals,
    "recommendations": compose_recommendations,
    "packages": compose_packages,
    "practices": compose_practices,
    "projects": compose_pipeline,
    "data": compose_open_data,
    "methodology": compose_methodology,
    "glossary": compose_glossary,
    "data-quality": compose_quality,
    "sources": compose_sources,
    "editors": compose_editors,
    "editors/translations": compose_ledger,
    "contribute": compose_contribute,
    "revisions": compose_revisions,
    "security": compose_security,
    "search": compose_found,
    "programme": compose_overview,
    "programme/ask": compose_ask,
    "programme/timeline": compose_timeline,
    "programme/resources": compose_resources,
    "programme/coverage": compose_coverage,
    "twinning": compose_twinning_overview,
    "about": partial(
        compose_prose,
        subject="about",
        section="programme",
        leads={"title.ask": targets.page("programme/ask")},
    ),
    "accessibility": partial(compose_prose, subject="accessibility", section="programme"),
}
"""The pages that stand alone, by name."""

BY_NAME: Mapping[str, Callable[[Site, str], Page]] = {
    "indicator": compose_indicator,
    "area": compose_area,
    "country": compose_country,
    "country-compared": compose_country_compared,
    "initial": compose_initial,
    "goal": compose_goal,
    "recommendation": compose_recommendation,
    "package": compose_package,
    "practice": compose_practice,
    "editors": compose_editors_table,
}
"""The pages of a kind of which there are many, by the kind of their target."""

AMONG_OTHERS: Mapping[str, Callable[[Site, City], Page]] = {
    "compare": compose_city_compared,
    "peers": compose_peers,
    "twinning": compose_twinning,
}
"""The pages of a city that rest on what others report, by the name of their tab."""
