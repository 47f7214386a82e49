"""A page: its head, the template that lays it out, and the views that the template names.

Breadcrumbs, search entries and what is linked follow from head and views. `writing.py` makes
Markdown of it.
"""

from collections.abc import Mapping

from generator.frozen import dataclass
from generator.pages.addresses import folder_of
from generator.views.cell import Link
from generator.views.described_data import DescribedCity, DescribedData, SharedPicture
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that the search finds: `context` is shown, `extra` only matched."""

    target: Target
    title: str
    kind: str
    context: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a page beside its contents.

    `title` is that of the window, if not the name; `trail` the way to the page, without itself.
    `kind` is the label by which the search names the page; without it the page is not searched
    for. `entries`: what the search finds on it besides. `contents`: whether it lists its headings.
    `moved_to`: where the page that stood here now stands. `framed`: it has no head and no foot,
    since other sites show it in a frame. `described`: what machines are told of it;
    `picture`: what messengers show of it.
    """

    target: Target
    name: str
    description: str
    section: str
    title: str = ""
    trail: tuple[Link, ...] = ()
    kind: str = ""
    context: str = ""
    extra: str = ""
    entries: tuple[SearchEntry, ...] = ()
    contents: bool = True
    moved_to: Target = NOWHERE
    framed: bool = False
    described: DescribedCity | DescribedData | None = None
    picture: SharedPicture | None = None

    @property
    def is_listed(self) -> bool:
        """Return whether the map of the site names the page."""
        return not self.moved_to and not self.framed


@dataclass(frozen=True)
class Page:
    """A page of one language; `views`: what it shows, by the names that the template gives it."""

    head: Head
    template: str
    views: Mapping[str, object]

    @property
    def folder(self) -> str:
        """Return the address without slashes around; "" is the start."""
        return folder_of(self.head.target)

    @property
    def title(self) -> str:
        return self.head.title or self.head.name

    @property
    def file(self) -> str:
        return f"{self.folder}/index.md" if self.folder else "index.md"


def page(head: Head, template: str, /, **views: object) -> Page:
    """Return a page that shows some views, each under the name that the template gives it."""
    return Page(head, template, views)


def labelled(
    site: Site,
    label: str,
    target: Target,
    section: str,
    *,
    contents: bool = True,
    described: DescribedData | None = None,
) -> Head:
    """Return the head of a page of which there is one.

    `label` is that of its name; the one of its description has the same last part.
    """
    return Head(
        target=target,
        name=site.say(label),
        description=site.say(f"description.{label.partition('.')[2]}"),
        section=section,
        kind="kind.page",
        contents=contents,
        described=described,
    )
