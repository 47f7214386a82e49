"""The lines of a table to records: one after another, whatever is wrong with quotation marks.

The `csv` module with strict quotes: a data frame forgets lines and reads `NA` as missing. A mark
that is never closed would swallow all that follows; it is closed at the end of its line, and
reading goes on in the next.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from generator.problems import Code
from generator.read.csv_layout import Layout, cells_of, unwrapped

MOST_FAULTS = 100
"""Number of faults in quotation marks after which the rest of a table is not read."""

Report = Callable[[Code, int], None]
"""What is told of a fault in quotation marks: its code, and the line in which it begins."""


class Record(NamedTuple):
    """A CSV record: its first physical line and its cells; `broken`: its quotes were mended."""

    line: int
    cells: list[str]
    broken: bool = False

    @property
    def is_filled(self) -> bool:
        return any(map(str.strip, self.cells))


def plain_lines(lines: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    """Return the lines without what a layout puts around them; their number stays."""
    if layout.wrapped:
        lines = tuple(map(unwrapped, lines))
    return ("", *lines[1:]) if layout.told else lines


def read_records(lines: tuple[str, ...], separator: str, report: Report) -> Iterator[Record]:
    """Yield the records of a table; faults in quotation marks are reported."""
    start, width = 0, 0
    for _ in range(MOST_FAULTS):
        ended = map("{}\n".format, islice(lines, start, None))
        reader = csv.reader(ended, delimiter=separator, strict=True)
        begin = end = start
        try:
            for cells in reader:
                begin, end = end, start + reader.line_num
                odd = end - begin > 1 and len(cells) != width
                if odd and _closes(lines[begin], separator, width):
                    break
                width = width or len(cells)
                yield Record(begin + 1, cells)
            else:
                return
            code = Code.TABLE_QUOTE_OPEN
        except csv.Error as error:
            begin, end = end, start + reader.line_num
            code = _code_of(str(error), lines[begin:end], separator, width)
        report(code, begin + 1)
        if code is Code.TABLE_QUOTE_OPEN:
            end = begin + 1
        yield _mended(begin + 1, lines[begin:end], separator, width)
        start = end


def _code_of(error: str, lines: tuple[str, ...], separator: str, width: int) -> Code:
    """Return whether a mark is never closed, or stands inside a cell."""
    swallows = len(lines) > 1 and len(cells_of(lines[1], separator)) == width
    if swallows or "unexpected end" in error:
        return Code.TABLE_QUOTE_OPEN
    return Code.TABLE_QUOTE_BROKEN


def _closes(line: str, separator: str, width: int) -> bool:
    """Return whether a line is a whole record once its last mark is closed or left out."""
    return any(len(cells_of(text, separator)) == width for text in _closed(line))


def _closed(line: str) -> tuple[str, ...]:
    """Return a line with its open mark closed at the end, and without that mark."""
    before, _, after = line.rpartition('"')
    return (f'{line}"', f"{before}{after}")


def _mended(line: int, lines: tuple[str, ...], separator: str, width: int) -> Record:
    """Return the record of lines with a fault in their marks, read as leniently as can be."""
    choices: Iterable[str] = (*_closed(lines[0]), lines[0]) if len(lines) == 1 else ()
    for text in choices:
        cells = cells_of(text, separator)
        if len(cells) == width:
            return Record(line, cells, broken=True)
    lenient = csv.reader((f"{text}\n" for text in lines), delimiter=separator)
    return Record(line, next(lenient), broken=True)
