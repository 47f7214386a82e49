"""The pages of the programme: overview, how to ask for a profile, timeline, resources, coverage."""

from generator.language.prose import split_prose
from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.city_header import Tab
from generator.views.coverage_map import lay_out_map
from generator.views.downloads import LETTER, general_downloads
from generator.views.programme import (
    outputs,
    partners_table,
    programme_facts,
    schemes_listed,
    sectors_table,
)
from generator.views.programme_coverage import (
    coverage_sentence,
    partnership_figures,
    places_table,
    progress_table,
    spots,
)
from generator.views.programme_resources import (
    resources_by_type,
    resources_by_year,
    resources_sentence,
    resources_table,
)
from generator.views.programme_timeline import (
    deliverables_table,
    events_table,
    timeline_sentence,
)
from generator.views.site import Site
from generator.views.targets import Target

TABS = {
    "programme": targets.page("programme"),
    "ask": targets.page("programme/ask"),
    "timeline": targets.page("programme/timeline"),
    "resources": targets.page("programme/resources"),
    "coverage": targets.page("programme/coverage"),
}
"""The pages of the programme in order: the last part of their labels, and where they stand."""


def _tabs(site: Site, current: Target) -> tuple[Tab, ...]:
    return tuple(
        Tab(site.say(f"tab.{name}"), target, target == current) for name, target in TABS.items()
    )


def compose_overview(site: Site) -> Page:
    """Return the page of what the programme is."""
    head = labelled(site, "title.programme", TABS["programme"], "programme")
    return page(
        head,
        "programme.md.jinja",
        tabs=_tabs(site, head.target),
        lead=site.say("lead.programme"),
        facts=programme_facts(site),
        prose=split_prose(site.publication.pages.get("programme", "")),
        partners=partners_table(site),
        outputs=outputs(site),
        schemes=schemes_listed(site),
        sectors=sectors_table(site),
        contact=site.publication.record.contact,
    )


def compose_ask(site: Site) -> Page:
    """Return the page of how to ask for a profile, with the letter and the questionnaire."""
    head, prose = labelled(site, "title.ask", TABS["ask"], "programme"), site.publication.pages
    letter = split_prose(prose.get(LETTER, ""))
    return page(
        head,
        "programme-ask.md.jinja",
        tabs=_tabs(site, head.target),
        parts=split_prose(prose.get("ask", "")),
        downloads=general_downloads(site, with_letter=bool(letter)),
        contact=site.publication.record.contact,
        letter=letter,
    )


def compose_timeline(site: Site) -> Page:
    """Return the page of its deliverables and events."""
    head = labelled(site, "title.timeline", TABS["timeline"], "programme")
    return page(
        head,
        "programme-timeline.md.jinja",
        tabs=_tabs(site, head.target),
        lead=timeline_sentence(site),
        deliverables=deliverables_table(site),
        events=events_table(site),
    )


def compose_resources(site: Site) -> Page:
    """Return the page of what it has mobilised."""
    head = labelled(site, "title.resources", TABS["resources"], "programme")
    return page(
        head,
        "programme-resources.md.jinja",
        tabs=_tabs(site, head.target),
        lead=resources_sentence(site),
        by_type=resources_by_type(site),
        by_year=resources_by_year(site),
        resources=resources_table(site),
    )


def compose_coverage(site: Site) -> Page:
    """Return the page of which cities and countries it reaches."""
    head, placed = labelled(site, "title.coverage", TABS["coverage"], "programme"), spots(site)
    return page(
        head,
        "programme-coverage.md.jinja",
        tabs=_tabs(site, head.target),
        lead=coverage_sentence(site),
        map=lay_out_map(placed),
        unplaced=len(site.cities) - len(placed),
        places=places_table(site),
        progress=progress_table(site),
        partnerships=partnership_figures(site),
    )
