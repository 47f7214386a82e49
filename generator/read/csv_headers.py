"""The row of column names: which column each of them means, and what is wrong with it.

A name that is misspelt is taken for the one it is meant to be, so that its cells are judged; a
column of nobody's, and the second of two, are passed over.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from generator.model.foreign_columns import OF_FIGURES, usual_of
from generator.model.scalars import Fault, is_number
from generator.model.tables import Cell, Column, Table, TableKind
from generator.problems import Code, Place, Problems
from generator.read.cell_values import parser_of
from generator.read.csv_layout import SOUGHT
from generator.read.csv_records import Record

SIMILAR = 0.75
"""How similar a name must be to one that it is taken for, from 0 to 1."""


@dataclass
class Header:
    """The names as they stand, and the column of each place; None is passed over.

    `lacking` are the columns that every row should have and that stand nowhere. `blank_ends`:
    every row has blank cells behind the last column, which are none; in some rows only they would
    tell of a comma too many.
    """

    plain: list[str]
    columns: list[Column | None] = field(default_factory=list)
    lacking: list[Column] = field(default_factory=list)
    blank_ends: bool = False

    @property
    def names(self) -> list[str]:
        """The names of the columns that are read; blank for one that is passed over."""
        return [column.name if column else "" for column in self.columns]


def header_record(
    records: Sequence[Record], kind: TableKind[Any], file: str, problems: Problems
) -> int | None:
    """Return the number of the record that holds the column names; None if there is none."""
    known = {column.name for column in kind.columns}
    cells = records[0].cells
    if known_names(records[0], known) or get_close_matches(cells[0].strip(), known, 1, SIMILAR):
        return 0
    place = Place(file, records[0].line)
    expected = ",".join(column.name for column in kind.columns)
    names = [known_names(record, known) for record in records[:SOUGHT]]
    number = next((index for index, found in enumerate(names) if len(found) > 2), None)
    values = {"reason": "other"} if _names_columns(records) else {}
    theirs = _theirs([cell.strip() for cell in cells], known)
    if len(theirs) > 1:
        pairs = "; ".join(f"{name} – {our}" for name, our in theirs.items())
        values = {"reason": "foreign", "pairs": pairs}
    if number is not None:
        values = {"reason": "above", "line": str(records[number].line)}
    problems.add(Code.TABLE_HEADER_MISSING, place, cells[0], expected, **values)
    return number


def _theirs(names: Sequence[str], known: Collection[str]) -> Mapping[str, str]:
    """Return the columns of ours that names of other systems stand for, in the order of these."""
    if not OF_FIGURES.issubset(known):
        return {}
    found = {theirs: _NAMED.get(our, our) for our, theirs in usual_of(names).items()}
    return {name: found[name] for name in names if found.get(name, name) != name}


def _names_columns(records: Sequence[Record]) -> bool:
    """Return whether the first row holds words only, and the one below it a number."""
    first, below = records[0].cells, records[1].cells if len(records) > 1 else []
    return len(first) > 2 and not any(map(is_number, first)) and any(map(is_number, below))


def known_names(record: Record, known: Iterable[str]) -> set[str]:
    """Return the names of columns among the cells of a record."""
    return {cell.strip().lower() for cell in record.cells} & set(known)


def read_header(records: Sequence[Record], table: Table[Any], problems: Problems) -> Header:
    """Return the header in the first of the records; those below tell what a name may mean."""
    header = _HeaderReader(records, table, problems).read()
    width = len(header.plain)
    ends = (record.cells[width:] for record in records[1:])
    header.blank_ends = all(end and not any(map(str.strip, end)) for end in ends)
    return header


class _HeaderReader:
    def __init__(self, records: Sequence[Record], table: Table[Any], problems: Problems) -> None:
        self.record, self.below = records[0], records[1:SOUGHT]
        self.table, self.problems = table, problems
        self.known = {column.name: column for column in table.kind.columns}
        self.plain = [cell.strip().lower() for cell in self.record.cells]
        self.meant = self._meant()

    def read(self) -> Header:
        header = Header(self.plain)
        years = self._years()
        for number, cell in enumerate(self.record.cells, start=1):
            is_year = number in years
            header.columns.append(None if is_year else self._read_name(cell, number, header.names))
        read = set(header.names)
        header.lacking = [
            column
            for column in self.known.values()
            if not column.optional and column.name not in read
        ]
        of_years = {"period", "value"} if years else set()
        for column in header.lacking:
            if column.name not in {*self.meant.values(), *of_years}:
                place = Place(self.table.file, self.record.line, field=column.name)
                self.problems.add(Code.COLUMN_MISSING, place, "", column.name)
        return header

    def _years(self) -> Collection[int]:
        """Report once that years stand beside each other as columns; return their numbers."""
        numbers = [at for at, name in enumerate(self.plain, start=1) if _YEAR.match(name)]
        if len(numbers) < 2 or not {"period", "value"} <= self.known.keys():
            return ()
        first, last = (
            self.record.cells[number - 1].strip() for number in (numbers[0], numbers[-1])
        )
        place = self._place(first, numbers[0])
        self.problems.add(Code.COLUMN_UNKNOWN, place, first, "", last=last, reason="years")
        return numbers

    def _read_name(self, cell: str, number: int, before: list[str]) -> Column | None:
        """Return the column that a name means; what is wrong with the name is said."""
        plain = self.plain[number - 1]
        place = self._place(cell, number)
        if plain not in self.known:
            near = self.meant.get(plain, "")
            known = ", ".join(self.known)
            self.problems.add(Code.COLUMN_UNKNOWN, place, cell.strip(), near, known=known)
            taken = {"", *self.plain, *before}
            is_sure = near not in taken and self._fits(self.known[near], number)
            return self.known[near] if is_sure else None
        if plain in before:
            self.problems.add(Code.COLUMN_REPEATED, place, cell.strip())
            return None
        if cell != plain:
            self.problems.add(Code.COLUMN_SPELLING, place, cell, plain)
        return self.known[plain]

    def _place(self, cell: str, number: int) -> Place:
        line = self.record.line
        character = self.table.character(line, number)
        return Place(self.table.file, line, number, character, cell.strip() or None)

    def _meant(self) -> dict[str, str]:
        """Return what each unknown name means: the most similar column, or the one left over."""
        missing = [
            name
            for name, column in self.known.items()
            if not column.optional and name not in self.plain
        ]
        unknown = [name for name in self.plain if name and name not in self.known]
        theirs = _theirs(self.plain, self.known)
        if len(unknown) == len(missing) and not theirs:
            return dict(zip(unknown, missing, strict=True))
        near = {name: get_close_matches(name, self.known, 1, SIMILAR) for name in unknown}
        return {name: found[0] for name, found in near.items() if found} | dict(theirs)

    def _fits(self, column: Column, number: int) -> bool:
        """Return whether some cells below can be read as those of a column."""
        cells = [one.cells[number - 1].strip() for one in self.below if len(one.cells) >= number]
        return column.cell in _WORDS or any(_is_read(column, cell) for cell in cells if cell)


_NAMED = {"series": "observable"}
"""Our names of columns where mappings have another word."""
_WORDS = (Cell.LINE, Cell.TEXT)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")


def _is_read(column: Column, text: str) -> bool:
    try:
        parser_of(column)(text)
    except Fault:
        return False
    return True
