"""CSV to tables of rows, line by line, with the place of every cell.

The `csv` module with strict quotes: a data frame forgets lines and reads `NA` as missing.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from generator.model.scalars import MAXIMUM_TEXT, Fault, judge_range
from generator.model.tables import Cell, Column, Row, Table, TableKind
from generator.problems import Code, Place, Problems
from generator.read.cell_values import PARSERS
from generator.read.folders import MAXIMUM_BYTES, read_text, relative

R = TypeVar("R", bound=Row)

HEADER_SOUGHT = 20
"""Number of rows in which column names are sought below a title."""

csv.field_size_limit(MAXIMUM_BYTES[".csv"])  # a long cell is ours to report


@dataclass(frozen=True, slots=True)
class _Record:
    """A CSV record: its first physical line and its cells."""

    line: int
    cells: list[str]

    @property
    def is_filled(self) -> bool:
        return any(cell.strip() for cell in self.cells)


def read_table(path: Path, root: Path, kind: TableKind[R], problems: Problems) -> Table[R]:
    """Return the table of a file; rows with a problem are left out."""
    file = relative(path, root)
    text = read_text(path, root, problems)
    if text is None:
        return Table(kind, file)
    lines = tuple(text.split("\n"))
    reader = _TableReader(kind, file, lines, problems)
    if not text.strip():
        expected = ",".join(column.name for column in kind.columns)
        problems.add(Code.FILE_EMPTY, Place(file, 1), "", expected)
        return Table(kind, file)
    records = _without_blank_ends([one for one in reader.records() if one.is_filled])
    if not records or not reader.read_header(records):
        return Table(kind, file)
    rows: tuple[Any, ...] = tuple(reader.read_rows(records[1:]))
    return Table(kind, file, tuple(reader.header), rows, lines)


class _TableReader:
    def __init__(
        self, kind: TableKind[Any], file: str, lines: tuple[str, ...], problems: Problems
    ) -> None:
        self.kind, self.file, self.problems = kind, file, problems
        self.header: list[str] = []
        self.meant: set[str] = set()
        self.columns: list[Column] = []
        self.renamed: dict[str, str] = {}
        self._table = Table(kind, file, lines=lines)

    def records(self) -> Iterator[_Record]:
        """Yield the records; stop with a problem where quotation marks do not match."""
        reader = csv.reader((f"{line}\n" for line in self._table.lines), strict=True)
        first = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                open_quote = "unexpected end" in str(error)
                code = Code.TABLE_QUOTE_OPEN if open_quote else Code.TABLE_QUOTE_BROKEN
                self.problems.add(code, self._quote_place(first))
                return
            yield _Record(first, cells)
            first = reader.line_num + 1

    def _quote_place(self, line: int) -> Place:
        """Return the place of the last quotation mark that opens a cell of the line."""
        text = self._table.lines[line - 1]
        quoted, number, position, opened = False, 1, 0, (1, 0)
        for position, letter in enumerate(text, start=1):
            if letter == '"':
                quoted = not quoted
                opened = (number, position) if quoted else opened
            number += letter == "," and not quoted
        header = [name.strip() for name in self._table.lines[0].split(",")]
        name = header[opened[0] - 1] if opened[0] <= len(header) else None
        return Place(self.file, line, opened[0], opened[1] or None, name)

    def read_header(self, records: list[_Record]) -> bool:
        """Read the header row; return whether the rows can be read."""
        record = records[0]
        known = {column.name: column for column in self.kind.columns}
        if self._is_separated_otherwise(record, known) or self._is_data(records, known):
            return False
        before = len(self.problems)
        self.renamed = _renamed([cell.strip().lower() for cell in record.cells], self.kind)
        for number, cell in enumerate(record.cells, start=1):
            self._read_heading(cell, number, record.line, known)
        for column in self.kind.columns:
            if not column.optional and column.name not in {*self.header, *self.meant}:
                place = Place(self.file, record.line, field=column.name)
                self.problems.add(Code.COLUMN_MISSING, place, "", column.name)
        return len(self.problems) == before

    def _is_separated_otherwise(self, record: _Record, known: dict[str, Column]) -> bool:
        line = self._table.lines[record.line - 1]
        for mark, name in ((";", "semicolon"), ("\t", "tab"), ("|", "bar")):
            parts = [part.strip().strip('"').lower() for part in line.split(mark)]
            if len(parts) > 1 and len(record.cells) < len(parts) and parts[0] in known:
                place = Place(self.file, record.line)
                self.problems.add(Code.TABLE_SEPARATOR, place, mark, ",", name=name)
                return True
        return False

    def _is_data(self, records: list[_Record], known: dict[str, Column]) -> bool:
        record = records[0]
        if _known(record, known) or get_close_matches(record.cells[0].strip(), known, 1, 0.75):
            return False
        place = Place(self.file, record.line)
        below = next(
            (one.line for one in records[1:HEADER_SOUGHT] if len(_known(one, known)) > 2), 0
        )
        values = {"reason": "above", "line": str(below)} if below else {}
        self.problems.add(
            Code.TABLE_HEADER_MISSING, place, record.cells[0], ",".join(known), **values
        )
        return True

    def _read_heading(self, cell: str, number: int, line: int, known: dict[str, Column]) -> None:
        character = self._table.character(line, number)
        place = Place(self.file, line, number, character, cell.strip() or None)
        plain = cell.strip().lower()
        if cell in known:
            if cell in self.header:
                self.problems.add(Code.COLUMN_REPEATED, place, cell)
            self.columns.append(known[cell])
        elif plain in known:
            self.problems.add(Code.COLUMN_SPELLING, place, cell, plain)
        else:
            near = self.renamed.get(plain, "")
            self.meant.add(near)
            self.problems.add(
                Code.COLUMN_UNKNOWN, place, cell.strip(), near, known=", ".join(known)
            )
        self.header.append(plain)

    def read_rows(self, records: list[_Record]) -> Iterator[Row]:
        first: dict[str, int] = {}
        for record in records:
            row = self._read_row(record)
            if row is None:
                continue
            key = self.kind.key_of(row)
            if key in first:
                place = Place(self.file, record.line)
                self.problems.add(
                    Code.KEY_REPEATED, place, " · ".join(filter(None, key.split("|"))),
                    key=key, line=str(first[key]),
                )  # fmt: skip
            first.setdefault(key, record.line)
            yield row

    def _read_row(self, record: _Record) -> Row | None:
        if self._is_note(record):
            return None
        if len(record.cells) != len(self.header):
            self._report_cells(record)
            return None
        values: dict[str, Any] = {}
        before = len(self.problems)
        for number, (column, text) in enumerate(zip(self.columns, record.cells, strict=True), 1):
            value = self._read_cell(column, text.strip(), record.line, number)
            if value is not None:
                values[self.kind.attributes[column.name]] = value
        if len(self.problems) > before:
            return None
        row: Row = self.kind.row(record.line, **values)
        return row

    def _place(self, line: int, number: int, name: str) -> Place:
        return Place(self.file, line, number, self._table.character(line, number), name)

    def _read_cell(self, column: Column, text: str, line: int, number: int) -> Any:
        if not text:
            if column.filled:
                place = self._place(line, number, column.name)
                self.problems.add(Code.CELL_EMPTY, place)
            return None
        if len(text) > MAXIMUM_TEXT:
            place = self._place(line, number, column.name)
            self.problems.add(Code.TEXT_TOO_LONG, place, str(len(text)), str(MAXIMUM_TEXT))
            return None
        try:
            value = _parser_of(column)(text)
            if column.cell in (Cell.NUMBER, Cell.INTEGER):
                judge_range(value, column.minimum, column.maximum)
            return value
        except Fault as fault:
            place = self._place(line, number, column.name)
            self.problems.add(Code(fault.code), place, text, fault.expected, **fault.values)
            return None

    def _is_note(self, record: _Record) -> bool:
        """Say that a row holds no data: column names again, a footnote, a total."""
        cells = [cell.strip() for cell in record.cells]
        filled = [cell for cell in cells if cell]
        again = [cell.lower() for cell in cells] == self.header
        alone = len(filled) == 1 and filled[0] == cells[0] and len(self.header) > 1
        if not (again or alone or self._is_total(cells)) or self._is_quoted_row(filled):
            return False
        values = {"reason": "header"} if again else {}
        self.problems.add(Code.TABLE_NOTE, Place(self.file, record.line), cells[0], **values)
        return True

    def _is_total(self, cells: list[str]) -> bool:
        """Return whether a row begins with words and all else that must be filled is blank."""
        if len(cells) != len(self.header) or not cells[0] or not self.columns[0].filled:
            return False
        must = [cell for cell, column in zip(cells, self.columns, strict=True) if column.filled]
        id_like = self.columns[0].cell is Cell.ID or self.columns[0].refers
        words = cells[0] != cells[0].lower() or " " in cells[0]
        return bool(id_like) and words and len(must) > 1 and not any(must[1:])

    def _is_quoted_row(self, filled: list[str]) -> bool:
        return len(filled) == 1 and filled[0].count(",") + 1 >= len(self.header)

    def _report_cells(self, record: _Record) -> None:
        """A wrong number of cells; one too many is often a decimal comma or a comma in a note."""
        wanted, found = len(self.header), len(record.cells)
        if found == wanted + 1:
            split = self._split_number(record.cells)
            if split is not None:
                number, written, meant = split
                place = self._place(record.line, number, self.header[number - 1])
                code = Code.NUMBER_SEPARATOR if " / " in meant else Code.NUMBER_DECIMAL_COMMA
                self.problems.add(code, place, written, meant)
                return
        place = Place(self.file, record.line)
        quoted = self._is_quoted_row([cell for cell in record.cells if cell.strip()])
        values = {"reason": "quoted"} if quoted else {}
        self.problems.add(Code.TABLE_CELLS, place, str(found), str(wanted), **values)

    def _split_number(self, cells: list[str]) -> tuple[int, str, str] | None:
        """Return where a number with a decimal comma fell into two cells, if it did."""
        for index, column in enumerate(self.columns):
            numeric = column.cell is Cell.NUMBER or column.name == "value"
            left, right = cells[index].strip(), cells[index + 1].strip()
            if numeric and left.lstrip("-").isdecimal() and right.isdecimal():
                whole = f"{left}{right} / " if len(right) == 3 else ""
                return index + 1, f"{left},{right}", f"{whole}{left}.{right}"
        return None


def _parser_of(column: Column) -> Callable[[str], Any]:
    """An id that names something else is judged where the names are known, with a better hint."""
    return PARSERS[Cell.LINE if column.refers and column.cell is Cell.ID else column.cell]


def _known(record: _Record, known: Iterable[str]) -> set[str]:
    return {cell.strip().lower() for cell in record.cells} & set(known)


def _without_blank_ends(records: list[_Record]) -> list[_Record]:
    """Drop blank cells at the end of every row, which a spreadsheet writes for emptied columns."""
    header = records[0].cells if records else []
    width = len(header)
    while width and not header[width - 1].strip():
        width -= 1
    spare = [cell for record in records for cell in record.cells[width:]]
    if width == len(header) or any(cell.strip() for cell in spare):
        return records
    return [_Record(record.line, record.cells[:width]) for record in records]


def _renamed(header: list[str], kind: TableKind[Any]) -> dict[str, str]:
    """Return the column that each unknown name means: the most similar, or the one left over."""
    known = [column.name for column in kind.columns]
    missing = [c.name for c in kind.columns if not c.optional and c.name not in header]
    unknown = [name for name in header if name and name not in known]
    if len(unknown) == len(missing):
        return dict(zip(unknown, missing, strict=True))
    near = {name: get_close_matches(name, known, 1, 0.75) for name in unknown}
    return {name: found[0] for name, found in near.items() if found}
