"""References to rows by their key, whose last parts may be left out where one row remains."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.checks.places import cell_problem
from generator.model.city_tables import OBSERVATIONS
from generator.model.tables import Row, Table
from generator.problems import Code, Problem


def named_rows(tables: Iterable[Table[Any]], key: str) -> tuple[str, ...]:
    """Return the keys of the rows of some tables that a reference means."""
    return tuple(name for table in tables for name in table.named(key))


def is_named(key: str, keys: Iterable[str]) -> bool:
    """Return whether a reference, perhaps without its last parts, means one of some figures."""
    parts = key.split("|")
    is_whole = len(parts) >= len(OBSERVATIONS.key) - OBSERVATIONS.omitted
    return is_whole and any(one.split("|")[: len(parts)] == parts for one in keys)


def short_key(table: Table[Any], row: Row, keys: Sequence[str]) -> Problem:
    """Return the problem of a reference in the column `key` that fits several rows."""
    return cell_problem(Code.KEY_SHORT, table, row, "key", "", " / ".join(keys), n=str(len(keys)))
