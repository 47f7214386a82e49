"""What the typesetter's package cannot set: heads of table rows, and facts of the edition.

Of each row of a table's body the first cell becomes a head (TH with the scope of its row), so that
a screen reader says it before each figure; the first cell of a group of rows is one already. The
last rows of a long table, which are set as its foot so that none stands alone on a page, are some
of the body again; a note below them comes behind the table. The metadata gain publisher, rights and
identifier in the Dublin Core of the archival profile. Pages on larger sheets gain the boxes that a
printer cuts by.
"""

import io
from collections.abc import Iterator
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf

from generator.frozen import dataclass
from generator.publications.document import Particulars


@dataclass(frozen=True, slots=True)
class Sheet:
    """How far a sheet of paper exceeds its page on each side, and the ink it, in millimetres."""

    slug: int
    bleed: int


POINTS = 72 / 25.4
"""In a millimetre."""


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def tagged(pdf: bytes, particulars: Particulars, sheet: Sheet | None = None) -> bytes:
    """Return a PDF with heads of rows and metadata; the same bytes for the same input.

    Its pages tell where they are cut where they stand on a larger `sheet`.
    """
    with Pdf.open(io.BytesIO(pdf)) as document:
        root = document.Root["/StructTreeRoot"]
        assert isinstance(root, Dictionary)
        for table in [*_tables(root)]:
            _without_foot(table)
            for row in _rows(table):
                _name(row)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if particulars.publisher:
                metadata["dc:publisher"] = {particulars.publisher}
            if particulars.rights:
                metadata["dc:rights"] = particulars.rights
            if particulars.identifier:
                metadata["dc:identifier"] = particulars.identifier
        if sheet:
            for page in document.pages:
                _cut(page, sheet)
        made = io.BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.preserve)
    return made.getvalue()


def _cut(page: Page, sheet: Sheet) -> None:
    """Say where a page ends on its sheet, and how far its ink reaches beyond."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    for box, beyond in ((Name.TrimBox, 0), (Name.BleedBox, sheet.bleed)):
        inset = (sheet.slug - beyond) * POINTS
        edges = (left + inset, bottom + inset, right - inset, top - inset)
        page.obj[box] = Array([round(Decimal(edge), 4) for edge in edges])


def _children(element: Dictionary) -> list[Dictionary]:
    below = element.get("/K")
    found = list(below) if isinstance(below, Array) else [below]
    return [one for one in found if isinstance(one, Dictionary)]


def _tables(element: Dictionary) -> Iterator[Dictionary]:
    """Yield the tables below an element."""
    for child in _children(element):
        if child.get("/S") == Name.Table:
            yield child
        else:
            yield from _tables(child)


def _without_foot(table: Dictionary) -> None:
    """Make the foot of a table part of its body, and a note that ends it a text behind it."""
    for foot in _children(table):
        if foot.get("/S") != Name.TFoot:
            continue
        foot["/S"] = Name.TBody
        *rows, last = _children(foot)
        if _is_one_cell(last):
            foot["/K"] = Array(rows)
            _set_behind(table, _children(last)[0])


def _set_behind(table: Dictionary, cell: Dictionary) -> None:
    """Set a cell of a table behind it, as a text of its own."""
    parent = table["/P"]
    below = parent["/K"]
    held = list(below) if isinstance(below, Array) else [below]
    place = [getattr(one, "objgen", None) for one in held].index(table.objgen)
    del cell["/A"]
    cell["/S"], cell["/P"] = Name.Div, parent
    parent["/K"] = Array([*held[: place + 1], cell, *held[place + 1 :]])


def _rows(table: Dictionary) -> Iterator[Dictionary]:
    """Yield the rows of the bodies of a table; one without a head has its rows as its own."""
    for part in _children(table):
        if part.get("/S") == Name.TBody:
            yield from _children(part)
        elif part.get("/S") == Name.TR:
            yield part


def _name(row: Dictionary) -> None:
    """Make the first cell of a row its head, and a cell over all columns that of the rows below."""
    cells, is_group = _children(row), _is_one_cell(row)
    if cells[0].get("/S") == Name.TD and (len(cells) > 1 or is_group):
        cells[0]["/S"] = Name.TH
        scope = Name.Column if is_group else Name.Row
        cells[0]["/A"] = Array([*_stated(cells[0]), Dictionary(O=Name.Table, Scope=scope)])


def _is_one_cell(row: Dictionary) -> bool:
    """Return whether a row is one cell over all columns."""
    cells = _children(row)
    return len(cells) == 1 and any("/ColSpan" in one for one in _stated(cells[0]))


def _stated(cell: Dictionary) -> list[Object]:
    given = cell.get("/A")
    return list(given) if isinstance(given, Array) else [given] if given is not None else []
