"""Pages at the addresses that pages had before: each says where its page now stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.page_addresses import certain_pages
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Moved:
    """What stands at an old address: the link to the new one."""

    now: Link


def moves_of(site: Site) -> dict[str, str]:
    """Return the folder of each page that has moved, and the one where it stands.

    A page that is not released leaves no trace: what moved to it is left out.
    """
    pages = certain_pages(site.publication)
    moves = [(row.old, row.new) for row in site.publication.redirects]
    return {old: new for old, new in moves if old is not None and new in pages}


def compose_moved(site: Site, pages: Sequence[Page]) -> Iterator[Page]:
    """Yield a page for every address that one of the pages had before."""
    titles = {page.folder: page.title for page in pages}
    for old, new in moves_of(site).items():
        name = site.say("title.moved")
        head = Head(
            targets.page(old), name, site.say("moved.description"), "", moved_to=targets.page(new)
        )
        yield Page(head, "moved.md.jinja", Moved(Link(titles[new], targets.page(new))))
