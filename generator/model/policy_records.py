"""The rules of the ratings as records: `rating-policy.yml`, one for each of its parts."""

from typing import Annotated

from generator.model.benchmark_policy import BenchmarkPolicy, ComparisonPolicy, Coverage
from generator.model.condition_records import Condition
from generator.model.records import (
    Amount,
    AtLeastOne,
    Count,
    Id,
    Line,
    Number,
    PastYear,
    Percent,
    Rate,
    Record,
    Refers,
    Replications,
    Share,
    Text,
    Whole,
    Year,
)


class TrendPolicy(Record):
    """How a trend is classified. `assumed_years`: kind of goalpost -> target year if it has none.

    `on_track` and `acceleration_needed` are rates; `score_change` (points per year)
    or `score_moved` (points from the first to the last year) makes a change.
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
