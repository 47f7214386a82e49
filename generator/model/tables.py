"""How a table is defined once, for check, schema, reference page and every export.

A row is a frozen dataclass whose fields are made by `column`; a `TableKind` names its file and
its key. What was read is a `Table`, which knows the line of each row and the place of each cell.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, field, fields
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar

from generator.frozen import dataclass


class Cell(StrEnum):
    """How the text of a cell is read; only `TEXT` may hold line ends."""

    LINE = "line"
    TEXT = "text"
    ID = "id"
    NUMBER = "number"
    INTEGER = "integer"
    YEAR = "year"
    DATE = "date"
    PERIOD = "period"
    YES_NO = "yes-no"
    URL = "url"
    FILE = "file"
    LIST = "list"


FORMS: Mapping[Cell, str] = {
    Cell.LINE: "",
    Cell.TEXT: "",
    Cell.ID: "Small letters, digits and hyphens.",
    Cell.NUMBER: "A number such as 12.5.",
    Cell.INTEGER: "A whole number.",
    Cell.YEAR: "A year such as 2023.",
    Cell.DATE: "A date such as 2023-11-01, 2023-11 or 2023.",
    Cell.PERIOD: "A year such as 2023, or 2020-2022.",
    Cell.YES_NO: "yes or no.",
    Cell.URL: "An address that begins with https.",
    Cell.FILE: "The name of a file.",
    Cell.LIST: "Several are separated by semicolons.",
}
"""How a cell is written, by what it holds."""

PATTERNS: Mapping[Cell, str] = {
    Cell.PERIOD: "[0-9]{4}(-[0-9]{4})?",
    Cell.DATE: "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
    Cell.ID: "[a-z0-9]+(-[a-z0-9]+)*",
}
"""The same as a regular expression, for programs in which editors write."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `filled`: the cell must not be blank. `optional`: the column may be absent. `refers`: what
    the cell names, such as `source` or `vocabulary:horizon`; checked across files. `minimum` and
    `maximum`: the range of a number, both ends included. `past`: a date, or a year, of what has
    happened, never after the as-of date unless the row is planned. `words`: a text that readers
    read, so that another language may have it in its own words.
    """

    name: str
    cell: Cell
    about: str
    filled: bool
    optional: bool
    refers: str
    minimum: float | None = None
    maximum: float | None = None
    past: bool = False
    words: bool = False


def column(
    cell: Cell,
    about: str,
    *,
    filled: bool = False,
    optional: bool = False,
    refers: str = "",
    header: str = "",
    minimum: float | None = None,
    maximum: float | None = None,
    past: bool = False,
    words: bool = False,
) -> Any:
    """Return a dataclass field that is a column; `header` differs for reserved words."""
    default: Any = MISSING if filled else (() if cell is Cell.LIST else None)
    about_column = {
        "cell": cell, "about": about, "filled": filled, "optional": optional, "refers": refers,
        "header": header, "minimum": minimum, "maximum": maximum, "past": past,
        "words": words or cell is Cell.TEXT,
    }  # fmt: skip
    return field(default=default, metadata=about_column, kw_only=True)


@dataclass(frozen=True)
class Row:
    """A row of a table; `line` is the first physical line of its record."""

    line: int


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class TableKind(Generic[R]):
    """One kind of table: `name` of its file without `.csv`, its row, its key columns.

    A reference to a row may leave out the last `omitted` parts of the key where one row remains.
    """

    name: str
    row: type[R]
    key: tuple[str, ...]
    omitted: int = 0

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order in which they are written."""
        return tuple(self._by_attribute.values())

    @cached_property
    def attributes(self) -> Mapping[str, str]:
        """The attribute of a row that holds a column, by header."""
        return {column.name: name for name, column in self._by_attribute.items()}

    @cached_property
    def _by_attribute(self) -> Mapping[str, Column]:
        return {
            item.name: Column(
                name=item.metadata["header"] or item.name,
                **{key: item.metadata[key] for key in item.metadata if key != "header"},
            )
            for item in fields(self.row)
            if "cell" in item.metadata
        }

    def row_of(self, line: int, values: Mapping[str, Any]) -> R:
        """Return a row of values by attribute; defaults of others stand in the class."""
        row = object.__new__(self.row)  # setting each frozen field apart takes five times as long
        vars(row).update(values, line=line)
        return row

    def key_of(self, row: R) -> str:
        """Return the key of a row as editors write it: the cells joined by a bar."""
        values = self._key_cells(row) if len(self.key) > 1 else (self._key_cells(row),)
        return "|".join(["" if value is None else str(value) for value in values])

    @cached_property
    def _key_cells(self) -> Callable[[R], Any]:
        return attrgetter(*(self.attributes[name] for name in self.key))


