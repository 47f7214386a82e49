"""What the assessment finds out about a city. Scores are 0 to 100, coverages 0 to 1."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from generator.assessment.plausibility.findings import Finding
from generator.assessment.traces import Trace
from generator.assessment.trend_results import TrendResult
from generator.assessment.urgency_results import DataGap, Priority, UrgencyResult
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.framework_tables import Goalpost, has_scale, stands_apart
from generator.model.observables import Observable
from generator.model.rounding import as_printed
from generator.model.scalars import Period

RATED = "rated"
NO_BENCHMARK, NOT_RATED = "no-benchmark", "not-rated"
NO_FIGURE = "no-figure"
HELD_BACK = "held-back"
REACHED, SHORT, POSITIONED = "reached", "short", "positioned"
"""The signs of what is rated without a band: a floor reached or not, a position alone."""
FULL = 100.0
"""The score at the target, the position of the leading cities."""
MISSING, WITHHELD, NOT_FOUND, NOT_COLLECTED = "missing", "withheld", "not-found", "not-collected"
"""Why there is no figure: a source says so, it is confidential, not found, nobody looked."""


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
    def last_year(self) -> int | None:
        """The last year of the observation shown; None without one."""
        return self.shown.period.last if self.shown and self.shown.period else None

    @property
    def stated(self) -> tuple[Observation, ...]:
        """The figures of the series with those held back, in order of time."""
        held_back = [row for row, reason in self.aside if reason == HELD_BACK]
        return tuple(sorted((*self.series, *held_back), key=lambda row: row.period or Period(0, 0)))


@dataclass(frozen=True, slots=True)
class Interval:
    """The 5 %, 50 % and 95 % points over the replications; `bands`: the share of each reached."""

    low: float
    median: float
    high: float
    bands: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class IndicatorResult:
    """An observable of a city, set against what is asked and beside the leading cities.

    `score` and `band` come from the target `goalpost`, `position` from the row `leading`; nothing
    mixes them. `percent` and `points` are the published U4SSC scale. `flagged`: the value used
    has a status that must be shown with it, such as an estimate. `doubts` speak against the value
    shown, so that it is held back; `searched` is when it was last looked for in vain.
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
    leading: Goalpost | None = None
    position: float | None = None
    position_trace: Trace | None = None
    position_interval: Interval | None = None
    searched: str = ""

    @cached_property
    def is_assessable(self) -> bool:
        """Whether a score or a position would follow from a value."""
        if self.data_points:
            return any(point.is_assessable for point in self.data_points)
        return self.has_target or (self.leading is not None and has_scale(self.leading))

    @cached_property
    def has_target(self) -> bool:
        """Whether a score would follow from a value."""
        if self.data_points:
            return any(point.has_target for point in self.data_points)
        return self.goalpost is not None and has_scale(self.goalpost)

    @cached_property
    def stands_apart(self) -> bool:
        """Whether its targets are floors or yes and no: reached or not, in no mean."""
        if self.data_points:
            return all(point.stands_apart for point in self.data_points if point.has_target)
        return self.goalpost is not None and stands_apart(self.goalpost)

    @property
    def printed_position(self) -> float | None:
        """The position as it is printed; ranks and comparisons are made from it."""
        return None if self.position is None else as_printed(self.position)

    @property
    def scale(self) -> Goalpost | None:
        """The row that tells how much a change is: the target's, else that of leading cities."""
        return self.goalpost if self.has_target else self.leading or self.goalpost

    @property
    def counts(self) -> bool:
        """Whether a score would enter the mean of its area."""
        return self.has_target and not self.stands_apart

    @property
    def mean_score(self) -> float | None:
        return None if self.stands_apart else self.score

    @property
    def is_rated(self) -> bool:
        return self.state == RATED

    @property
    def sign(self) -> str:
        """The sign that stands for it: its band, another of what is rated, or why it is not."""
        if self.band is not None:
            return self.band
        if self.score is not None:
            return REACHED if self.is_reached else SHORT
        if self.position is not None:
            return POSITIONED
        return NO_BENCHMARK if self.state == NO_BENCHMARK else NOT_RATED

    @property
    def is_reached(self) -> bool:
        """Whether its target is reached, with data points every one of them."""
        if self.data_points:
            return all(one.is_reached for one in self.data_points if one.score is not None)
        return self.score is not None and self.score >= FULL

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
        """Whether there is a figure, be it a number or a word."""
        return self.state != NO_FIGURE


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
    """The result of an area: score, coverages, and the bounds if what is missing were known.

    `score` is the mean over the targets that are rated, floors left out; None if they are too few,
    and for a scheme as a whole. `low` and `high` take each missing target as 0 and as 100.
    `flagged` of the `inputs` (observables that enter the score) have a status that must be shown.
    `reached` of the `targets` that are rated, floors and yes or no among them, are reached.
    `median_position` is that of the indicators `positioned`, from the policy's minimum on.
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
    """What could be rated and has no usable value."""
    trace: Trace | None = None
    inputs: int = 0
    flagged: int = 0
    interval: Interval | None = None
    robustness: Robustness | None = None
    points_trace: Trace | None = None
    targets: int = 0
    reached: int = 0
    positioned: int = 0
    median_position: float | None = None

    @property
    def flagged_share(self) -> float:
        return self.flagged / self.inputs if self.inputs else 0.0


@dataclass(frozen=True, slots=True)
class AreaUrgency:
    """The urgency of an area: the weighted mean over its rated indicators.

    `contributors`: the three largest; score is an urgency, points what it adds. `above_next`: the
    share of replications in which it is above the next area of its scheme and level.
    """

    area: str
    urgency: float
    level: str
    contributors: tuple[Contribution, ...]
    trace: Trace
    holds: float | None = None
    robust: bool = False
    above_next: float | None = None


@dataclass(frozen=True)
class CityResult:
    """The assessment of a city: indicators in the order of the framework, areas by id.

    `observables` with data points; `trends` by observable, also pooled; `area_trends` counts those
    of an area by class; `urgencies` by observable; `area_urgencies` most urgent first; `data_gaps`
    most important first; `findings` by the key of the row of the figure; `headlines`: why each
    rated observable and area may not lead, `unnamed`: why the figure of each observable may not be
    named outside of a table, both empty if it may; `years` of all its values; `sure`:
    how many indicators are rated or have an exact figure.
    """

    city: str
    profile_year: int
    indicators: Mapping[str, IndicatorResult]
    areas: Mapping[str, AreaResult]
    observables: Mapping[str, IndicatorResult] = field(default_factory=dict)
    trends: Mapping[str, TrendResult] = field(default_factory=dict)
    area_trends: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    urgencies: Mapping[str, UrgencyResult] = field(default_factory=dict)
    area_urgencies: Mapping[str, AreaUrgency] = field(default_factory=dict)
    data_gaps: tuple[DataGap, ...] = field(default_factory=tuple)
    priorities: tuple[Priority, ...] = field(default_factory=tuple)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    headlines: Mapping[str, str] = field(default_factory=dict)
    unnamed: Mapping[str, str] = field(default_factory=dict)
    years: frozenset[int] = field(default_factory=frozenset)
    sure: int = field(default_factory=int)
    draws: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Each observable's printed positions in every replication, for ranks."""
