"""Extracts to a workbook for spreadsheets (XLSX): the only module that knows openpyxl.

Text is always text, never a formula. The bytes depend on the content alone: the library writes
the time of day into the file, which is taken out again.
"""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from generator.outputs.data.data_cells import plain_text, sheet_value
from generator.outputs.data.data_tables import Extract

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold."""

PROPERTIES = "docProps/core.xml"
WIDEST, NARROWEST = 60, 9


def workbook_bytes(about: Sequence[tuple[str, str]], extracts: Sequence[Extract]) -> bytes:
    """Return a workbook: what it is, a sheet for each extract, and what each column means."""
    book = Workbook(write_only=True)
    _add_sheet(book, "about", about)
    for extract in extracts:
        names = [column.name for column in extract.columns]
        _add_sheet(book, extract.name, extract.rows, names)
    _add_sheet(book, "columns", _columns(extracts), ["sheet", "column", "meaning"])
    buffer = io.BytesIO()
    book.save(buffer)
    return without_times(buffer.getvalue())


def _columns(extracts: Sequence[Extract]) -> list[list[Any]]:
    return [
        [extract.name, column.name, column.about]
        for extract in extracts
        for column in extract.columns
    ]


def _add_sheet(
    book: Workbook, name: str, rows: Sequence[Sequence[Any]], header: Sequence[str] = ()
) -> None:
    sheet = book.create_sheet(name)
    named = header or [""] * len(rows[0])
    lines = [header, *rows] if header else rows
    for number, cells in enumerate(zip(*lines, strict=True), start=1):
        longest = max(len(plain_text(cell)) for cell in cells)
        width = min(max(longest + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    if header:
        sheet.freeze_panes = "A2"
        sheet.append([_cell(sheet, text, bold=True) for text in header])
    for row in rows:
        sheet.append([_cell(sheet, cell, name) for name, cell in zip(named, row, strict=True)])


def _cell(sheet: Any, value: Any, column: str = "", bold: bool = False) -> Any:
    content = sheet_value(value, column)
    if content is None:
        return None
    cell = WriteOnlyCell(sheet, value=content)
    if isinstance(content, str):
        cell.data_type = "s"  # else the library makes a formula of "=…"
    if bold:
        cell.font = Font(bold=True)
    return cell


def without_times(data: bytes) -> bytes:
    """Return the same zip file with fixed times, and without the day on which it was made."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in given.namelist():
            content = given.read(name)
            if name == PROPERTIES:
                content = _undated(content)
            made.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _undated(properties: bytes) -> bytes:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(properties)
    for child in list(root):
        if child.tag.rpartition("}")[2] in ("created", "modified"):
            root.remove(child)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text
