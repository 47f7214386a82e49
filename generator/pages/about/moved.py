"""Pages at the addresses that pages had before: each says where its page now stands."""

from collections.abc import Iterator, Mapping

from generator.model.content_tables import Redirect
from generator.model.known_pages import certain_pages
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site


def moved_from(site: Site) -> list[Redirect]:
    """Return what leads on. A page that is not released leaves no trace."""
    rows = site.publication.redirects
    pages = certain_pages(site.publication) if len(rows) else frozenset()
    return [row for row in rows if row.new in pages]


def moves_of(site: Site) -> dict[str, str]:
    """Return the folder of each page that has moved, and the one where it stands."""
    return {row.old or "": row.new or "" for row in moved_from(site)}


def compose_moved(site: Site, titles: Mapping[str, str]) -> Iterator[Page]:
    """Yield a page for every address that a page had before; `titles` of all pages by folder."""
    for row in moved_from(site):
        old, new = row.old or "", row.new or ""
        head = Head(
            target=targets.page(old),
            name=site.say("title.moved"),
            description=site.say("moved.description"),
            section="",
            moved_to=targets.page(new),
        )
        since = site.say("moved.since", date=site.language.date(row.date)) if row.date else ""
        now = Link(titles[new], targets.page(new))
        yield page(head, "moved.md.jinja", now=now, since=since)
