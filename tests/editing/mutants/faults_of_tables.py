"""Harmful faults in tables: of a cell, of a row, of the header, of the layout."""

import re
from collections.abc import Callable
from random import Random

from generator.model.tables import Cell, Column
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant, spot
from tests.editing.mutants.sheets import Sheet, quoted, row_of

Fault = Callable[[Sheet, Ground, Random], Mutant | None]

NUMBERS = (Cell.NUMBER, Cell.INTEGER, Cell.YEAR)
NO_NUMBERS = (
    "abc", "twelve", "12,5", "1O.5", "12.5.1", "#N/A", "n/a", "12 %", "~12", "> 5", "?", "12p",
    "1,234,567.8", "12.5e", "1/2", "1..2", "12 or 13", "€ 12", "TBC", "=A1+B1", "#REF!", "1 234,5",
)  # fmt: skip
NO_DATES = ("31.12.2023", "2023-13-01", "2023-02-30", "12/2023", "soon", "May 2023", "20231201")
NO_PERIODS = ("2023.0", "FY23", "20233", "2023/24", "2023-2020", "2023-", "last year", "1 1 2023")
NO_WORDS = ("maybe", "x", "ja?", "yes/no", "2", "-")
NO_ADDRESSES = ("htp:/example.org", "www example org", "https//example.org", "see website")
NO_IDS = ("Not An Id", "an_id_!", "--", "a/b")
HIDDEN = ("\u200b", "\u202e", "\x07", "\ufeff")


