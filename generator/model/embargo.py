"""What may be told while a city is under embargo: it is as if it had no folder.

The one place that knows what is withheld. Whatever names it by reference falls out of the other
files as they are taken up for a build: rows of tables, items of lists. What editors say of it in
words is theirs; `checks/embargoed_names.py` names the place.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from typing import Any, TypeVar

from generator.frozen import dataclass
from generator.model.on_demand import OnDemand, record_on_demand
from generator.model.publication import City, Publication, Section
from generator.model.records import Document, Path, Record
from generator.model.tables import Row, Table

CITY, CITY_NAME, PROJECT = "city", "city-name", "project"
PROJECTS = "projects/"

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Embargo:
    """What is withheld: pairs of what a reference may name, and the id or name."""

    withheld: tuple[tuple[str, str], ...] = ()

    def holds(self, refers: str, name: str) -> bool:
        return (refers, name) in self.withheld

    def withheld_of(self, refers: str) -> tuple[str, ...]:
        """Return the ids or names of a kind that are withheld."""
        return tuple(name for kind, name in self.withheld if kind == refers)


def embargo_of(cities: Mapping[str, City], as_of: str) -> Embargo:
    """Return what is withheld on a day, of all cities."""
    held = [name for name, city in cities.items() if city.is_under_embargo(as_of)]
    if not held:
        return Embargo()
    elsewhere = {project for name, city in cities.items() if name not in held
                 for project in _projects(city)}  # fmt: skip
    names = {(CITY, name) for name in held}
    for name in held:
        names |= {(CITY_NAME, text) for text in _names(cities[name])}
        names |= {(PROJECT, one) for one in _projects(cities[name]) if one not in elsewhere}
    return Embargo(tuple(sorted(names)))


def _names(city: City) -> tuple[str, ...]:
    """Return the names of a city, none if its record cannot be read."""
    with suppress(KeyError):
        return (city.record.name, *city.record.local_names.values(), *city.record.names)
    return ()


def _projects(city: City) -> Iterator[str]:
    for file in city.documents:
        if file.startswith(PROJECTS):
            yield file.removeprefix(PROJECTS).removesuffix(".yml")


def content_told(content: Publication, embargo: Embargo) -> Publication:
    """Return a publication whose content names nothing that is withheld."""
    if not embargo.withheld:
        return content
    framework = content.framework
    told: dict[str, Any] = {
        field.name: table_told(getattr(framework, field.name), embargo)
        for field in fields(framework)
        if isinstance(getattr(framework, field.name), Table)
    }
    return replace(
        content,
        framework=replace(framework, **told),
        tables={file: table_told(table, embargo) for file, table in content.tables.items()},
        documents={
            file: document_told(document, embargo) for file, document in content.documents.items()
        },
    )


def city_told(city: City, embargo: Embargo) -> City:
    """Return a city whose files name nothing that is withheld, each opened when asked for."""
    if not embargo.withheld:
        return city
    return record_on_demand(City, lambda name: _told(getattr(city, name), embargo), id=city.id)


def _told(part: Any, embargo: Embargo) -> Any:
    if isinstance(part, Table):
        return table_told(part, embargo)
    if isinstance(part, Document):
        return document_told(part, embargo)
    if isinstance(part, Section):
        return replace(part, head=document_told(part.head, embargo))
    if isinstance(part, Mapping):
        return OnDemand(lambda: part, lambda name: _told(part[name], embargo))
    return part


def table_told(table: Table[R], embargo: Embargo) -> Table[R]:
    """Return a table without rows that name what is withheld; a list loses its item only."""
    columns = {table.kind.attributes[one.name]: one.refers for one in table.kind.columns
               if embargo.withheld_of(one.refers)}  # fmt: skip
    if not columns:
        return table
    rows = [row for row in (_row_told(row, columns, embargo) for row in table) if row is not None]
    return table if rows == list(table) else replace(table, rows=tuple(rows))


def _row_told(row: R, columns: Mapping[str, str], embargo: Embargo) -> R | None:
    """Return a row without items of lists that are withheld; None if nothing is left of a cell."""
    changed: dict[str, Any] = {}
    for attribute, refers in columns.items():
        value = getattr(row, attribute)
        named = value if isinstance(value, tuple) else (value,)
        left = tuple(item for item in named if not embargo.holds(refers, item))
        if named and not left:
            return None
        if left != named:
            changed[attribute] = left
    return replace(row, **changed) if changed else row


def document_told(document: Document, embargo: Embargo) -> Document:
    """Return a document without the items of its lists that name what is withheld."""
    named = [_item(path) for path, refers, value in document.references
             if embargo.holds(refers, value)]  # fmt: skip
    return replace(document, record=_without(document.record, named)) if named else document


def _item(path: Path) -> Path:
    """Return the path of the list item that a path leads into."""
    last = max(at for at, key in enumerate(path) if isinstance(key, int))
    return path[: last + 1]


def _without(value: Any, paths: Iterable[Path]) -> Any:
    """Return a value without the list items at some paths."""
    below: dict[str | int, list[Path]] = {}
    for path in paths:
        below.setdefault(path[0], []).append(path[1:])
    if isinstance(value, Record):
        attributes = {info.alias or name: name for name, info in type(value).model_fields.items()}
        changed = {attributes[str(key)]: rest for key, rest in below.items()}
        return value.model_copy(
            update={name: _without(getattr(value, name), rest) for name, rest in changed.items()}
        )
    if isinstance(value, Mapping):
        kept = {key: _without(value[key], rest) for key, rest in below.items()}
        return {**value, **kept}
    return tuple(
        _without(item, below[at]) if at in below else item
        for at, item in enumerate(value)
        if () not in below.get(at, ())
    )
