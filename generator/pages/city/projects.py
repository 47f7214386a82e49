"""The projects of a city, its bundles, and what all of them together would change."""

from dataclasses import dataclass

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.model.publication import City
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.appraisal_words import Viability, classes
from generator.views.city_bundles import ProjectBundle, city_bundles
from generator.views.city_header import CityHeader, city_header
from generator.views.effects import Effects, effects_of
from generator.views.pipeline import ProjectRow, pipeline_lead, project_rows
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class CityProjects:
    """What the page of a city's projects shows; `file`: where a project would be recorded."""

    header: CityHeader
    lead: str
    rows: list[ProjectRow]
    bundles: list[ProjectBundle]
    effects: Effects
    classes: list[Viability]
    file: str


def compose_city_projects(site: Site, city: City) -> Page:
    """Return the projects of a city: each with its class, bundles, and what all would change."""
    name, known = city.record.name, site.undertakings[city.id]
    lines = pipeline_of(site.publication, {city.id: known})
    head = Head(
        target=targets.tab(city.id, "projects"),
        name=name,
        title=site.say("title.city-projects", city=name),
        description=site.say("description.city-projects", city=name),
        section="cities",
        contents=False,
    )
    view = CityProjects(
        header=city_header(site, city, head.target),
        lead=pipeline_lead(site, lines),
        rows=project_rows(site, lines),
        bundles=city_bundles(site, city),
        effects=effects_of(site, city, known.together),
        classes=classes(site),
        file=f"cities/{city.id}/projects/",
    )
    return Page(head, "city-projects.md.jinja", view)
