"""Prose pages, and the methodology with the policy in force printed below it."""

from collections.abc import Mapping

from generator.language.prose import ProsePart, split_prose
from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.bands import edges
from generator.views.cell import Link
from generator.views.certainty import ends_table, error_table, sureness_text
from generator.views.city_header import pdf_links
from generator.views.methodology import (
    formulas,
    goalpost_table,
    quality_table,
    status_table,
    unbenchmarked_table,
)
from generator.views.policy_settings import points_table, policy_table
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.targets import Target

METHODOLOGY = "methodology"
NO_LEADS: Mapping[str, Target] = {}


def compose_prose(
    site: Site, subject: str, section: str, leads: Mapping[str, Target] = NO_LEADS
) -> Page:
    """Return a page that is prose only, such as the one on the programme.

    `leads`: where it leads at its end, by label.
    """
    return page(
        labelled(site, f"title.{subject}", targets.page(subject), section),
        "prose.md.jinja",
        parts=_parts(site, subject),
        leads=[Link(site.say(label), target) for label, target in leads.items()],
    )


def compose_methodology(site: Site) -> Page:
    """Return the methodology: prose, the policy in force, every goalpost, every mark."""
    framework = site.publication.framework
    return page(
        labelled(site, "title.methodology", targets.page(METHODOLOGY), METHODOLOGY),
        "methodology.md.jinja",
        meta=pdf_links(site, "publication.pdf", [site.pdfs.get(METHODOLOGY)]),
        parts=_parts(site, METHODOLOGY),
        bands=edges(site),
        points=points_table(site),
        policy=policy_table(site),
        policy_file=framework.policy_document.file,
        errors=error_table(site),
        sureness=sureness_text(site),
        ends=ends_table(site),
        formulas=formulas(site),
        goalposts=goalpost_table(site),
        unbenchmarked=unbenchmarked_table(site),
        statuses=status_table(site),
        qualities=quality_table(site),
        sources=[listed_source(site, row) for row in framework.sources],
    )


def _parts(site: Site, page: str) -> tuple[ProsePart, ...]:
    return split_prose(site.publication.pages.get(page, ""))
