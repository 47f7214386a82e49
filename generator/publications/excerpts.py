"""As much of a list or a table as a print holds, and words for how much more there is."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from generator.frozen import dataclass
from generator.views.cell import text_of
from generator.views.site import Site
from generator.views.table import Table

Row = TypeVar("Row")


@dataclass(frozen=True)
class Excerpt(Generic[Row]):
    """The first rows; `more` is blank if these are all."""

    rows: tuple[Row, ...]
    more: str


def excerpt(site: Site, rows: Sequence[Row], most: int) -> Excerpt[Row]:
    """Return the first `most` rows."""
    more = len(rows) - most
    return Excerpt(tuple(rows[:most]), site.say("fiche.more", n=more) if more > 0 else "")


def heads_of(table: Table) -> tuple[str, ...]:
    """Return the heads of the columns as printed."""
    return tuple(head.label for head in table.heads)


def rows_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table as text alone."""
    return tuple(tuple(text_of(cell) for cell in row) for row in table.rows)
