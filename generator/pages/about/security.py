"""The page that tells what a hostile contribution could do, and which test holds against it."""

from dataclasses import replace

from generator.language.foreign import ENGLISH
from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.threat_model import (
    counted,
    fault_table,
    guard_table,
    threat_model,
    threat_table,
)


def compose_security(site: Site) -> Page:
    """Return how to report a fault, threats with their guards, and the faults that were found."""
    return page(
        labelled(site, "title.security", targets.page("security"), "data"),
        "security.md.jinja",
        lead=site.say("lead.security"),
        counted=counted(site),
        data=Link(site.say("security.in-data"), targets.page("contribute")),
        spoken="" if site.language.code == ENGLISH else ENGLISH,
        parts=[
            replace(part, heading=site.in_english(part.heading)) for part in threat_model().prose
        ],
        tables={
            "security.threats": threat_table(site),
            "security.guards": guard_table(site),
            "security.faults": fault_table(site),
        },
    )
