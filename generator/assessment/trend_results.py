"""What the assessment finds out about a series: its class, what bears it out, what may be said."""

from generator.assessment.traces import Trace
from generator.frozen import dataclass

NOT_ASSESSED, UNCLEAR, ACHIEVED = "not-assessed", "unclear", "achieved"
DIRECTED = ("on-track", "acceleration-needed", "limited", "improving", "deterioration")
"""The classes of trend that claim a direction."""


@dataclass(frozen=True, slots=True)
class TrendResult:
    """How an observable moves: `trend` is a word of the vocabulary `trend`, by first and last year.

    `reason` says why it is not assessed; empty otherwise. `rate` is the observed change per year
    over the one required to meet `target` in `target_year`. `target_from` is `city` or
    `goalpost`. `change` is per year, in the unit; `score_change` per year, in points that do not
    stop at 0 and 100. `moving_away`: the target is achieved, but it may be said that all years
    lead away from it. `projection` is the value in the target year if the recorded pace
    continues; for display only.

    From all `points` since the last break (`since`): `slope` is that of Theil and Sen, per year
    in the unit, for `towards` of the distance to the target; `probability` is that of such a
    tendency by chance. `untold` is why the change may not be said, `unnamed` why one of the
    figures at its ends may not be named, `unled` why the change may not lead; empty if it may.
    """

    observable: str
    trend: str
    reason: str = ""
    baseline_year: int | None = None
    baseline: float | None = None
    latest_year: int | None = None
    latest: float | None = None
    target: float | None = None
    target_year: int | None = None
    target_from: str = ""
    rate: float | None = None
    change: float | None = None
    score_change: float | None = None
    moving_away: bool = False
    projection: float | None = None
    since: int | None = None
    points: int = 0
    slope: float | None = None
    probability: float | None = None
    untold: str = NOT_ASSESSED
    unled: str = NOT_ASSESSED
    unnamed: str = NOT_ASSESSED
    trace: Trace | None = None

    @property
    def told(self) -> str:
        """The class that may be said: `unclear` for a direction that is not borne out."""
        return UNCLEAR if self.trend in DIRECTED and self.untold else self.trend

    @property
    def leaving(self) -> str:
        """Which way the value goes that leaves its target; `parts` of some of its data points."""
        if self.baseline_year is None:
            return "parts"
        return "rising" if self.rises else "falling"

    @property
    def rises(self) -> bool:
        """Whether the value became larger from the first to the last year."""
        return (self.change or 0.0) > 0
