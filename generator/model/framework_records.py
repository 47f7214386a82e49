"""The YAML records of `content/`: publication, indicators, rating policy, libraries."""

from typing import Annotated

from pydantic import Field

from generator.model.benchmark_policy import BenchmarkPolicy, ComparisonPolicy, Coverage
from generator.model.condition_records import Condition
from generator.model.editorial import Editorial
from generator.model.records import (
    Amount,
    AsOf,
    AtLeastOne,
    Count,
    Decimals,
    Email,
    Id,
    LanguageCode,
    Line,
    Multiplier,
    Number,
    PastYear,
    Percent,
    Rate,
    Record,
    Refers,
    Replications,
    SdgGoal,
    SdgIndicator,
    SdgTarget,
    Share,
    SourceId,
    Text,
    UnitId,
    Url,
    Whole,
    Year,
    YesNo,
)


class Licences(Record):
    content: Line
    code: Line


class PublicationContact(Record):
    name: Line
    email: Email | None = None
    url: Url | None = None


class Repository(Record):
    url: Url
    branch: Line = "main"


class PublicationRecord(Record):
    """`content/publication.yml`. `as_of` stands for today: there is no clock.

    `standing_scheme`: whose top areas stand beside the whole city, with targets reached and
    median position.
    """

    title: Line
    edition: Line
    as_of: AsOf
    main_scheme: Annotated[Line, Refers("scheme")]
    release: Annotated[Line, Refers("vocabulary:release")]
    fictitious: YesNo = False
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    licence: Licences
    contact: PublicationContact | None = None
    address: Url | None = None
    repository: Repository | None = None
    editorial: Editorial = Editorial()
    standing_scheme: Annotated[Line, Refers("scheme")] | None = None


class SdgLink(Record):
    """How an indicator speaks to a goal, a target or an indicator of the SDGs."""

    goal: SdgGoal | None = None
    target: SdgTarget | None = None
    indicator: SdgIndicator | None = None
    relation: Annotated[Line, Refers("vocabulary:sdg-relation")]

    @property
    def goal_number(self) -> str:
        """The goal that the link belongs to, also where it names a target or an indicator."""
        return (self.goal or self.target or self.indicator or "").partition(".")[0]


class ObservableRecord(Record):
    """What an indicator and a data point have in common; blank in a data point: as its parent."""

    code: Line | None = None
    framework_version: Line | None = None
    name: Line
    definition: Text | None = None
    reading: Text | None = None
    expected: Text | None = None
    kind: Annotated[Line, Refers("vocabulary:indicator-kind")] | None = None
    unit: UnitId | None = None
    direction: Annotated[Line, Refers("vocabulary:direction")] | None = None
    level: Annotated[Line, Refers("vocabulary:indicator-level")] | None = None
    type: Line | None = None
    decimals: Decimals | None = None
    minimum: Number | None = None
    maximum: Number | None = None
    may_exceed: YesNo | None = None
    numerator: Line | None = None
    denominator: Line | None = None
    multiplier: Multiplier | None = None
    max_age_years: Count | None = None
    importance: Whole | None = None
    sdg: tuple[SdgLink, ...] = ()
    certainty: Annotated[Line, Refers("vocabulary:certainty")] | None = None
    certainty_note: Text | None = None
    sources: tuple[SourceId, ...] = ()


class IndicatorRecord(ObservableRecord):
    """One indicator of `framework/indicators/<dimension>.yml`.

    `held_by`: who has its figures; without a `held_by_source`, as follows from what is counted.
    """

    code: Line
    framework_version: Line
    definition: Text
    kind: Annotated[Line, Refers("vocabulary:indicator-kind")]
    unit: UnitId
    direction: Annotated[Line, Refers("vocabulary:direction")]
    level: Annotated[Line, Refers("vocabulary:indicator-level")]
    certainty: Annotated[Line, Refers("vocabulary:certainty")]
    sources: tuple[SourceId, ...]
    held_by: tuple[Annotated[Line, Refers("vocabulary:data-holder")], ...] = ()
    held_by_source: SourceId | None = None
    data_points: dict[Id, ObservableRecord] = {}


