r"""Tables as text (CSV, TSV): Open SDG, SDMX-CSV, Eurostat TSV, PxWeb, years as columns, long ones.

Which of these a table is, its column names tell:

- Open SDG: `Year` first, `Value` last, between them one column for each breakdown.
- SDMX-CSV 1 and 2: `DATAFLOW` or `STRUCTURE` first, with `TIME_PERIOD` and `OBS_VALUE`.
- Eurostat TSV: the dimensions in one cell, `freq,unit,geo\TIME_PERIOD`, then a column for each
  period; a flag stands behind a figure, `:` for none.
- Otherwise a column for each year, or a row for each figure (Socrata and CKAN exports too, whose
  own columns begin with `:` or are `_id`).
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.editing.exchange.foreign_table import PERIOD, VALUE, ForeignTable, NotRecognised
from generator.model.foreign_columns import usual_of
from generator.read.text_encodings import decode

SEPARATORS = (",", ";", "\t", "|")
SOUGHT = 20
"""Number of lines in which the row of column names is sought."""

_YEAR = re.compile(r"(?:.*\D)?((?:19|20)[0-9]{2})(?:\D.*)?\Z")
_BARE_YEAR = re.compile(r"\D{0,3}(?:19|20)[0-9]{2}\s*\Z")


def read_text_table(data: bytes, name: str) -> ForeignTable:
    """Return the table of a text; raise `NotRecognised` if it is none."""
    decoded = decode(data)
    if decoded is None:
        raise NotRecognised("no-text")
    lines = [line for line in decoded.text.replace("\r\n", "\n").split("\n") if line.strip()]
    if not lines:
        raise NotRecognised("empty")
    if "\\" in lines[0].split("\t")[0] and "\t" in lines[0]:
        return _eurostat(lines, name)
    separator = max(SEPARATORS, key=lambda mark: _width(lines, mark))
    if _width(lines, separator) < 2:
        raise NotRecognised("one-column")
    return table_of(list(csv.reader(lines, delimiter=separator)), name)


def _width(lines: Sequence[str], separator: str) -> int:
    """Return how many cells the first lines have at least, beyond titles of one cell."""
    widths = [len(next(csv.reader([line], delimiter=separator))) for line in lines[:SOUGHT]]
    wide = [width for width in widths if width > 1]
    return min(wide, default=1)


def table_of(records: Sequence[Sequence[str]], name: str) -> ForeignTable:
    """Return the table of rows of cells; titles above the row of column names are passed over."""
    widest = max(map(len, records), default=0)
    start = next((at for at, cells in enumerate(records) if sum(map(bool, cells)) > widest / 2), 0)
    header = [cell.strip() for cell in records[start]] if records else []
    if len(header) < 2:
        raise NotRecognised("no-names")
    rows = [
        {key: cell.strip() for key, cell in zip(header, cells, strict=False) if key}
        for cells in records[start + 1 :]
        if any(cell.strip() for cell in cells)
    ]
    columns = tuple(key for key in header if key and not key.startswith(":") and key != "_id")
    years = [key for key in columns if _BARE_YEAR.match(key)]
    if not years and PERIOD not in usual_of(columns):
        years = [key for key in columns if _YEAR.match(key)]
    if years and len(years) > 1:
        return _melted("wide-years", name, columns, years, rows)
    return ForeignTable(_format_of(columns), name, columns, tuple(rows), usual_of(columns))


def _format_of(columns: Sequence[str]) -> str:
    if columns[0] in ("DATAFLOW", "STRUCTURE") and "OBS_VALUE" in columns:
        return "sdmx-csv"
    if columns[0] == "Year" and columns[-1] == "Value":
        return "open-sdg"
    return "long"


def _melted(
    kind: str,
    name: str,
    columns: Sequence[str],
    years: Sequence[str],
    rows: Sequence[Mapping[str, str]],
) -> ForeignTable:
    """Return a table with a column for each year as one with a row for each figure."""
    others = [key for key in columns if key not in years]
    long = [
        {**{key: row.get(key, "") for key in others}, PERIOD: _year(year), VALUE: row.get(year, "")}
        for row in rows
        for year in years
    ]
    usual = {**usual_of(others), PERIOD: PERIOD, VALUE: VALUE}
    return ForeignTable(kind, name, (*others, PERIOD, VALUE), tuple(long), usual)


def _year(text: str) -> str:
    match = _YEAR.match(text.strip())
    return match[1] if match else text


def _eurostat(lines: Sequence[str], name: str) -> ForeignTable:
    """Return a table of Eurostat: dimensions before the first tab, then a figure a period."""
    head, *periods = lines[0].split("\t")
    dimensions, _, time = head.partition("\\")
    keys = [key.strip() for key in dimensions.split(",")]
    rows = list(_eurostat_rows(lines[1:], keys, [period.strip() for period in periods]))
    columns = (*keys, PERIOD, VALUE)
    usual = {**usual_of(keys), PERIOD: PERIOD, VALUE: VALUE}
    return ForeignTable("eurostat-tsv", name, columns, tuple(rows), usual, {"time": time})


def _eurostat_rows(
    lines: Sequence[str], keys: Sequence[str], periods: Sequence[str]
) -> Iterator[dict[str, str]]:
    for line in lines:
        first, *cells = line.split("\t")
        named = dict(zip(keys, (key.strip() for key in first.split(",")), strict=False))
        for period, cell in zip(periods, cells, strict=False):
            yield {**named, PERIOD: period, VALUE: cell.strip()}
