"""What the charts are given: names, numbers and words, chosen, computed and translated by others.

Plain frozen values; nothing here reads, computes or draws.
"""

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A rating band; bands are handed over from the lowest to the highest."""

    id: str
    """Also the name of the band's colour in the palette."""
    name: str
    lower_edge: float
    """The score at which the band begins, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Sector:
    """One indicator on the wheel."""

    name: str
    score: float | None
    """0 to 100; None unless the state is `rated`."""
    band: str | None
    """The id of the band; None unless the state is `rated`."""
    state: str
    text: str = ""
    """What a pointer resting on the sector shows on the web, such as "PM2.5: 34, moderate"."""


@dataclass(frozen=True, slots=True)
class SectorGroup:
    """The indicators of one area, in their order."""

    name: str
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class Wheel:
    """How a city stands by indicator."""

    groups: tuple[SectorGroup, ...]
    bands: tuple[Band, ...]

    @property
    def sectors(self) -> tuple[Sector, ...]:
        return tuple(sector for group in self.groups for sector in group.sectors)


@dataclass(frozen=True, slots=True)
class Point:
    """One observation of a time series."""

    period: str
    """As printed: "2023", "2020-2022"."""
    position: float
    """Where it stands on the axis of years."""
    value: float | None
    """None where nothing was reported: the line is interrupted."""
    status: str = "A"
    """Code of the observation status (SDMX)."""
    mark: str = ""
    """The letter printed beside the value, such as "p"; empty for a normal value."""
    status_name: str = ""
    """What the letter means, such as "provisional"."""
    rated: bool = True
    """False where the status keeps the value out of ratings, such as a forecast."""
    sign: str = ""
    """What stands before the value, such as "≈" where the measure is near."""
    decimals: int = 1
    """How many decimals are printed, as in the tables of the pages."""
    unit: str = ""
    """The unit as read after the value; blank where the value is read without it."""

    @property
    def is_reserved(self) -> bool:
        """Whether it is drawn hollow: something is to be said of it."""
        return bool(self.mark) or not self.rated


@dataclass(frozen=True, slots=True)
class Reference:
    """A goalpost: a value to compare with, and what it is."""

    value: float
    label: str
    """Its name, without the value: "WHO guideline"."""


@dataclass(frozen=True, slots=True)
class Target:
    """The city's own target."""

    value: float
    year: float
    label: str
    """Its name with the year, without the value: "City target for 2030"."""


@dataclass(frozen=True, slots=True)
class TimeSeries:
    """The values of one observable over the years."""

    title: str
    """Name of the observable."""
    message: str
    """What the series shows, in a sentence: the heading of the chart, printed by the page."""
    unit: str
    points: tuple[Point, ...]
    breaks: tuple[float, ...] = ()
    """Positions of the first observation after each break in the series."""
    best: Reference | None = None
    worst: Reference | None = None
    target: Target | None = None
    direction: str = "none"
    minimum: float | None = None
    """The smallest possible value of the unit: the axis does not go below."""
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class AreaBar:
    """How a city stands in one area. Scores, bounds and interval are 0 to 100."""

    name: str
    level: int
    """1 at the top, 2 below it."""
    score: float | None
    band: str | None
    """The id of the band; None where the area is not rated."""
    low: float
    high: float
    """The score if all that is missing were the worst, and the best."""
    interval: tuple[float, float] | None
    """The 5 % and 95 % points of the score."""
    text: str
    """The rating in words, or why there is none."""


@dataclass(frozen=True, slots=True)
class AreaBars:
    """How a city stands by area, with how sure that is."""

    bars: tuple[AreaBar, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class TrendPanel:
    """One small time series: the name, the points, the first and last value in words."""

    name: str
    unit: str
    points: tuple[Point, ...]
    breaks: tuple[float, ...]
    first: str
    last: str
    trend: str
    """The class of the trend, in words."""
    best: float | None = None


@dataclass(frozen=True, slots=True)
class TrendPanels:
    """The series of a city side by side, on the same axis of years, each on its own scale."""

    panels: tuple[TrendPanel, ...]
