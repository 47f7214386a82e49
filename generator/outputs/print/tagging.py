"""What the typesetter's package cannot set: heads of table rows, and facts of the edition.

Of each row of a table's body the first cell becomes a head (TH with the scope of its row), so that
a screen reader says it before each figure; the first cell of a group of rows is one already. The
metadata gain publisher, rights and identifier in the Dublin Core of the archival profile.
"""

import io
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf

from generator.publications.document import Particulars


def tagged(pdf: bytes, particulars: Particulars) -> bytes:
    """Return a PDF with heads of rows and metadata; the same bytes for the same input."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        root = document.Root["/StructTreeRoot"]
        assert isinstance(root, Dictionary)
        for row in _rows(root, in_body=False):
            _name(row)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if particulars.publisher:
                metadata["dc:publisher"] = {particulars.publisher}
            if particulars.rights:
                metadata["dc:rights"] = particulars.rights
            if particulars.identifier:
                metadata["dc:identifier"] = particulars.identifier
        made = io.BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.preserve)
    return made.getvalue()


def _children(element: Dictionary) -> list[Dictionary]:
    below = element.get("/K")
    found = list(below) if isinstance(below, Array) else [below]
    return [one for one in found if isinstance(one, Dictionary)]


def _rows(element: Dictionary, *, in_body: bool) -> Iterator[Dictionary]:
    """Yield the rows of the bodies of all tables below an element."""
    for child in _children(element):
        kind = child.get("/S")
        if kind == Name.TR and in_body:
            yield child
        else:
            within = (
                in_body if kind not in (Name.TBody, Name.THead, Name.TFoot) else kind == Name.TBody
            )
            yield from _rows(child, in_body=within)


def _name(row: Dictionary) -> None:
    """Make the first cell of a row its head, unless it is the only one."""
    cells = _children(row)
    if len(cells) > 1 and cells[0].get("/S") == Name.TD:
        cells[0]["/S"] = Name.TH
        scope = Dictionary(O=Name.Table, Scope=Name.Row)
        given = cells[0].get("/A")
        if isinstance(given, Array):
            given.append(scope)
        elif given is not None:
            cells[0]["/A"] = Array([given, scope])
        else:
            cells[0]["/A"] = Array([scope])
