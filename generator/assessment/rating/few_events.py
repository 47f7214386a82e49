"""Rates of few events: what one year says where a handful of events makes the rate.

Which observables count rare events is data (`few_events` of an indicator). The number of events of
a year is taken for a draw from a Poisson distribution; its range is the exact one of Garwood
(1936), with 5 % beyond either end.
"""

import math
from functools import lru_cache

from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.tables import Row

BEYOND = 0.05
"""The probability beyond either end of a range."""
STEPS = 60


def is_of_few_events(framework: Framework, observable: str, row: Row) -> bool:
    """Return whether a rate counts rare events, and fewer than enough of them or nobody says."""
    known = framework.observables.get(observable)
    if known is None or known.few_events is None:
        return False
    events = row.numerator if isinstance(row, Observation) else None
    return events is None or events < known.few_events


def chance_range(framework: Framework, row: Observation) -> tuple[float, float] | None:
    """Return the range of a rate of few events, in its unit; None where they are not counted."""
    if row.numerator is None or not row.denominator:
        return None
    if not is_of_few_events(framework, row.observable, row):
        return None
    per_event = framework.observables[row.observable].multiplier / row.denominator
    low, high = poisson_range(round(row.numerator))
    return per_event * low, per_event * high


def bounds_of(framework: Framework, row: Observation) -> tuple[float, float] | None:
    """Return the range that a source states of a value, else that of its few events, if any."""
    if row.lower is not None and row.upper is not None:
        return row.lower, row.upper
    return chance_range(framework, row)


@lru_cache(maxsize=1024)
def poisson_range(events: int) -> tuple[float, float]:
    """Return the expected numbers of events between which one was counted so, 0 events from 0.

    Below the lower end so many events or more, above the upper end so many or fewer, would be
    counted with a probability of less than 5 %.
    """
    low = 0.0 if events == 0 else _mean_with(events - 1, 1.0 - BEYOND)
    return low, _mean_with(events, BEYOND)


def _mean_with(events: int, probability: float) -> float:
    """Return the mean at which at most so many events have a probability."""
    low, high = 0.0, 2.0 * events + 10.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(events, middle) > probability else (low, middle)
    return (low + high) / 2


def _at_most(events: int, mean: float) -> float:
    """Return the probability of at most so many events."""
    terms = (k * math.log(mean) - mean - math.lgamma(k + 1) for k in range(events + 1))
    return math.fsum(map(math.exp, terms))
