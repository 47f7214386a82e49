"""The observations of all cities as SDMX-CSV 2.0, and the components that their structure has.

Components follow from the columns of `observations.csv`: those of its key are dimensions, the
value is the measure, all others are attributes. What a blank of a dimension means is written out.
An observation without a year has no place in time, and is left out.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from generator.frozen import dataclass
from generator.model.city_tables import OBSERVATIONS
from generator.model.framework_records import PublicationRecord
from generator.model.open_data_tables import CITY
from generator.model.publication import City, Publication
from generator.model.scalars import Period, slug
from generator.model.tables import Cell, Column
from generator.model.territories import CITY as THE_CITY
from generator.outputs.data.data_tables import Extract, published_rows

SDMX = "sdmx/observations"
"""The file below the data, without its ending."""
FLOW, STRUCTURE, CONCEPTS, VERSION = "DF_OBSERVATIONS", "DSD_OBSERVATIONS", "CS_OBSERVATIONS", "1.0"
"""Ids of dataflow, data structure and concepts. They change with each edition: not `1.0.0`, of
which SDMX 3.0 says that it never does."""

IDS: Mapping[str, str] = {
    CITY.name: "REF_AREA",
    "observable": "INDICATOR",
    "period": "TIME_PERIOD",
    "value": "OBS_VALUE",
    "unit": "UNIT_MEASURE",
    "status": "OBS_STATUS",
    "note": "OBS_NOTE",
}
"""Column -> the id that SDMX has for it; others are called as we call them, in capitals."""
TOTAL, NORMAL = "_T", "A"
BLANKS: Mapping[str, str] = {
    "sex": TOTAL,
    "age": TOTAL,
    "district": TOTAL,
    "territory": THE_CITY,
    "status": NORMAL,
}
"""Column -> what its blank cell means."""
HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
"""The columns that stand before the components: SDMX-CSV 2.0, section 3."""
INFORMATION = "I"
"""The action of data that are published, and ask nobody to change his own."""


class Role(StrEnum):
    """What a component is in a data structure."""

    DIMENSION = "dimension"
    TIME = "time"
    MEASURE = "measure"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Component:
    """A column as a component; `refers` names the list of its codes, "" for a text."""

    id: str
    role: Role
    column: Column
    refers: str


def agency(record: PublicationRecord) -> str:
    """Return the id of who maintains the structure, from the title of the publication."""
    return f"P_{slug(record.title).upper().replace('-', '_')}"


@cache
def components() -> tuple[Component, ...]:
    """Return the components: dimensions, time, measure, attributes."""
    columns = (CITY, *OBSERVATIONS.columns)
    found = [Component(id_of(one), _role(one), one, _coded(one)) for one in columns]
    order = list(Role)
    return tuple(sorted(found, key=lambda one: order.index(one.role)))


def id_of(column: Column) -> str:
    return IDS.get(column.name, column.name.upper())


def _role(column: Column) -> Role:
    if column.cell is Cell.PERIOD:
        return Role.TIME
    if column.name == "value":
        return Role.MEASURE
    is_key = column.name in (CITY.name, *OBSERVATIONS.key)
    return Role.DIMENSION if is_key else Role.ATTRIBUTE


def _coded(column: Column) -> str:
    """Return the list that a cell is from; units hold letters that no code may have."""
    return "" if column.refers in ("source", "unit") else column.refers


def code_of(name: str) -> str:
    """Return an id of ours as a code: no code has a point, and no id of ours a low line."""
    return name.replace(".", "_")


def time_of(period: Period) -> str:
    """Return a period as SDMX writes it: a year, or a day and how many years from there."""
    if period.first == period.last:
        return str(period.last)
    return f"{period.first}-01-01/P{period.last - period.first + 1}Y"


def sdmx_table(publication: Publication, city: City | None = None) -> Extract:
    """Return the rows of a city, or none, under the heads of the file."""
    heads = tuple(_head(name) for name in (*HEAD, *(one.id for one in components())))
    key = tuple(one.id for one in components() if one.role in (Role.DIMENSION, Role.TIME))
    rows = () if city is None else tuple(_rows(publication, city))
    return Extract(SDMX, heads, key, rows)


def _head(name: str) -> Column:
    return Column(name, Cell.LINE, about_of(name), filled=False, optional=False, refers="")


def about_of(name: str) -> str:
    """Return what a column of the file holds."""
    return {one.id: one.column.about for one in components()}.get(name, "")


def _rows(publication: Publication, city: City) -> Iterator[tuple[Any, ...]]:
    names = [(one, OBSERVATIONS.attributes.get(one.column.name)) for one in components()]
    before = ("dataflow", f"{agency(publication.record)}:{FLOW}({VERSION})", INFORMATION)
    for row in published_rows(publication, city.observations):
        if row.period is not None:
            cells = (_cell(one, getattr(row, name) if name else city.id) for one, name in names)
            yield (*before, *cells)


def _cell(component: Component, value: Any) -> Any:
    if isinstance(value, Period):
        return time_of(value)
    if value is None:
        return BLANKS.get(component.column.name)
    return code_of(value) if component.refers == "observable" else value
