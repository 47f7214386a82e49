"""How good the data are, and where they come from: coverage, flags, all sources."""

from dataclasses import dataclass

from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.all_sources import source_table
from generator.views.evidence_chain import unanswered_table, unfounded_table
from generator.views.quality import (
    city_table,
    comparability_table,
    indicator_table,
    level_table,
    observations_count,
    status_table,
)
from generator.views.site import Site
from generator.views.table import Table


@dataclass(frozen=True, slots=True)
class DataQuality:
    """What the page on data quality shows."""

    lead: str
    cities: Table
    statuses: Table
    comparability: Table
    qualities: Table
    unanswered: Table
    unfounded: Table
    indicators: Table


@dataclass(frozen=True, slots=True)
class AllSources:
    """What the page of all sources shows."""

    lead: str
    sources: Table


def compose_quality(site: Site) -> Page:
    """Return the page on data quality: coverage by city and indicator, flags, quality levels."""
    head = Head(
        target=targets.page("data-quality"),
        name=site.say("title.data-quality"),
        description=site.say("description.data-quality"),
        section="methodology",
        kind="kind.page",
    )
    view = DataQuality(
        lead=site.say("lead.data-quality", n=observations_count(site)),
        cities=city_table(site),
        statuses=status_table(site),
        comparability=comparability_table(site),
        qualities=level_table(site),
        unanswered=unanswered_table(site),
        unfounded=unfounded_table(site),
        indicators=indicator_table(site),
    )
    return Page(head, "quality.md.jinja", view)


def compose_sources(site: Site) -> Page:
    """Return all sources of the publication, each with what it serves."""
    head = Head(
        target=targets.page("sources"),
        name=site.say("heading.sources"),
        description=site.say("description.sources"),
        section="methodology",
        kind="kind.page",
        contents=False,
    )
    sources = source_table(site)
    view = AllSources(site.say("lead.sources", n=len(sources.rows)), sources)
    return Page(head, "sources.md.jinja", view)
