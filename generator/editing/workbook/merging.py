"""The rows of a sheet into the table of a file: matched by their key, in the table's own order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.editing.csv_text import CsvRecord, CsvText
from generator.editing.workbook.typed_cells import TypedText
from generator.model.tables import TableKind

Key = tuple[str, ...]


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet: its number, and its texts by column; blank ones are there too."""

    number: int
    texts: Mapping[str, TypedText]

    def keys(self, kind: TableKind[Any]) -> tuple[Key, Key]:
        """Return the key as it is typed and as it is meant."""
        texts = [self.texts.get(name, TypedText("", "")) for name in kind.key]
        return (
            tuple(text.raw.strip() for text in texts),
            tuple(text.text.strip() for text in texts),
        )


@dataclass
class Merged:
    """A table with the rows of a sheet in it, and what became of each."""

    table: CsvText
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def merge(
    table: CsvText, kind: TableKind[Any], rows: Sequence[SheetRow], *, delete: bool
) -> Merged:
    """Return the table with changed and new rows; those that the sheet lacks go if `delete`.

    A new row stands below the one that stands above it in the sheet.
    """
    table = table.widened(_new_columns(table, kind, rows))
    waiting = _by_key(table, kind)
    merged, below = Merged(table), dict[int | None, list[CsvRecord]]()
    replaced: dict[int, CsvRecord] = {}
    above: int | None = None
    for row in rows:
        place = _match(table, row, kind, waiting)
        if place is None:
            below.setdefault(above, []).append(_new(table, row))
            merged.added.append(_said(row.keys(kind)[1]))
            continue
        above = place
        changes = _changes(table, table.records[place], row)
        replaced[place] = (
            table.changed(table.records[place], changes) if changes else (table.records[place])
        )
        if changes:
            merged.changed.append(_said(row.keys(kind)[1]))
    left = [place for places in waiting.values() for place in places]
    merged.gone = [_said(_key(table, table.records[place], kind)) for place in sorted(left)]
    dropped = set(left) if delete else set()
    merged.table = CsvText(
        table.mark, table.head, tuple(_in_order(table, replaced, below, dropped))
    )
    return merged


def _in_order(
    table: CsvText,
    replaced: Mapping[int, CsvRecord],
    below: Mapping[int | None, Sequence[CsvRecord]],
    dropped: set[int],
) -> list[CsvRecord]:
    """Return the records: each with the new ones below it, those without one above at the end."""
    records: list[CsvRecord] = []
    for place, record in enumerate(table.records):
        if place not in dropped:
            records.append(replaced.get(place, record))
        records += below.get(place, ())
    return [*records, *below.get(None, ())]


def _by_key(table: CsvText, kind: TableKind[Any]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for place, record in enumerate(table.records):
        if record.is_filled:
            found.setdefault(_key(table, record, kind), []).append(place)
    return found


def _key(table: CsvText, record: CsvRecord, kind: TableKind[Any]) -> Key:
    cells = table.named(record)
    return tuple(cells.get(name, "").strip() for name in kind.key)


def _match(
    table: CsvText, row: SheetRow, kind: TableKind[Any], waiting: dict[Key, list[int]]
) -> int | None:
    """Return the place of the record that a row is, and take it; of several the most alike."""
    for key in row.keys(kind):
        places = waiting.get(key)
        if places:
            place = min(places, key=lambda one: len(_changes(table, table.records[one], row)))
            places.remove(place)
            return place
    return None


def _changes(table: CsvText, record: CsvRecord, row: SheetRow) -> dict[str, str]:
    cells = table.named(record)
    texts = {name: text.kept(cells[name]) for name, text in row.texts.items() if name in cells}
    return {name: text for name, text in texts.items() if text != cells[name]}


def _new(table: CsvText, row: SheetRow) -> CsvRecord:
    return table.new_record({name: text.text.strip() for name, text in row.texts.items()})


def _new_columns(table: CsvText, kind: TableKind[Any], rows: Sequence[SheetRow]) -> list[str]:
    """Return the columns that the file does not have yet, and a row of the sheet fills."""
    lacking = [column.name for column in kind.columns if column.name not in table.header]
    return [
        name for name in lacking if any(name in row.texts and row.texts[name].text for row in rows)
    ]


def _said(key: Key) -> str:
    return " · ".join(filter(None, key))
