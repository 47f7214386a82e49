"""Plain tables to what the ratings are made from: values, goalposts, a tree of areas.

In: rows (lists of mappings), mappings, or data frames of pandas, as a statistician has them. Out:
records of this package. What cannot be understood raises `ValueError` with the name concerned.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.assessment.results import has_scale
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import ARITHMETIC, GEOMETRIC, Branch

Rows = Sequence[Mapping[str, Any]]

OVERALL = "overall"
"""The area that holds all indicators if no areas are given."""

ESTIMATES = ("E", "U")
"""SDMX statuses of values that are varied in the replications."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a city; `number` is None for a word."""

    number: float | None
    word: str = ""
    lower: float | None = None
    upper: float | None = None
    flagged: bool = False


def read_values(observations: Any, year: int | None = None) -> dict[str, dict[str, Value]]:
    """Return city -> observable -> value; of several periods the latest, up to `year`.

    Rows are long (`city`, `observable`, `value`, and if wanted `period`, `status`, `lower`,
    `upper`) or wide (`city`, then a column for each observable); a mapping is city -> observable
    -> value.
    """
    table = _records(observations)
    if isinstance(table, Mapping):
        return {str(city): dict(_values(row.items())) for city, row in table.items()}
    found: dict[str, dict[str, Value]] = {}
    latest: dict[tuple[str, str], float] = {}
    for row in table:
        city = found.setdefault(str(row["city"]), {})
        if "observable" not in row:
            city.update(_values((key, cell) for key, cell in row.items() if key != "city"))
            continue
        name, period = str(row["observable"]), number_of(row.get("period")) or 0.0
        value = _value(row)
        key = (str(row["city"]), name)
        if value and (year is None or period <= year) and period >= latest.get(key, -math.inf):
            latest[key], city[name] = period, value
    return found


def _records(table: Any) -> Any:
    """Return a data frame as rows, or by its index if it has no column `city`."""
    if not hasattr(table, "columns"):
        return table
    return table.to_dict("records" if "city" in table.columns else "index")


def _values(cells: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, Value]]:
    for name, cell in cells:
        value = _value(cell if isinstance(cell, Mapping) else {"value": cell})
        if value:
            yield str(name), value


def _value(row: Mapping[str, Any]) -> Value | None:
    """Return the value of a long row; None if it is missing."""
    given = row.get("value")
    number = number_of(given)
    if number is None and not (isinstance(given, str) and given.strip()):
        return None
    flagged = bool(row.get("flagged")) or row.get("status") in ESTIMATES
    word = given.strip() if isinstance(given, str) else ""
    return Value(number, word, number_of(row.get("lower")), number_of(row.get("upper")), flagged)


def number_of(cell: Any) -> float | None:
    """Return a number, also from its text; None if it is missing, not a number or a word."""
    try:
        number = float(cell)
    except (TypeError, ValueError):
        return None
    return None if math.isnan(number) else number


def read_goalposts(goalposts: Any) -> dict[str, Goalpost]:
    """Return the goalposts by observable.

    A mapping is observable -> (worst, best), or -> a mapping with `worst`, `best` and if wanted
    `worst_above`, `transform` (linear, log), `scores` (word -> score); rows have `observable` too.
    """
    table = _records(goalposts)
    if not isinstance(table, Mapping):
        table = {str(row["observable"]): row for row in table}
    return {str(name): _goalpost(str(name), given) for name, given in table.items()}


def _goalpost(name: str, given: Any) -> Goalpost:
    if isinstance(given, Goalpost):
        return given
    row = given if isinstance(given, Mapping) else dict(zip(("worst", "best"), given, strict=True))
    scores = row.get("scores")
    if isinstance(scores, Mapping):
        scores = "; ".join(f"{word}={score}" for word, score in scores.items())
    post = Goalpost(
        0,
        observable=name,
        worst=number_of(row.get("worst")),
        worst_above=number_of(row.get("worst_above")),
        best=number_of(row.get("best")),
        transform=row.get("transform") or "linear",
        scores=scores or None,
        reason=str(row.get("reason") or ""),
    )
    _refuse_without_scale(post)
    return post


