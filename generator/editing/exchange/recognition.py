"""A file, or the files of a folder, to tables: by ending and content."""

from pathlib import Path

from generator.editing.exchange.foreign_table import ForeignTable, NotRecognised, megabytes
from generator.editing.exchange.separated_text import read_text_table, table_of
from generator.editing.exchange.statistical_json import read_json_table
from generator.editing.exchange.statistical_xml import read_xml_table
from generator.editing.spreadsheets import Content, NotAWorkbook, Sheet, SheetCell, read_sheets
from generator.editing.workbook.typed_cells import written

MOST_BYTES = 50_000_000
"""Size of a file that is read."""
XML = (".xml", ".sdmx")
ENDINGS = (".csv", ".tsv", ".txt", ".json", ".xlsx", *XML)


def foreign_files(path: Path) -> list[Path]:
    """Return a file, or the files of a folder that may be tables, by name."""
    if not path.is_dir():
        return [path]
    return [file for file in sorted(path.iterdir()) if file.suffix.lower() in ENDINGS]


def read_foreign(path: Path) -> ForeignTable:
    """Return the table of a file.

    Raises:
        NotRecognised: it is in none of the known formats.
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise NotRecognised("too-large", found=megabytes(size), most=megabytes(MOST_BYTES))
    ending, name = path.suffix.lower(), path.stem
    if ending == ".xlsx":
        return _of_workbook(path)
    data = path.read_bytes()
    if ending in XML or data.lstrip()[:1] == b"<":
        return read_xml_table(data, name)
    if ending == ".json" or data.lstrip()[:1] in (b"{", b"["):
        return read_json_table(data, name)
    return read_text_table(data, name)


def _of_workbook(path: Path) -> ForeignTable:
    """Return the table of the only sheet with cells; numbers with the digits that were kept."""
    try:
        sheets = [sheet for sheet in read_sheets(path) if len(sheet.rows) > 1]
    except NotAWorkbook as problem:
        found, limit = str(problem.found), str(problem.limit)
        raise NotRecognised(f"book-{problem.reason}", found=found, most=limit) from None
    if not sheets:
        raise NotRecognised("empty")
    if len(sheets) > 1:
        titles = ", ".join(sheet.title for sheet in sheets)
        raise NotRecognised("book-sheets", n=str(len(sheets)), titles=titles)
    return table_of(_records(sheets[0]), path.stem)


def _records(sheet: Sheet) -> list[list[str]]:
    wide = max(cell.column for row in sheet.rows for cell in row)
    records = []
    for row in sheet.rows:
        cells = {cell.column: _text(cell) for cell in row}
        records.append([cells.get(number, "") for number in range(1, wide + 1)])
    return records


def _text(cell: SheetCell) -> str:
    if cell.content in (Content.FORMULA, Content.ERROR):
        raise NotRecognised("book-formula", cell=cell.name)
    return written(cell.number) if cell.number is not None else cell.text
