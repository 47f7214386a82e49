"""Pages at the addresses that pages had before: each says where its page now stands."""

from collections.abc import Collection, Iterator, Mapping

from generator.model.content_tables import Redirect
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site


def moved_from(site: Site, folders: Collection[str]) -> list[Redirect]:
    """Return what leads on to some of the pages made, by folder.

    A page that is not released leaves no trace.
    """
    return [row for row in site.publication.redirects if row.new in folders]


def moves_of(site: Site, folders: Collection[str]) -> dict[str, str]:
    """Return the folder of each page that has moved, and the one where it stands."""
    return {row.old or "": row.new or "" for row in moved_from(site, folders)}


def compose_moved(site: Site, titles: Mapping[str, str]) -> Iterator[Page]:
    """Yield a page for every address that a page had before; `titles` of all pages by folder."""
    for row in moved_from(site, titles):
        old, new = row.old or "", row.new or ""
        head = Head(
            target=targets.page(old),
            name=site.say("title.moved"),
            description=site.say("moved.description"),
            section="",
            moved_to=targets.page(new),
        )
        since = site.say("moved.since", date=site.date(row.date)) if row.date else ""
        now = Link(titles[new], targets.page(new))
        yield page(head, "moved.md.jinja", now=now, since=since)
