"""From a cell or a key path to a problem at its place."""

from typing import Any

from generator.model.records import Document, Path
from generator.model.tables import Row, Table
from generator.problems import Code, Place, Problem


def cell_problem(
    code: Code,
    table: Table[Any],
    row: Row,
    column: str,
    found: str = "",
    expected: str = "",
    **values: str,
) -> Problem:
    """Return a problem at a cell; `found` defaults to what the cell holds."""
    number = table.column_number(column)
    character = table.character(row.line, number) if number else None
    place = Place(table.file, row.line, number, character, column)
    if not found:
        value = getattr(row, table.kind.attributes[column])
        found = "" if value is None else str(value)
    return Problem(code, place, found, expected, values, table.kind.key_of(row))


def key_problem(
    code: Code, document: Document, path: Path, found: str = "", expected: str = "", **values: str
) -> Problem:
    """Return a problem at a key path of a YAML file."""
    at = document.position(path)
    field = ".".join(map(str, path)) or None
    place = (
        Place(document.file, at.line, at.column, at.column, field)
        if at
        else Place(document.file, 1, field=field)
    )
    return Problem(code, place, found, expected, values, field or "")
