"""The pipeline of investment projects over all cities."""

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.appraisal_words import classes
from generator.views.pipeline import (
    area_totals,
    class_totals,
    filter_fields,
    pipeline_lead,
    project_rows,
    stage_totals,
)
from generator.views.site import Site


def compose_pipeline(site: Site) -> Page:
    """Return the table of all projects, to be narrowed by stage, area, country, size and class."""
    lines = pipeline_of(site.publication, site.undertakings)
    head = labelled(site, "section.projects", targets.page("projects"), "projects", contents=False)
    return page(
        head,
        "pipeline.md.jinja",
        lead=pipeline_lead(site, lines),
        rows=project_rows(site, lines),
        fields=filter_fields(site, lines),
        totals=[stage_totals(site, lines), class_totals(site, lines), area_totals(site, lines)],
        classes=classes(site),
        file=targets.data_file("projects.csv"),
    )
