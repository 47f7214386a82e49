"""A table as its lines and cells, so that a fault changes nothing else in it."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.model.tables import Column, TableKind


@dataclass(frozen=True)
class Sheet:
    """A table of a valid folder; the record at index i stands in line i + 1, the header in 1."""

    file: str
    kind: TableKind[Any]
    lines: tuple[str, ...]

    @cached_property
    def header(self) -> list[str]:
        return self.cells(1)

    @cached_property
    def columns(self) -> list[Column]:
        """The columns of the file in its order."""
        known = {column.name: column for column in self.kind.columns}
        return [known[name] for name in self.header]

    @property
    def numbers(self) -> range:
        """The lines of the rows."""
        return range(2, len(self.lines) + 1)

    def cells(self, line: int) -> list[str]:
        return next(csv.reader([self.lines[line - 1]]))

    def cell(self, line: int, name: str) -> str:
        return self.cells(line)[self.header.index(name)]

    def filled(self, line: int) -> list[Column]:
        """Return the columns with a cell that is not blank."""
        pairs = zip(self.columns, self.cells(line), strict=True)
        return [column for column, cell in pairs if cell.strip()]

    def with_cell(self, line: int, name: str, written: str) -> "Sheet":
        """Return the table with a cell as it is given, quotation marks included."""
        cells = [quoted(cell) for cell in self.cells(line)]
        cells[self.header.index(name)] = written
        return self.with_line(line, ",".join(cells))

    def with_line(self, line: int, *written: str) -> "Sheet":
        """Return the table with other lines in the place of one."""
        return replace(self, lines=(*self.lines[: line - 1], *written, *self.lines[line:]))

    @property
    def data(self) -> bytes:
        return "".join(f"{line}\n" for line in self.lines).encode("utf-8")


def sheet_of(file: str, kind: TableKind[Any], text: str) -> Sheet | None:
    """Return a table; None if a record of it has several lines, or if it has no row."""
    lines = tuple(text.splitlines())
    records = len(list(csv.reader(io.StringIO(text))))
    return Sheet(file, kind, lines) if records == len(lines) > 1 else None


def quoted(cell: str) -> str:
    """Return a cell as a table writes it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow([cell])
    return text.getvalue()


def row_of(cells: Sequence[str]) -> str:
    return ",".join(map(quoted, cells))
