"""What became of an expected effect: how far the indicator moved, against how far it should.

The change since a project began is not attributed to the project alone.
"""

from collections.abc import Sequence

from generator.assessment.investment.impact import RELATIVE
from generator.assessment.rating.selection import value_of
from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.framework_tables import Status
from generator.model.project_records import Impact


@dataclass(frozen=True, slots=True)
class Achievement:
    """`share` is (actual - baseline) / (expected - baseline); below zero is reverse movement.

    `reason` is empty if there is a share: `baseline-missing`, `no-change-expected`,
    `no-later-figure`. `early`: the actual figure is older than the year of the effect.
    """

    observable: str
    expected_year: int
    reason: str
    baseline: float | None = None
    baseline_period: str = ""
    expected: float | None = None
    actual: float | None = None
    actual_period: str = ""
    share: float | None = None
    early: bool = False


def achieved(framework: Framework, result: IndicatorResult, impact: Impact) -> Achievement:
    """Return the achieved share of a central effect by the latest usable figure after its baseline.

    Forecasts, imputed values and proxies do not count as achieved.
    """
    start = impact.baseline
    if start is None:
        return Achievement(impact.observable, impact.year, "baseline-missing")
    change = impact.central * (start.value if impact.kind == RELATIVE else 1.0)
    rows = usable_series(framework, result)
    later = [row for row in rows if row.period and row.period.last > start.period.last]
    found = Achievement(
        impact.observable, impact.year, "no-later-figure" if change else "no-change-expected",
        start.value, str(start.period), start.value + change,
    )  # fmt: skip
    actual = figure_of(result, later[-1]) if later else None
    if actual is None or not change or later[-1].period is None:
        return found
    return Achievement(
        impact.observable, impact.year, "", start.value, str(start.period), start.value + change,
        actual, str(later[-1].period), achieved_share(start.value, start.value + change, actual),
        early=later[-1].period.last < impact.year,
    )  # fmt: skip


def achieved_share(baseline: float, expected: float, actual: float) -> float | None:
    """Return the share of an expected change that came about; None if none was expected."""
    if expected == baseline:
        return None
    return (actual - baseline) / (expected - baseline)


def usable_series(framework: Framework, result: IndicatorResult) -> Sequence[Observation]:
    """Return the dated figures of a series that may be compared, in order of their period."""
    return [
        row
        for row in result.selection.series
        if row.period is not None
        and row.comparability != "proxy"
        and _is_measured(framework.status_of.get(row.status or "A"))
        and figure_of(result, row) is not None
    ]


def figure_of(result: IndicatorResult, row: Observation) -> float | None:
    """Return the number of an observation."""
    return value_of(row, result.observable.multiplier)


def _is_measured(status: Status | None) -> bool:
    return status is None or status.rated != "no"
