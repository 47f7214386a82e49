"""Which sheets the workbook of a city has, and which of its files are not in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.checks.references import Names
from generator.editing.csv_text import CsvText
from generator.editing.spreadsheets import SheetColumn
from generator.frozen import dataclass
from generator.model.files import CITY_FILES, FileKind, kind_of
from generator.model.tables import FORMS, Cell, Column, TableKind

LONGEST_TITLE = 31
"""Number of characters that the name of a sheet may have."""


@dataclass(frozen=True)
class Speech:
    """How a workbook speaks: the messages `workbook`, and what tells the English of a column."""

    words: Mapping[str, str]
    tell: Callable[[str], str]


@dataclass(frozen=True)
class PlannedSheet:
    """A sheet and the table of which it is: `file` is relative to the folder of the city."""

    title: str
    file: str
    kind: TableKind[Any]
    about: str


def planned_sheets(names: Iterable[str]) -> tuple[PlannedSheet, ...]:
    """Return a sheet for each table that the folder has or may have, in the order of the list.

    `names` are the files of the folder; tables of which there are many (cash flows) have a sheet
    for each file that is there.
    """
    there, planned = sorted(names), dict[str, PlannedSheet]()
    for kind in CITY_FILES:
        if kind.table is None:
            continue
        files = [name for name in there if kind.matches(name)] if "*" in kind.pattern else []
        for file in files or ([] if "*" in kind.pattern else [kind.pattern]):
            title = _title(file, planned)
            planned[title] = PlannedSheet(title, file, kind.table, kind.about)
    return tuple(planned.values())


def _title(file: str, taken: Iterable[str]) -> str:
    """Return a name for a sheet: that of the file without folder and ending, each name once."""
    stem = file.rpartition("/")[2].removesuffix(".csv")
    title, number, used = stem[:LONGEST_TITLE], 2, set(taken)
    while title in used:
        title = f"{stem[: LONGEST_TITLE - 4]} {number}"
        number += 1
    return title


def left_out(names: Iterable[str]) -> tuple[tuple[str, FileKind], ...]:
    """Return the files of the folder that no sheet can hold, each with its kind."""
    kinds = ((name, kind_of(name, CITY_FILES)) for name in sorted(names))
    return tuple((name, kind) for name, kind in kinds if kind is not None and kind.table is None)


def columns_of(
    kind: TableKind[Any], table: CsvText | None, names: Names, speech: Speech
) -> tuple[SheetColumn, ...]:
    """Return the columns of a sheet: those of the file in its order, then those it may have."""
    known = {column.name: column for column in kind.columns}
    own = table.header if table is not None else ()
    order = [*own, *(name for name in known if name not in own)]
    return tuple(
        SheetColumn(name, *_explained(known[name], names, speech))
        if name in known
        else SheetColumn(name)
        for name in order
    )


def _explained(column: Column, names: Names, speech: Speech) -> tuple[str, tuple[str, ...]]:
    """Return the note on a column, and the words of its drop-down list."""
    choices = tuple(_choices(column, names))
    must, form = speech.words["filled" if column.filled else "blank"], FORMS[column.cell]
    told = (speech.tell(column.about), must, speech.tell(form) if form else "")
    return " ".join(filter(None, told)), choices


def _choices(column: Column, names: Names) -> Iterator[str]:
    """Yield the words that a cell may hold; a cell with several of them has no list."""
    if column.cell is Cell.YES_NO:
        yield from ("yes", "no")
    elif column.refers and column.cell is not Cell.LIST:
        yield from names.known(column.refers) or ()
