"""Figures that are possible and most likely wrong: a power of ten, a sign, a year far away."""

from collections.abc import Callable, Mapping
from random import Random

from generator.model.scalars import is_number
from tests.editing.mutants.faults_of_tables import of_cell
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant
from tests.editing.mutants.sheets import Sheet

Doubt = Callable[[Sheet, Ground, Random], Mutant | None]

POWERS = (10.0, 100.0, 1000.0, 0.1, 0.01, 0.001)
FEWEST = 5
"""So many figures make a series."""
BREAKDOWNS = ("sex", "age", "district")


def scaled(text: str, factor: float) -> str:
    """Return a number times a factor, written out."""
    return f"{float(text) * factor:.10f}".rstrip("0").rstrip(".")


def power_in_series(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A figure of a series is ten, a hundred or a thousand times too large or too small."""
    return _in_series(
        "power of ten in a series",
        sheet,
        ground,
        draw,
        lambda text: scaled(text, draw.choice(POWERS)),
    )


def digit_doubled(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """The first digit of a figure of a series stands twice, or is lost."""

    def change(text: str) -> str:
        return text[0] + text if draw.random() < 0.5 else text[1:]

    return _in_series("digit too many or few in a series", sheet, ground, draw, change)


def _in_series(
    name: str, sheet: Sheet, ground: Ground, draw: Random, change: Callable[[str], str]
) -> Mutant | None:
    if sheet.kind.name != "observations":
        return None
    line = draw.choice(sheet.numbers)
    if len(comparable_lines(sheet, line, ground)) < FEWEST:
        return None
    text = sheet.cell(line, "value")
    changed = change(text)
    if not is_number(changed) or not float(text) or float(changed) == float(text):
        return None
    times = float(changed) / float(text)
    return of_cell(name, sheet, line, "value", changed) if not 1 / 3 < times < 3 else None


def comparable_lines(sheet: Sheet, line: int, ground: Ground) -> list[int]:
    """Return the lines of the figures that one may be held against, itself among them.

    Those of its observable for all people, one of each period; none beside a proxy, a break or a
    breakdown.
    """
    rows = {
        number: dict(zip(sheet.header, sheet.cells(number), strict=True))
        for number in sheet.numbers
    }
    name = rows[line]["observable"]
    if name not in ground.publication.framework.observables:
        return []  # the city's own: never rated
    of_name = {number: row for number, row in rows.items() if row["observable"] == name}
    periods = [row["period"] for row in of_name.values() if not _is_part(row)]
    if len(set(periods)) < len(periods) or any(
        row.get("status") == "B" for row in of_name.values()
    ):
        return []
    found = [number for number, row in of_name.items() if _is_comparable(row)]
    return found if line in found else []


def _is_part(row: Mapping[str, str]) -> bool:
    return any(row.get(each) for each in BREAKDOWNS)


def _is_comparable(row: Mapping[str, str]) -> bool:
    is_own = row.get("comparability") != "proxy" and row.get("territory", "") in ("", "city")
    return is_number(row["value"]) and bool(row["period"]) and is_own and not _is_part(row)


def power_of_context(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A fact about the city is a hundred or a thousand times too large or too small."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name != "context" or not is_number(sheet.cell(line, "value")):
        return None
    text = sheet.cell(line, "value")
    if "no" in sheet.cells(line):
        return None
    factor = draw.choice((100.0, 1000.0, 0.01, 0.001))
    return (
        of_cell("power of ten in context.csv", sheet, line, "value", scaled(text, factor))
        if float(text)
        else None
    )


def sign(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A figure has the other sign."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name not in ("observations", "context") or not is_number(
        sheet.cell(line, "value")
    ):
        return None
    if (
        sheet.kind.name == "observations" and len(comparable_lines(sheet, line, ground)) < FEWEST
    ) or "no" in sheet.cells(line):
        return None
    value = sheet.cell(line, "value")
    return (
        of_cell(
            "other sign",
            sheet,
            line,
            "value",
            value.removeprefix("-") if value.startswith("-") else f"-{value}",
        )
        if float(value)
        else None
    )


def far_year(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A figure of a series is of a year a century before the others."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name != "observations" or len(comparable_lines(sheet, line, ground)) < FEWEST:
        return None
    period = sheet.cell(line, "period")
    if not period.isdecimal():
        return None
    return of_cell(
        "year far away", sheet, line, "period", str(int(period) - draw.choice((50, 90, 100)))
    )


def power_of_target(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """A target of an indicator with figures is ten times what it should be, or a tenth of it."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name != "targets" or not is_number(sheet.cell(line, "value")):
        return None
    if not ground.has_figure(sheet.cell(line, "observable")):
        return None
    text = sheet.cell(line, "value")
    return of_cell(
        "power of ten in a target", sheet, line, "value", scaled(text, draw.choice(POWERS))
    )


def power_of_amount(sheet: Sheet, ground: Ground, draw: Random) -> Mutant | None:
    """An amount of a project is in thousands, or a thousand times what it should be."""
    line = draw.choice(sheet.numbers)
    if sheet.kind.name != "cash-flows":
        return None
    text = sheet.cell(line, "amount")
    return of_cell(
        "amount in other units", sheet, line, "amount", scaled(text, draw.choice((1000.0, 0.001)))
    )


DOUBTS: tuple[Doubt, ...] = (
    power_in_series,
    digit_doubled,
    power_of_context,
    sign,
    far_year,
    power_of_target,
    power_of_amount,
)
"""Figures that can be held against others; those that stand alone are in `lone_figures.py`."""
