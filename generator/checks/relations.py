"""Rules for `relations.csv`: names that exist, limits that can be read, no two that clash."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.assessment.plausibility.filler_values import FILLERS
from generator.assessment.plausibility.findings import REMARK
from generator.assessment.plausibility.relation_text import (
    ALIKE,
    AT_MOST,
    BETWEEN,
    CONTEXT,
    COPIED,
    EQUALS,
    EVERY,
    INSIDE,
    SHAPES,
    STEADY,
    TOGETHER,
    TYPED,
    limit_of,
    names_in,
)
from generator.assessment.plausibility.steadiness import TESTS
from generator.checks.places import cell_problem
from generator.model.framework import Framework
from generator.model.publication import Publication
from generator.model.relation_table import Relation
from generator.problems import Code, Problem

BREAKDOWNS = ("sex", "age", "district")


def check_relations(publication: Publication) -> Iterator[Problem]:
    """Each relation can be held against figures, and no two exclude each other."""
    framework = publication.framework
    known = names_of(framework)
    for row in framework.relations:
        yield from _check_names(framework, row, known)
        if not is_readable(row):
            expected = SHAPES.get(row.kind, "")
            yield cell_problem(
                Code.RELATION_LIMIT, framework.relations, row, "limit", "", expected,
                name=row.kind,
            )  # fmt: skip
    if are_usable(framework):
        yield from _check_pairs(framework)


def names_of(framework: Framework) -> frozenset[str]:
    """Return what the terms of relations may name."""
    observables = (key for key, one in framework.observables.items() if one.carries_value)
    context = (f"{CONTEXT}{row.variable}" for row in framework.context_variables)
    return frozenset({EVERY, *observables, *context})


def is_readable(row: Relation) -> bool:
    """Return whether the limit of a relation, and the number of its terms, suit its kind."""
    try:
        limit = limit_of(row)
    except ValueError:
        return False
    words = {BETWEEN: BREAKDOWNS, STEADY: (*TESTS, TOGETHER), TYPED: (*FILLERS, COPIED, ALIKE)}
    paired = row.kind == AT_MOST or (row.kind == EQUALS and row.observables != (EVERY,))
    suits = len(row.observables) == 2 if paired else bool(row.observables)
    return suits and limit.word in words.get(row.kind, (limit.word,))


def are_usable(framework: Framework) -> bool:
    """Return whether all relations can be held against figures; else the framework has errors."""
    known = names_of(framework)
    return all(
        row.kind in SHAPES and is_readable(row) and known.issuperset(names_in(row))
        for row in framework.relations
    )


def _check_names(framework: Framework, row: Relation, known: frozenset[str]) -> Iterator[Problem]:
    for name in names_in(row):
        if name not in known:
            near = get_close_matches(name, known, 1, 0.6)
            yield cell_problem(
                Code.RELATION_UNKNOWN, framework.relations, row, "observables", name,
                "".join(near),
            )  # fmt: skip


def _check_pairs(framework: Framework) -> Iterator[Problem]:
    """Yield relations that say the same as an earlier one, or exclude it."""
    rows = list(framework.relations)
    for number, row in enumerate(rows):
        for earlier in rows[:number]:
            if (row.severity == REMARK) != (earlier.severity == REMARK):
                continue  # what is unusual lies within what is held back
            if row.kind == earlier.kind and _same(row, earlier):
                yield _clash(framework, Code.RELATION_REPEATED, row, earlier)
            elif _excludes(row, earlier):
                yield _clash(framework, Code.RELATION_CONTRADICTS, row, earlier)


def _same(row: Relation, earlier: Relation) -> bool:
    same = row.observables == earlier.observables
    return same and limit_of(row).word == limit_of(earlier).word


def _excludes(row: Relation, earlier: Relation) -> bool:
    """Return whether a part is called the whole of its whole, or two ranges do not meet."""
    if row.kind == earlier.kind == AT_MOST:
        return row.observables == earlier.observables[::-1]
    if row.kind == earlier.kind == INSIDE and set(row.observables) & set(earlier.observables):
        one, other = limit_of(row), limit_of(earlier)
        return one.low > other.high or other.low > one.high
    return False


def _clash(framework: Framework, code: Code, row: Relation, earlier: Relation) -> Problem:
    values: Mapping[str, str] = {"line": str(earlier.line), "name": earlier.relation}
    return cell_problem(code, framework.relations, row, "id", row.relation, "", **values)