class TrendPolicy(Record):
    """How a trend is classified. `assumed_years`: kind of goalpost -> target year if it has none.

    `on_track` and `acceleration_needed` are rates; `score_change` is in points per year,
    `score_moved` in points from the first to the last year; either makes a change.
    """

    method: Annotated[Line, Refers("vocabulary:trend-method")]
    minimum_years: AtLeastOne
    on_track: Number
    acceleration_needed: Number
    score_change: Amount
    score_moved: Amount | None = None
    target_order: tuple[Line, ...]
    baseline_year: PastYear | None = None
    assumed_years: dict[Annotated[Line, Refers("vocabulary:goalpost-kind")], Year] = {}


class UrgencyPolicy(Record):
    importance: dict[Whole, Amount]
    trend: dict[Annotated[Line, Refers("vocabulary:trend")], Amount]
    levels: dict[Line, Number]
    confirm_after_years: Count
    confirm_statuses: tuple[Annotated[Line, Refers("status")], ...] = ()
    default_importance: Whole = 2
    assumed_gap: Share = 0.5


class UncertaintyPolicy(Record):
    """What the replications vary beside the data, as shares of a weight and of a scale.

    `distinguishable`: in which share of them an order, a level or a band must hold.
    """

    weights: Share
    goalposts: Share
    distinguishable: Share


class DataError(Record):
    """By how much a value of a class may be off, as a share.

    Of what lies between the value and the nearer end of its unit; of `resolution`: of the step
    in which the source states it.
    """

    share: Share
    reason: Text


class LowReliability(Record):
    """What marks a value as little reliable: its status, or how it was obtained."""

    statuses: tuple[Annotated[Line, Refers("status")], ...] = ()
    qualities: tuple[Annotated[Line, Refers("quality")], ...] = ()


class Alternatives(Record):
    """What the replications choose among; the first of each is what is published.

    `mean` of an area; the `worst_end` of a scale from leading cities; by how many points a score
    may pass 0 and 100 (`beyond`). A geometric mean takes no score below `least`.
    """

    mean: tuple[Annotated[Line, Refers("vocabulary:mean")], ...]
    worst_end: tuple[Annotated[Line, Refers("vocabulary:worst-end")], ...]
    beyond: tuple[Amount, ...]
    least: Amount


class HeadlinePolicy(Record):
    """What a change needs before it is said: points since a break, and the level of the test."""

    minimum_points: AtLeastOne
    level: Share


class EvidencePolicy(Record):
    """What a figure must have before it is said, and how sure it is.

    `least_room`: the share of the largest possible value on which an error counts at least.
    """

    least_room: Share
    errors: dict[Annotated[Line, Refers("vocabulary:data-error")], DataError]
    low_reliability: LowReliability
    alternatives: Alternatives
    headline: HeadlinePolicy


class PeerGroup(Record):
    when: Condition | None = None
    same: Annotated[Line, Refers("context-variable")] | None = None


class TwinningPolicy(Record):
    """`scheme`: whose areas are compared.

    `candidates`: with how many cities each is compared, those nearest in context.
    """

    scheme: Annotated[Line, Refers("scheme")]
    candidates: Count = 40
    context_minimum: Count
    figures_minimum: Count
    weak_below: Percent
    lead_at_least: Percent


class AppraisalPolicy(Record):
    financial_rate: Rate
    social_rate: Rate
    dscr_minimum: Amount
    funding_tolerance: Share


class FollowUpPolicy(Record):
    """`status_years`: after how many a project in one of the `open_stages` is not up to date."""

    due_soon_days: Count
    behind: Share
    status_years: Count
    open_stages: tuple[Annotated[Line, Refers("vocabulary:project-stage")], ...] = ()


class SdgPolicy(Record):
    weights: dict[Annotated[Line, Refers("vocabulary:sdg-relation")], Amount]
    minimum: Count


class RatingPolicy(Record):
    """`rating-policy.yml`: every setting of the method. Bands and points: lower edges."""

    seed: Count
    replications: Replications
    max_age_years: Count
    bands: dict[Line, Number]
    points: dict[Whole, Number]
    benchmarks: BenchmarkPolicy
    coverage: Coverage
    weights: dict[Line, dict[Line, Number]]
    trend: TrendPolicy
    urgency: UrgencyPolicy
    uncertainty: UncertaintyPolicy
    evidence: EvidencePolicy
    comparison: ComparisonPolicy
    peer_groups: dict[Id, PeerGroup]
    twinning: TwinningPolicy
    appraisal: AppraisalPolicy
    follow_up: FollowUpPolicy
    sdg: SdgPolicy


class Translation(Record):
    """A translated text; `of` is the start of the hash of the English that it translates."""

    text: Text
    of: Line
