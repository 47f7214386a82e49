"""The tables of open data: the list of all, and those that are neither files nor ratings.

The order of the fields of a row is the order of the columns. Rows of a city's files keep the
columns of their own `TableKind`, after `CITY`; ratings are in `open_data_rating_tables.py`.
"""

from generator.frozen import dataclass
from generator.model.city_tables import CONTEXT, OBSERVATIONS, REVISIONS, SOURCES, TARGETS
from generator.model.framework_tables import (
    AREAS,
    COUNTRIES,
    GOALPOSTS,
    PLACEMENTS,
    SCHEMES,
    STATUSES,
    UNITS,
)
from generator.model.open_data_rating_tables import (
    CERTAINTY,
    PEER_GROUPS,
    PEERS,
    SCORES,
    SERIES,
    SETTINGS,
    TRENDS,
    UNDER_REVIEW,
    URGENCY,
    WEIGHTS,
)
from generator.model.relation_table import RELATIONS
from generator.model.tables import Cell, Column, Row, TableKind, column
from generator.model.undertaking_tables import ACTIONS, PROJECTS, REVIEWS

CITY = Column("city", Cell.ID, "Folder of the city.", filled=True, optional=False, refers="city")
"""The column that stands before the columns of a city's own table."""

POINT = ("id", "name", "country", "population", "figures", "rated", "page")
"""What is told of each city on the map (`cities.geojson`), in order."""

PROJECT = Column(
    "project", Cell.ID, "File in projects/.", filled=True, optional=False, refers="project"
)
"""The column that stands before the cash flows of a project."""


@dataclass(frozen=True)
class OwnLine(Row):
    """An indicator, or a data point, of a city's own."""

    observable: str = column(Cell.LINE, "Id, as in own-observations.", filled=True)
    name: str = column(Cell.LINE, "Its name.", filled=True)
    definition: str = column(Cell.TEXT, "What it is.", filled=True)
    unit: str = column(Cell.LINE, "Unit of its values.", filled=True)
    direction: str = column(Cell.ID, "Which way is better.", filled=True)


@dataclass(frozen=True)
class CityLine(Row):
    """A city of the publication."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True)
    name: str = column(Cell.LINE, "Name.", filled=True)
    country: str = column(Cell.LINE, "ISO 3166-1 alpha-2.", filled=True, refers="country")
    profile_year: int = column(Cell.YEAR, "Year of the situation described.", filled=True)
    latitude: float | None = column(Cell.NUMBER, "Decimal degrees.")
    longitude: float | None = column(Cell.NUMBER, "Decimal degrees.")
    confirmed: bool = column(Cell.YES_NO, "Whether the city approved the profile.", filled=True)
    fictitious: bool = column(
        Cell.YES_NO, "Whether city and figures are invented, for training.", filled=True
    )


@dataclass(frozen=True)
class ObservableLine(Row):
    """An indicator or a data point."""

    observable: str = column(Cell.LINE, "Indicator or data point.", filled=True)
    indicator: str = column(Cell.ID, "The indicator to which it belongs.", filled=True)
    code: str = column(Cell.LINE, "Code of the framework.", filled=True)
    name: str = column(Cell.LINE, "Name.", filled=True)
    definition: str = column(Cell.TEXT, "Definition.", filled=True)
    unit: str = column(Cell.LINE, "Unit as printed.", filled=True, refers="unit")
    direction: str = column(
        Cell.ID, "Which way is better.", filled=True, refers="vocabulary:direction"
    )
    multiplier: float = column(
        Cell.NUMBER, "By what the quotient of plain counts is multiplied.", filled=True
    )
    minimum: float | None = column(Cell.NUMBER, "Smallest possible value.")
    maximum: float | None = column(Cell.NUMBER, "Largest possible value.")
    few_events: int | None = column(
        Cell.INTEGER, "Events below which single years of this rate say little."
    )
    max_age_years: int | None = column(Cell.INTEGER, "Its own limit of age for a rating.")
    importance: int | None = column(Cell.INTEGER, "1 to 3; blank: that of the policy.")


OWN_INDICATORS = TableKind("own-indicators", OwnLine, ("observable",))
CITIES = TableKind("cities", CityLine, ("city",))
OBSERVABLES = TableKind("indicators", ObservableLine, ("observable",))

DATA_TABLES: tuple[tuple[str, tuple[Column, ...]], ...] = (
    (OBSERVATIONS.name, (CITY, *OBSERVATIONS.columns)),
    (SCORES.name, SCORES.columns),
    *((kind.name, kind.columns) for kind in (PEERS, PEER_GROUPS)),
    (CONTEXT.name, (CITY, *CONTEXT.columns)),
    (SOURCES.name, (CITY, *SOURCES.columns)),
    (CITIES.name, CITIES.columns),
    (OBSERVABLES.name, OBSERVABLES.columns),
    (GOALPOSTS.name, GOALPOSTS.columns),
    *((kind.name, kind.columns) for kind in (CERTAINTY, SERIES, TRENDS, URGENCY)),
    (UNDER_REVIEW.name, (CITY, *UNDER_REVIEW.columns)),
    *((kind.name, (CITY, *kind.columns)) for kind in (TARGETS, REVISIONS)),
    *((kind.name, kind.columns) for kind in (SETTINGS, WEIGHTS)),
    *(
        (kind.name, kind.columns)
        for kind in (SCHEMES, AREAS, PLACEMENTS, STATUSES, UNITS, COUNTRIES, RELATIONS)
    ),
    (PROJECTS.name, PROJECTS.columns),
    (ACTIONS.name, ACTIONS.columns),
    (REVIEWS.name, REVIEWS.columns),
)
"""The tables over all cities, as published: name of the file without `.csv`, and columns."""
