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

COUNT = "count"
"""The kind of unit of plain counts."""

Measured = Observation | Target | ContextFigure


def check_unit_of(
    framework: Framework, table: Table[Any], row: Measured, wanted: str, name: str
) -> Iterator[Problem]:
    """The unit is the wanted one; of an unknown one also its name is judged, elsewhere.

    Another spelling counts as the unit that it means, so that what a hint proposes is accepted.
    """
    if row.unit in (None, wanted) or wanted not in framework.unit_of:
        return
    meant = framework.unit_by_alias.get(row.unit.casefold())
    given = row.unit if row.unit in framework.unit_of or meant is None else meant.unit
    conversion = framework.conversion_of.get((given, wanted))
    if given == wanted:
        return
    values = {"name": name, **_instead(framework, row, given, conversion)}
    yield cell_problem(Code.UNIT_DIFFERS, table, row, "unit", "", wanted, **values)


def _instead(
    framework: Framework, row: Measured, given: str, conversion: Conversion | None
) -> Mapping[str, str]:
    """Return what to write in place of a figure in another unit, as far as it is known."""
    if conversion is not None:
        return _converted(row, conversion)
    observable = framework.observables.get(row.observable) if isinstance(row, Observation) else None
    if observable is None or not observable.denominator:
        return {}
    known = framework.unit_of.get(given)
    counted = f"{observable.numerator} {observable.denominator}".casefold()
    is_count = known.kind == COUNT if known else given.casefold() in counted.split()
    return {"reason": COUNT, "base": observable.denominator} if is_count else {}


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
