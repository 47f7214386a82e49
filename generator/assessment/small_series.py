"""The series of a city at their smallest: years since the last break, and both ends as stated.

What pages of several cities need of a series; proxies and what is held back are no part of it.
"""

from collections.abc import Iterator, Mapping

from generator.assessment.rating.selection import value_of
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.trend.series_breaks import series_breaks
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.publication import City
from generator.model.territories import PROXY

LEAST = 2
"""Two points make a line."""


@dataclass(frozen=True, slots=True)
class SmallSeries:
    """The dated figures of an observable: `points` are the last year of a period, and a value."""

    first: Observation
    last: Observation
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class CitySeries:
    """The series of a city by observable."""

    small: Mapping[str, SmallSeries]


def series_of(city: City, result: CityResult) -> CitySeries:
    """Return the series of a city."""
    found = {name: small_series(city, one) for name, one in result.observables.items()}
    return CitySeries({name: series for name, series in found.items() if series is not None})


def small_series(city: City, result: IndicatorResult) -> SmallSeries | None:
    """Return the series of an observable since its last break.

    None for a proxy, for words, or for a single figure.
    """
    shown, since = result.selection.shown, max(series_breaks(city, result), default=0)
    rows = [one for one in _dated(result) if one[1] >= since]
    if len(rows) < LEAST or shown is None or shown.comparability == PROXY:
        return None
    points = tuple((year, value) for _, year, value in rows)
    return SmallSeries(rows[0][0], rows[-1][0], points)


def _dated(result: IndicatorResult) -> Iterator[tuple[Observation, int, float]]:
    for row in result.selection.series:
        value = value_of(row, result.observable.multiplier)
        if row.period and row.comparability != PROXY and value is not None:
            yield row, row.period.last, value
