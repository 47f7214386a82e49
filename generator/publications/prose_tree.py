"""Prose as a syntax tree: the clean HTML of the pages, read back into elements and texts.

The pages and the print come from the same parser, so that they cannot disagree.
"""

import re
from dataclasses import field
from html.parser import HTMLParser
from typing import TypeAlias

from generator.frozen import dataclass
from generator.language.foreign import END, START, foreign
from generator.language.prose import TAGS, ProsePart, split_prose

VOID = frozenset({"br"})
PRINTED_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Element:
    """A tag with what stands in it; `href` is the address of a link."""

    tag: str
    children: list["Node"] = field(default_factory=list)
    href: str = ""


Node: TypeAlias = str | Element


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A heading, if any, and the prose below it. `level` counts from 2."""

    level: int
    heading: str
    tree: list[Node]


class UnknownTag(ValueError):
    """The HTML holds what no print template can set."""


def printed_parts(text: str) -> list[PrintedPart]:
    """Return the parts of a prose text as the page shows them, with headings that skip no level."""
    parts, level = [], 1
    for part in split_prose(text):
        level = min(part.level, level + 1) if part.heading else level
        parts.append(_printed(part, level))
    return parts


def _printed(part: ProsePart, level: int) -> PrintedPart:
    return PrintedPart(level, part.heading, prose_tree(part.html))


def prose_tree(html: str) -> list[Node]:
    """Return the nodes of clean HTML.

    Raises:
        UnknownTag: a tag that prose cannot have.
    """
    reader = _TreeReader()
    reader.feed(html)
    reader.close()
    return reader.root


class _TreeReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self._open: list[list[Node]] = [self.root]
        self._is_foreign = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise UnknownTag(tag)
        href = (dict(attrs).get("href") or "") if tag == "a" else ""
        element = Element(tag, href=href if href.startswith(PRINTED_SCHEMES) else "")
        self._open[-1].append(element)
        if tag not in VOID:
            self._open.append(element.children)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split("\n"))
        if text.strip() or len(self._open) > 1:
            self._open[-1].append(self._marked(text))

    def _marked(self, text: str) -> str:
        """Return a text with its marks in pairs; a passage may go on in the next element."""
        parts = re.split(f"([{START}{END}])", text)
        marked = ""
        for part in parts:
            if part in (START, END):
                self._is_foreign = part == START
            else:
                marked += foreign(part) if self._is_foreign else part
        return marked
