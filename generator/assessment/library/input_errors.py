"""What is said of a plain table that cannot be used: always a `ValueError` with the name."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

Found = TypeVar("Found")

SHOWN = 8
"""How many names a message lists."""


def unknown(what: str, name: Any, known: Iterable[Any]) -> ValueError:
    """Return the error for a name that does not exist, with the nearest one that does."""
    names = [str(one) for one in known]
    near = get_close_matches(str(name), names, 1)
    if near:
        return ValueError(f"{what}: {name} is unknown; did you mean {near[0]}?")
    return ValueError(f"{what}: {name} is unknown; there are {listed(names)}")


def listed(names: Iterable[Any]) -> str:
    """Return names with commas; the first only if they are many."""
    words = [str(name) for name in names]
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return ", ".join(words[:SHOWN]) + more if words else "none"


def look_up(what: str, name: Any, table: Mapping[str, Found]) -> Found:
    """Return what stands under a name, which may be a number such as that of a goal."""
    if str(name) not in table:
        raise unknown(what, name, table)
    return table[str(name)]


def cell_of(what: str, row: Mapping[str, Any], column: str) -> Any:
    """Return the cell of a column that a row must have."""
    if column not in row:
        raise ValueError(f"{what}: no column {column}; found {listed(row)}")
    return row[column]
