"""Extracts to a workbook for spreadsheets (XLSX): the XML of ECMA-376, part 1, in a zip file.

Text is always text, never a formula. The bytes depend on the content alone: no time, no author.
Written here because XlsxWriter takes more than twice as long and openpyxl some seven times; tests
read it back with the latter.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.frozen import dataclass
from generator.outputs.data.data_cells import plain_text, sheet_value
from generator.outputs.data.data_tables import Extract

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold."""

WIDEST, NARROWEST = 60, 9
LONGEST = 32_767
"""Characters that a cell holds; spreadsheets take a file with more for damaged."""

MARKED = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What cannot stand in XML as it is, and an underscore that would begin an escape (`_xHHHH_`)."""

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
"""A bare carriage return would be read as a line feed."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

BOLD = ' s="1"'
"""The second of the two formats in `STYLES`."""

STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)

FROZEN = (
    '<sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
)


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A sheet of text with a header."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]] = ()


def workbook_bytes(about: Sequence[tuple[str, str]], extracts: Sequence[Extract]) -> bytes:
    """Return a workbook: what it is, a sheet for each extract, and what each column means."""
    sheets = {"about": _sheet(about)}
    for extract in extracts:
        sheets[extract.name] = _sheet(extract.rows, [column.name for column in extract.columns])
    sheets["columns"] = _sheet(_meanings(extracts), ["sheet", "column", "meaning"])
    return _packed(sheets)


def plain_workbook(sheets: Sequence[PlainSheet]) -> bytes:
    """Return a workbook of sheets of text."""
    return _packed({sheet.title: _sheet(sheet.rows, sheet.header) for sheet in sheets})


def _packed(sheets: dict[str, str]) -> bytes:
    """Return sheets of XML as the bytes of a workbook."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in _parts(sheets):
            packed.writestr(zipfile.ZipInfo(path, EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _meanings(extracts: Sequence[Extract]) -> list[list[Any]]:
    return [
        [extract.name, column.name, column.about]
        for extract in extracts
        for column in extract.columns
    ]


def _parts(sheets: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and XML of each part, those first that say where the others are."""
    paths = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    parts = [("workbook.xml", "sheet.main"), *((path, "worksheet") for path in paths),
             ("styles.xml", "styles")]  # fmt: skip
    types = (f'<Override PartName="/xl/{p}" ContentType="{TYPE}.{kind}+xml"/>' for p, kind in parts)
    yield (
        "[Content_Types].xml",
        (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{''.join(types)}</Types>"
        ),
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    targets = [*(("worksheet", path) for path in paths), ("styles", "styles.xml")]
    yield "xl/_rels/workbook.xml.rels", _relations(targets)
    yield "xl/workbook.xml", _book(sheets)
    yield "xl/styles.xml", STYLES
    for path, content in zip(paths, sheets.values(), strict=True):
        yield f"xl/{path}", content


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    """Return a list of other parts, of their kind and path; they are numbered from `rId1`."""
    lines = (
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{path}"/>'
        for number, (kind, path) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _book(names: Iterable[str]) -> str:
    lines = (
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{"".join(lines)}</sheets>'
        "</workbook>"
    )


def _sheet(rows: Sequence[Sequence[Any]], header: Sequence[str] = ()) -> str:
    """Return the XML of a sheet; a header is bold and stays in sight."""
    names = header or [""] * len(rows[0])
    letters = [column_letters(number) for number in range(1, len(names) + 1)]
    lines = [_row(1, letters, names, header, BOLD)] if header else []
    for number, row in enumerate(rows, start=len(lines) + 1):
        lines.append(_row(number, letters, names, row))
    widths = _widths([header, *rows] if header else rows)
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}">{FROZEN if header else ""}<cols>{widths}</cols>'
        f"<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )


def _widths(lines: Sequence[Sequence[Any]]) -> str:
    """Return a width for each column, in letters, that holds its longest text."""
    longest = (max(len(plain_text(cell)) for cell in cells) for cells in zip(*lines, strict=True))
    widths = (min(max(letters + 2, NARROWEST), WIDEST) for letters in longest)
    return "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(widths, start=1)
    )


def _row(
    number: int, letters: Sequence[str], names: Sequence[str], row: Sequence[Any], style: str = ""
) -> str:
    cells = (
        _cell(f'<c r="{letter}{number}"{style}', sheet_value(value, name))
        for letter, name, value in zip(letters, names, row, strict=True)
        if value is not None
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(start: str, content: str | int | float | None) -> str:
    if content == "":
        return ""
    if not isinstance(content, str):
        return f"{start}><v>{str(content).removesuffix('.0')}</v></c>"
    text = MARKED.sub(_escape, content[:LONGEST])
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _escape(mark: re.Match[str]) -> str:
    """Return a character as an entity or, as spreadsheets do, by its number."""
    return ENTITIES.get(mark[0]) or f"_x{ord(mark[0]):04X}_"


def column_letters(number: int) -> str:
    """Return the letters of a column: 1 is A, 26 is Z, 27 is AA."""
    before, place = divmod(number - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + place)
