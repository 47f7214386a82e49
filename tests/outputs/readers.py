"""What a reader finds in each format: values and scores of a city, by observable."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from html import unescape
from typing import Any, NamedTuple

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


class PdfRow(NamedTuple):
    """A value and a score as printed; blank where there is none."""

    value: str
    score: str


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


def rows_in_pdf(text: str, names: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, PdfRow]]:
    """Yield what the annex prints of each observable: id, name and unit, in its order."""
    place = 0
    starts = []
    for _, name, _ in names:
        found = broken(name).search(text, place)
        assert found is not None, name
        starts.append(found.span())
        place = found.end()
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (key, _, unit), (_, start), end in zip(names, starts, ends, strict=True):
        row = pdf_row(unit).match(text[start:end])
        assert row is not None, (key, text[start:end][:80])
        yield key, PdfRow(row["value"] or "", row["score"] or "")


def broken(words: str) -> re.Pattern[str]:
    """Return the form of words that a line may end within, after a hyphen."""
    return re.compile(re.escape(words).replace(r"\-", r"\- ?"))


def pdf_row(unit: str) -> re.Pattern[str]:
    """Return the form of a row: code, value with sign and flags, unit, year, scale, score."""
    value = (
        rf"(?:≈ )?(?P<value>yes|no|partial|[−\d.,]*\d)(?:[a-z]|†|\?)* "
        rf"(?:{broken(unit).pattern} ?)?(?:Proxy only )?(?:Under review: .+?\. )?"
        r"(?:(?:Urban area|County or district|Region|Country): .+? )?"
        r"(?:Also stated: .+?\)\. )?(?:A rate of few events: .+?\. )?"
        r"(?:(?:A later|Later) figures?, of .+? under review\. )?"
        r"(?:[12]\d{3}(?:-\d{4})?|year not stated) "
    )
    ends = r"(?:–|[−\d.,]+) (?:–|[−\d.,]+)"
    missing = (
        r"(?:no figure yet|not collected for this profile|does not exist here|"
        r"no figure, a source says|the city does not (?:report|collect) it|"
        r"not found in public sources \(looked for in \d{4}\)) "
    )
    return re.compile(
        r"(?: \d+ of \d+ data points on record)?"
        rf" (?:[A-Z]{{2}}: [\w: ]+? )??(?:(?:{missing}|{value}){ends} ?)?"
        r"(?P<score>\d+\.\d)?(?: |$|(?=City profile · ))"  # the foot of a page ends a row, too
    )


def from_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def from_json(content: bytes, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(content)["tables"][table]
    return rows


def from_xlsx(content: bytes, sheet: str) -> list[dict[str, Any]]:
    lines = load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True)
    header = [str(cell) for cell in next(lines)]
    return [dict(zip(header, line, strict=True)) for line in lines]


def as_text(cell: Any) -> str:
    """Return a cell of any format as the CSV writes it."""
    if cell is None:
        return ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{FIFTEEN.create_decimal(repr(cell)).normalize():f}"
    text = str(cell)
    plain = number(text)
    return f"{FIFTEEN.plus(plain).normalize():f}" if isinstance(plain, Decimal) else text
