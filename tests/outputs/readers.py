"""What a reader finds in each format: values and scores of a city, by observable."""

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Context, Decimal
from html import unescape
from typing import Any

from openpyxl import load_workbook

ROW = re.compile(r'<tr id="i-([^"]+)"[^>]*>(.*?)</tr>', re.DOTALL)
ANSWER = re.compile(
    r'<section class="explanation" id="how-i-([^"]+)"><h3>[^<]*<span class="answer">([^<,]+),'
)
OBSERVATION = re.compile(
    r'<tr id="(row-[^"]+)".*?<td class="n">(.*?)(?: <span class="reason">.*?</span>)?</td>',
    re.DOTALL,
)
VALUE = re.compile(r'<td class="n">(.*?)</td>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
SUPERSCRIPT = re.compile(r"<sup.*?</sup>", re.DOTALL)


FIFTEEN = Context(prec=15)
"""Spreadsheets keep fifteen digits of a number."""


def observable(anchor: str) -> str:
    return anchor.replace("--", ".")


def number(text: str) -> Decimal | str:
    """Return a printed number as a number; a word stays a word."""
    plain = text.replace("−", "-").replace(",", "")
    return Decimal(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else text


def printed(cell: str) -> str:
    """Return the text of a table cell without marks and superscripts."""
    return unescape(TAG.sub("", SUPERSCRIPT.sub("", cell))).strip().removeprefix("≈")


def values_on_page(body: str) -> Iterator[tuple[str, str]]:
    for anchor, row in ROW.findall(body):
        cell = VALUE.search(row)
        if cell and printed(cell[1]) not in ("", "–"):
            yield observable(anchor), printed(cell[1])


def scores_on_page(body: str) -> dict[str, str]:
    return {observable(anchor): score for anchor, score in ANSWER.findall(body)}


def observations_on_page(body: str) -> dict[str, str]:
    """Return the printed values by the id of their row."""
    return {row: printed(cell) for row, cell in OBSERVATION.findall(body)}


def from_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def from_json(content: bytes, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(content)["tables"][table]
    return rows


def from_xlsx(content: bytes, sheet: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet; no other sheet is read."""
    book = load_workbook(io.BytesIO(content), read_only=True)
    lines = book[sheet].iter_rows(values_only=True)
    header = [str(cell) for cell in next(lines)]
    blank = (None,) * len(header)
    return [dict(zip(header, (*line, *blank[len(line) :]), strict=True)) for line in lines]


def as_text(cell: Any) -> str:
    """Return a cell of any format as the CSV writes it."""
    if cell is None:
        return ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{FIFTEEN.create_decimal(repr(cell)).normalize():f}"
    text = str(cell)
    plain = number(text)
    return f"{FIFTEEN.plus(plain).normalize():f}" if isinstance(plain, Decimal) else text