def _refuse_without_scale(post: Goalpost) -> None:
    ends = [end for end in (post.worst, post.worst_above, post.best) if end is not None]
    if post.best is not None and post.best in (post.worst, post.worst_above):
        raise ValueError(f"{post.observable}: worst and best are equal")
    if post.transform not in ("linear", "log"):
        raise ValueError(f"{post.observable}: transform is linear or log")
    if post.transform == "log" and ends and min(ends) <= 0:
        raise ValueError(f"{post.observable}: a logarithmic scale needs ends above 0")


def read_tree(
    areas: Any,
    observables: Iterable[str],
    weights: Mapping[Any, float] | None = None,
    methods: str | Mapping[Any, str] | None = None,
) -> tuple[Branch, ...]:
    """Return the trees of areas.

    `areas` is a mapping of area -> its members, where a member is an indicator, an area, or a
    nested mapping; or of child -> parent; or rows with `id` (or `observable`, `area`), `parent`
    and if wanted `weight` and `method`. `weights` by id, or by (area, id). `methods` is one word,
    or by area, or by level, where 1 is an area of indicators only.
    """
    parents, own_weights, own_methods = _links(areas, observables)
    children: dict[str, list[str]] = {}
    for child, parent in parents:
        children.setdefault(parent, []).append(child)
    below = {child for child, _ in parents}
    roots = [area for area in children if area not in below]
    if not roots:
        raise ValueError("areas: no area is at the top")
    all_weights = {**own_weights, **(weights or {})}
    chosen = {**own_methods, **(methods if isinstance(methods, Mapping) else {})}
    default = methods if isinstance(methods, str) else ARITHMETIC
    return tuple(_grow(root, "", children, all_weights, chosen, default, ()) for root in roots)


def _links(
    areas: Any, observables: Iterable[str]
) -> tuple[list[tuple[str, str]], dict[Any, float], dict[Any, str]]:
    """Return pairs of child and parent, and the weights and methods that rows state."""
    if areas is None:
        return [(name, OVERALL) for name in observables], {}, {}
    table = _records(areas)
    if isinstance(table, Mapping):
        if all(parent is None or isinstance(parent, str) for parent in table.values()):
            return [(str(child), parent) for child, parent in table.items() if parent], {}, {}
        return list(_nested(table)), {}, {}
    rows = [(_id_of(row), str(row["parent"]), row) for row in table if _is_text(row.get("parent"))]
    weights = {
        (parent, name): weight
        for name, parent, row in rows
        if (weight := number_of(row.get("weight"))) is not None
    }
    methods = {_id_of(row): row["method"] for row in table if _is_text(row.get("method"))}
    return [(name, parent) for name, parent, _ in rows], weights, methods


def _id_of(row: Mapping[str, Any]) -> str:
    return str(next(row[key] for key in ("id", "observable", "area") if _is_text(row.get(key))))


def _is_text(cell: Any) -> bool:
    return isinstance(cell, str) and bool(cell.strip())


def _nested(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for area, members in table.items():
        for member in members:
            if isinstance(member, Mapping):
                yield from ((str(name), str(area)) for name in member)
                yield from _nested(member)
            else:
                yield str(member), str(area)
        if isinstance(members, Mapping):
            yield from _nested({key: below for key, below in members.items() if below})


def _grow(
    name: str,
    parent: str,
    children: Mapping[str, list[str]],
    weights: Mapping[Any, float],
    methods: Mapping[Any, str],
    default: str,
    above: tuple[str, ...],
) -> Branch:
    if name in above:
        raise ValueError(f"{name}: an area lies below itself")
    weight = float(weights.get((parent, name), weights.get(name, 1.0)))
    if weight < 0:
        raise ValueError(f"{name}: a weight is below 0")
    if name not in children:
        return Branch(name, weight)
    members = tuple(
        _grow(child, name, children, weights, methods, default, (*above, name))
        for child in children[name]
    )
    if sum(member.weight for member in members) <= 0:
        raise ValueError(f"{name}: the weights add up to nothing")
    method = methods.get(name, methods.get(_level(members), default))
    if method not in (ARITHMETIC, GEOMETRIC):
        raise ValueError(f"{name}: the method is {ARITHMETIC} or {GEOMETRIC}")
    return Branch(name, weight, members, method)


def _level(members: Sequence[Branch]) -> int:
    """Return 1 for indicators only, else one more than the highest level below."""
    return 1 + max(0 if one.members is None else _level(one.members) for one in members)


def is_scaled(post: Goalpost | None) -> bool:
    """Return whether a value of the observable can be scored."""
    return post is not None and has_scale(post)
