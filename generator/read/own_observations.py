"""The observations of a city apart: those of the framework, and those of its own indicators."""

from collections.abc import Container
from dataclasses import replace

from generator.model.city_tables import OWN_OBSERVATIONS, Observation
from generator.model.tables import Table


def apart(
    table: Table[Observation], own: Container[str]
) -> tuple[Table[Observation], Table[Observation]]:
    """Return the observations of the framework, and those of the indicators `own` to the city."""
    of_framework = tuple(row for row in table if _indicator(row) not in own)
    of_city = tuple(row for row in table if _indicator(row) in own)
    return replace(table, rows=of_framework), replace(table, kind=OWN_OBSERVATIONS, rows=of_city)


def _indicator(row: Observation) -> str:
    return row.observable.partition(".")[0]
