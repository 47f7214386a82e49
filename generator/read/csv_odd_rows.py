"""Rows that are no data, and rows of another number of cells than the first one.

A comma inside a number or a text makes two cells of one. Where it is plain which, they are put
together again, so that the other cells are judged; else the row is left out.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from generator.model.tables import Cell, Column, Table
from generator.problems import Code, Place, Problem, Problems
from generator.problems.notation import cell_replacement
from generator.read.csv_headers import Header
from generator.read.csv_records import Record

_WHOLE = re.compile(r"-?([0-9]{1,3}([ \u00a0\u202f][0-9]{3})+|[0-9]+)\Z")
"""A whole number, also with spaces between its thousands."""
VERSIONS = ("<<<<<<<", "=======", ">>>>>>>")
"""How the lines begin that git writes where two people have changed the same rows."""


def is_note(record: Record, header: Header, file: str, problems: Problems) -> bool:
    """Say that a row holds no data: column names again, a footnote, a total."""
    if _begins_with_an_id(record, header):
        return False
    cells = [cell.strip() for cell in record.cells]
    filled = [cell for cell in cells if cell]
    again = [cell.lower() for cell in cells] == header.plain
    alone = len(filled) == 1 and filled[0] == cells[0] and len(header.plain) > 1
    if not (again or alone or _is_total(cells, header)) or _is_quoted_row(filled, header):
        return False
    version = filled[0].startswith(VERSIONS) and (alone or _is_total(cells, header))
    values = {"reason": "header"} if again else {"reason": "versions"} if version else {}
    found = VERSIONS[0] if version else cells[0]
    problems.add(Code.TABLE_NOTE, Place(file, record.line), found, **values)
    return True


def _begins_with_an_id(record: Record, header: Header) -> bool:
    """Return whether a row is an ordinary one at first sight, as nearly all rows are."""
    first = record.cells[0]
    is_id = first == first.lower() and " " not in first and first != header.plain[0]
    return is_id and any(map(str.strip, islice(record.cells, 1, None)))


def _is_total(cells: Sequence[str], header: Header) -> bool:
    """Return whether a row begins with words, and numbers or nothing are all else that counts."""
    first = header.columns[0]
    if len(cells) != len(header.plain) or not cells[0] or first is None or not first.filled:
        return False
    pairs = zip(cells, header.columns, strict=True)
    named = [(cell, column) for cell, column in pairs if column is not None]
    must = [cell for cell, column in named if column.filled]
    others = [cell for cell, column in named[1:] if not _is_numeric(column)]
    is_date = first.cell in (Cell.DATE, Cell.PERIOD) and not any(map(str.isdigit, cells[0]))
    id_like = first.cell is Cell.ID or first.refers or is_date
    words = cells[0] != cells[0].lower() or " " in cells[0]
    blank = not any(must[1:]) or not any(others)
    return bool(id_like) and words and len(must) > 1 and blank


def _is_quoted_row(filled: Sequence[str], header: Header) -> bool:
    return len(filled) == 1 and filled[0].count(",") + 1 >= len(header.plain)


def fitted(
    record: Record, header: Header, table: Table[Any], problems: Problems
) -> Sequence[str] | None:
    """Return one cell for each column; None if it is not plain which cell is whose."""
    wanted, cells = len(header.plain), record.cells
    if len(cells) == wanted:
        return cells
    split = _split_number(cells, header.columns) if len(cells) == wanted + 1 else None
    if split is not None and not record.broken:
        return _joined(record, split, header, table, problems)
    if header.blank_ends:
        return cells[:wanted]
    if record.broken:
        return None
    filled = [cell for cell in cells if cell.strip()]
    quoted = {"reason": "quoted"} if _is_quoted_row(filled, header) else {}
    place = Place(table.file, record.line)
    problems.add(Code.TABLE_CELLS, place, str(len(cells)), str(wanted), **quoted)
    return _with_last_text(cells, header.columns)


def _split_number(
    cells: Sequence[str], columns: Sequence[Column | None]
) -> tuple[int, str, str] | None:
    """Return where a number with a decimal comma fell into two cells, if it did.

    Two columns of numbers side by side hold two numbers, if only a blank cell is too many.
    """
    numeric = [column is not None and _is_numeric(column) for column in columns]
    for index, column in enumerate(numeric):
        left, right = cells[index].strip(), cells[index + 1].strip()
        beside = numeric[index + 1 : index + 2] == [True] and not cells[-1].strip()
        if column and _WHOLE.match(left) and right.isdecimal() and not beside:
            digits = "".join(left.split())
            whole = f"{digits}{right} / " if len(right) == 3 else ""
            return index, f"{left},{right}", f"{whole}{digits}.{right}"
    return None


def _is_numeric(column: Column) -> bool:
    return column.cell is Cell.NUMBER or column.name == "value"


def _joined(
    record: Record,
    split: tuple[int, str, str],
    header: Header,
    table: Table[Any],
    problems: Problems,
) -> Sequence[str]:
    """Return the cells with a number put together, and say that it has a comma."""
    index, written, meant = split
    number = index + 1
    character = table.character(record.line, number)
    place = Place(table.file, record.line, number, character, header.names[index])
    code = Code.NUMBER_SEPARATOR if " / " in meant else Code.NUMBER_DECIMAL_COMMA
    made = cell_replacement(record.line, character, written, meant) if " / " not in meant else ()
    problems.extend([Problem(code, place, written, meant, replacements=made)])
    return [*record.cells[:index], written, *record.cells[index + 2 :]]


def _with_last_text(cells: Sequence[str], columns: Sequence[Column | None]) -> Sequence[str] | None:
    """Return the cells with the parts of a last text put together; None if they may be others.

    A blank behind a comma is written in a text only, and so tells where the text stands.
    """
    last, width = columns[-1], len(columns)
    if last is None or last.cell not in (Cell.LINE, Cell.TEXT):
        return None
    spaced = [cell.startswith(" ") for cell in cells]
    if len(cells) <= width or any(spaced[:width]) or not all(spaced[width:]):
        return None
    return [*cells[: width - 1], ",".join(cells[width - 1 :])]
