"""A page: its head, its address, and the Markdown with finished blocks.

Addresses inside blocks are final and relative, so that the same files serve from a server and
from disk. Breadcrumbs, search entries and what is linked follow from the head and the view.
"""

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import resources
from generator.language.prose import as_markdown_text
from generator.pages.addresses import FILES, PAGES, PAGES_OF_CITY, address_of, folder_of
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target

_GROUPING = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""The space between the groups of three digits of a number."""


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
    `moved_to`: the page that stood here before.
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


@dataclass(frozen=True)
class Page:
    """A page of one language. `links`: every target that it leads to, in order."""

    head: Head
    body: str
    search: tuple[SearchEntry, ...]
    links: tuple[Target, ...]

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

    def markdown(self) -> str:
        """Return the file: front matter, escaped and quoted since themes print it raw."""
        head = {
            "title": escape(self.title),
            "description": escape(self.head.description),
            "section": self.head.section,
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        if not self.head.contents:
            lines.append("hide_toc: true")
        if self.head.moved_to:
            folder = folder_of(self.head.moved_to)
            lines.append(f"moved: {json.dumps(posixpath.join(folder, 'index.html'))}")
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])


def compose(site: Site, template: str, head: Head, view: object) -> Page:
    """Return a page made by a template of `theme/pages/` from a view, a record of `views/`.

    The template sees the fields of the view, and `name` and `trail` of the head.
    """
    folder = folder_of(head.target)
    first = site.language.code == site.publication.record.languages[0]
    links: dict[Target, None] = {}

    def to(target: Target) -> str:
        if not is_target(target):
            return target
        links[target] = None
        return address_of(target, folder, first)

    values = {
        "words": site.language.labels,
        "say": site.say,
        "to": to,
        "href": _href_by(to),
        "publication": site.publication.record,
        "name": head.name,
        "trail": (*head.trail, Link(head.name)),
        **fields_of(view),
    }
    body = site.templates.get_template(template).render(values)
    return Page(head, body, search_entries(site, head), tuple(links))


def fields_of(view: object) -> Mapping[str, object]:
    """Return the fields of a record by name, as they are."""
    if isinstance(view, Mapping):
        return view
    assert is_dataclass(view)
    return {one.name: getattr(view, one.name) for one in fields(view)}


def search_entries(site: Site, head: Head) -> tuple[SearchEntry, ...]:
    """Return what the search finds on a page: the page itself first."""
    if not head.kind:
        return head.entries
    kind = site.say(head.kind)
    itself = SearchEntry(head.target, head.name, kind, head.context, head.extra)
    return (itself, *head.entries)


def _href_by(to: Callable[[Target], str]) -> Callable[[object], str]:
    def href(item: object) -> str:
        if isinstance(item, Mapping):
            return to(item.get("target", "") or item.get("href", ""))
        target = getattr(item, "target", Target("")) or getattr(item, "href", Target(""))
        return to(target) or getattr(item, "url", "")

    return href


def is_target(text: str) -> bool:
    kind = text.partition(":")[0]
    return ":" in text and (kind in PAGES or kind in PAGES_OF_CITY or kind in FILES)


def compose_old(
    site: Site, template: str, folder: str, values: Mapping[str, object], *, title: str,
    description: str, section: str, search: tuple[SearchEntry, ...] = (),
    hide_contents: bool = False,
) -> Page:  # fmt: skip
    target = Target(f"page:{folder}")
    head = Head(target, "", description, section, title, entries=search, contents=not hide_contents)
    return compose(site, template, head, values)


def old_entry(
    folder: str, title: str, kind: str, context: str = "", extra: str = "", anchor: str = ""
) -> SearchEntry:
    mark = f"#{anchor}" if anchor else ""
    return SearchEntry(Target(f"page:{folder}{mark}"), title, kind, context, extra)


def unbroken(item: object) -> object:
    """Return a text whose grouped numbers, such as "12 000", never break over two lines."""
    if not isinstance(item, str) or isinstance(item, Markup):
        return item
    return _GROUPING.sub("\N{NO-BREAK SPACE}", item)


def load_templates(root: Path) -> Environment:
    """Return the environment of the page templates: everything is escaped, nothing undefined."""
    folder = resources.find("theme", root) / "pages"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=unbroken,
    )
    environment.filters["md"] = lambda text: Markup(as_markdown_text(str(text)))
    return environment
