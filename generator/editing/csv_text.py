"""A CSV file as it is written: each record with its own text, so that what stays stays byte-true.

Only files in UTF-8 with commas are taken; what is saved otherwise is named by the check.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.frozen import dataclass

MARK = "\ufeff"
"""The byte order mark, which spreadsheets write at the beginning."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MUST_BE_QUOTED = re.compile(r'[",\n\r]|\A\s|\s\Z')


class NotPlain(ValueError):
    """The file is not in UTF-8 with commas, or a quotation mark in it is wrong."""


@dataclass(frozen=True)
class CsvRecord:
    """A record: `raw` is its text with the line end; a blank line has no cells."""

    raw: str
    cells: tuple[str, ...]

    @property
    def is_filled(self) -> bool:
        return any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class CsvText:
    """A table as text: what stands before it (`mark`), its first record, and those below."""

    mark: str
    head: CsvRecord
    records: tuple[CsvRecord, ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(cell.strip() for cell in self.head.cells)

    @property
    def line_end(self) -> str:
        return "\r\n" if self.head.raw.endswith("\r\n") else "\n"

    @property
    def text(self) -> str:
        raws = [self.head.raw, *(record.raw for record in self.records)]
        ended = [raw if raw.endswith("\n") else raw + self.line_end for raw in raws[:-1]]
        return "".join([self.mark, *ended, raws[-1]])

    def named(self, record: CsvRecord) -> dict[str, str]:
        """Return the cells of a record by column; cells that are not there are blank."""
        cells = (*record.cells, *[""] * len(self.header))
        return dict(zip(self.header, cells, strict=False))

    def new_record(self, values: Mapping[str, str]) -> CsvRecord:
        """Return a record with the values of the columns that this table has."""
        cells = tuple(values.get(name, "") for name in self.header)
        return CsvRecord(",".join(map(quoted, cells)) + self.line_end, cells)

    def changed(self, record: CsvRecord, values: Mapping[str, str]) -> CsvRecord:
        """Return a record with other values; its other cells stay as they are written."""
        body = record.raw.rstrip("\r\n")
        fields = list(raw_fields(body))
        cells = [*record.cells, *[""] * (len(self.header) - len(record.cells))]
        fields += [""] * (len(cells) - len(fields))
        for name, value in values.items():
            number = self.header.index(name)
            fields[number], cells[number] = quoted(value), value
        return CsvRecord(",".join(fields) + record.raw[len(body) :], tuple(cells))

    def widened(self, names: Sequence[str]) -> "CsvText":
        """Return the table with further columns at the end, blank in every record."""
        if not names:
            return self
        head = _longer(self.head, names)
        blank = [""] * len(names)
        below = tuple(_longer(one, blank) if one.cells else one for one in self.records)
        return CsvText(self.mark, head, below)


def _longer(record: CsvRecord, cells: Sequence[str]) -> CsvRecord:
    body = record.raw.rstrip("\r\n")
    more = "".join(f",{quoted(cell)}" for cell in cells)
    return CsvRecord(body + more + record.raw[len(body) :], (*record.cells, *cells))


def quoted(text: str) -> str:
    """Return a cell as it is written: in quotation marks only if it must be."""
    if not _MUST_BE_QUOTED.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def raw_fields(body: str) -> Iterator[str]:
    """Yield the fields of a record as they are written, with their quotation marks."""
    start, inside = 0, False
    for position, character in enumerate(body):
        if character == '"':
            inside = not inside
        elif character == "," and not inside:
            yield body[start:position]
            start = position + 1
    yield body[start:]


def parse_csv(text: str) -> CsvText:
    """Return the records of a table; raise `NotPlain` if quotation marks are wrong."""
    mark = MARK if text.startswith(MARK) else ""
    lines = _LINE.findall(text.removeprefix(MARK))
    records: list[CsvRecord] = []
    reader, begin = csv.reader(lines, strict=True), 0
    try:
        for cells in reader:
            raw = "".join(lines[begin : reader.line_num])
            records.append(CsvRecord(raw, tuple(cells)))
            begin = reader.line_num
    except csv.Error as error:
        raise NotPlain(str(error)) from None
    if not records:
        raise NotPlain("empty")
    return CsvText(mark, records[0], tuple(records[1:]))


def read_csv(path: Path) -> CsvText:
    """Return the table of a file.

    Raises:
        NotPlain: it is not UTF-8, or its first line has no comma.
        OSError: it cannot be read.
    """
    try:
        table = parse_csv(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotPlain(str(error)) from None
    if len(table.header) < 2:
        raise NotPlain("separator")
    return table


def new_csv(columns: Sequence[str]) -> CsvText:
    """Return a table that has only its row of column names."""
    return CsvText("", CsvRecord(",".join(columns) + "\n", tuple(columns)), ())
