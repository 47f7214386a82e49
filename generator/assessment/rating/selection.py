"""Which observation of a series is used, and why the others are not.

The latest reference period up to the profile year with a value counts. It is rated if its
status allows it, its series is comparable, its period is known and it is not too old.
"""

from collections.abc import Mapping, Sequence

from generator.assessment.results import Selection
from generator.model.city_tables import Observation
from generator.model.framework_tables import Status
from generator.model.scalars import Fault, parse_number

NO_DATA = "no-data"
MISSING = "missing"
PERIOD_UNKNOWN = "period-unknown"
OUT_OF_DATE = "out-of-date"
PROXY = "proxy"
STATUS = "status"


def value_of(row: Observation, multiplier: float = 1.0) -> float | None:
    """Return the number of an observation, or numerator over denominator; None if neither."""
    if row.value is not None:
        try:
            return parse_number(row.value)
        except Fault:
            return None
    if row.numerator is not None and row.denominator:
        return multiplier * row.numerator / row.denominator
    return None


def is_headline(row: Observation) -> bool:
    """Return whether a row describes the whole city, without a breakdown."""
    return row.sex is None and row.age is None and row.district is None


def select_observation(
    rows: Sequence[Observation],
    statuses: Mapping[str, Status],
    profile_year: int,
    maximum_age: int,
    multiplier: float = 1.0,
) -> Selection:
    """Return the observation used for a profile year, or the reason why none can be rated.

    Among usable observations the latest counts, so that a forecast or a proxy never hides a
    value that can be rated; without a usable one the latest value is shown.
    """
    headline = [row for row in rows if is_headline(row)]
    series = tuple(sorted(headline, key=_order))
    if not series:
        return Selection(None, None, NO_DATA, ())
    judged = [
        (row, why_not_rated(row, statuses, profile_year, maximum_age, multiplier)) for row in series
    ]
    reasons = tuple(reason for _, reason in judged)
    usable = [row for row, reason in judged if not reason]
    if usable:
        row = usable[-1]
        return Selection(row, value_of(row, multiplier), "", series, reasons)
    with_value = [(row, reason) for row, reason in judged if _holds(row, multiplier)]
    row, reason = (with_value or judged)[-1]
    return Selection(row, value_of(row, multiplier), reason, series, reasons)


def why_not_rated(
    row: Observation,
    statuses: Mapping[str, Status],
    profile_year: int,
    maximum_age: int,
    multiplier: float = 1.0,
) -> str:
    """Return the reason why an observation cannot be rated; empty if it can."""
    status = statuses.get(row.status or "A")
    if not _holds(row, multiplier):
        return MISSING
    if status is not None and status.rated == "no":
        return STATUS
    if row.comparability == "proxy":
        return PROXY
    if row.period is None:
        return PERIOD_UNKNOWN
    if not profile_year - maximum_age <= row.period.last <= profile_year:
        return OUT_OF_DATE
    return ""


def _holds(row: Observation, multiplier: float) -> bool:
    return row.value is not None or value_of(row, multiplier) is not None


def _order(row: Observation) -> tuple[int, int, int]:
    period = row.period
    return (period.last, period.first, row.line) if period else (0, 0, row.line)
