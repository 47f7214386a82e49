"""Rows of another system into the folder of a city: added, never written over what is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.editing.csv_text import CsvText, new_csv, read_csv
from generator.editing.exchange.application import KEY, Row
from generator.editing.exchange.said import Said, said
from generator.editing.file_changes import FileChange
from generator.model.city_tables import OBSERVATIONS, SOURCES
from generator.model.mapping_records import MappingRecord
from generator.model.scalars import TO_WRITE
from generator.model.tables import TableKind

PLACE = (*KEY, "territory", "source")
"""The columns by which a row is told from all others, as its table has it."""


@dataclass
class Placed:
    """What rows change in a city: `known` are there already, `conflicts` with another figure."""

    changes: tuple[FileChange, ...]
    added: int = 0
    known: int = 0
    conflicts: list[Said] = field(default_factory=list)
    beside: list[Said] = field(default_factory=list)


def rows_there(folder: Path) -> list[dict[str, str]]:
    """Return the rows of `observations.csv`, by column; raise `NotPlain` if it cannot be read."""
    table = _table(folder / f"{OBSERVATIONS.name}.csv", OBSERVATIONS)
    return [table.named(record) for record in table.records if record.is_filled]


def place(root: Path, folder: Path, rows: Sequence[Row], mapping: MappingRecord) -> Placed:
    """Return the changes that rows make in the folder of a city.

    Raises:
        NotPlain: a table is not in UTF-8 with commas.
    """
    path = folder / f"{OBSERVATIONS.name}.csv"
    table = _table(path, OBSERVATIONS)
    placed, new = Placed(()), list[Row]()
    there = [table.named(record) for record in table.records if record.is_filled]
    by_place = {_key(row, PLACE): row for row in there}
    by_figure = {_key(row, KEY): row for row in there if row.get("value", "").strip()}
    for row in rows:
        same = by_place.get(_key(row, PLACE))
        other = by_figure.get(_key(row, KEY))
        if same is None:
            new.append(row)
            if other is not None and other["value"].strip() != row["value"]:
                placed.beside.append(_side_by_side(other, row))
        elif same.get("value", "").strip() == row["value"]:
            placed.known += 1
        else:
            placed.conflicts.append(_side_by_side(same, row))
    placed.added = len(new)
    placed.changes = (
        _change(path, root, table, _appended(table, OBSERVATIONS, new)),
        _with_source(folder / f"{SOURCES.name}.csv", root, mapping, needed=bool(new)),
    )
    return placed


def _table(path: Path, kind: TableKind[Any]) -> CsvText:
    is_there = path.is_file() and path.stat().st_size
    return read_csv(path) if is_there else new_csv([column.name for column in kind.columns])


def _key(row: Mapping[str, str], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.get(name, "").strip() for name in names)


def _side_by_side(there: Mapping[str, str], new: Row) -> Said:
    old, own = there.get("value", ""), there.get("source", "")
    coming = {"new": new["value"] or new["status"], "source": new["source"]}
    row = " · ".join(filter(None, _key(new, KEY)))
    return said("beside", row=row, value=old, own=own, **coming)


def _appended(table: CsvText, kind: TableKind[Any], rows: Sequence[Mapping[str, str]]) -> CsvText:
    """Return a table with further rows at its end, and the columns that these fill.

    The example of a new city gives way to them.
    """
    names = [column.name for column in kind.columns if column.name not in table.header]
    table = table.widened([name for name in names if any(row.get(name) for row in rows)])
    records = tuple(table.new_record(row) for row in rows)
    kept = [one for one in table.records if not (rows and _is_example(table.named(one)))]
    return CsvText(table.mark, table.head, (*kept, *records))


def _is_example(row: Mapping[str, str]) -> bool:
    """Return whether a row is the one that the folder of a new city holds, unwritten."""
    return any(TO_WRITE.fullmatch(cell.strip()) for cell in row.values())


def _change(path: Path, root: Path, old: CsvText, new: CsvText) -> FileChange:
    before = old.text if path.is_file() else None
    return FileChange(path.relative_to(root).as_posix(), before, new.text)


def _with_source(path: Path, root: Path, mapping: MappingRecord, *, needed: bool) -> FileChange:
    """Return `sources.csv` with the source of a mapping, if it is not there and is needed."""
    table = _table(path, SOURCES)
    named = {table.named(record).get("source", "").strip() for record in table.records}
    about = mapping.about
    row = {
        "source": mapping.source,
        "title": about.title,
        "kind": about.kind,
        "publisher": about.publisher or "",
        "url": about.url or "",
        "licence": mapping.licence or "",
    }
    new = [row] if needed and mapping.source not in named else []
    return _change(path, root, table, _appended(table, SOURCES, new))