def cell_fault(name: str, fits: Callable[[Column], bool], texts: tuple[str, ...]) -> Fault:
    """Return the fault that a filled cell of a fitting column holds one of the texts."""

    def make(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
        line = draw.choice(sheet.numbers)
        columns = [column for column in sheet.filled(line) if fits(column)]
        return _with(name, sheet, line, draw.choice(columns), draw.choice(texts), draw) \
            if columns else None  # fmt: skip

    return make


def _with(
    name: str, sheet: Sheet, line: int, column: Column, text: str, draw: Random
) -> Mutant | None:
    if text == sheet.cell(line, column.name):
        return None
    written = text if column.cell in NUMBERS and draw.random() < 0.3 else quoted(text)
    return of_cell(name, sheet, line, column.name, written)


def of_cell(name: str, sheet: Sheet, line: int, column: str, written: str) -> Mutant:
    """Return a table with a cell as it is given; the fault must be told there."""
    changed = sheet.with_cell(line, column, written)
    return Mutant(
        name, sheet.file, changed.data, (spot(sheet.file, line, field=column),), wrote=written
    )


def unknown_name(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A name of something is misspelt, or that of nothing."""
    line = draw.choice(sheet.numbers)
    columns = [column for column in sheet.filled(line) if column.refers]
    if not columns:
        return None
    column = draw.choice(columns)
    items = [item.strip() for item in sheet.cell(line, column.name).split(";")]
    if column.cell is not Cell.LIST:
        items = [sheet.cell(line, column.name)]
    at = draw.randrange(len(items))
    items[at] = misspelt(items[at], draw)
    if ground.knows(items[at]):
        return None
    return of_cell("unknown name", sheet, line, column.name, quoted("; ".join(items)))


def misspelt(name: str, draw: Random) -> str:
    """Return a name with two letters exchanged, one doubled or left out, or another name."""
    at = draw.randrange(max(len(name) - 1, 1))
    exchanged = name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]
    others = (exchanged, name[:at] + name[at : at + 1] + name[at:], "nobody-knows-it")
    return draw.choice(others)


def blank_cell(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A cell that must be filled is blank."""
    line = draw.choice(sheet.numbers)
    columns = [column for column in sheet.filled(line) if column.filled]
    if not columns or len(sheet.filled(line)) < 3:
        return None
    return of_cell("blank cell", sheet, line, draw.choice(columns).name, "")


def beyond_range(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A number lies outside what it can be."""
    line = draw.choice(sheet.numbers)
    written = {
        column.name: f"{end:g}"
        for column in sheet.filled(line)
        for end in _beyond(column.minimum, column.maximum)
    }
    if sheet.kind.name == "observations":
        ends = ground.bounds_of(sheet.cell(line, "observable"), sheet.cell(line, "unit"))
        beyond = _beyond(*ends) if sheet.cell(line, "value") else []
        written |= dict.fromkeys(["value"] if beyond else [], f"{draw.choice(beyond or [0.0]):g}")
    if not written:
        return None
    column, text = draw.choice(sorted(written.items()))
    return of_cell("beyond its range", sheet, line, column, text)


def _beyond(low: float | None, high: float | None) -> list[float]:
    return [end for end in (low if low is None else low - 7, high if high is None else high + 7)
            if end is not None]  # fmt: skip


def future(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """What has happened is dated after the date of the publication."""
    line = draw.choice(sheet.numbers)
    kinds = (Cell.DATE, Cell.YEAR)
    columns = [each for each in sheet.filled(line) if each.past and each.cell in kinds]
    if not columns or "planned" in sheet.cells(line):
        return None
    return of_cell("in the future", sheet, line, draw.choice(columns).name, "2091")


def column_renamed(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """The name of a column is misspelt, or another one."""
    name = draw.choice(sheet.header)
    new = draw.choice((misspelt(name, draw), f"{name} (2023)", "remarks of the office"))
    if new in sheet.header or new == name:
        return None
    header = [new if each == name else each for each in sheet.header]
    changed = sheet.with_line(1, row_of(header))
    told = spot(sheet.file, 1, fields=(new, name, new.strip()))
    return Mutant("column renamed", sheet.file, changed.data, (told,), wrote=new)


def _columns(sheet: Sheet, numbers: list[int], name: str) -> bytes:
    lines = [[sheet.cells(line)[number] for number in numbers] for line in (1, *sheet.numbers)]
    return "".join(f"{row_of(cells)}\n" for cells in lines).encode("utf-8")


def column_removed(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A column that must be there is not."""
    names = [column.name for column in sheet.columns if not column.optional]
    if len(sheet.header) < 3:
        return None
    name = draw.choice(names)
    kept = [number for number, each in enumerate(sheet.header) if each != name]
    data = _columns(sheet, kept, name)
    return Mutant(
        "column removed", sheet.file, data, (spot(sheet.file, 1, field=name),), wrote=name
    )


def column_doubled(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A column stands there twice."""
    number = draw.randrange(len(sheet.header))
    numbers = [*range(len(sheet.header)), number]
    name = sheet.header[number]
    data = _columns(sheet, numbers, name)
    return Mutant(
        "column doubled", sheet.file, data, (spot(sheet.file, 1, field=name),), wrote=name
    )


def row_cut(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A row ends before its last cell."""
    if len(sheet.header) < 4 or len(sheet.lines) < 3:
        return None
    line = draw.choice(sheet.numbers)
    kept = draw.randrange(2, len(sheet.header))
    changed = sheet.with_line(line, row_of(sheet.cells(line)[:kept]))
    return Mutant("row cut", sheet.file, changed.data, (spot(sheet.file, line),))


def row_longer(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A text with a comma stands without quotation marks."""
    line = draw.choice(sheet.numbers)
    columns = [each for each in sheet.filled(line) if each.cell in (Cell.LINE, Cell.TEXT)
               and not each.refers and " " in sheet.cell(line, each.name)]  # fmt: skip
    if not columns or len(sheet.lines) < 3:
        return None
    name = draw.choice(columns).name
    text = sheet.cell(line, name)
    if "," in text or '"' in text:
        return None
    changed = sheet.with_cell(line, name, text.replace(" ", ", ", 1))
    return Mutant("text with a comma", sheet.file, changed.data, (spot(sheet.file, line),))


def decimal_comma(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A number has a decimal comma, without quotation marks."""
    line = draw.choice(sheet.numbers)
    columns = [each for each in sheet.filled(line) if each.cell is Cell.NUMBER
               or each.name == "value"]  # fmt: skip
    names = [each.name for each in columns
             if re.fullmatch(r"\d+\.\d", sheet.cell(line, each.name))]  # fmt: skip
    if not names:
        return None
    name = draw.choice(names)
    return of_cell("decimal comma", sheet, line, name, sheet.cell(line, name).replace(".", ","))


def row_broken(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A row goes on in the next line, within a text without quotation marks."""
    line = draw.choice(sheet.numbers)
    text = sheet.lines[line - 1]
    at = text.find(" ")
    if at < 0 or '"' in text or len(sheet.lines) < 3 or len(sheet.header) < 3:
        return None
    changed = sheet.with_line(line, text[:at], text[at + 1 :])
    return Mutant("row broken", sheet.file, changed.data, (spot(sheet.file, line, line + 1),))


def row_repeated(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A row stands there twice."""
    line = draw.choice(sheet.numbers)
    changed = sheet.with_line(len(sheet.lines), sheet.lines[-1], sheet.lines[line - 1])
    told = spot(sheet.file, len(changed.lines))
    return Mutant("row repeated", sheet.file, changed.data, (told,))


def other_separator(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """Other marks than commas separate the cells."""
    mark = draw.choice(";\t|")
    if len(sheet.header) < 3 or any(mark in line for line in sheet.lines):
        return None
    lines = [mark.join(sheet.cells(line)) for line in (1, *sheet.numbers)]
    data = "".join(f"{line}\n" for line in lines).encode("utf-8")
    return Mutant("other separator", sheet.file, data, (spot(sheet.file, 1),), wrote=mark)


def quote_open(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A quotation mark opens a cell and nothing closes it."""
    line = draw.choice(sheet.numbers)
    columns = sheet.filled(line)
    name = draw.choice(columns).name
    cell = sheet.cell(line, name)
    if '"' in "".join(sheet.lines[line - 1 :]):
        return None
    changed = sheet.with_cell(line, name, f'"{cell}')
    return Mutant("quotation mark open", sheet.file, changed.data,
                  (spot(sheet.file, line, field=name),))  # fmt: skip


def hidden_letter(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A cell holds a letter that cannot be seen."""
    line = draw.choice(sheet.numbers)
    name = draw.choice(sheet.filled(line)).name
    cell = sheet.cell(line, name)
    at = draw.randrange(1, len(cell)) if len(cell) > 1 else 1
    return of_cell(
        "hidden letter", sheet, line, name, quoted(cell[:at] + draw.choice(HIDDEN) + cell[at:])
    )


def no_header(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """The row of column names is not there."""
    data = "".join(f"{line}\n" for line in sheet.lines[1:]).encode("utf-8")
    return Mutant("no header", sheet.file, data, (spot(sheet.file, 1),))


def no_row(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A line that is no row stands among the rows."""
    line = draw.choice(sheet.numbers)
    marks = ("<<<<<<< HEAD", "=======", ">>>>>>> main", "Source: own figures", "-----")
    written = draw.choice(marks)
    changed = sheet.with_line(line, written, sheet.lines[line - 1])
    return Mutant(
        "line that is no row", sheet.file, changed.data, (spot(sheet.file, line),), wrote=written
    )


TABLE_FAULTS: tuple[Fault, ...] = (
    cell_fault("no number", lambda column: column.cell in NUMBERS, NO_NUMBERS),
    cell_fault("no date", lambda column: column.cell is Cell.DATE, NO_DATES),
    cell_fault("no period", lambda column: column.cell is Cell.PERIOD, NO_PERIODS),
    cell_fault("neither yes nor no", lambda column: column.cell is Cell.YES_NO, NO_WORDS),
    cell_fault("no address", lambda column: column.cell is Cell.URL, NO_ADDRESSES),
    cell_fault("no id", lambda column: column.cell is Cell.ID, NO_IDS),
    unknown_name,
    unknown_name,
    blank_cell,
    beyond_range,
    future,
    column_renamed,
    column_removed,
    column_doubled,
    row_cut,
    row_longer,
    decimal_comma,
    row_broken,
    row_repeated,
    other_separator,
    quote_open,
    hidden_letter,
    no_header,
    no_row,
)
