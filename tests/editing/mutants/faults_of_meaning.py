"""Harmful faults in tables of which each cell can be read: what contradicts another one."""

from collections.abc import Callable
from random import Random

from generator.checks.dates import SPANS
from generator.model.tables import Cell
from tests.editing.mutants.faults_of_tables import of_cell
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant, spot
from tests.editing.mutants.sheets import Sheet, quoted, row_of

Fault = Callable[[Sheet, Ground, Random], Mutant | None]

OBSERVATIONS, MISSING = "observations", ("M", "O", "L")
"""The statuses say that there is no value."""


def other_unit(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A figure stands in the unit of something else."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name not in (OBSERVATIONS, "targets") or not sheet.cell(line, "unit"):
        return None
    units = [one.unit for one in ground.publication.framework.units]
    same = ground.aliases_of(sheet.cell(line, "unit"))
    others = [unit for unit in units if unit not in same]
    if sheet.cell(line, "observable") not in ground.publication.framework.observables:
        return None
    return of_cell("unit of something else", sheet, line, "unit", quoted(draw.choice(others)))


def value_with_missing(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A figure stands beside a status that says that there is none."""
    line = draw.choice(sheet.numbers)
    if (
        sheet.kind.name != OBSERVATIONS
        or not sheet.cell(line, "value")
        or "status" not in sheet.header
    ):
        return None
    changed = sheet.with_cell(line, "status", draw.choice(MISSING))
    told = spot(sheet.file, line, fields=("value", "status"))
    return Mutant("value beside a missing one", sheet.file, changed.data, (told,))


def value_gone(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """There is no figure, and no status that says so."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name != OBSERVATIONS or not sheet.cell(line, "value"):
        return None
    if "numerator" in sheet.header and sheet.cell(line, "numerator"):
        return None
    return of_cell("value gone", sheet, line, "value", "")


def parent(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A figure stands on an indicator that has data points."""
    line = draw.choice(sheet.numbers)
    name = sheet.cell(line, "observable") if "observable" in sheet.header else ""
    if sheet.kind.name not in (OBSERVATIONS, "targets") or "." not in name:
        return None
    return of_cell("indicator with data points", sheet, line, "observable", name.partition(".")[0])


def bounds_exchanged(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """The lower bound lies above the value."""
    line = draw.choice(sheet.numbers)
    if (
        "lower" not in sheet.header
        or not sheet.cell(line, "lower")
        or not sheet.cell(line, "upper")
    ):
        return None
    low, high = sheet.cell(line, "lower"), sheet.cell(line, "upper")
    if low == high:
        return None
    changed = sheet.with_cell(line, "lower", high).with_cell(line, "upper", low)
    told = spot(sheet.file, line, fields=("lower", "upper", "value"))
    return Mutant("bounds exchanged", sheet.file, changed.data, (told,))


def source_gone(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """The row of a source that is cited is gone."""
    if sheet.kind.name != "sources" or len(sheet.lines) < 4:
        return None
    line = draw.choice(sheet.numbers)
    spots = ground.citing(sheet.cell(line, "source"))
    if not spots:
        return None
    return Mutant("source gone", sheet.file, sheet.with_line(line).data, spots,
                  wrote=sheet.cell(line, "source"))  # fmt: skip


def ends_before(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """Something ends before it begins."""
    begins, ends = SPANS.get(sheet.kind.name, ("", ""))
    line = draw.choice(sheet.numbers)
    if not {begins, ends} <= set(sheet.header) or not sheet.cell(line, begins):
        return None
    return of_cell("ends before it begins", sheet, line, ends, "1850")


def cells_exchanged(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """Two neighbouring cells are exchanged, one of which the other column cannot hold."""
    line = draw.choice(sheet.numbers)
    cells = sheet.cells(line)
    pairs = [
        number
        for number, (left, right) in enumerate(zip(sheet.columns, sheet.columns[1:], strict=False))
        if cells[number] and cells[number + 1] and cells[number] != cells[number + 1]
        and {left.cell, right.cell} & STRICT and left.cell != right.cell
    ]  # fmt: skip
    if not pairs:
        return None
    at = draw.choice(pairs)
    cells[at : at + 2] = cells[at + 1], cells[at]
    changed = sheet.with_line(line, row_of(cells))
    told = spot(sheet.file, line, fields=tuple(sheet.header[at : at + 2]))
    return Mutant(
        "cells exchanged", sheet.file, changed.data, (told,), wrote=f"{cells[at]} | {cells[at + 1]}"
    )


STRICT = {Cell.NUMBER, Cell.INTEGER, Cell.YEAR, Cell.DATE, Cell.PERIOD, Cell.YES_NO, Cell.URL}


def cell_left_out(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A cell is left out, so that those behind it stand one column too early."""
    line = draw.choice(sheet.numbers)
    cells = sheet.cells(line)
    if len(cells) < 4 or len(sheet.lines) < 3:
        return None
    at = draw.randrange(1, len(cells) - 1)
    changed = sheet.with_line(line, row_of([*cells[:at], *cells[at + 1 :]]))
    return Mutant("cell left out", sheet.file, changed.data, (spot(sheet.file, line),))


def name_in_capitals(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """The name of a column is written with capitals."""
    name = draw.choice(sheet.header)
    header = [each.title() if each == name else each for each in sheet.header]
    changed = sheet.with_line(1, row_of(header))
    told = spot(sheet.file, 1, fields=(name, name.title()))
    return Mutant("column in capitals", sheet.file, changed.data, (told,))


def negative_amount(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """An amount of money has the sign that its kind gives it."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name != "cash-flows" or sheet.cell(line, "amount") == "0":
        return None
    return of_cell("amount with a sign", sheet, line, "amount", f"-{sheet.cell(line, 'amount')}")


MEANING_FAULTS: tuple[Fault, ...] = (
    other_unit,
    value_with_missing,
    value_gone,
    parent,
    bounds_exchanged,
    source_gone,
    ends_before,
    cells_exchanged,
    cell_left_out,
    name_in_capitals,
    negative_amount,
)
