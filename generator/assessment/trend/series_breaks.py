"""Where a series begins anew, and why: what stands before may not be compared with what follows.

In: figures of one observable in the order of their periods. Out: years with the reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.assessment.rating.data_errors import EXACT, REPORT
from generator.assessment.rating.headline_gate import BREAK
from generator.assessment.results import IndicatorResult
from generator.model.city_tables import Observation
from generator.model.publication import City
from generator.model.territories import CITY, PROXY

STATED, TERRITORY, MEASURE = "stated", "territory", "measure"
REPORTED, PUBLISHER = "reported", "publisher"


def breaks_among(
    city: City, rows: Sequence[Observation], beside: Iterable[Observation] = ()
) -> Mapping[int, str]:
    """Return the years in which a series of dated figures begins anew, with the reason.

    It does where a source says so, also in a row `beside` that has no usable figure; and where a
    figure describes another territory than the one before, is another measure (not: a count over
    another population), has the date of its report after one with a year of its own, or comes from
    another publisher.
    """
    found = {}
    for before, row in pairwise(rows):
        why = _difference(city, before, row)
        if why and row.period:
            found[row.period.last] = why
    for row in (*rows, *beside):
        if row.status == BREAK and row.period:
            found[row.period.last] = STATED
    return found


def _difference(city: City, before: Observation, row: Observation) -> str:
    if (before.territory or CITY) != (row.territory or CITY):
        return TERRITORY
    same_comparability = (before.comparability or EXACT) == (row.comparability or EXACT)
    if not same_comparability and not _counted_alike(city, before, row):
        return MEASURE
    if (before.period_basis == REPORT) != (row.period_basis == REPORT):
        return REPORTED
    return PUBLISHER if _publisher(city, before) != _publisher(city, row) else ""


def _counted_alike(city: City, before: Observation, row: Observation) -> bool:
    """Return whether one publisher counts both: what is near in one is its population only."""
    counted = all(one.numerator is not None and one.denominator for one in (before, row))
    return counted and _publisher(city, before) == _publisher(city, row)


def _publisher(city: City, row: Observation) -> str:
    source = city.source_of.get(row.source)
    return source.credit if source else row.source


def of_one_measure(result: IndicatorResult, rows: Iterable[Observation]) -> list[Observation]:
    """Return the rows that may share a line: proxies stand alone, never with the measure."""
    shown = result.selection.shown
    is_proxy = shown is not None and shown.comparability == PROXY
    return [row for row in rows if (row.comparability == PROXY) == is_proxy]


def dated_series(result: IndicatorResult) -> list[Observation]:
    """Return the dated rows of a series that may share a line."""
    rows = of_one_measure(result, result.selection.series)
    return [row for row in rows if row.period is not None]


def series_breaks(city: City, result: IndicatorResult) -> Mapping[int, str]:
    """Return the years in which the dated series of a result begins anew, but for its first."""
    rows = dated_series(result)
    with_figure = [row for row in rows if row.has_figure]
    first = with_figure[0].period if with_figure else None
    found = breaks_among(city, with_figure, rows)
    return {year: why for year, why in found.items() if first and first.last < year}
