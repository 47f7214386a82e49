"""What the assessment finds out about a city. Scores are 0 to 100, coverages 0 to 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.assessment.plausibility.findings import Finding
from generator.assessment.traces import Trace
from generator.assessment.trend_results import TrendResult
from generator.model.city_tables import Observation
from generator.model.framework_tables import Goalpost
from generator.model.observables import Observable
from generator.model.scalars import Period

RATED = "rated"
NO_BENCHMARK = "no-benchmark"
NOT_RATED = "not-rated"
NOT_REPORTED = "not-reported"
HELD_BACK = "held-back"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which observation of a series is used, and why not another or none.

    `shown` is the observation that a page prints; `reason` is empty if it may be rated. `series`
    has one figure for each period; `aside` are those that take no part, each with its reason;
    `beside` are other figures of the period shown.
    """

    shown: Observation | None
    value: float | None
    reason: str
    series: tuple[Observation, ...]
    reasons: tuple[str, ...] = ()
    """Why each observation of the series cannot be rated; empty for one that can."""
    aside: tuple[tuple[Observation, str], ...] = ()
    beside: tuple[Observation, ...] = ()

    @property
    def stated(self) -> tuple[Observation, ...]:
        """The figures of the series with those held back, in order of time."""
        held_back = [row for row, reason in self.aside if reason == HELD_BACK]
        return tuple(sorted((*self.series, *held_back), key=lambda row: row.period or Period(0, 0)))


@dataclass(frozen=True, slots=True)
class Interval:
    """The 5 %, 50 % and 95 % points of a score, or a rank, over the replications.

    `bands`: in which share of them the score lies in each band that it reaches, ascending.
    """

    low: float
    median: float
    high: float
    bands: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class IndicatorResult:
    """An observable of a city. `percent` and `points` are the published U4SSC scale.

    `flagged`: the value used has a status that must be shown with it, such as an estimate.
    """

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
    flagged: bool = False
    interval: Interval | None = None
    points_trace: Trace | None = None
    doubts: tuple[Finding, ...] = ()
    """What speaks against the value shown, so that it is held back."""

    @cached_property
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
    def is_told(self) -> bool:
        """Whether the files say anything of it, be it that it is missing."""
        return any(one.selection.shown is not None for one in self.carriers)

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


@dataclass(frozen=True, slots=True)
class Removal:
    """The score of an area without one of its children, and by how much it differs."""

    child: str
    score: float | None
    change: float | None


@dataclass(frozen=True, slots=True)
class Robustness:
    """The score of an area under other assumptions; None where they leave nothing to rate."""

    geometric: float | None
    weight_sets: Mapping[str, float | None]
    removals: tuple[Removal, ...]


@dataclass(frozen=True)
class AreaResult:
    """The result of an area: score, both coverages, and the bounds if what is missing were known.

    `score` is the mean over what is available; it is the area's rating only if `band` is set.
    `low` and `high` take each missing assessable value as 0 and as 100. `flagged` of the `inputs`
    (observables with a score) have a status that must be shown with them.
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
    inputs: int = 0
    flagged: int = 0
    interval: Interval | None = None
    robustness: Robustness | None = None
    points_trace: Trace | None = None

    @property
    def flagged_share(self) -> float:
        """The share, 0 to 1, of the inputs with a status that must be shown."""
        return self.flagged / self.inputs if self.inputs else 0.0


@dataclass(frozen=True, slots=True)
class UrgencyResult:
    """How urgent action on a rated observable is: min(1, gap x importance x trend), 0 to 1.

    `importance` is 1, 2 or 3 and `importance_from` `city` or `framework`. `confirm` gives the
    reasons for which the figure must be confirmed first: `status`, `age`. `holds` is the share
    of replications in which the level is the same; `robust`: the highest one, in enough of them.
    """

    observable: str
    urgency: float
    level: str
    gap: float
    importance: int
    importance_from: str
    importance_factor: float
    trend: str
    trend_factor: float
    confirm: tuple[str, ...]
    trace: Trace
    holds: float | None = None
    robust: bool = False


@dataclass(frozen=True, slots=True)
class AreaUrgency:
    """The urgency of an area: the weighted mean over its rated indicators.

    `contributors` are the three largest: child is an indicator, score its urgency, points what
    it adds. `above_next` is the share of replications in which it is above the next area of
    its scheme and level; None for the last. `holds` and `robust` as for observables.
    """

    area: str
    urgency: float
    level: str
    contributors: tuple[Contribution, ...]
    trace: Trace
    holds: float | None = None
    robust: bool = False
    above_next: float | None = None


@dataclass(frozen=True, slots=True)
class DataGap:
    """A core indicator without a value. `assessable`: a value would give a score."""

    indicator: str
    importance: int
    reason: str
    assessable: bool


@dataclass(frozen=True, slots=True)
class Priority:
    """An area in the committee's order and in that of the evidence; None where it has no place.

    `comparison` is `same`, `higher` or `lower` (the committee ranks it higher or lower than the
    evidence does), `not-rated` (no evidence), `not-chosen` (not on the committee's list).
    """

    area: str
    committee_rank: int | None
    evidence_rank: int | None
    urgency: float | None
    level: str
    comparison: str


@dataclass(frozen=True)
class CityResult:
    """The assessment of a city: indicators in the order of the framework, areas by id.

    `trends` by observable, also pooled indicators; `area_trends` counts the trends of an area's
    indicators by class; `urgencies` by indicator and data point; `area_urgencies` most urgent
    first; `data_gaps` most important first.
    """

    city: str
    profile_year: int
    indicators: Mapping[str, IndicatorResult]
    areas: Mapping[str, AreaResult]
    observables: Mapping[str, IndicatorResult] = field(default_factory=dict)
    """Indicators and data points by id."""
    trends: Mapping[str, TrendResult] = field(default_factory=dict)
    area_trends: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    urgencies: Mapping[str, UrgencyResult] = field(default_factory=dict)
    area_urgencies: Mapping[str, AreaUrgency] = field(default_factory=dict)
    data_gaps: tuple[DataGap, ...] = field(default_factory=tuple)
    priorities: tuple[Priority, ...] = field(default_factory=tuple)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What speaks against figures of the city, by the key of the row."""
    years: frozenset[int] = field(default_factory=frozenset)
    """The years of all its values."""
    draws: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The printed scores of each rated area in every replication, for ranks; see `replication`."""
