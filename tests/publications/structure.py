"""A PDF as a screen reader meets it: its elements in order, each with the text that it names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from tests.publications.placed_text import Drawn

Texts = Mapping[tuple[int, int], str]


@dataclass(slots=True)
class Element:
    """A part of the text; `pages` are those that its own text stands on, from 0."""

    kind: str
    alternative: str = ""
    parts: "list[Element | str]" = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    marks: set[tuple[int, int]] = field(default_factory=set)

    def below(self) -> "Iterator[Element]":
        """Yield the element and all that it holds, in the order of reading."""
        yield self
        for part in self.held:
            yield from part.below()

    @property
    def held(self) -> "list[Element]":
        """Return the elements right below."""
        return [part for part in self.parts if isinstance(part, Element)]

    def all(self, *kinds: str) -> "list[Element]":
        return [one for one in self.below() if one.kind in kinds]

    @property
    def text(self) -> str:
        held = (part if isinstance(part, str) else part.text for part in self.parts)
        return "".join(held)

    @property
    def on(self) -> list[int]:
        """Return the pages on which its text and that of its parts stands."""
        return sorted(set().union(*(one.pages for one in self.below())))

    @property
    def named(self) -> set[tuple[int, int]]:
        """Return the marks of its text and that of its parts."""
        found: set[tuple[int, int]] = set()
        return found.union(*(one.marks for one in self.below()))


def structure_of(pdf: pikepdf.Pdf, drawn: list[Drawn]) -> Element:
    """Return the root of the elements of a PDF of which each page was read."""
    numbers = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
    texts: dict[tuple[int, int], str] = {}
    for place, page in enumerate(drawn):
        for piece in page.pieces:
            if piece.mark is not None:
                key = (place, piece.mark)
                texts[key] = texts.get(key, "") + piece.text
    root = Element("Root")
    _fill(root, pdf.Root.StructTreeRoot, numbers, texts, None)
    return root


def _fill(
    into: Element, record: Any, numbers: Mapping[Any, int], texts: Texts, page: int | None
) -> None:
    page = numbers.get(record.Pg.objgen, page) if "/Pg" in record else page
    below = record.get("/K", [])
    for item in below if isinstance(below, pikepdf.Array) else [below]:
        if not isinstance(item, pikepdf.Object):
            _note(into, page, int(item), texts)
        elif "/MCID" in item:
            at = numbers.get(item.Pg.objgen, page) if "/Pg" in item else page
            _note(into, at, int(item.MCID), texts)
        elif "/S" in item:
            part = Element(str(item.S).lstrip("/"), str(item.get("/Alt", "")))
            into.parts.append(part)
            _fill(part, item, numbers, texts, page)


def _note(into: Element, page: int | None, mark: int, texts: Texts) -> None:
    if page is not None:
        into.pages.add(page)
        into.marks.add((page, mark))
        into.parts.append(texts.get((page, mark), ""))
