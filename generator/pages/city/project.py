"""The page of an investment project: from need to result, with its appraisal.

What the files do not hold is left out; the end of a thin page says what would make it grow.
"""

from generator.assessment.investment.undertakings import impacts_of
from generator.model.project_records import InvestmentProject
from generator.model.publication import City
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.appraisal_tables import condition_cases
from generator.views.cell import Link
from generator.views.city_header import pdf_links
from generator.views.effects import achieved_table, effects_of, impact_table
from generator.views.funding_mix import funding_mix
from generator.views.linked_cells import source_cell
from generator.views.project import (
    area_names,
    bundle_leads,
    co_benefits,
    leads,
    need,
    project_facts,
    wanted,
)
from generator.views.project_tables import (
    condition_names,
    condition_table,
    emission_table,
    history_table,
    partner_table,
)
from generator.views.site import Site
from generator.views.to_appraise import numbers_to_ask
from generator.views.worth import worth


def compose_project(site: Site, city: City, project: str) -> Page:
    """Return the page of one project; what is not recorded is blank."""
    known = site.undertakings[city.id]
    record, chosen = known.records[project], known.projects[project].chosen
    appraised = worth(site, city, project)
    pdf = pdf_links(site, "fiche.pdf", [site.fiches.get((city.id, project))])
    return page(
        _head(site, city, project, record),
        "project.md.jinja",
        city=city.record.name,
        meta=[*(Link(area) for area in area_names(site, record)), *pdf],
        lead=record.summary or "",
        facts=project_facts(site, record, chosen),
        need=need(site, city, record),
        money=funding_mix(site, city, project),
        worth=appraised,
        to_appraise=[] if appraised else numbers_to_ask(site, record),
        conditions=condition_table(site, city, record),
        condition_cases=condition_cases(site, chosen, condition_names(site, record)),
        effects=effects_of(site, city, known.effects[project]),
        impacts=impact_table(site, city, impacts_of(record)),
        achieved=achieved_table(site, city, known.achievements[project]),
        emissions=emission_table(site, city, record),
        co_benefits=co_benefits(city, record),
        partners=partner_table(site, city, record),
        history=history_table(site, city, record),
        leads=leads(site, city, record),
        bundles=bundle_leads(site, city, project),
        opinion=record.opinion,
        sources=[source_cell(city, source) for source in record.sources],
        wanted=wanted(site, city, project),
    )


def _head(site: Site, city: City, project: str, record: InvestmentProject) -> Head:
    name = city.record.name
    return Head(
        target=targets.project(city.id, project),
        name=record.title,
        title=site.language.by_commas((record.title, name)),
        description=record.summary or site.say("description.project", city=name),
        section="projects",
        trail=(
            Link(name, targets.city(city.id)),
            Link(site.say("tab.projects"), targets.tab(city.id, "projects")),
        ),
        kind="kind.project",
        context=name,
        contents=False,
    )
