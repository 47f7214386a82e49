"""The tables of open data that are not files of a city: one row class and one `TableKind` each.

The order of the fields is the order of the columns. Rows of a city's files keep the columns of
their own `TableKind`, after `CITY`.
"""

from dataclasses import dataclass

from generator.model.city_tables import CONTEXT, OBSERVATIONS, SOURCES, TARGETS
from generator.model.framework_tables import (
    AREAS,
    COUNTRIES,
    GOALPOSTS,
    PLACEMENTS,
    SCHEMES,
    STATUSES,
    UNITS,
)
from generator.model.rebuilt_tables import CERTAINTY, SETTINGS, TRENDS, URGENCY
from generator.model.relation_table import RELATIONS
from generator.model.scalars import Period
from generator.model.tables import Cell, Column, Row, TableKind, column
from generator.model.undertaking_tables import ACTIONS, PROJECTS, REVIEWS

CITY = Column("city", Cell.ID, "Folder of the city.", filled=True, optional=False, refers="city")
"""The column that stands before the columns of a city's own table."""

PROJECT = Column(
    "project", Cell.ID, "File in projects/.", filled=True, optional=False, refers="project"
)
"""The column that stands before the cash flows of a project."""


@dataclass(frozen=True, slots=True)
class Score(Row):
    """What a profile shows of an indicator, a data point or an area."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    kind: str = column(Cell.ID, "indicator, data-point or area.", filled=True)
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    name: str = column(Cell.LINE, "Its name.", filled=True)
    period: Period | None = column(Cell.PERIOD, "Reference period of the value.")
    value: str | None = column(Cell.LINE, "The value that the profile shows: a number or a word.")
    unit: str | None = column(Cell.LINE, "Unit of the value.", refers="unit")
    status: str | None = column(Cell.LINE, "SDMX observation status.", refers="status")
    comparability: str | None = column(
        Cell.ID, "exact, near or proxy.", refers="vocabulary:comparability"
    )
    source: str | None = column(Cell.ID, "Source of the value.", refers="source")
    state: str = column(Cell.ID, "rated, not-rated, no-benchmark or no-figure.", filled=True)
    evidence: str | None = column(
        Cell.ID,
        "value, missing (a source says that the city has none), not-found, not-collected, "
        "withheld or held-back; blank for an area.",
    )
    reason: str | None = column(Cell.ID, "Why there is no rating.")
    score: float | None = column(
        Cell.NUMBER, "0 at the worst value, 100 at the target; as printed, with one decimal."
    )
    band: str | None = column(Cell.ID, "Rating by the target.", refers="band")
    floor: bool | None = column(
        Cell.YES_NO, "yes: its target is one that nearly all reach, or yes or no; in no mean."
    )
    position: float | None = column(
        Cell.NUMBER, "0 at the trailing, 100 at the leading cities; of an area the median."
    )
    targets: int | None = column(Cell.INTEGER, "Of an area: targets that are rated.")
    reached: int | None = column(
        Cell.INTEGER, "Of an area: how many of them are reached; else 1 if the target is."
    )
    percent: float | None = column(Cell.NUMBER, "Share of the benchmark reached, in per cent.")
    points: int | None = column(Cell.INTEGER, "Points of the published U4SSC scale.")
    rated: int | None = column(Cell.INTEGER, "Of an area: indicators with a rating.")
    total: int | None = column(Cell.INTEGER, "Of an area: all its indicators.")
    coverage: float | None = column(
        Cell.NUMBER, "Of an area: rated share of what has a target, in per cent."
    )
    low: float | None = column(Cell.NUMBER, "Of an area: score if all that is missing were 0.")
    high: float | None = column(Cell.NUMBER, "Of an area: score if all that is missing were 100.")


@dataclass(frozen=True, slots=True)
class OwnLine(Row):
    """An indicator, or a data point, of a city's own."""

    observable: str = column(Cell.LINE, "Id, as in own-observations.", filled=True)
    name: str = column(Cell.LINE, "Its name.", filled=True)
    definition: str = column(Cell.TEXT, "What it is.", filled=True)
    unit: str = column(Cell.LINE, "Unit of its values.", filled=True)
    direction: str = column(Cell.ID, "Which way is better.", filled=True)


@dataclass(frozen=True, slots=True)
class ReviewLine(Row):
    """What speaks against a figure, so that it is under review and not rated."""

    figure: str = column(Cell.LINE, "Key of the row in observations.", filled=True)
    relation: str = column(Cell.ID, "Relation of the framework that it breaks.", filled=True)
    left: str = column(Cell.LINE, "One side of the relation.", filled=True)
    left_value: float = column(Cell.NUMBER, "Its value.", filled=True)
    right: str | None = column(Cell.LINE, "The other side; blank for a limit.")
    right_value: float = column(Cell.NUMBER, "Its value, or the limit.", filled=True)


@dataclass(frozen=True, slots=True)
class PeerLine(Row):
    """An indicator, data point or area of a city beside one of its peer groups."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True)
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    peer_group: str = column(Cell.ID, "Group of cities that it is compared with.", filled=True)
    peers: int = column(Cell.INTEGER, "Cities compared, this one among them.", filled=True)
    percentile: float | None = column(
        Cell.NUMBER,
        "Share of the other cities below, those with the same score as half; 0 to 100. "
        "Blank if fewer cities than the policy asks.",
    )
    rank: int | None = column(
        Cell.INTEGER, "Of an area: 1 and the number of cities above. Only with its interval."
    )
    rank_low: float | None = column(Cell.NUMBER, "Of an area: lower end of the rank's interval.")
    rank_high: float | None = column(Cell.NUMBER, "Of an area: upper end of the rank's interval.")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    max_age_years: int | None = column(Cell.INTEGER, "Its own limit of age for a rating.")
    importance: int | None = column(Cell.INTEGER, "1 to 3; blank: that of the policy.")


UNDER_REVIEW = TableKind("under-review", ReviewLine, ("figure", "relation", "left"))
OWN_INDICATORS = TableKind("own-indicators", OwnLine, ("observable",))
SCORES = TableKind("scores", Score, ("city", "id"))
PEERS = TableKind("peers", PeerLine, ("city", "id", "peer_group"))
CITIES = TableKind("cities", CityLine, ("city",))
OBSERVABLES = TableKind("indicators", ObservableLine, ("observable",))

DATA_TABLES: tuple[tuple[str, tuple[Column, ...]], ...] = (
    (OBSERVATIONS.name, (CITY, *OBSERVATIONS.columns)),
    (SCORES.name, SCORES.columns),
    (PEERS.name, PEERS.columns),
    (CONTEXT.name, (CITY, *CONTEXT.columns)),
    (SOURCES.name, (CITY, *SOURCES.columns)),
    (CITIES.name, CITIES.columns),
    (OBSERVABLES.name, OBSERVABLES.columns),
    (GOALPOSTS.name, GOALPOSTS.columns),
    *((kind.name, kind.columns) for kind in (CERTAINTY, TRENDS, URGENCY)),
    (UNDER_REVIEW.name, (CITY, *UNDER_REVIEW.columns)),
    (TARGETS.name, (CITY, *TARGETS.columns)),
    (SETTINGS.name, SETTINGS.columns),
    *(
        (kind.name, kind.columns)
        for kind in (SCHEMES, AREAS, PLACEMENTS, STATUSES, UNITS, COUNTRIES, RELATIONS)
    ),
    (PROJECTS.name, PROJECTS.columns),
    (ACTIONS.name, ACTIONS.columns),
    (REVIEWS.name, REVIEWS.columns),
)
"""The tables over all cities, as published: name of the file without `.csv`, and columns."""
