"""Rules for what stands around a figure: bounds, targets, and dates of what has happened."""

from collections.abc import Iterator

from generator.checks.observations import possible_bounds
from generator.checks.places import cell_problem
from generator.model.city_tables import Observation
from generator.model.publication import City, Publication
from generator.model.scalars import Fault, parse_number
from generator.model.tables import Row, Table
from generator.problems import Code, Problem


def check_stated_bounds(publication: Publication) -> Iterator[Problem]:
    """The value lies between the bounds that its source states."""
    for city in publication.cities.values():
        for row in city.observations:
            low, high = row.lower, row.upper
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
                expected = f"{low:g} – {high:g}"
                yield cell_problem(
                    Code.VALUE_IMPOSSIBLE, city.targets, row, "value", "", expected,
                    name=observable.id, unit=observable.unit,
                )  # fmt: skip


def check_past_dates(publication: Publication) -> Iterator[Problem]:
    """What has happened is not dated after the as-of date."""
    as_of = publication.record.as_of
    for city in publication.cities.values():
        for table in city.tables:
            for column in table.kind.columns:
                for row in table if column.past else ():
                    yield from _check_past(table, row, column.name, as_of)


def _check_past(table: Table[Row], row: Row, column: str, as_of: str) -> Iterator[Problem]:
    value = getattr(row, table.kind.attributes[column])
    if value is not None and str(value) > as_of:
        yield cell_problem(Code.DATE_FUTURE, table, row, column, "", as_of)
