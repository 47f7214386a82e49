"""CSV to tables of rows, with the place of every cell, however much of a file is wrong.

A cell that cannot be read leaves a gap in its row, and the other cells are judged.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path
from typing import Any, TypeVar

from generator.model.allowed_paths import MOST_BYTES
from generator.model.foreign_columns import ALL, OF_FIGURES
from generator.model.misread_numbers import SHORTENED
from generator.model.scalars import MAXIMUM_TEXT, Fault, fault_in, judge_range
from generator.model.tables import Cell, Column, Row, Table, TableKind
from generator.problems import Code, Place, Problem, Problems
from generator.problems.notation import cell_replacement
from generator.read.cell_values import blank_values, hint_values, parser_of
from generator.read.csv_headers import Header, header_record, read_header
from generator.read.csv_layout import SEPARATORS, Layout, layout_of
from generator.read.csv_odd_rows import fitted, is_note
from generator.read.csv_records import Record, plain_lines, read_records
from generator.read.folders import read_text, relative

R = TypeVar("R", bound=Row)

csv.field_size_limit(MOST_BYTES[".csv"])  # a long cell is ours to report


def read_table(path: Path, root: Path, kind: TableKind[R], problems: Problems) -> Table[R]:
    """Return the table of a file; rows with a cell that cannot be read stand apart in it."""
    file = relative(path, root)
    text = read_text(path, root, problems)
    if text is None:
        return Table(kind, file, lost=True)
    if not text.strip():
        expected = ",".join(column.name for column in kind.columns)
        problems.add(Code.FILE_EMPTY, Place(file, 1), "", expected)
        return Table(kind, file)
    lines = tuple(text.split("\n"))
    known = {column.name for column in kind.columns}
    layout = layout_of(lines, known | ALL if known >= OF_FIGURES else known)
    table = Table(kind, file, lines=plain_lines(lines, layout), separator=layout.separator)
    records = _records_of(table, layout, problems)
    number = header_record(records, kind, file, problems) if records else None
    if number is None:
        return Table(kind, file, lost=True)
    header = read_header(records[number:], table, problems)
    reader = _RowReader(table, header, problems)
    for record in records[number + 1 :]:
        reader.read(record)
    return reader.table()


def _records_of(table: Table[Any], layout: Layout, problems: Problems) -> list[Record]:
    """Return the records that hold anything; how they are laid out is judged once."""

    def report(code: Code, line: int) -> None:
        problems.add(code, _quote_place(table, line))

    lines = table.lines
    if layout.wrapped:
        lines = tuple(line.removeprefix(" ") for line in lines)
    records = [one for one in read_records(lines, layout.separator, report) if one.is_filled]
    if not layout.is_usual and records:
        mark = layout.separator if layout.separator != "," else layout.told or ","
        reason = {} if layout.separator != "," else {"reason": "told" if layout.told else "wrapped"}
        line = 1 if layout.told else records[0].line
        problems.add(
            Code.TABLE_SEPARATOR, Place(table.file, line), mark, ",",
            name=SEPARATORS.get(mark, mark), **reason,
        )  # fmt: skip
    return _without_blank_ends(records)


def _quote_place(table: Table[Any], line: int) -> Place:
    """Return the place of the last quotation mark that opens a cell of the line."""
    quoted, number, opened = False, 1, (1, 0)
    for position, letter in enumerate(table.lines[line - 1], start=1):
        if letter == '"':
            quoted = not quoted
            opened = (number, position) if quoted else opened
        number += letter == table.separator and not quoted
    header = [name.strip() for name in table.lines[0].split(table.separator)]
    name = header[opened[0] - 1] if opened[0] <= len(header) else None
    return Place(table.file, line, opened[0], opened[1] or None, name)


def _without_blank_ends(records: list[Record]) -> list[Record]:
    """Drop blank cells at the end of every row, which a spreadsheet writes for emptied columns."""
    width = len(records[0].cells) if records else 0
    while width and not records[0].cells[width - 1].strip():
        width -= 1
    if not records or width == len(records[0].cells):
        return records
    if any(cell.strip() for record in records for cell in record.cells[width:]):
        return records
    return [Record(record.line, record.cells[:width], record.broken) for record in records]


@dataclass(slots=True)
class _Reading:
    """How the cells of one column are read; `known` are the values of texts met before."""

    number: int
    column: Column
    attribute: str
    parse: Callable[[str], Any]
    known: dict[str, Any] = field(default_factory=dict)


class _RowReader:
    """Reads records one by one, and keeps what came of them."""

    def __init__(self, table: Table[Any], header: Header, problems: Problems) -> None:
        self.empty, self.header, self.problems = table, header, problems
        kind = table.kind
        self.readings = [
            None
            if column is None
            else _Reading(number, column, kind.attributes[column.name], parser_of(column))
            for number, column in enumerate(header.columns, start=1)
        ]
        columns = enumerate(header.columns)
        self.filled = [at for at, column in columns if column is not None and column.filled]
        self.lacking = {column.name for column in header.lacking}
        self.rows: list[Row] = []
        self.torn: list[Row] = []
        self.gaps: dict[int, frozenset[str]] = {}
        self.first: dict[str, int] = {}
        self.lost = False
        self.needed = {kind.attributes[c.name]: None for c in kind.columns if c.filled}

    def table(self) -> Table[Any]:
        """Return the table of what was read."""
        empty = self.empty
        return Table(
            empty.kind, empty.file, tuple(self.header.names), tuple(self.rows), empty.lines,
            empty.separator, tuple(self.torn), self.gaps, self.lost,
        )  # fmt: skip

    def read(self, record: Record) -> None:
        """Read one record; what is wrong with it is said."""
        if is_note(record, self.header, self.empty.file, self.problems):
            return
        cells = fitted(record, self.header, self.empty, self.problems)
        if cells is None:
            self.lost = True
            return
        gaps = set(self.lacking)
        values = self._values(cells, record.line, gaps)
        row: Row
        if gaps:
            row = self.empty.kind.row_of(record.line, {**self.needed, **values})
            self.torn.append(row)
            self.gaps[record.line] = frozenset(gaps)
        else:
            row = self.empty.kind.row_of(record.line, values)
            self.rows.append(row)
        if gaps.isdisjoint(self.empty.kind.key):
            self._judge_key(row)
        else:
            self.lost = True

    def _values(self, cells: Sequence[str], line: int, gaps: set[str]) -> dict[str, Any]:
        """Return the values of a row by attribute; columns that cannot be read go to `gaps`."""
        values: dict[str, Any] = {}
        is_filled = all(map(cells.__getitem__, self.filled))
        for reading in compress(self.readings, cells) if is_filled else self.readings:
            if reading is None:
                continue
            text = cells[reading.number - 1].strip()
            if not text and not reading.column.filled:
                continue
            value = reading.known.get(text)
            if value is None:
                value = self._value(text, line, reading)
            if value is None:
                gaps.add(reading.column.name)
            else:
                values[reading.attribute] = value
        return values

    def _value(self, text: str, line: int, reading: _Reading) -> Any:
        """Return the value of a cell; None if it is blank or cannot be read, which is said."""
        column = reading.column
        if not text:
            about = blank_values(column, self.empty.kind.key)
            self.problems.add(Code.CELL_EMPTY, self._place(line, reading), **about)
            return None
        if len(text) > MAXIMUM_TEXT:
            place = self._place(line, reading)
            self.problems.add(Code.TEXT_TOO_LONG, place, str(len(text)), str(MAXIMUM_TEXT))
            return None
        try:
            value = reading.parse(text)
            if column.cell in (Cell.NUMBER, Cell.INTEGER):
                judge_range(value, column.minimum, column.maximum)
        except Fault as unread:
            fault, place = fault_in(text, unread), self._place(line, reading)
            if fault.values.get("reason") == SHORTENED:
                self.problems.add(Code.VALUE_DIGITS, place, text, fault.expected, reason=SHORTENED)
                return self._value(fault.expected, line, reading)
            raw = self.empty.raw_text(line, reading.number, text) if fault.sure else None
            mended = cell_replacement(line, place.character, raw, fault.expected)
            values = hint_values(column, fault)
            self.problems.extend(
                [
                    Problem(
                        Code(fault.code), place, text, fault.expected, values, replacements=mended
                    )
                ]
            )
            return None
        reading.known[text] = value
        return value

    def _place(self, line: int, reading: _Reading) -> Place:
        number = reading.number
        character = self.empty.character(line, number)
        return Place(self.empty.file, line, number, character, reading.column.name)

    def _judge_key(self, row: Row) -> None:
        """Say that a row of the same key stands above."""
        key = self.empty.kind.key_of(row)
        first = self.first.setdefault(key, row.line)
        if first != row.line:
            found = " · ".join(filter(None, key.split("|")))
            place = Place(self.empty.file, row.line)
            self.problems.add(Code.KEY_REPEATED, place, found, key=key, line=str(first))
