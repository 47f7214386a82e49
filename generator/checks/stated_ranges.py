"""Rules for what stands around a figure: its bounds, and targets."""

from collections.abc import Iterator

from generator.checks.observations import possible_bounds, range_text
from generator.checks.places import cell_problem
from generator.model.city_tables import Observation
from generator.model.publication import City, Publication
from generator.model.scalars import Fault, parse_number
from generator.problems import Code, Problem


def check_stated_bounds(publication: Publication) -> Iterator[Problem]:
    """The value lies between the bounds that its source states."""
    for city in publication.cities.values():
        for row in city.observations:
            low, high = row.lower, row.upper
            if low is None and high is None:
                continue
            if low is not None and high is not None and low > high:
                yield _outside(city, row, "lower", f"≤ {high:g}")
                continue
            value = _number(row)
            if value is not None and low is not None and value < low:
                yield _outside(city, row, "lower", f"≤ {value:g}")
            if value is not None and high is not None and value > high:
                yield _outside(city, row, "upper", f"≥ {value:g}")


def _number(row: Observation) -> float | None:
    try:
        return None if row.value is None else parse_number(row.value)
    except Fault:
        return None


def _outside(city: City, row: Observation, column: str, expected: str) -> Problem:
    return cell_problem(Code.BOUNDS_OUTSIDE, city.observations, row, column, "", expected)


def check_target_values(publication: Publication) -> Iterator[Problem]:
    """A target is a value that its observable can have."""
    framework = publication.framework
    for city in publication.cities.values():
        for row in city.targets:
            observable = framework.observables.get(row.observable)
            if observable is None or row.unit != observable.unit:
                continue
            low, high = possible_bounds(observable, framework.unit_of.get(observable.unit))
            if not low <= row.value <= high:
                expected = range_text(low, high)
                yield cell_problem(
                    Code.VALUE_IMPOSSIBLE, city.targets, row, "value", "", expected,
                    name=observable.id, unit=observable.unit,
                )  # fmt: skip
