"""The text of a cell to its value, by the kind of its column."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.model import scalars
from generator.model.misread_numbers import SHORTENED, meaning_of
from generator.model.tables import Cell, Column


def _year(text: str) -> int:
    if not scalars.is_number(text):
        scalars.parse_year(text)  # says what is meant
    period = scalars.parse_period(text)
    if period.first != period.last:
        raise scalars.Fault("period-invalid", str(period.last))
    return period.last


def _file(text: str) -> str:
    """Return a bare file name: no folders, no spaces, nothing hidden."""
    bare = text.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = bare.rpartition(".")
    if bare != text or not dot or not ending.isalnum() or not _is_plain_name(stem):
        kind = scalars.slug(ending) if dot else "jpg"
        raise scalars.Fault(
            "id-invalid", f"{scalars.slug(stem) or 'picture'}.{kind}", reason="file"
        )
    return text


def _is_plain_name(stem: str) -> bool:
    allowed = all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in stem)
    return bool(stem) and allowed


PARSERS: Mapping[Cell, Callable[[str], Any]] = {
    Cell.LINE: scalars.parse_line,
    Cell.TEXT: str,
    Cell.ID: scalars.parse_id,
    Cell.NUMBER: scalars.parse_number,
    Cell.INTEGER: scalars.parse_integer,
    Cell.YEAR: _year,
    Cell.DATE: scalars.parse_date,
    Cell.PERIOD: scalars.parse_period,
    Cell.YES_NO: scalars.parse_yes_no,
    Cell.URL: scalars.parse_url,
    Cell.FILE: _file,
    Cell.LIST: scalars.parse_list,
}


def _figure(text: str) -> str:
    """Return a figure as it is written: one that a spreadsheet has shortened is told apart."""
    if "e" in text.lower() and meaning_of(text).reason == SHORTENED:
        scalars.parse_decimal(text)  # says what is meant
    return scalars.parse_line(text)


def parser_of(column: Column) -> Callable[[str], Any]:
    """Return what reads a cell of a column.

    An id that names something else is judged where the names are known, with a better hint.
    """
    if column.name == "value" and column.cell is Cell.LINE:
        return _figure
    return PARSERS[Cell.LINE if column.refers and column.cell is Cell.ID else column.cell]


def blank_values(column: Column, key: Sequence[str]) -> Mapping[str, str]:
    """Return the values of a message about a blank cell: what the column holds, in words."""
    reason = column.refers if column.refers == "source" else "key" if column.name in key else ""
    return {"about": column.about.rstrip("."), "reason": reason}


def hint_values(column: Column, fault: scalars.Fault) -> Mapping[str, str]:
    """Return the values of a message about a cell; a hint must know whether it can be blank."""
    is_word = fault.code == "value-missing-word"
    return {**fault.values, "reason": "filled"} if is_word and column.filled else fault.values
