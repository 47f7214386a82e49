"""Twinning over all cities: pairs on record among them, and the strongest proposals."""

from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.city_groups import elsewhere
from generator.views.site import Site
from generator.views.twin_proposals import best_proposals
from generator.views.twinning import cities_by_twinning, pairs_table


def compose_twinning_overview(site: Site) -> Page:
    """Return the page of all partnerships among the cities, and of the best proposals."""
    pairs = pairs_table(site)
    head = Head(
        target=targets.page("twinning"),
        name=site.say("title.twinning"),
        description=site.say("description.twinning"),
        section="programme",
        trail=(Link(site.say("section.programme"), targets.page("programme")),),
        kind="kind.page",
    )
    return page(
        head,
        "twinning-overview.md.jinja",
        lead=site.say("lead.twinning-overview", n=len(pairs.rows)),
        pairs=pairs,
        proposals=best_proposals(site),
        minimum=site.publication.framework.policy.twinning,
        cities=cities_by_twinning(site),
        elsewhere=elsewhere(site, "twinning"),
    )
