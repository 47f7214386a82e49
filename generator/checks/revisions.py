"""Rules for `revisions.csv`: each row is about a row of a table that the city has."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from generator.checks.dates import comes_before
from generator.checks.named_rows import is_named, named_rows, short_key
from generator.checks.places import cell_problem
from generator.model.city_tables import Revision
from generator.model.publication import City, Publication
from generator.model.tables import Table
from generator.problems import Code, Problem

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?\Z")
"""The name of an edition that is its day or month; a year may name one that comes out before."""


def check_revisions(publication: Publication) -> Iterator[Problem]:
    """The table is one of the city, and the key that of a row in it."""
    for city in publication.cities.values():
        tables = _tables_of(city)
        published = {key for edition in publication.editions for key in edition.keys_of(city.id)}
        for row in city.revisions:
            if row.old is not None and row.old == row.new:
                yield cell_problem(
                    Code.FIELDS_CONTRADICT, city.revisions, row, "old", "", row.new, name="new",
                    reason="same",
                )  # fmt: skip
            if _DAY.match(row.edition or "") and comes_before(row.date, row.edition or ""):
                yield cell_problem(
                    Code.DATES_REVERSED, city.revisions, row, "date", "", row.edition or "",
                    name="edition",
                )  # fmt: skip
            table = tables.get(row.table)
            if table is None:
                near = "".join(get_close_matches(row.table, tables, 1))
                known = " / ".join(tables)
                yield cell_problem(
                    Code.REFERENCE_UNKNOWN, city.revisions, row, "table", "", near, known=known
                )
                continue
            if table.lost:
                continue  # whose rows are, is not known
            keys = named_rows(city.tables_in(row.table), row.key)
            if len(keys) > 1:
                yield short_key(city.revisions, row, keys)
            elif not keys and not is_named(row.key, published) and not _was_taken_out(row, table):
                near = "".join(get_close_matches(row.key, table.short_keys, 1))
                yield cell_problem(Code.REFERENCE_UNKNOWN, city.revisions, row, "key", "", near)


def _tables_of(city: City) -> Mapping[str, Table[Any]]:
    """Return the tables of a city that hold rows, by the name in its folder."""
    folder = f"cities/{city.id}/"
    tables = (*city.tables, city.observations)
    return {one.file.removeprefix(folder): one for one in tables if one.rows or one.kind.omitted}


def _was_taken_out(row: Revision, table: Table[Any]) -> bool:
    """Return whether a row may be gone: it has no new value, and others begin as it did."""
    known = {key.partition("|")[0] for key in table.by_key()}
    return row.new is None and row.key.partition("|")[0] in known
