"""Rules for units: the one that is wanted, and what a figure in another unit would be in it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.checks.places import cell_problem
from generator.model.city_tables import ContextFigure, Observation, Target
from generator.model.framework import Framework
from generator.model.framework_tables import Conversion
from generator.model.scalars import Fault, parse_decimal
from generator.model.tables import Table
from generator.problems import Code, Problem

Measured = Observation | Target | ContextFigure


def check_unit_of(
    framework: Framework, table: Table[Any], row: Measured, wanted: str, name: str
) -> Iterator[Problem]:
    """The unit is the wanted one; an unknown one without a conversion is reported elsewhere."""
    given = row.unit
    if given is None or given == wanted:
        return
    conversion = framework.conversion_of.get((given, wanted))
    if conversion is None and given not in framework.unit_of:
        return
    values = {"name": name, **(_converted(row, conversion) if conversion else {})}
    yield cell_problem(Code.UNIT_DIFFERS, table, row, "unit", "", wanted, **values)


def _converted(row: Measured, conversion: Conversion) -> Mapping[str, str]:
    """Return the figure in the wanted unit, and how it was reckoned; nothing without a figure."""
    try:
        value = parse_decimal(str(row.value))
    except Fault:
        return {}
    factor, offset = Decimal(str(conversion.factor)), Decimal(str(conversion.offset or 0))
    how = f"{row.value} × {plain(factor)}" + (f" + {plain(offset)}" if offset else "")
    note = f" ({conversion.note.rstrip('.')})" if conversion.note else ""
    converted = plain(value * factor + offset)
    return {"reason": "conversion", "converted": converted, "how": how + note}


def plain(number: Decimal) -> str:
    """Return a number as it is written in files: no exponent, no zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
