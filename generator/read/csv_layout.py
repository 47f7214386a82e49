"""How a table is laid out: what stands between its cells, and around its lines.

Spreadsheets write semicolons where the comma marks decimals, tabs as "Unicode text", a first line
`sep=;`, or put each line as a whole into quotation marks. Such a table is read by its own layout.
"""

import csv
import re
from collections.abc import Container

from generator.frozen import dataclass

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
SOUGHT = 20
"""Number of lines in which column names are sought: titles may stand above them."""

LONGEST = 10_000
"""Number of characters of a line in which they are sought."""

_WRAPPED = re.compile(r'"((?:[^"]|"")*)"\s*\Z')
_TOLD = re.compile(r'"?sep=(.)"?[,;\t|]*\Z')


@dataclass(frozen=True, slots=True)
class Layout:
    """`told` is the separator that a line `sep=…` above the table names; blank if there is none.

    `wrapped`: lines stand in quotation marks as a whole, and marks inside them are doubled.
    """

    separator: str = ","
    told: str = ""
    wrapped: bool = False

    @property
    def is_usual(self) -> bool:
        """Return whether the table is laid out as it should be."""
        return self.separator == "," and not self.told and not self.wrapped


USUAL = Layout()


def layout_of(lines: tuple[str, ...], known: Container[str]) -> Layout:
    """Return the layout in which most names of columns are seen in a line near the top."""
    told = _TOLD.match(lines[0].strip())
    if told is None and _names_in(lines[0][:LONGEST], ",", known) > 1:
        return USUAL
    head = [line[:LONGEST] for line in lines[:SOUGHT]]
    most, layout = max(_names_in(line, ",", known) for line in head), USUAL
    for separator in SEPARATORS:
        for wrapped in (False, True):
            shown = [unwrapped(line) for line in head] if wrapped else head
            number = max(_names_in(line, separator, known) for line in shown)
            if number > max(most, 1):
                most, layout = number, Layout(separator, "", wrapped)
    return Layout(layout.separator, told[1], layout.wrapped) if told else layout


def _names_in(line: str, separator: str, known: Container[str]) -> int:
    """Return how many cells of a line are names of columns."""
    return sum(cell.strip().lower() in known for cell in cells_of(line, separator))


def cells_of(line: str, separator: str) -> list[str]:
    """Return the cells of one line, whatever its quotation marks."""
    return next(csv.reader([line], delimiter=separator), [])


def unwrapped(line: str) -> str:
    """Return a line without the marks around it as a whole; one that has none is left as it is.

    A blank stands for the first mark, so that what follows keeps its position.
    """
    match = _WRAPPED.match(line)
    return " " + match[1].replace('""', '"') if match else line
