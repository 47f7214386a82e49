"""Which observation of a series is used, and why the others are not.

The latest reference period up to the profile year with a value counts. It is rated if its
status allows it, its series is comparable, its period is known and it is not too old.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.assessment.rating.figures_in_use import FigureOfPeriod, figures_of_periods
from generator.assessment.results import HELD_BACK, MISSING, NOT_COLLECTED, WITHHELD, Selection
from generator.model.city_tables import Observation
from generator.model.framework_tables import Status
from generator.model.scalars import Fault, parse_number

CONFIDENTIAL = "Q"
"""The status of a figure that may not be told."""
PERIOD_UNKNOWN = "period-unknown"
OUT_OF_DATE = "out-of-date"
PROXY = "proxy"
STATUS = "status"
SOURCES_DIFFER = "sources-differ"
OTHER_FIGURE = "other-figure"


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
    held_back: Collection[int] = (),
) -> Selection:
    """Return the observation used for a profile year, or the reason why none can be rated.

    Among usable observations the latest counts, so that a forecast or a proxy never hides a
    value that can be rated; without a usable one the latest value is shown. `held_back`: the
    lines of values under review, which take no part.
    """
    headline = sorted((row for row in rows if is_headline(row)), key=_order)
    if not headline:
        return Selection(None, None, NOT_COLLECTED, ())
    figures = figures_of_periods(row for row in headline if row.line not in held_back)
    judged = [
        (one.row, why_not_rated(one.row, statuses, profile_year, maximum_age))
        for one in figures
        if not one.unsettled
    ]
    aside = [(row, HELD_BACK) for row in headline if row.line in held_back]
    settled = any(not one.unsettled for one in figures)
    aside += [pair for one in figures for pair in _left_out(one, settled)]
    row, reason = _chosen([*judged, *aside])
    return Selection(
        row,
        value_of(row, multiplier),
        reason,
        tuple(one for one, _ in judged),
        tuple(why for _, why in judged),
        tuple(aside),
        next((one.beside(row) for one in figures if row in one.rows), ()),
    )


def _left_out(figure: FigureOfPeriod, settled: bool) -> Iterator[tuple[Observation, str]]:
    """Yield the figures of a period that take no part, and why.

    `settled`: some period has a figure that is used, so that a period may be set aside for it.
    """
    differ = figure.unsettled and not (figure.is_set_aside and settled)
    why = SOURCES_DIFFER if differ else OTHER_FIGURE
    if figure.unsettled:
        yield figure.row, why
    yield from ((row, why) for row in figure.others)


def _chosen(judged: Sequence[tuple[Observation, str]]) -> tuple[Observation, str]:
    """Return the latest observation that can be rated, else the latest with a value, else any."""
    usable = [pair for pair in judged if not pair[1]]
    own = [pair for pair in judged if pair[1] != OTHER_FIGURE]
    with_value = [pair for pair in own if pair[0].has_figure]
    return max(usable or with_value or own, key=lambda pair: _order(pair[0]))


def why_not_rated(
    row: Observation,
    statuses: Mapping[str, Status],
    profile_year: int,
    maximum_age: int,
) -> str:
    """Return the reason why an observation cannot be rated; empty if it can."""
    status = statuses.get(row.status or "A")
    if not row.has_figure:
        return WITHHELD if row.status == CONFIDENTIAL else MISSING
    if status is not None and status.rated == "no":
        return STATUS
    if row.comparability == "proxy":
        return PROXY
    if row.period is None:
        return PERIOD_UNKNOWN
    if not profile_year - maximum_age <= row.period.last <= profile_year:
        return OUT_OF_DATE
    return ""


def _order(row: Observation) -> tuple[int, int, int]:
    period = row.period
    return (period.last, period.first, row.line) if period else (0, 0, row.line)
