"""How good the data are, and where they come from: coverage, flags, all sources."""

from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.all_sources import source_table, sources_count
from generator.views.city_groups import elsewhere
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


def compose_quality(site: Site) -> Page:
    """Return the page on data quality: coverage by city and indicator, flags, quality levels."""
    head = labelled(site, "title.data-quality", targets.page("data-quality"), "methodology")
    return page(
        head,
        "quality.md.jinja",
        lead=site.say("lead.data-quality", n=observations_count(site)),
        cities=city_table(site),
        statuses=status_table(site),
        comparability=comparability_table(site),
        qualities=level_table(site),
        unanswered=unanswered_table(site),
        unfounded=unfounded_table(site),
        indicators=indicator_table(site),
    )


def compose_sources(site: Site) -> Page:
    """Return all sources of the publication, each with what it serves."""
    head = labelled(site, "heading.sources", targets.page("sources"), "methodology", contents=False)
    return page(
        head,
        "sources.md.jinja",
        lead=site.say("lead.sources", n=sources_count(site)),
        sources=source_table(site),
        elsewhere=elsewhere(site, "data"),
    )
