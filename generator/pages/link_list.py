"""A page that only leads on: the index of schemes, of goals."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.page import Head, Page
from generator.views.cell import ListItem
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class LinkList:
    """What the page shows."""

    lead: str
    links: Sequence[ListItem]


def compose_links(site: Site, head: Head, links: Sequence[ListItem]) -> Page:
    """Return a page of links, each with a few words; its lead is the description of the page."""
    return Page(head, "links.md.jinja", LinkList(head.description, links))
