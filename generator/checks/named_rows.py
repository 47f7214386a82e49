"""References to rows by their key, whose last parts may be left out where one row remains."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.checks.places import cell_problem
from generator.model.publication import City, Publication
from generator.model.tables import Row, Table
from generator.problems import Code, Problem


def tables_of(publication: Publication) -> Iterator[Table[Any]]:
    """Yield the tables of the content and of all cities."""
    yield from publication.tables.values()
    for city in publication.cities.values():
        yield from city.tables


def named_in(city: City, file: str, key: str) -> tuple[str, ...]:
    """Return the keys of the rows of a file that a reference means, own observations too."""
    return tuple(name for one in city.tables if one.file == file for name in one.named(key))


def short_key(table: Table[Any], row: Row, keys: Sequence[str]) -> Problem:
    """Return the problem of a reference in the column `key` that fits several rows."""
    return cell_problem(Code.KEY_SHORT, table, row, "key", "", " / ".join(keys), n=str(len(keys)))
