"""What a figure describes: the city, or a wider territory that stands in for it."""

from dataclasses import replace

from generator.model.city_records import CityRecord
from generator.model.city_tables import Observation
from generator.model.tables import Table

CITY = "city"
STANDS_IN = ("region", "country")
"""Territories whose figures are proxies, unless the city is one of them."""
PROXY = "proxy"


def territory_of(row: Observation, record: CityRecord) -> str:
    """Return what an observation describes; the territory that is the city itself is the city."""
    same = record.boundary.same_as if record.boundary else None
    return CITY if row.territory in (None, same) else row.territory or CITY


def stands_in(row: Observation, record: CityRecord) -> bool:
    """Return whether an observation is a proxy for what it describes."""
    return row.territory is not None and territory_of(row, record) in STANDS_IN


def with_proxies(table: Table[Observation], record: CityRecord) -> Table[Observation]:
    """Return the observations with what a blank comparability means: `proxy`, if one stands in."""
    rows = tuple(
        replace(row, comparability=PROXY)
        if row.comparability is None and stands_in(row, record)
        else row
        for row in table
    )
    return replace(table, rows=rows)
