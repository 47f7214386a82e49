"""The tables of `content/` beside the framework: one row class and one `TableKind` each."""

import re

from generator.frozen import dataclass
from generator.model.scalars import is_name
from generator.model.tables import Cell, Row, TableKind, column

_PART = re.compile(r"[A-Za-z0-9._-]+")
"""A part of an address between two slashes."""


@dataclass(frozen=True)
class ReferenceProject(Row):
    project: str = column(Cell.ID, "Id.", filled=True)
    title: str = column(Cell.LINE, "Title.", filled=True, words=True)
    city: str | None = column(Cell.LINE, "City.", words=True)
    country: str | None = column(Cell.LINE, "Country.", refers="country")
    areas: tuple[str, ...] = column(Cell.LIST, "Areas.", refers="area")
    amount: float | None = column(Cell.NUMBER, "Amount.", minimum=0)
    currency: str | None = column(Cell.LINE, "ISO 4217.")
    amount_text: str | None = column(Cell.LINE, "Amount in words, if no number.", words=True)
    status: str | None = column(Cell.LINE, "State.", words=True)
    status_date: str | None = column(Cell.DATE, "When it had that state.", past=True)
    financing: str | None = column(Cell.LINE, "Who pays.", words=True)
    effects: str | None = column(Cell.TEXT, "What it brought.")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class Redirect(Row):
    """A page that has moved. `old` and `new` are the folders of the two pages.

    `old` is None where no page can ever have stood: each of its folders is named as ids are.
    """

    from_path: str = column(Cell.LINE, "Old address.", filled=True, header="from")
    to_path: str = column(Cell.LINE, "New address, that of a page.", filled=True, header="to")
    date: str | None = column(Cell.DATE, "Since when.", past=True)

    @property
    def old(self) -> str | None:
        folder = _folder(self.from_path)
        parts = folder.split("/") if folder else []
        return folder if all(is_name(part) or part.isdecimal() for part in parts) else None

    @property
    def new(self) -> str | None:
        return _folder(self.to_path)


def _folder(address: str) -> str | None:
    """Return the folder of a page; None if the text cannot be the address of one here."""
    folder = address.removesuffix("index.html").strip("/")
    parts = folder.split("/") if folder else []
    plain = all(_PART.fullmatch(part) and part.strip(".") for part in parts)
    return folder if plain and not folder.endswith(".html") else None


REFERENCE_PROJECTS = TableKind("reference-projects", ReferenceProject, ("project",))
REDIRECTS = TableKind("redirects", Redirect, ("from",))
