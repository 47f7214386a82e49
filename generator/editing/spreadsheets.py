"""Workbooks (XLSX) to plain sheets and back; the one module that knows openpyxl.

A workbook comes from anywhere, so its size is judged before it is unpacked. What a cell holds is
told apart (text, number, date, yes or no, formula, error), and nothing is computed.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from generator.frozen import dataclass

MOST_BYTES, MOST_UNPACKED = 10_000_000, 40_000_000
"""Size of a workbook, and of all that is packed in it."""
MOST_ROWS, MOST_COLUMNS = 20_000, 200
SPARE_ROWS = 1000
"""Number of rows below the last for which drop-down lists are ready."""

TEXT_FORMAT = "@"
LISTS = "lists"
"""The sheet of the words of the drop-down lists."""

_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What cannot stand in XML, and an underscore that would begin the escape of it (`_xHHHH_`)."""
_PERCENT = re.compile(r'%(?=(?:[^"]*"[^"]*")*[^"]*$)')


class NotAWorkbook(ValueError):
    """The file cannot be taken; `reason` is a word, `found` and `limit` are what was counted."""

    def __init__(self, reason: str, found: int = 0, limit: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.found, self.limit = reason, found, limit


class Content(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"
    FORMULA = "formula"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A filled cell: `text` as written, `number` where it is one, `day` where it is a date."""

    row: int
    column: int
    content: Content
    text: str
    number: float | None = None
    day: datetime | None = None
    is_percent: bool = False

    @property
    def name(self) -> str:
        """The name of the cell, such as C12."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True)
class Sheet:
    """A sheet as it was read: filled cells by row and column, both from 1."""

    title: str
    rows: tuple[tuple[SheetCell, ...], ...]
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class SheetColumn:
    """A column to be written: its header, the note on it, and the words it may hold."""

    header: str
    note: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewSheet:
    """A sheet to be written; every cell of it is text."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, in order.

    Raises:
        NotAWorkbook: it is none, is locked or too large.
        OSError: it cannot be read.
    """
    _judge_size(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(path, data_only=False, keep_links=False)
        except OSError:
            raise
        except Exception as error:  # whatever is wrong in a damaged part
            raise NotAWorkbook("damaged") from error
    return tuple(_sheet(sheet) for sheet in book.worksheets)


def has_macros(path: Path) -> bool:
    """Return whether a workbook holds a program, which is never run and not kept."""
    with zipfile.ZipFile(path) as packed:
        return any(name.endswith("vbaProject.bin") for name in packed.namelist())


def _judge_size(path: Path) -> None:
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise NotAWorkbook("bytes", size, MOST_BYTES)
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            if unpacked > MOST_UNPACKED:
                raise NotAWorkbook("bytes", unpacked, MOST_UNPACKED)
            sheets = [part for part in parts if part.filename.startswith("xl/worksheets/")]
            rows = max((len(_ROW.findall(packed.read(part))) for part in sheets), default=0)
    except (zipfile.BadZipFile, RuntimeError):  # also for packing or locks that it does not know
        with path.open("rb") as file:
            is_old = file.read(4) == b"\xd0\xcf\x11\xe0"
        raise NotAWorkbook("old" if is_old else "kind") from None
    if rows > MOST_ROWS:
        raise NotAWorkbook("rows", rows, MOST_ROWS)


def _sheet(sheet: Any) -> Sheet:
    if sheet.max_row > MOST_ROWS:
        raise NotAWorkbook("rows", sheet.max_row, MOST_ROWS)
    if sheet.max_column > MOST_COLUMNS:
        raise NotAWorkbook("columns", sheet.max_column, MOST_COLUMNS)
    rows = (tuple(_filled(row)) for row in sheet.iter_rows())
    dimensions = sheet.row_dimensions.items()
    return Sheet(
        str(sheet.title),
        tuple(row for row in rows if row),
        tuple(str(cells) for cells in sheet.merged_cells.ranges),
        tuple(sorted(number for number, row in dimensions if row.hidden)),
    )


def _filled(row: Sequence[Any]) -> Iterator[SheetCell]:
    for cell in row:
        if cell.value is not None and str(cell.value).strip():
            yield _cell(cell)


def _cell(cell: Any) -> SheetCell:
    row, column, value = cell.row, cell.column, cell.value
    if cell.data_type == "f":
        return SheetCell(row, column, Content.FORMULA, str(getattr(value, "text", value)))
    if cell.data_type == "e":
        return SheetCell(row, column, Content.ERROR, str(value))
    if isinstance(value, bool):
        return SheetCell(row, column, Content.YES_NO, "yes" if value else "no")
    if isinstance(value, int | float):
        percent = bool(_PERCENT.search(cell.number_format or ""))
        return SheetCell(row, column, Content.NUMBER, str(value), float(value), is_percent=percent)
    if isinstance(value, datetime):
        return SheetCell(row, column, Content.DATE, value.isoformat(), day=value)
    if isinstance(value, time):
        return SheetCell(row, column, Content.DATE, value.isoformat())
    return SheetCell(row, column, Content.TEXT, _ESCAPED.sub(_meant, str(value)))


def write_sheets(path: Path, sheets: Sequence[NewSheet]) -> None:
    """Write a workbook of text cells; drop-down lists point to a sheet of their own.

    Raises:
        OSError: the machine cannot write it.
    """
    book = Workbook()
    book.remove(book.active)
    lists: dict[tuple[str, ...], str] = {}
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.title), sheet, lists)
    words = book.create_sheet(LISTS)
    words.append([f"list {number}" for number in range(1, len(lists) + 1)])
    for number, choices in enumerate(lists, start=1):
        for row, choice in enumerate(choices, start=2):
            _write_cell(words, row, number, choice)
    packed = BytesIO()
    book.save(packed)
    path.write_bytes(packed.getvalue())


def _write_sheet(target: Any, sheet: NewSheet, lists: dict[tuple[str, ...], str]) -> None:
    target.freeze_panes = "A2"
    last = len(sheet.rows) + 1 + SPARE_ROWS
    for number, column in enumerate(sheet.columns, start=1):
        _write_cell(target, 1, number, column.header).font = Font(bold=True)
        letter = get_column_letter(number)
        cells = [row[number - 1] for row in sheet.rows]
        target.column_dimensions[letter].width = _width([column.header, *cells])
        target.column_dimensions[letter].number_format = TEXT_FORMAT
        if column.note:
            note = Comment(column.note, "City Profiles", height=140, width=280)
            target.cell(1, number).comment = note
        if column.choices:
            words = lists.setdefault(column.choices, _range(len(lists) + 1, len(column.choices)))
            target.add_data_validation(_drop_down(words, f"{letter}2:{letter}{last}"))
    for row, texts in enumerate(sheet.rows, start=2):
        for number, text in enumerate(texts, start=1):
            if text:
                _write_cell(target, row, number, text)


def _write_cell(target: Any, row: int, column: int, text: str) -> Any:
    """Write a text that stays text: neither a formula nor a number."""
    cell = target.cell(row, column)
    cell.value = _TO_ESCAPE.sub(_escape, text)
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT
    return cell


def _escape(mark: re.Match[str]) -> str:
    return f"_x{ord(mark[0]):04X}_"


def _meant(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


def _range(number: int, length: int) -> str:
    letter = get_column_letter(number)
    return f"{LISTS}!${letter}$2:${letter}${length + 1}"


def _drop_down(words: str, cells: str) -> Any:
    """Return a list to choose from that allows other texts too, after a question."""
    return DataValidation(
        type="list", formula1=words, allow_blank=True, sqref=cells, showErrorMessage=True,
        errorStyle="warning", errorTitle="Not in the list",
        error="The list on the sheet “lists” has no such word.",
    )  # fmt: skip


def _width(texts: Sequence[str]) -> int:
    """Return a width, in letters, that holds most texts."""
    return min(max((len(text) + 2 for text in texts), default=9), 50)
