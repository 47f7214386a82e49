"""From a cell or a key path to a problem at its place."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from generator.model.records import Document, Path
from generator.model.tables import Row, Table
from generator.problems import Code, Place, Problem, Replacement
from generator.problems.notation import cell_replacement, scalar_replacement


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
        found = _written(value)
    return Problem(code, place, found, expected, values, table.kind.key_of(row))


def _written(value: Any) -> str:
    """Return the value of a cell as editors write it: no decimals that are zero."""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return "" if value is None else str(value)


def mended_by_cells(
    problem: Problem, table: Table[Any], row: Row, write: Mapping[str, str]
) -> Problem:
    """Return a problem with the cells of its row that mend it without loss, by column.

    None of them is replaced if one cannot be.
    """
    made = [_mended_cell(table, row, column, text) for column, text in write.items()]
    return replace(problem, replacements=tuple(chain(*made)) if all(made) else ())


def _mended_cell(table: Table[Any], row: Row, column: str, text: str) -> tuple[Replacement, ...]:
    number = table.column_number(column) or 0
    value = getattr(row, table.kind.attributes[column])
    raw = table.raw_text(row.line, number, "" if value is None else str(value))
    return cell_replacement(row.line, table.character(row.line, number), raw, text)


def key_problem(
    code: Code,
    document: Document,
    path: Path,
    found: str = "",
    expected: str = "",
    **values: str,
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


def moved_to_key(problem: Problem, document: Document, path: Path) -> Problem:
    """Return a problem at the key of a path, where the key is what is wrong."""
    at = document.keys.get(path)
    if at is None:
        return problem
    place = replace(problem.place, line=at.line, column=at.column, character=at.column)
    return replace(problem, place=place)


def mended_by_scalar(problem: Problem, document: Document, path: Path, text: str) -> Problem:
    """Return a problem with the text that mends it without loss in place of the value found."""
    stands = (document.values.get(path), document.keys.get(path))
    here = (problem.place.line, problem.place.column)
    at = next((one for one in stands if one and (one.line, one.column) == here), None)
    if at is None:
        return problem
    raw = at.raw(problem.found)
    made = scalar_replacement(at.line, at.column, raw, text, problem.code)
    return replace(problem, replacements=made)
