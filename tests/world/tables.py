"""Writing of tables: rows of cells to CSV in the columns of their table."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.model.tables import TableKind


def columns_of(kind: TableKind[Any]) -> list[str]:
    """Return the header of a table."""
    return [column.name for column in kind.columns]


def table_text(header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return a CSV text; a cell that a row does not name is blank."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write(path: Path, text: str) -> None:
    """Write a text as UTF-8 with plain line ends; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
