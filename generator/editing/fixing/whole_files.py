"""Repairs of a file as a whole: how it is encoded, what cannot be seen, what separates its cells.

Each takes the bytes of a file and returns those it should have; None where that is not certain.
"""

from collections.abc import Callable, Mapping
from statistics import mode
from unicodedata import category

from generator.editing.fixing.source_text import MARK, SourceText
from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind, kind_of
from generator.problems import Code
from generator.problems.notation import csv_text
from generator.read.csv_layout import layout_of
from generator.read.csv_records import plain_lines, read_records
from generator.read.folders import CONTROL
from generator.read.text_encodings import UTF_16, decode


def saved_as_utf_8(file: str, data: bytes) -> bytes | None:
    """Return a text in UTF-16 as UTF-8.

    Which old code page a text was saved in no byte tells: such a one is left.
    """
    decoded = decode(data)
    is_wide = decoded is not None and decoded.encoding == UTF_16
    return decoded.text.encode("utf-8") if decoded and is_wide else None


def without_invisible(file: str, data: bytes) -> bytes | None:
    """Return a text without signs of width zero; one that lost its letters is left."""
    text = data.decode("utf-8")
    found = CONTROL.findall(text.removeprefix(MARK))
    if not all(category(letter) == "Cf" for letter in found):
        return None
    mark = MARK if text.startswith(MARK) else ""
    return (mark + CONTROL.sub("", text)).encode("utf-8")


def in_commas(file: str, data: bytes) -> bytes | None:
    """Return a table with commas between its cells.

    One with broken quotation marks is left, and one in which a row has more cells than the first:
    its separator may stand in a text.
    """
    kind = kind_of(*_in_folder(file))
    if kind is None or kind.table is None:
        return None
    source = SourceText.of(data)
    layout = layout_of(source.lines, {column.name for column in kind.table.columns})
    lines = plain_lines(source.lines, layout)
    if layout.wrapped:
        lines = tuple(line.removeprefix(" ") for line in lines)
    cells = _cells(lines, layout.separator)
    written = "\n".join(",".join(map(csv_text, row)) for row in cells or ()).split("\n")
    if cells is None or len(written) != len(lines) or _cells(tuple(written), ",") != cells:
        return None
    made = source.with_lines(written)
    return (made.without_first_line() if layout.told else made).data


def _in_folder(file: str) -> tuple[str, tuple[FileKind, ...]]:
    """Return the path of a file in the folder of its city, or in `content/`, and what is there."""
    top, _, below = file.partition("/")
    return (below.partition("/")[2], CITY_FILES) if top == "cities" else (below, CONTENT_FILES)


def _cells(lines: tuple[str, ...], separator: str) -> list[list[str]] | None:
    """Return the cells of every record; None if quotation marks are broken."""
    faults: list[Code] = []
    records = read_records(lines, separator, lambda code, line: faults.append(code))
    cells = [record.cells for record in records]
    width = mode(len(row) for row in cells if row) if cells else 0
    is_odd = any(cell.strip() for row in cells for cell in row[width:])
    return None if faults or is_odd else cells


WHOLE: Mapping[Code, Callable[[str, bytes], bytes | None]] = {
    Code.FILE_ENCODING: saved_as_utf_8,
    Code.TEXT_CONTROL: without_invisible,
    Code.TABLE_SEPARATOR: in_commas,
}
"""What mends a file as a whole, in the order in which one waits for the other."""
