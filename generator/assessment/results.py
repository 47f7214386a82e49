"""What the assessment finds out about a city. Scores are 0 to 100, coverages 0 to 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.city_tables import Observation
from generator.model.framework_tables import Goalpost
from generator.model.publication import Observable

RATED = "rated"
NO_BENCHMARK = "no-benchmark"
NOT_RATED = "not-rated"
NOT_REPORTED = "not-reported"


@dataclass(frozen=True, slots=True)
class TraceInput:
    """A number that went into a result, with where it comes from."""

    name: str
    value: float | str
    unit: str = ""
    period: str = ""
    status: str = ""
    source: str = ""
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """How a result was computed: `formula` names an entry of the methodology."""

    formula: str
    inputs: tuple[TraceInput, ...]
    steps: tuple[tuple[str, float], ...]
    settings: tuple[tuple[str, float | str], ...]
    result: float | None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which observation of a series is used, and why not another or none.

    `shown` is the observation that a page prints; `reason` is empty if it may be rated.
    """

    shown: Observation | None
    value: float | None
    reason: str
    series: tuple[Observation, ...]


@dataclass(frozen=True)
class IndicatorResult:
    """An observable of a city. `percent` and `points` are the published U4SSC scale."""

    observable: Observable
    selection: Selection
    goalpost: Goalpost | None
    state: str
    reason: str
    score: float | None = None
    band: str | None = None
    percent: float | None = None
    points: int | None = None
    trace: Trace | None = None
    data_points: "tuple[IndicatorResult, ...]" = ()

    @property
    def is_assessable(self) -> bool:
        """Whether a score would follow from a value: both ends of the scale are known."""
        if self.data_points:
            return any(point.is_assessable for point in self.data_points)
        return self.goalpost is not None and has_scale(self.goalpost)

    @property
    def carriers(self) -> "tuple[IndicatorResult, ...]":
        """The results that carry values: the data points, or the indicator itself."""
        return self.data_points or (self,)

    @property
    def is_reported(self) -> bool:
        return any(one.selection.value is not None for one in self.carriers)


def has_scale(goalpost: Goalpost) -> bool:
    """Return whether goalposts give a score: both ends, or scores of words."""
    return goalpost.scores is not None or (goalpost.best is not None and goalpost.worst is not None)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a child adds to its area's score; contributions add up to the score."""

    child: str
    weight: float
    score: float
    points: float


@dataclass(frozen=True)
class AreaResult:
    """The result of an area: score, both coverages, and the bounds if what is missing were known.

    `score` is the mean over what is available; it is the area's rating only if `band` is set.
    `low` and `high` take each missing assessable value as 0 and as 100.
    """

    area: str
    score: float | None
    band: str | None
    reason: str
    rated: int
    assessable: int
    total: int
    reported: int
    framework_coverage: float
    assessable_coverage: float
    low: float
    high: float
    contributions: tuple[Contribution, ...]
    points: int
    points_scored: int
    points_percent: float | None
    points_band: str | None
    unlocking: tuple[str, ...]
    """Assessable observables without a usable value, which would raise the coverage."""
    trace: Trace | None = None


@dataclass(frozen=True)
class CityResult:
    """The assessment of a city: indicators in the order of the framework, areas by id."""

    city: str
    profile_year: int
    indicators: Mapping[str, IndicatorResult]
    areas: Mapping[str, AreaResult]
    observables: Mapping[str, IndicatorResult] = field(default_factory=dict)
    """Indicators and data points by id."""
