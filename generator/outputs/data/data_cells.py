"""The text and the value of a cell, safe for spreadsheets.

A spreadsheet takes a text that begins with one of `FORMULA` for a formula, also in a CSV file.
Such a text gets an apostrophe before it; a number stays as it is.
"""

import csv
import io
from decimal import Decimal
from typing import Any

from generator.model.scalars import Period, is_number
from generator.outputs.data.data_tables import Extract

MEASURED = "value"
"""The column whose text is a number or a word: its unit tells which."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain_text(value: Any) -> str:
    """Return a cell as text, as an editor would write it in a file; blank for None."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return plain_number(value)
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value)


def plain_number(value: float) -> str:
    """Return a number without exponent and without needless zeros."""
    text = repr(value)
    plain = f"{Decimal(text):f}" if "e" in text else text
    return plain.removesuffix(".0")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; numbers are left alone."""
    return f"'{text}" if text.startswith(FORMULA) and not is_number(text) else text


def typed(value: Any, column: str) -> Any:
    """Return the number that a text of the measured column holds; anything else unchanged."""
    if column != MEASURED or not isinstance(value, str) or not is_number(value):
        return value
    number = float(value)
    return int(number) if number.is_integer() and "." not in value else number


def sheet_value(value: Any, column: str = "") -> str | int | float | None:
    """Return a cell for a workbook: a number as a number, anything else as guarded text."""
    content = typed(value, column)
    if content is None or (isinstance(content, int | float) and not isinstance(content, bool)):
        return content
    return guarded(plain_text(content))


def json_value(value: Any, column: str = "") -> Any:
    """Return a cell for JSON: numbers, truth and lists as such, a text as it was typed."""
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Period) else typed(value, column)


def csv_bytes(extract: Extract) -> bytes:
    """Return an extract as CSV in UTF-8, with commas, a header row and plain line ends."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(column.name for column in extract.columns)
    writer.writerows([guarded(plain_text(cell)) for cell in row] for row in extract.rows)
    return buffer.getvalue().encode("utf-8")


def json_rows(extract: Extract) -> list[dict[str, Any]]:
    """Return an extract as a list of records; a blank cell is left out."""
    names = [column.name for column in extract.columns]
    return [
        {
            name: json_value(cell, name)
            for name, cell in zip(names, row, strict=True)
            if cell is not None
        }
        for row in extract.rows
    ]
