"""What is found out on urgency: of an observable, on figures that are missing, on priorities."""

from generator.assessment.traces import Trace
from generator.frozen import dataclass


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
