"""What is published of a row of observations, as an edition freezes it."""

from collections.abc import Iterator

from generator.assessment.rating.selection import CONFIDENTIAL, value_of
from generator.model.city_tables import Observation
from generator.model.edition_records import FrozenFigure
from generator.model.framework import Framework
from generator.model.publication import City

ORDINARY = "A"
"""The status of a row that states none."""


def frozen_figures(framework: Framework, city: City) -> Iterator[FrozenFigure]:
    """Yield every row of a city as it is published; a confidential one without its value."""
    for row in (*city.observations, *city.own_observations):
        yield _frozen(framework, city, row)


def _frozen(framework: Framework, city: City, row: Observation) -> FrozenFigure:
    status = row.status or ORDINARY
    return FrozenFigure(
        row.line,
        city=city.id,
        observable=row.observable,
        period=None if row.period is None else str(row.period),
        sex=row.sex,
        age=row.age,
        district=row.district,
        territory=row.territory,
        source=row.source,
        value=None if status == CONFIDENTIAL else _value(framework, row),
        unit=row.unit,
        status=status,
    )


def _value(framework: Framework, row: Observation) -> str | None:
    """Return the value as written, or the number that two counts give."""
    if row.value is not None:
        return row.value
    observable = framework.observables.get(row.observable)
    number = value_of(row, observable.multiplier if observable else 1.0)
    return None if number is None else repr(number)
