"""The pages of the programme: overview, timeline, resources, coverage."""

from dataclasses import dataclass

from generator.language.prose import ProsePart, split_prose
from generator.model.framework_records import PublicationContact
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.cell import ListItem
from generator.views.city_header import Tab
from generator.views.coverage_map import DotMap, lay_out_map
from generator.views.key_facts import Fact
from generator.views.programme import (
    OutputShown,
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
from generator.views.table import Table
from generator.views.targets import Target

TABS = {
    "programme": targets.page("programme"),
    "timeline": targets.page("programme/timeline"),
    "resources": targets.page("programme/resources"),
    "coverage": targets.page("programme/coverage"),
}
"""The pages of the programme in order: the last part of their labels, and where they stand."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page of the programme shows."""

    tabs: tuple[Tab, ...]
    lead: str
    facts: list[Fact]
    prose: tuple[ProsePart, ...]
    partners: Table
    outputs: list[OutputShown]
    schemes: list[ListItem]
    sectors: Table
    contact: PublicationContact | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the page of deliverables and events shows."""

    tabs: tuple[Tab, ...]
    lead: str
    deliverables: Table
    events: Table


@dataclass(frozen=True, slots=True)
class Resources:
    """What the page of resources shows."""

    tabs: tuple[Tab, ...]
    lead: str
    by_type: Table
    by_year: Table
    resources: Table


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the page of coverage and progress shows; `unplaced`: cities that the map leaves out."""

    tabs: tuple[Tab, ...]
    lead: str
    map: DotMap | None
    unplaced: int
    places: Table
    progress: Table
    partnerships: Table


def _head(site: Site, name: str) -> Head:
    return Head(
        target=TABS[name],
        name=site.say(f"title.{name}"),
        description=site.say(f"description.{name}"),
        section="programme",
        kind="kind.page",
    )


def _tabs(site: Site, current: Target) -> tuple[Tab, ...]:
    return tuple(
        Tab(site.say(f"tab.{name}"), target, target == current) for name, target in TABS.items()
    )


def compose_overview(site: Site) -> Page:
    """Return the page of what the programme is."""
    head = _head(site, "programme")
    view = Overview(
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
    return Page(head, "programme.md.jinja", view)


def compose_timeline(site: Site) -> Page:
    """Return the page of its deliverables and events."""
    head = _head(site, "timeline")
    view = Timeline(
        tabs=_tabs(site, head.target),
        lead=timeline_sentence(site),
        deliverables=deliverables_table(site),
        events=events_table(site),
    )
    return Page(head, "programme-timeline.md.jinja", view)


def compose_resources(site: Site) -> Page:
    """Return the page of what it has mobilised."""
    head = _head(site, "resources")
    view = Resources(
        tabs=_tabs(site, head.target),
        lead=resources_sentence(site),
        by_type=resources_by_type(site),
        by_year=resources_by_year(site),
        resources=resources_table(site),
    )
    return Page(head, "programme-resources.md.jinja", view)


def compose_coverage(site: Site) -> Page:
    """Return the page of which cities and countries it reaches."""
    head, placed = _head(site, "coverage"), spots(site)
    view = Coverage(
        tabs=_tabs(site, head.target),
        lead=coverage_sentence(site),
        map=lay_out_map(placed),
        unplaced=len(site.cities) - len(placed),
        places=places_table(site),
        progress=progress_table(site),
        partnerships=partnership_figures(site),
    )
    return Page(head, "programme-coverage.md.jinja", view)
