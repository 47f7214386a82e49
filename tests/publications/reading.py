"""What a reader, a search engine or a screen reader finds in a PDF."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
from pypdf import PdfReader

from tests.publications.placed_text import Drawn, drawn_on
from tests.publications.structure import Element, structure_of


@dataclass(frozen=True)
class Pdf:
    """A PDF by its bytes."""

    content: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.content))

    @cached_property
    def pages(self) -> list[str]:
        """Return the text of each page, its white space as single spaces."""
        return [" ".join(page.extract_text().split()) for page in self.reader.pages]

    @cached_property
    def text(self) -> str:
        return " ".join(self.pages)

    @cached_property
    def drawn(self) -> list[Drawn]:
        """Return what stands on each page, with its place."""
        with pikepdf.open(io.BytesIO(self.content)) as document:
            return [drawn_on(page) for page in document.pages]

    @cached_property
    def structure(self) -> Element:
        """Return what a screen reader meets, in the order of reading."""
        with pikepdf.open(io.BytesIO(self.content)) as document:
            return structure_of(document, self.drawn)

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page, from 0, in points."""
        box = self.reader.pages[page].mediabox
        return float(box.width), float(box.height)

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Return depth, title and page (from 1) of every bookmark."""
        return list(self._bookmarks(self.reader.outline, 1))

    def _bookmarks(self, items: Any, depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from self._bookmarks(item, depth + 1)
            else:
                page = self.reader.get_destination_page_number(item)
                yield depth, item.title, (page or 0) + 1

    def heights(self, word: str, beside: str) -> list[float]:
        """Return how high texts with a word stand, in points from the foot of their pages.

        Of pages that hold `beside` as well, which those of the contents do not.
        """
        found: list[float] = []

        def visit(text: str, page: Any, line: Any, *_: object) -> None:
            if word in text:
                found.append(page[3] * line[5] + page[5])

        for page, text in zip(self.reader.pages, self.pages, strict=True):
            if beside in text:
                page.extract_text(visitor_text=visit)
        return found

    @property
    def fonts(self) -> set[str]:
        """Return the names of all fonts, without the tag of their subset."""
        return set(self._fonts(page.get("/Resources") for page in self.reader.pages))

    def _fonts(self, resources: Any) -> Iterator[str]:
        for one in resources:
            held = one.get_object() if one is not None else {}
            for font in held.get("/Font", {}).values():
                yield font.get_object()["/BaseFont"].lstrip("/").partition("+")[2]
            forms = (form.get_object() for form in held.get("/XObject", {}).values())
            yield from self._fonts(form.get("/Resources") for form in forms)

    @property
    def tags(self) -> list[Any]:
        """Return every element of the structure tree, in reading order."""
        return list(self._tags(self.root["/StructTreeRoot"]))

    def _tags(self, element: Any) -> Iterator[Any]:
        below = element.get("/K", [])
        for item in below if isinstance(below, list) else [below]:
            found = item.get_object()
            if isinstance(found, dict) and "/S" in found:
                yield found
                yield from self._tags(found)
