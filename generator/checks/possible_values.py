"""Whatever states a figure states one that can be: bounds, baselines, results, ends of scales.

The value of an observation itself is judged in `observations.py`, beside its unit and status.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from generator.assessment.own_results import own_framework
from generator.checks.observations import possible_bounds, range_text
from generator.checks.places import cell_problem, key_problem
from generator.model.city_records import PracticeResult
from generator.model.framework import Framework
from generator.model.project_records import Impact
from generator.model.publication import Publication
from generator.model.record_parts import parts_of
from generator.model.records import Document, Path, Record
from generator.model.tables import Row, Table
from generator.problems import Code, Problem

BOUNDS = ("lower", "upper")
ENDS = ("worst", "worst_above", "worst_of_five", "best")
RANGED = ("units", "context-variables")
"""The tables that state a minimum and a maximum."""


def check_possible(publication: Publication) -> Iterator[Problem]:
    """The figures of the library and of the framework."""
    framework = publication.framework
    for row in framework.goalposts:
        yield from _check_cells(framework, framework.goalposts, row, ENDS)
    for table in publication.tables.values():
        for row in table if table.kind.name in RANGED else ():
            ends = _reversed(row)
            if ends:
                yield cell_problem(Code.RANGE_REVERSED, table, row, "maximum", *ends)
    yield from _check_documents(framework, publication.documents.values())


def check_city_possible(publication: Publication) -> Iterator[Problem]:
    """The figures of the files of a city beside its values."""
    for city in publication.cities.values():
        for framework, rows in (
            (publication.framework, city.observations),
            (own_framework(publication.framework, city), city.own_observations),
        ):
            bounded = (row for row in rows if row.lower is not None or row.upper is not None)
            for row in bounded:
                yield from _check_cells(framework, city.observations, row, BOUNDS)
        yield from _check_documents(publication.framework, city.documents.values())


def _check_cells(
    framework: Framework, table: Table[Any], row: Any, columns: Iterable[str]
) -> Iterator[Problem]:
    for column in columns:
        value = getattr(row, column)
        if value is None:
            continue
        judged = _impossible(framework, row.observable, getattr(row, "unit", None), value)
        if judged:
            expected, name, printed = judged
            yield cell_problem(
                Code.VALUE_IMPOSSIBLE, table, row, column, "", expected, name=name, unit=printed
            )


def _check_documents(framework: Framework, documents: Iterable[Document]) -> Iterator[Problem]:
    for document in documents:
        for path, part in parts_of(document):
            ends = _reversed(part) if _is_ranged(type(part)) else None
            if ends:
                yield key_problem(Code.RANGE_REVERSED, document, (*path, "maximum"), *ends)
            for key, observable, unit, value in _stated(part):
                judged = _impossible(framework, observable, unit, value)
                if judged:
                    expected, name, printed = judged
                    yield key_problem(
                        Code.VALUE_IMPOSSIBLE, document, (*path, *key), f"{value:g}", expected,
                        name=name, unit=printed,
                    )  # fmt: skip


@cache
def _is_ranged(kind: type[Record]) -> bool:
    """Return whether a record states a range; asking it for a key that it lacks is slow."""
    return {"minimum", "maximum"} <= kind.model_fields.keys()


def _reversed(one: Row | Record) -> tuple[str, str] | None:
    """Return maximum and minimum, where the first lies below the second."""
    low, high = getattr(one, "minimum", None), getattr(one, "maximum", None)
    if isinstance(low, float) and isinstance(high, float) and low > high:
        return f"{high:g}", f"{low:g}"
    return None


def _stated(part: Record) -> Iterator[tuple[Path, str, str | None, float | None]]:
    """Yield the key of each figure of a record, its observable, unit and value."""
    if isinstance(part, Impact) and part.baseline is not None:
        yield ("baseline", "value"), part.observable, None, part.baseline.value
    if isinstance(part, PracticeResult):
        for key in ("before", "after"):
            yield (key,), part.observable or "", part.unit, getattr(part, key)


def _impossible(
    framework: Framework, name: str, unit: str | None, value: float | None
) -> tuple[str, str, str] | None:
    """Return what a value can only be, of what, in which unit; None if it can be so.

    In another unit than that of the observable, or without one, the range of the unit holds.
    """
    observable = framework.observables.get(name)
    unit = unit or (observable.unit if observable else "")
    measured = observable if observable and unit == observable.unit else None
    low, high = possible_bounds(measured, framework.unit_of.get(unit))
    if value is None or low <= value <= high:
        return None
    return range_text(low, high), name or unit, unit
