"""Figures without a series to be held against, mistaken as editors mistake them, kind by kind."""

from collections.abc import Callable
from random import Random

from generator.model.scalars import is_number
from tests.editing.mutants.doubtful_figures import (
    FEWEST,
    POWERS,
    Doubt,
    comparable_lines,
    scaled,
)
from tests.editing.mutants.faults_of_tables import of_cell
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant
from tests.editing.mutants.sheets import Sheet

Change = Callable[[str, str, str, Random], str | None]
"""What is written, the unit and the year of a figure → what is written by mistake."""
RATIOS = ("ratio", "index")
PER_100000 = "per 100 000"


def of_lone(name: str, change: Change) -> Doubt:
    """Return a fault of figures that stand alone, or with fewer than five in their series."""

    def fault(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
        line = draw.choice(sheet.numbers)
        if sheet.kind.name != "observations" or not is_number(sheet.cell(line, "value")):
            return None
        text, unit = sheet.cell(line, "value"), sheet.cell(line, "unit")
        if not float(text) or not 0 < len(comparable_lines(sheet, line, ground)) < FEWEST:
            return None
        changed = change(text, unit, sheet.cell(line, "period"), draw)
        is_other = changed is not None and float(changed) != float(text)
        return of_cell(name, sheet, line, "value", changed) if is_other and changed else None

    return fault


def _thousands(text: str, unit: str, year: str, draw: Random) -> str | None:
    return scaled(text, draw.choice((1000.0, 0.001)))


def _fraction(text: str, unit: str, year: str, draw: Random) -> str | None:
    return scaled(text, 0.01) if unit == "%" else None


def _percent(text: str, unit: str, year: str, draw: Random) -> str | None:
    return scaled(text, 100.0) if unit in RATIOS else None


def _comma_lost(text: str, unit: str, year: str, draw: Random) -> str | None:
    return text.replace(".", "").lstrip("0") if "." in text else None


def _per_thousand(text: str, unit: str, year: str, draw: Random) -> str | None:
    return scaled(text, 0.01) if PER_100000 in unit else None


def _per_head(text: str, unit: str, year: str, draw: Random) -> str | None:
    return scaled(text, 1e-5) if PER_100000 in unit else None


def _year(text: str, unit: str, year: str, draw: Random) -> str | None:
    return year if year.isdecimal() else None


def _nines(text: str, unit: str, year: str, draw: Random) -> str | None:
    return draw.choice(("999", "9999", "99999"))


def _million(text: str, unit: str, year: str, draw: Random) -> str | None:
    return scaled(text, draw.choice((1e6, 1e-6)))


def _power(text: str, unit: str, year: str, draw: Random) -> str | None:
    return scaled(text, draw.choice(POWERS))


LONE: tuple[Doubt, ...] = (
    of_lone("in thousands, alone", _thousands),
    of_lone("fraction for per cent, alone", _fraction),
    of_lone("per cent for a ratio, alone", _percent),
    of_lone("decimal comma lost, alone", _comma_lost),
    of_lone("per 1,000 for per 100,000, alone", _per_thousand),
    of_lone("per person for per 100,000, alone", _per_head),
    of_lone("the year for the value, alone", _year),
    of_lone("999 for the value, alone", _nines),
    of_lone("in millions, alone", _million),
    of_lone("power of ten, alone", _power),
)
