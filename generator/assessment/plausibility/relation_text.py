"""What the cells of `relations.csv` say: terms of observables, and limits by kind.

A term is a product of observables, context figures (`context.population`) and numbers, such as
`context.population ÷ context.area-km2`; `*` stands for every observable.
"""

import re
from functools import lru_cache

from generator.frozen import dataclass
from generator.model.relation_table import Relation
from generator.model.scalars import is_number, parse_number

EVERY = "*"
CONTEXT = "context."

AT_MOST, SUM, BETWEEN, EQUALS = "at-most", "sum", "between", "equals"
INSIDE, STEADY, TYPED = "inside", "steady", "typed"
TOGETHER = "together"
"""The word of the limit that holds the jumps of several cities together: how many at least."""
COPIED, ALIKE = "copied", "alike"
"""The words for how many figures make a column that repeats another, and how many cities with one
value are many: held over the columns of all cities."""

READ = 1024
"""Number of cells whose meaning is kept, since every city is held against all relations."""

_FACTOR = re.compile(r"\s*([×÷])\s*")
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_TOTAL = re.compile(rf"(at most )?({_NUMBER}) ± ({_NUMBER})\Z")
_RANGE = re.compile(rf"({_NUMBER}) to ({_NUMBER})\Z")
_SHARE = re.compile(rf"({_NUMBER}) %\Z")
_WORDED = re.compile(rf"([a-z]+) ({_NUMBER})\Z")

SHAPES = {
    AT_MOST: "blank, or a number such as 0.5",
    SUM: "100 ± 1 / at most 100 ± 1",
    BETWEEN: "sex 1 / age 1 / district 1",
    EQUALS: "10 %",
    INSIDE: "0 to 100",
    STEADY: "jump 3.5 / power 1.5 / step 5 / constant 6 / still 3 / "
    "zeros 0.2 / apart 30 / among 6 / few 5 / together 5",
    TYPED: "nines 3 / year 1 / repeat 3 / zeros 4 / copied 5 / alike 4",
}
"""How the limit of a kind is written, for hints."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A part of a product: `name` of a figure, or a `number`."""

    name: str
    number: float
    divides: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit as read: `word` names a breakdown or a test; `low` is the total of a sum."""

    word: str = ""
    low: float = 0.0
    high: float = 0.0


def terms_of(relation: Relation) -> tuple[tuple[Factor, ...], ...]:
    """Return the terms of a relation, each as its factors."""
    return tuple(map(_factors, relation.observables))


@lru_cache(READ)
def _factors(text: str) -> tuple[Factor, ...]:
    parts = _FACTOR.split(text)
    signs = ["×", *parts[1::2]]
    return tuple(_factor(part, sign == "÷") for part, sign in zip(parts[::2], signs, strict=True))


def _factor(text: str, divides: bool) -> Factor:
    if is_number(text):
        return Factor("", parse_number(text), divides)
    return Factor(text, 1.0, divides)


def names_in(relation: Relation) -> tuple[str, ...]:
    """Return the names of the figures in the terms of a relation, each once."""
    names = (factor.name for term in terms_of(relation) for factor in term)
    return tuple(dict.fromkeys(name for name in names if name))


def limit_of(relation: Relation) -> Limit:
    """Return the limit of a relation.

    Raises:
        ValueError: it is not written as the kind of relation wants it; see `SHAPES`.
    """
    return _limit(relation.kind, relation.limit or "")


@lru_cache(READ)
def _limit(kind: str, text: str) -> Limit:
    if kind == AT_MOST:
        return Limit(high=float(text or 0))
    if kind == SUM and (found := _TOTAL.match(text)):
        return Limit(found[1] or "", float(found[2]), float(found[3]))
    if kind == INSIDE and (found := _RANGE.match(text)):
        return Limit("", float(found[1]), float(found[2]))
    if kind == EQUALS and (found := _SHARE.match(text)):
        return Limit("", high=float(found[1]) / 100)
    if kind in (BETWEEN, STEADY, TYPED) and (found := _WORDED.match(text)):
        return Limit(found[1], high=float(found[2]))
    raise ValueError(text)
