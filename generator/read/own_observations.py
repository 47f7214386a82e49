"""The observations of a city apart: those of the framework, and those of its own indicators."""

from collections.abc import Container
from dataclasses import replace

from generator.model.city_tables import OWN_OBSERVATIONS, Observation
from generator.model.tables import Table


def apart(
    table: Table[Observation], own: Container[str]
) -> tuple[Table[Observation], Table[Observation]]:
    """Return the observations of the framework, and those of the indicators `own` to the city."""
    of_framework, of_city = _sorted(table.rows, own)
    torn_of_framework, torn_of_city = _sorted(table.torn, own)
    return (
        replace(table, rows=of_framework, torn=torn_of_framework),
        replace(table, kind=OWN_OBSERVATIONS, rows=of_city, torn=torn_of_city),
    )


Rows = tuple[Observation, ...]


def _sorted(rows: Rows, own: Container[str]) -> tuple[Rows, Rows]:
    of_city = tuple(row for row in rows if _indicator(row) in own)
    if not of_city:
        return rows, ()
    lines = {row.line for row in of_city}
    return tuple(row for row in rows if row.line not in lines), of_city


def _indicator(row: Observation) -> str:
    return (row.observable or "").partition(".")[0]
