"""Plain tables to trees of areas: members, weights, and what is set by area or by level."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import Any, TypeVar

from generator.assessment.library.input_errors import listed, unknown
from generator.assessment.library.input_tables import is_given, number_of, records_of
from generator.model.hierarchy import ARITHMETIC, GEOMETRIC, Branch

AREAS = "areas"

OVERALL = "overall"
"""The area that holds all indicators if no areas are given."""

Setting = TypeVar("Setting", str, int, float)

Links = list[tuple[str, str]]
"""Pairs of child and parent."""


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
    links, own_weights, own_methods = _links(areas, observables)
    children: dict[str, list[str]] = {}
    for child, parent in links:
        if child in children.setdefault(parent, []):
            raise ValueError(f"{AREAS}: {child} stands twice in {parent}")
        children[parent].append(child)
    below = {child for child, _ in links}
    roots = [area for area in children if area not in below]
    if not roots:
        raise ValueError(f"{AREAS}: no area is at the top")
    all_weights: dict[Any, float] = {
        **own_weights,
        **_weights(weights or {}, {link[::-1] for link in links}, below | {*children}),
    }
    built = _build(children, all_weights)
    trees = tuple(built[root] for root in roots)
    chosen = setting_by_area("methods", trees, methods or {}, ARITHMETIC, own_methods)
    for name, method in chosen.items():
        if method not in (ARITHMETIC, GEOMETRIC):
            raise ValueError(f"{name}: the method is {ARITHMETIC} or {GEOMETRIC}")
    return tuple(_with_methods(tree, chosen) for tree in trees)


def setting_by_area(
    what: str,
    trees: Sequence[Branch],
    given: Setting | Mapping[Any, Setting],
    default: Setting,
    own: Mapping[str, Setting] | None = None,
) -> dict[str, Setting]:
    """Return a setting for every area: one for all, or by area, or by level (1, 2 ...)."""
    levels = {area.id: _level(area) for tree in trees for area in tree.areas}
    if not isinstance(given, Mapping):
        return {name: (own or {}).get(name, given) for name in levels}
    by_area = {**(own or {}), **{str(k): v for k, v in given.items() if not isinstance(k, int)}}
    for name in by_area:
        if name not in levels:
            raise unknown(what, name, levels)
    for key in given:
        if isinstance(key, int) and key not in levels.values():
            raise ValueError(f"{what}: no area is at level {key}")
    return {name: by_area.get(name, given.get(level, default)) for name, level in levels.items()}


def _level(branch: Branch) -> int:
    """Return 0 for an indicator, 1 for an area of indicators only, else one more than below."""
    if branch.members is None:
        return 0
    return 1 + max(_level(member) for member in branch.members)


def _links(
    areas: Any, observables: Iterable[str]
) -> tuple[Links, dict[tuple[str, str], float], dict[str, str]]:
    """Return pairs of child and parent, and the weights and methods that rows state."""
    if areas is None:
        return [(name, OVERALL) for name in observables], {}, {}
    table = records_of(areas, "id", "observable", "area")
    if isinstance(table, Mapping):
        if any(isinstance(below, Mapping | list | tuple | set) for below in table.values()):
            return list(_nested(table)), {}, {}
        links = [(str(child), str(above)) for child, above in table.items() if is_given(above)]
        return links, {}, {}
    if not any("parent" in row for row in table):
        raise ValueError(f"{AREAS}: no column parent; found {listed(table[0] if table else ())}")
    rows = [(_id_of(row), row.get("parent"), row) for row in table]
    weights = {
        (str(parent), name): weight
        for name, parent, row in rows
        if (weight := number_of(row.get("weight"))) is not None
    }
    methods = {name: str(row["method"]) for name, _, row in rows if is_given(row.get("method"))}
    return [(name, str(parent)) for name, parent, _ in rows if is_given(parent)], weights, methods


def _id_of(row: Mapping[str, Any]) -> str:
    for column in ("id", "observable", "area"):
        if is_given(row.get(column)):
            return str(row[column])
    raise ValueError(f"{AREAS}: a row without an id; found {listed(row)}")


def _nested(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for area, members in table.items():
        if not isinstance(members, Mapping | list | tuple | set):
            raise ValueError(f"{AREAS}: {area} needs a list of members; found {members!r}")
        for member in members:
            if isinstance(member, Mapping):
                yield from ((str(name), str(area)) for name in member)
                yield from _nested(member)
            else:
                yield str(member), str(area)
        if isinstance(members, Mapping):
            yield from _nested({key: below for key, below in members.items() if below})


def _weights(
    weights: Mapping[Any, float], pairs: set[tuple[str, str]], names: set[str]
) -> dict[Any, float]:
    """Return the weights by id, or by (area, id)."""
    found: dict[Any, float] = {}
    for key, weight in weights.items():
        name = tuple(str(part) for part in key) if isinstance(key, tuple) else str(key)
        if name not in names and name not in pairs:
            raise unknown("weights", key, sorted(names))
        number = number_of(weight)
        if number is None:
            raise ValueError(f"{key}: the weight is not a number; found {weight!r}")
        found[name] = number
    return found


def _build(children: Mapping[str, list[str]], weights: Mapping[Any, float]) -> Mapping[str, Branch]:
    """Return every area with all below it; weights by (area, id) come before those by id."""
    built: dict[str, Branch] = {}
    try:
        order = [*TopologicalSorter(children).static_order()]
    except CycleError as error:
        raise ValueError(f"{min(error.args[1])}: an area lies below itself") from None
    for area in (name for name in order if name in children):
        members = tuple(
            replace(built.get(name, Branch(name)), weight=_weight(area, name, weights))
            for name in children[area]
        )
        if math.fsum(member.weight for member in members) <= 0:
            raise ValueError(f"{area}: the weights add up to nothing")
        built[area] = Branch(area, _weight("", area, weights), members)
    return built


def _weight(parent: str, name: str, weights: Mapping[Any, float]) -> float:
    weight = weights.get((parent, name), weights.get(name, 1.0))
    if weight < 0:
        raise ValueError(f"{name}: a weight is below 0")
    return weight


def _with_methods(branch: Branch, methods: Mapping[str, str]) -> Branch:
    if branch.members is None:
        return branch
    members = tuple(_with_methods(member, methods) for member in branch.members)
    return replace(branch, members=members, method=methods[branch.id])
