"""Every number and every date that an editor writes, each made nonsense once, and what is said.

The fictitious publication states nearly all of them; what it leaves out is added first. All of
them are spoilt at once, which shows what is refused on reading; what is not said then is spoilt
again, once in each file at a time, as rules across files see only what could be read.
"""

import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BeforeValidator

from generator.making.checking import check
from generator.model import records
from generator.model.edition_records import EDITIONS
from generator.model.editorial import Editorial
from generator.model.files import CITY_FILES, CONTENT_FILES
from generator.model.publication import Publication
from generator.model.record_parts import parts_of
from generator.model.records import Document, Record
from generator.model.tables import Cell, Column, Table
from generator.problems import Problem, Problems
from generator.read.publication_reader import read_publication

FUTURE, MISTYPED_DATE, MISTYPED_YEAR, FAR_BELOW = "2199", "0026-05-04", "20205", "-987654321"

CELLS = {
    Cell.NUMBER: FAR_BELOW,
    Cell.INTEGER: FAR_BELOW,
    Cell.YEAR: MISTYPED_YEAR,
    Cell.DATE: MISTYPED_DATE,
    Cell.PERIOD: FUTURE,
}
TEXTS = {"observations.value", "context.value"}
"""Cells that are read as numbers where their row wants one."""

DATES = (records.Date, records.PastDate, records.AsOf)
YEARS = (records.Year, records.PastYear)
NUMBERS = (
    records.Number, records.Whole, records.Count, records.AtLeastOne, records.Decimals,
    records.Replications, records.Amount, records.Multiplier, records.Share, records.Percent,
    records.Rate, records.Latitude, records.Longitude,
)  # fmt: skip

ECONOMY = "content/framework/indicators/economy.yml"
ADDED = (
    ("content/framework/rating-policy.yml", "on_track:", "baseline_year: 2015, on_track:"),
    (ECONOMY, r"\n  decimals: 1", r"\g<0>\n  max_age_years: 5\n  importance: 2\n  few_events: 20"),
    (
        ECONOMY,
        r'\n      name: "3G"',
        '\n      name: "3G"\n      max_age_years: 5\n      importance: 2\n      few_events: 20',
    ),
    ("cities/testhaven/indicators.yml", "max_age_years: 5", r"\g<0>\n  few_events: 20"),
    ("content/recommendations/map-underground.yml", "at_least: 20000", r"\g<0>, at_most: 90000000"),
)
"""File, pattern, and what it becomes: keys that the publication leaves out."""


@dataclass(frozen=True)
class Place:
    """A number or a date in a file: `name` is its table and column, or its record and key."""

    name: str
    field: str
    file: str
    line: int
    column: int
    nonsense: str


def prepared(root: Path) -> None:
    """Add the keys that the publication leaves out."""
    for file, found, written in ADDED:
        path = root / file
        text = path.read_text(encoding="utf-8")
        changed, count = re.subn(found, written, text, count=1)
        assert count == 1, found
        path.write_text(changed, encoding="utf-8")
    shown = Editorial().model_dump()
    settings = root / "content/publication.yml"
    others = settings.read_text(encoding="utf-8").partition("editorial:")[0]
    own = "".join(f"  {key}: {_yaml(value)}\n" for key, value in shown.items())
    settings.write_text(f"{others}editorial:\n{own}", encoding="utf-8")


def _yaml(value: Any) -> str:
    return str(list(value)) if isinstance(value, tuple) else str(value)


def places_of(publication: Publication) -> dict[str, list[Place]]:
    """Return where every number and date stands, by name."""
    found: dict[str, list[Place]] = {name: [] for name in declared()}
    for place in (*_cells(publication), *_scalars(publication)):
        if place.name in found:  # rows on indicators of a city's own are a table of their own
            found[place.name].append(place)
    return found


def declared() -> Iterator[str]:
    """Yield every number and date of a table or a record."""
    every = (*CITY_FILES, *CONTENT_FILES)
    kinds = [kind for kind in every if not kind.pattern.startswith(EDITIONS)]  # nobody writes them
    for table in {kind.table.name: kind.table for kind in kinds if kind.table}.values():
        yield from (
            f"{table.name}.{one.name}" for one in table.columns if _nonsense(table.name, one)
        )
    known: set[type[Record]] = set()
    for kind in kinds:
        _gather(kind.record or kind.records, known)
    for record in known:
        for key, info in record.model_fields.items():
            if nonsense_of((info.annotation, *info.metadata)):
                yield f"{record.__name__}.{key}"


def _gather(hint: Any, known: set[type[Record]]) -> None:
    """Add the records in a type to those known."""
    if isinstance(hint, type) and issubclass(hint, Record) and hint not in known:
        known.add(hint)
        for info in hint.model_fields.values():
            _gather(info.annotation, known)
    for below in get_args(hint):
        _gather(below, known)


def _nonsense(table: str, column: Column) -> str:
    if f"{table}.{column.name}" in TEXTS:
        return FAR_BELOW
    return FUTURE if column.past else CELLS.get(column.cell, "")


