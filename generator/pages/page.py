"""A page: its address, its head, and the Markdown with finished blocks.

Every page is `<folder>/index.md`. Addresses inside blocks are final and relative, so that the
same files serve from a server and from disk.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import resources
from generator.language.prose import as_markdown_text
from generator.views.addresses import relative_address
from generator.views.site import Site

_GROUPING = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""The space between the groups of three digits of a number."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that the search finds: `context` is shown, `extra` only matched."""

    folder: str
    title: str
    kind: str
    context: str = ""
    extra: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Page:
    """A page of one language. `folder` is its address without slashes around; "" is the start."""

    folder: str
    title: str
    description: str
    section: str
    body: str
    search: tuple[SearchEntry, ...] = ()
    hide_contents: bool = False

    @property
    def file(self) -> str:
        return f"{self.folder}/index.md" if self.folder else "index.md"

    def markdown(self) -> str:
        """Return the file: front matter, escaped and quoted since themes print it raw."""
        head = {
            "title": escape(self.title),
            "description": escape(self.description),
            "section": self.section,
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        if self.hide_contents:
            lines.append("hide_toc: true")
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])


def compose(site: Site, template: str, folder: str, values: Mapping[str, Any], **head: Any) -> Page:
    """Return a page made by a template of `theme/pages/`."""
    shared = {
        "words": site.language.labels,
        "say": site.say,
        "to": lambda target: relative_address(folder, target),
        "publication": site.publication.record,
    }
    body = site.templates.get_template(template).render(**shared, **values)
    return Page(folder=folder, body=body, **head)


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
