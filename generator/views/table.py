"""Tables: columns, each with a head and what it takes from a row.

A table knows its columns by name, so that a medium may take some of them: `table.only("stage")`.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Generic, TypeVar

from generator.frozen import dataclass
from generator.views.cell import Cell, text_of
from generator.views.targets import NOWHERE, Target

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its name, its head as printed, and the cell of a row."""

    name: str
    head: str
    cell: Callable[[Row], Cell]
    number: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `number`: whether it holds numbers."""

    name: str
    label: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a title of their own, if any."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    target: Target = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """A table laid out: heads and groups of rows; the first cell of a row names it."""

    caption: str
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    hint: str = ""

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)

    def __bool__(self) -> bool:
        """Return whether there is any row."""
        return any(group.rows for group in self.groups)

    def only(self, *names: str) -> "Table":
        """Return the table with the columns named, in that order.

        Raises:
            ValueError: the table has no column of that name.
        """
        places = [[head.name for head in self.heads].index(name) for name in names]
        groups = (
            replace(group, rows=tuple(tuple(row[place] for place in places) for row in group.rows))
            for group in self.groups
        )
        heads = tuple(self.heads[place] for place in places)
        return replace(self, heads=heads, groups=tuple(groups))

    def filled(self) -> "Table":
        """Return the table without the columns that no row fills."""
        kept = [
            head.name
            for place, head in enumerate(self.heads)
            if any(text_of(row[place]) for row in self.rows)
        ]
        return self.only(*kept)


def lay_out(
    caption: str, columns: Iterable[Column[Row]], rows: Iterable[Row], hint: str = ""
) -> Table:
    """Return the table of some rows."""
    columns = tuple(columns)
    return Table(caption, heads_of(columns), (group_of(columns, rows),), hint)


def heads_of(columns: Iterable[Column[Row]]) -> tuple[Head, ...]:
    """Return the heads of columns."""
    return tuple(Head(one.name, one.head, one.number) for one in columns)


def group_of(
    columns: Iterable[Column[Row]],
    rows: Iterable[Row],
    title: str = "",
    target: Target = NOWHERE,
) -> Group:
    """Return rows as cells, under a title of their own, if any."""
    columns = tuple(columns)
    return Group(tuple(tuple(one.cell(row) for one in columns) for row in rows), title, target)
