"""A page: its address, its head, and the Markdown with finished blocks; and what all pages share.

Every page is `<folder>/index.md`. Addresses inside blocks are final and relative, so that the
same files serve from a server and from disk.
"""

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import resources
from generator.assessment.cities_compared import Compared
from generator.assessment.guidance import Guidance
from generator.assessment.practices import KnownPractice, collect_practices
from generator.assessment.results import CityResult
from generator.assessment.twinning import TwinMatch
from generator.assessment.undertakings import Undertakings, assess_undertakings
from generator.language import Language
from generator.language.prose import as_markdown_text
from generator.model.publication import City, Publication
from generator.model.scalars import slug

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


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as a page takes it: its message, inline SVG, and its text alternative."""

    title: str
    svg: str
    alternative: str


@lru_cache(maxsize=1 << 16)
def relative_address(here: str, target: str) -> str:
    """Return the address of the page `target`, with an anchor perhaps, from the page `here`."""
    folder, mark, anchor = target.partition("#")
    if "." in posixpath.basename(folder):
        file = folder
    else:
        file = posixpath.join(folder, "index.html") if folder else "index.html"
    path = posixpath.relpath(file, here or ".")
    return f"{path}{mark}{anchor}"


def shared_address(site: "Site", here: str, file: str) -> str:
    """Return the address of a file that stands once for all languages."""
    first = site.language.code == site.publication.record.languages[0]
    return ("" if first else "../") + relative_address(here, file)


def data_address(site: "Site", here: str, file: str) -> str:
    """Return the address of a file of the open data."""
    return shared_address(site, here, f"data/{file}")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A publication that was made: its address from the root of the site, its size in bytes."""

    address: str
    size: int


@dataclass(frozen=True)
class Site:
    """Everything that the pages of one language are made from."""

    publication: Publication
    results: Mapping[str, CityResult]
    language: Language
    drawings: Mapping[tuple[str, str], Drawing]
    templates: Environment = field(repr=False)
    twins: Mapping[str, tuple[TwinMatch, ...]] = field(default_factory=dict)
    """The match of each city with every other, the best first."""
    pdfs: Mapping[str, Pdf] = field(default_factory=dict)
    """The publication of each city in this language, where it was made."""
    fiches: Mapping[tuple[str, str], Pdf] = field(default_factory=dict)
    """The one-page fiche of each project by city and project, where it was made."""
    guidance: Mapping[str, Guidance] = field(default_factory=dict)
    """What each city is advised."""
    compared: Compared = field(default_factory=Compared)
    """Cities beside their peers, and all cities together."""

    @cached_property
    def practices(self) -> Mapping[str, KnownPractice]:
        """Return the good practices of the library and of the cities, by id."""
        return collect_practices(self.publication)

    @property
    def cities(self) -> tuple[City, ...]:
        """Return the cities by name; an accent does not move a name."""

        def order(city: City) -> tuple[str, str]:
            return (slug(city.record.name), city.id)

        return tuple(sorted(self.publication.cities.values(), key=order))

    @cached_property
    def undertakings(self) -> Mapping[str, Undertakings]:
        """What every city undertakes, by id: projects, bundles, action plan, reviews."""
        return assess_undertakings(self.publication, self.results)

    def say(self, key: str, **values: object) -> str:
        """Return a label."""
        return self.language.label(key, **values)

    def word(self, vocabulary: str, key: str) -> str:
        """Return the reader's name of a word of a closed list."""
        return self.publication.framework.words.get(vocabulary, {}).get(key, key)

    def country(self, code: str) -> str:
        row = self.publication.framework.countries.by_key().get(code)
        return row.name if row else code

    def compose(self, template: str, folder: str, values: Mapping[str, Any], **head: Any) -> Page:
        """Return a page made by a template of `theme/pages/`."""
        shared = {
            "words": self.language.labels,
            "say": self.say,
            "to": lambda target: relative_address(folder, target),
            "publication": self.publication.record,
        }
        body = self.templates.get_template(template).render(**shared, **values)
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
