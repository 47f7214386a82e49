"""What other figures of an observable say against the one that is shown.

Later figures may be under review, and another source may state the same year otherwise.
"""

import math

from generator.assessment.rating.data_errors import NEAR, REPORT, error_of
from generator.assessment.rating.selection import OTHER_FIGURE, value_of
from generator.assessment.results import HELD_BACK, IndicatorResult, Selection
from generator.model.city_records import CityRecord
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.territories import CITY, territory_of

COMPARABLE = (None, "exact", NEAR)


def later_held_back(chosen: Selection) -> tuple[Observation, ...]:
    """Return the figures after the one shown that are held back, so that it is in doubt too."""
    period = chosen.shown.period if chosen.shown else None
    return tuple(
        row
        for row, reason in chosen.aside
        if reason == HELD_BACK and period and row.period and row.period.last > period.last
    )


def is_disputed(framework: Framework, record: CityRecord, result: IndicatorResult) -> bool:
    """Return whether another source states the figure otherwise, by more than both may be off.

    The last period of the series counts for which two comparable figures of the city stand side by
    side: what two inventories of one year disagree about, the next year of one does not settle.
    """
    used = {row.period: row for row in result.selection.series if row.period is not None}
    others = [
        row
        for row, reason in result.selection.aside
        if reason == OTHER_FIGURE and row.period in used and _is_comparable(record, row)
    ]
    last = max((row.period.last for row in others if row.period), default=None)
    return any(
        _differ(framework, result, used[row.period], row)
        for row in others
        if row.period and row.period.last == last
    )


def _is_comparable(record: CityRecord, row: Observation) -> bool:
    known = row.comparability in COMPARABLE and territory_of(row, record) == CITY
    return known and row.period_basis != REPORT


def _differ(
    framework: Framework, result: IndicatorResult, one: Observation, other: Observation
) -> bool:
    """Return whether two figures lie further apart than both may be off."""
    first, second = (value_of(row, result.observable.multiplier) for row in (one, other))
    if first is None or second is None:
        return False
    errors = error_of(framework, one, first), error_of(framework, other, second)
    return abs(first - second) > math.hypot(*errors)