@dataclass(frozen=True)
class Table(Generic[R]):
    """A table that was read: `file` relative to the root, its header and its rows.

    `lines` are the physical lines of the file, for the place of a cell, `separator` what stands
    between its cells. Rows with a cell that could not be read stand apart in `torn`: such a cell
    is None, even where a row must have it, so that only rules for single cells may look at them.
    `gaps` are the columns of these cells, by line. `lost`: some rows could not be read at all.
    """

    kind: TableKind[R]
    file: str
    header: tuple[str, ...] = ()
    rows: tuple[R, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)
    separator: str = ","
    torn: tuple[R, ...] = ()
    gaps: Mapping[int, frozenset[str]] = field(default_factory=dict)
    lost: bool = False

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def column_number(self, name: str) -> int | None:
        """Return the number of a column, from 1; None if the file has no such column."""
        return self.header.index(name) + 1 if name in self.header else None

    def character(self, line: int, number: int) -> int | None:
        """Return where the field `number` begins in `line`, from 1."""
        if line > len(self.lines):
            return None
        return field_start(self.lines[line - 1], number, self.separator)

    @property
    def all_rows(self) -> tuple[R, ...]:
        """The rows, and those of which a cell could not be read."""
        return (*self.rows, *self.torn)

    def named_in(self, column: str) -> Iterator[tuple[R, str]]:
        """Yield each row, whole or torn, with every name that it holds in a column."""
        attribute = self.kind.attributes[column]
        for row in self.all_rows:
            value = getattr(row, attribute)
            if value is not None:
                for item in value if isinstance(value, tuple) else (value,):
                    yield row, item

    def names_in(self, column: str) -> set[str]:
        """Return the names that a column holds, each once."""
        values = set(map(attrgetter(self.kind.attributes[column]), self.all_rows))
        names = {value for value in values if isinstance(value, str)}
        return names.union(*(value for value in values if isinstance(value, tuple)))

    def raw_cell(self, line: int, number: int) -> str | None:
        """Return the field `number` of `line` as it is written; None if it does not end there.

        None too in a file with other separators, which is to be saved anew as a whole.
        """
        start = self.character(line, number) if self.separator == "," else None
        return None if start is None else raw_field(self.lines[line - 1], start)

    def raw_text(self, line: int, number: int, text: str) -> str | None:
        """Return the field as it is written if it holds a text; None if it holds a part of it."""
        raw = self.raw_cell(line, number)
        bare = (raw or "").strip().removeprefix('"').removesuffix('"').replace('""', '"').strip()
        return raw if bare == text else None

    def by_key(self) -> Mapping[str, R]:
        """Return the rows by key; the first of each."""
        return self._by_key

    def named(self, key: str) -> tuple[str, ...]:
        """Return the keys of the rows that a reference means: several if it is too short."""
        if key in self.by_key():
            return (key,)
        return self._by_short_key.get(key, ())

    @property
    def short_keys(self) -> tuple[str, ...]:
        """The shortest reference to each row."""
        short = {keys[0]: name for name, keys in self._by_short_key.items() if len(keys) == 1}
        return tuple(short.get(key, key) for key in self.by_key())

    @cached_property
    def _by_short_key(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key in self.by_key():
            parts = key.split("|")
            for left in range(1, self.kind.omitted + 1):
                short = "|".join(parts[:-left])
                found[short] = (*found.get(short, ()), key)
        return found

    @cached_property
    def _by_key(self) -> Mapping[str, R]:
        found: dict[str, R] = {}
        for row in self.rows:
            found.setdefault(self.kind.key_of(row), row)
        return found


def field_start(line: str, number: int, separator: str = ",") -> int | None:
    """Return the position, from 1, at which the field `number` of a CSV line begins."""
    at, quoted, position = 1, False, 0
    if number == 1:
        return 1
    for position, character in enumerate(line, start=1):
        if character == '"':
            quoted = not quoted
        elif character == separator and not quoted:
            at += 1
            if at == number:
                return position + 1
    return None


def raw_field(line: str, start: int) -> str | None:
    """Return the field of a CSV line that begins at `start`, from 1, with its quotation marks.

    None if the field goes on in the next line.
    """
    quoted = False
    for position, character in enumerate(line[start - 1 :]):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            return line[start - 1 : start - 1 + position]
    return None if quoted else line[start - 1 :]
