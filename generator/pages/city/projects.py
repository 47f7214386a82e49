"""The projects of a city, its bundles, and what all of them together would change."""

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.appraisal_words import classes
from generator.views.city_bundles import city_bundles
from generator.views.effects import effects_of
from generator.views.pipeline import pipeline_lead, project_rows
from generator.views.site import Site


def compose_city_projects(site: Site, city: City) -> Page:
    """Return the projects of a city: each with its class, bundles, and what all would change."""
    known = site.undertakings[city.id]
    lines = pipeline_of(site.publication, {city.id: known})
    return city_page(
        site,
        city,
        targets.tab(city.id, "projects"),
        "city-projects.md.jinja",
        subject="city-projects",
        contents=False,
        lead=pipeline_lead(site, lines),
        rows=project_rows(site, lines),
        bundles=city_bundles(site, city),
        effects=effects_of(site, city, known.together),
        classes=classes(site),
    )
