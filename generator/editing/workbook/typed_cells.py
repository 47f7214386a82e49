"""What a spreadsheet made of a cell, back to the text that a table holds.

A spreadsheet turns 12.50 into a number, 2023 into a day of 1905, 3.5 into the third of May and
100 % into 1. What can mean one thing only is taken; the rest is refused, never guessed.
"""

from datetime import datetime
from decimal import Decimal

from generator.editing.spreadsheets import Content, SheetCell
from generator.frozen import dataclass
from generator.model.misread_dates import (
    FIRST_DAY,
    meaning_of_date,
    meaning_of_period,
    meaning_of_year,
    meaning_of_yes_no,
)
from generator.model.misread_numbers import Meaning, is_missing_word, meaning_of
from generator.model.scalars import is_number
from generator.model.tables import Cell, Column
from generator.problems import Code

YEARS = range(1900, 2101)
"""Days counted from the first of a spreadsheet that are taken for years."""

DIGITS = 15
"""Number of digits of a number that a spreadsheet keeps."""

NUMBERS = frozenset({Cell.NUMBER, Cell.INTEGER})
PERIODS = frozenset({Cell.PERIOD, Cell.YEAR})


@dataclass(frozen=True)
class TypedText:
    """The text that a cell means, and the one in it, `raw`.

    `exact`: it was typed as a text, not as a number, which loses the zeros at its end.
    """

    text: str
    raw: str
    exact: bool = True

    def kept(self, old: str) -> str:
        """Return the text, or the `old` one if it is the same, or the same number."""
        if self.raw.strip() == old.strip():
            return old
        same = not self.exact and is_number(old) and is_number(self.text)
        return old if same and Decimal(old) == Decimal(self.text) else self.text


class Misread(ValueError):
    """A cell that can mean several things; `expected` is what to write, if that is known."""

    def __init__(self, code: Code, expected: str = "") -> None:
        super().__init__(code.value)
        self.code, self.expected = code, expected


def text_of(cell: SheetCell, column: Column, *, is_figure: bool, unit: str) -> TypedText:
    """Return the text that a cell of a column means.

    `is_figure`: the column holds the value of an observable or a context variable, whose `unit`
    stands in the same row.

    Raises:
        Misread: the cell can mean several things, or nothing that a table holds.
    """
    if cell.content is Content.FORMULA:
        raise Misread(Code.SHEET_FORMULA)
    if cell.content is Content.ERROR:
        raise Misread(Code.SHEET_ERROR)
    if cell.content is Content.DATE:
        return TypedText(_of_date(cell.day, column), cell.text, exact=False)
    if cell.content is Content.NUMBER and cell.number is not None:
        text = _of_number(cell.number, cell.is_percent, column, unit)
        return TypedText(text, cell.text, exact=False)
    return TypedText(_of_text(cell.text, column, is_figure=is_figure), cell.text)


def _of_number(number: float, is_percent: bool, column: Column, unit: str) -> str:
    if is_percent:
        if unit != "%":
            raise Misread(Code.SHEET_PERCENT, written(number))
        return written(number * 100)
    if column.cell is Cell.DATE and not number.is_integer():
        raise Misread(Code.SHEET_DATE)
    return written(number)


def written(number: float) -> str:
    """Return a number with the digits that a spreadsheet keeps, without an exponent."""
    text = f"{Decimal(f'{number:.{DIGITS}g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _of_date(day: datetime | None, column: Column) -> str:
    """Return a date in the notation of the tables; a year shown as a day is a year again."""
    if day is not None and column.cell is Cell.DATE:
        return day.date().isoformat()
    if day is not None and column.cell in PERIODS:
        count = (day.date() - FIRST_DAY).days
        if count in YEARS:
            return str(count)
        raise Misread(Code.SHEET_DATE, str(day.year))
    raise Misread(Code.SHEET_DATE)


def _of_text(text: str, column: Column, *, is_figure: bool) -> str:
    """Return a text as it is typed; other notations of one meaning in the usual one."""
    if column.cell is Cell.TEXT:
        return text
    bare = text.strip()
    meant = _meaning(bare, column, is_figure=is_figure)
    if meant is None or not meant.sure or not meant.expected:
        return text
    return meant.expected


def _meaning(text: str, column: Column, *, is_figure: bool) -> Meaning | None:
    """Return what is meant by a text that is not written as its column wants it."""
    if is_missing_word(text):
        return None
    if column.cell in NUMBERS or is_figure:
        return None if is_number(text) else meaning_of(text)
    if column.cell is Cell.DATE:
        return meaning_of_date(text)
    if column.cell is Cell.PERIOD:
        return meaning_of_period(text)
    if column.cell is Cell.YEAR:
        return meaning_of_year(text)
    if column.cell is Cell.YES_NO:
        return meaning_of_yes_no(text)
    return None
