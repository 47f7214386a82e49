"""Pages to Markdown with finished blocks, by the templates of `theme/pages/`.

Addresses inside blocks are final and relative, so that the same files serve from a server and
from disk.
"""

import json
import posixpath
from dataclasses import asdict
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import resources
from generator.frozen import dataclass
from generator.language import Language
from generator.language.foreign import plain
from generator.language.prose import as_markdown_text
from generator.pages.addresses import address_of, folder_of
from generator.pages.in_languages import Alternate, alternates, with_languages
from generator.pages.linked_data import linked_data
from generator.pages.page import Page, SearchEntry
from generator.templates_in_memory import TemplatesInMemory
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True)
class WrittenPage:
    """A page with its Markdown.

    `links`: every target that it leads to, in order; `alternates`: itself in each language;
    `linked_data`: what machines are told of it, as JSON-LD; "" for nothing.
    """

    page: Page
    body: str
    links: tuple[Target, ...]
    alternates: tuple[Alternate, ...] = ()
    linked_data: str = ""

    def markdown(self) -> str:
        """Return the file: front matter, escaped and quoted since themes print it raw."""
        head = {
            "title": escape(plain(self.page.title)),
            "description": escape(plain(self.page.head.description)),
            "section": self.page.head.section,
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        if not self.page.head.contents:
            lines.append("hide_toc: true")
        if self.page.head.moved_to:
            folder = folder_of(self.page.head.moved_to)
            lines.append(f"moved: {json.dumps(posixpath.join(folder, 'index.html'))}")
        if self.alternates and self.page.head.is_listed:
            several = [asdict(one) for one in self.alternates]
            lines.append(f"alternate: {json.dumps(several, ensure_ascii=False)}")
        if self.page.head.framed:
            lines.append("template: embed.html")
        picture = self.page.head.picture
        told = {
            "linked_data": self.linked_data,
            "picture": picture.file if picture else "",
            "picture_words": plain(picture.alternative) if picture else "",
        }
        lines += [
            f"{key}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in told.items()
            if value
        ]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])


def write_page(site: Site, templates: Environment, page: Page) -> WrittenPage:
    """Return a page as its template lays it out.

    The template sees the views, and `name` and `trail` of the head.
    """
    first = site.language.code == site.publication.record.languages[0]
    links: dict[Target, None] = {}

    def to(target: Target) -> str:
        if not target:
            return ""
        links[target] = None
        return address_of(target, page.folder, first)

    def href(item: object) -> str:
        """Return the address that a record leads to, by its `target` or else its `url`."""
        return to(getattr(item, "target", Target(""))) or getattr(item, "url", "")

    body = templates.get_template(page.template).render(
        {
            "words": site.language.labels,
            "say": site.say,
            "language": site.language,
            "to": to,
            "href": href,
            "publication": site.publication.record,
            "name": page.head.name,
            "trail": (*page.head.trail, Link(page.head.name)),
            **page.views,
        }
    )
    about, record = page.head.described, site.publication.record
    described = linked_data(about, record, site.language.code, page.folder) if about else ""
    body = with_languages(body, site.language.code)
    return WrittenPage(page, body, tuple(links), alternates(site, page), plain(described))


def search_entries(site: Site, page: Page) -> tuple[SearchEntry, ...]:
    """Return what the search finds on a page: the page itself first."""
    head = page.head
    if not head.kind:
        return head.entries
    itself = SearchEntry(head.target, head.name, site.say(head.kind), head.context, head.extra)
    return (itself, *head.entries)


@pass_context
def grouped(context: Context, item: object) -> object:
    """Return a text whose numbers, such as "12 000", are grouped as all others on the page."""
    if not isinstance(item, str) or " " not in item or isinstance(item, Markup):
        return item
    language: Language = context["language"]
    return language.grouped(item)


_TEMPLATES = TemplatesInMemory()


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
        finalize=grouped,
        bytecode_cache=_TEMPLATES,
    )
    environment.filters["md"] = lambda text: Markup(as_markdown_text(str(text)))
    return environment