def nonsense_of(hints: Iterable[Any]) -> str:
    """Return what to write for a key of these types; blank if it is neither number nor date."""
    marks = list(_marks(hints))
    if any(isinstance(mark, records.Past) for mark in marks):
        return FUTURE
    for kinds, written in ((DATES, MISTYPED_DATE), (YEARS, MISTYPED_YEAR), (NUMBERS, FAR_BELOW)):
        readers = [one for kind in kinds for one in kind.__metadata__]
        if any(
            mark is one for mark in marks for one in readers if isinstance(one, BeforeValidator)
        ):
            return written
    return ""


def _marks(hints: Iterable[Any]) -> Iterator[Any]:
    for hint in hints:
        yield hint
        yield from getattr(hint, "__metadata__", ())
        yield from _marks(get_args(hint))


def _cells(publication: Publication) -> Iterator[Place]:
    tables = [*publication.tables.values()]
    for city in publication.cities.values():
        tables += city.tables
    for table in tables:
        for column in table.kind.columns:
            written = _nonsense(table.kind.name, column)
            for row in table if written else ():
                yield from _cell(table, column, row.line, written)


def _cell(table: Table[Any], column: Column, line: int, written: str) -> Iterator[Place]:
    number = table.column_number(column.name)
    at = table.character(line, number) if number else None
    text = table.lines[line - 1]
    if at is not None and re.match(r"[0-9+-]", text[at - 1 :]) and number is not None:
        yield Place(f"{table.kind.name}.{column.name}", column.name, table.file, line, at, written)


def _scalars(publication: Publication) -> Iterator[Place]:
    documents = [publication.document, *publication.documents.values()]
    for city in publication.cities.values():
        heads = (section.head for section in city.sections.values())
        documents += [city.document, *city.documents.values(), *heads]
    for document in documents:
        for path, part in parts_of(document):
            for key, info in type(part).model_fields.items():
                written = nonsense_of((info.annotation, *info.metadata))
                if written and getattr(part, key) not in (None, (), {}):
                    at = (*path, info.alias or key)
                    yield from _scalar(document, at, f"{type(part).__name__}.{key}", written)


def _scalar(document: Document, path: Any, name: str, written: str) -> Iterator[Place]:
    """Yield the place of a scalar, or of the first one below a list or a mapping."""
    text = tuple(map(str, path))
    below = [one for one in document.values if tuple(map(str, one))[: len(text)] == text]
    leaf = next((one for one in below if document.values[one].plain), None)
    if leaf is not None:
        at = document.values[leaf]
        yield Place(name, ".".join(text), document.file, at.line, at.column, written)


def spoilt(root: Path, places: Iterable[Place]) -> None:
    """Write the nonsense into the files, from the end of each to its beginning."""
    for place in sorted(places, key=lambda one: (one.line, one.column), reverse=True):
        path = root / place.file
        lines = path.read_text(encoding="utf-8").split("\n")
        line, at = lines[place.line - 1], place.column - 1
        scalar = re.match(r'"[^"]*"|[^,\s}\]]+', line[at:])
        assert scalar is not None, place
        lines[place.line - 1] = line[:at] + place.nonsense + line[at + scalar.end() :]
        path.write_text("\n".join(lines), encoding="utf-8")


def said_of(origin: Path, folder: Path, silent: Collection[str]) -> Mapping[str, Problem | None]:
    """Return what is said at the place of each number and date when it is nonsense.

    What is not said although it is not among the `silent` is spoilt alone at last: nonsense in
    another file may have kept its rule from looking.
    """
    base = folder / "base"
    shutil.copytree(origin, base)
    prepared(base)
    publication = read_publication(base, Problems())
    assert publication is not None
    places = places_of(publication)
    said = _said(base, [found[0] for found in places.values() if found])
    left = [name for name, found in places.items() if found and name not in said]
    while left:
        chosen: dict[str, Place] = {}
        for name in left:
            place = next((one for one in places[name] if one.file not in chosen), None)
            if place is not None:
                chosen[place.file] = place
        tried = {place.name for place in chosen.values()}
        left = [name for name in left if name not in tried]
        said |= _said(base, list(chosen.values()))
    for name in places.keys() - said.keys() - set(silent):
        said |= _said(base, places[name][:1])
    return {name: said.get(name) for name in places}


def _said(base: Path, places: Sequence[Place]) -> dict[str, Problem]:
    """Return what is said at each place, by its name, if all are nonsense at once."""
    root = base.parent / "spoilt"
    shutil.copytree(base, root)
    spoilt(root, places)
    problems = check(root).problems
    shutil.rmtree(root)
    told = ((one.name, next((p for p in problems if _is_of(p, one)), None)) for one in places)
    return {name: problem for name, problem in told if problem is not None}


def _is_of(problem: Problem, place: Place) -> bool:
    """Return whether a problem stands at the cell or the key, or at the key around it."""
    at, field = problem.place, problem.place.field or ""
    around = field.startswith(place.field) or place.field.startswith(f"{field}.")
    return (at.file, at.line) == (place.file, place.line) and around and at.column is not None
