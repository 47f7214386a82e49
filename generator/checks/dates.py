"""Rules for dates: what has happened is not in the future, and what ends has begun before."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from generator.checks.places import cell_problem, key_problem
from generator.model.publication import City, Publication
from generator.model.record_parts import parts_of, past_keys
from generator.model.records import Document, Path, Record
from generator.model.scalars import Period
from generator.model.tables import Row, Table
from generator.problems import Code, Problem

SPANS = {
    "sources": ("year", "accessed"),
    "governance": ("adopted", "valid_to"),
    "committee": ("since", "until"),
    "partnerships": ("start", "end"),
    "partners": ("since", "until"),
    "events": ("start", "end"),
}
"""Columns of a kind of table between which time passes."""

KEY_SPANS = (("start", "end"), ("start", "due"), ("date", "embargo"))
"""Keys of a record between which time passes."""

PLANNED = ("planned", "not-applicable")
"""The `status` of what may still lie ahead."""


def comes_before(later: str, earlier: str) -> bool:
    """Return whether the date that should come later comes earlier, as far as both are known."""
    common = min(len(later), len(earlier))
    return later[:common] < earlier[:common]


def check_dates(publication: Publication) -> Iterator[Problem]:
    """The dates of the library and of the framework."""
    documents = (publication.document, *publication.documents.values())
    yield from _check_all(publication, publication.tables.values(), documents)


def check_city_dates(publication: Publication) -> Iterator[Problem]:
    """The dates of the files of a city."""
    for city in publication.cities.values():
        heads = (section.head for section in city.sections.values())
        documents = (city.document, *city.documents.values(), *heads)
        yield from _check_all(publication, city.tables, documents)
        yield from _check_plan(city)


def _check_all(
    publication: Publication, tables: Iterable[Table[Any]], documents: Iterable[Document]
) -> Iterator[Problem]:
    as_of = publication.record.as_of
    for table in tables:
        for column in table.kind.columns:
            for row in table if column.past else ():
                yield from _check_past(table, row, column.name, as_of)
        yield from _check_span(table)
    for document in documents:
        for path, part in parts_of(document):
            yield from _check_past_keys(document, path, part, as_of)
            yield from _check_key_spans(document, path, part)


def _check_past(table: Table[Row], row: Row, column: str, as_of: str) -> Iterator[Problem]:
    value = getattr(row, table.kind.attributes[column])
    if value is not None and comes_before(as_of, str(value)) and not _is_planned(row):
        yield cell_problem(Code.DATE_FUTURE, table, row, column, "", as_of)


def _check_span(table: Table[Any]) -> Iterator[Problem]:
    begins, ends = SPANS.get(table.kind.name, ("", ""))
    for row in table if begins else ():
        begin, end = getattr(row, begins), getattr(row, ends)
        if begin and end and comes_before(end, str(begin)):
            yield cell_problem(Code.DATES_REVERSED, table, row, ends, end, str(begin), name=begins)


def _check_past_keys(document: Document, path: Path, part: Record, as_of: str) -> Iterator[Problem]:
    for key in past_keys(type(part)):
        value = getattr(part, key)
        date = str(value.last if isinstance(value, Period) else value or "")
        if comes_before(as_of, date) and not _is_planned(part):
            yield key_problem(Code.DATE_FUTURE, document, (*path, key), str(value), as_of)


def _is_planned(part: Any) -> bool:
    return getattr(part, "status", None) in PLANNED


def _check_key_spans(document: Document, path: Path, part: Record) -> Iterator[Problem]:
    for begins, ends in _spans_of(type(part)):
        begin, end = getattr(part, begins), getattr(part, ends)
        if begin and end and comes_before(end, begin):
            yield key_problem(Code.DATES_REVERSED, document, (*path, ends), end, begin, name=begins)


@cache
def _spans_of(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the spans that a record has; asking it for a key that it lacks is slow."""
    return tuple(span for span in KEY_SPANS if set(span) <= kind.model_fields.keys())


def _check_plan(city: City) -> Iterator[Problem]:
    """No action of a plan is due before the plan was adopted."""
    document = city.documents.get("action-plan.yml")
    if document is None or document.record.adopted is None:
        return
    adopted: str = document.record.adopted
    for name, action in document.record.actions.items():
        if action.due and comes_before(action.due, adopted):
            path = ("actions", name, "due")
            yield key_problem(
                Code.DATES_REVERSED, document, path, action.due, adopted, name="adopted"
            )
