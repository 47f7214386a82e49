"""A page that only leads on: the index of schemes, of goals."""

from collections.abc import Sequence

from generator.pages.page import Head, Page, page
from generator.views.cell import ListItem
from generator.views.site import Site


def compose_links(site: Site, head: Head, links: Sequence[ListItem]) -> Page:
    """Return a page of links, each with a few words; its lead is the description of the page."""
    return page(head, "links.md.jinja", lead=head.description, links=links)
