"""The pipeline of investment projects over all cities."""

from dataclasses import dataclass

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.appraisal_words import Viability, classes
from generator.views.filters import Field
from generator.views.pipeline import (
    ProjectRow,
    area_totals,
    class_totals,
    filter_fields,
    pipeline_lead,
    project_rows,
    stage_totals,
)
from generator.views.site import Site
from generator.views.table import Table
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What the page of all projects shows."""

    lead: str
    rows: list[ProjectRow]
    fields: list[Field]
    totals: list[Table]
    classes: list[Viability]
    file: Target


def compose_pipeline(site: Site) -> Page:
    """Return the table of all projects, to be narrowed by stage, area, country, size and class."""
    lines = pipeline_of(site.publication, site.undertakings)
    head = Head(
        target=targets.page("projects"),
        name=site.say("section.projects"),
        description=site.say("description.projects"),
        section="projects",
        kind="kind.page",
        contents=False,
    )
    view = Pipeline(
        lead=pipeline_lead(site, lines),
        rows=project_rows(site, lines),
        fields=filter_fields(site, lines),
        totals=[stage_totals(site, lines), class_totals(site, lines), area_totals(site, lines)],
        classes=classes(site),
        file=targets.data_file("projects.csv"),
    )
    return Page(head, "pipeline.md.jinja", view)
