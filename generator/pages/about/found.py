"""The page of all that a search finds, by kind; without scripts it leads to the indexes."""

from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site

INDEXES = {
    "section.cities": "cities",
    "section.indicators": "indicators",
    "section.areas": "areas",
    "section.countries": "countries",
    "title.practices": "practices",
    "section.projects": "projects",
}
"""Where somebody goes on who has no search: label and page."""


def compose_found(site: Site) -> Page:
    """Return the page; what is asked for stands in its address."""
    head = Head(
        target=targets.page("search"),
        name=site.say("title.found"),
        description=site.say("description.found"),
        section="",
        contents=False,
    )
    indexes = [Link(site.say(label), targets.page(name)) for label, name in INDEXES.items()]
    return page(head, "found.md.jinja", indexes=indexes)
