"""A part of a volume: paragraphs, tables and recommendations under a title."""

from collections.abc import Iterable, Sequence

from generator.frozen import dataclass
from generator.publications.acting import Recommendation
from generator.publications.imprint import Detail
from generator.publications.setting import Wording
from generator.views.cell import text_of
from generator.views.table import Table

BLANK = ("", "–")
"""What a website shows where nothing is known; print sets two dots."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as text; `numbers`: which columns hold numbers. `hint` stands below it.

    `sources`: the numbers of the sources of each row, if any are cited.
    """

    caption: str
    head: tuple[str, ...]
    numbers: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    hint: str = ""
    sources: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs, tables and recommendations, under a title of their own if there is one."""

    title: str
    lead: tuple[str, ...]
    tables: tuple[PrintedTable, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()


@dataclass(frozen=True, slots=True)
class VolumePart:
    """A chapter of a volume."""

    title: str
    lead: tuple[str, ...]
    facts: tuple[Detail, ...]
    groups: tuple[Group, ...]


def printed_table(
    wording: Wording, table: Table, sources: Sequence[tuple[str, ...]] = ()
) -> PrintedTable:
    """Return a table of the website as print takes it; `sources`: the numbers of each row."""
    rows = [[text_of(cell) for cell in row] for row in table.rows]
    return plain_table(
        wording,
        table.caption,
        [head.label for head in table.heads],
        rows,
        [head.number for head in table.heads],
        wording.prose(table.hint),
        sources,
    )


def plain_table(
    wording: Wording,
    caption: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Sequence[bool] = (),
    hint: str = "",
    sources: Sequence[tuple[str, ...]] = (),
) -> PrintedTable:
    """Return a table of texts without columns that no row fills; two dots are a blank."""
    listed = [tuple(row) for row in rows]
    filled = [n for n in range(len(head)) if any(row[n] not in BLANK for row in listed)]
    are_numbers = tuple(numbers) or (False,) * len(head)
    return PrintedTable(
        wording.prose(caption),
        tuple(head[n] for n in filled),
        tuple(are_numbers[n] for n in filled),
        tuple(
            tuple(".." if row[n] in BLANK else wording.cell(row[n]) for n in filled)
            for row in listed
        ),
        hint,
        tuple(sources) if any(sources) else (),
    )


def held(tables: Iterable[PrintedTable]) -> tuple[PrintedTable, ...]:
    """Return the tables that have a row."""
    return tuple(table for table in tables if table.rows)
