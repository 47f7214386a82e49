"""Rules for conditions: one that can never be true is a mistake.

Bounds of one subject are put together over the nodes that must hold at the same time. Only what
contradicts itself whatever the figures is found: an empty range, a score outside 0 to 100, an
empty list of choices.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.checks.places import key_problem
from generator.model.conditions import Condition, Test
from generator.model.publication import Publication
from generator.model.records import Document, Path, Record
from generator.problems import Code, Problem

SCORES = (0.0, 100.0)


class Range(NamedTuple):
    """Values between two ends; an open end is not itself a value."""

    low: float = float("-inf")
    high: float = float("inf")
    low_open: bool = False
    high_open: bool = False

    @property
    def is_empty(self) -> bool:
        touching = self.low == self.high and (self.low_open or self.high_open)
        return self.low > self.high or touching

    def both(self, other: "Range") -> "Range":
        """Return the values that are in both ranges."""
        low, low_open = max((one.low, one.low_open) for one in (self, other))
        high, closed = min((one.high, not one.high_open) for one in (self, other))
        return Range(low, high, low_open, not closed)


def check_conditions(publication: Publication) -> Iterator[Problem]:
    """Every condition of libraries, packages, peer groups and cities can be true."""
    documents = [*publication.documents.values()]
    for city in publication.cities.values():
        documents += [city.document, *city.documents.values()]
    for document in documents:
        if isinstance(document.record, Record):
            for path, condition in conditions_in(document.record):
                yield from check_condition(document, path, condition)


def conditions_in(record: Record, path: Path = ()) -> Iterator[tuple[Path, Condition]]:
    """Yield the topmost conditions of a record, each with its path of keys."""
    for name in record.model_fields_set:
        value = getattr(record, name)
        items = value.items() if isinstance(value, Mapping) else [("", value)]
        for key, item in items:
            below = (*path, name, key) if key else (*path, name)
            if isinstance(item, Condition):
                yield below, item
            elif isinstance(item, Record):
                yield from conditions_in(item, below)


def check_condition(document: Document, path: Path, condition: Condition) -> Iterator[Problem]:
    """Say the first node that can never be true."""
    for at, fault in contradictions(condition, path, {}):
        yield key_problem(Code.CONDITION_NEVER, document, at, fault)
        return


def contradictions(
    node: Condition, path: Path, known: dict[tuple[str, str], Range]
) -> Iterator[tuple[Path, str]]:
    """Yield the place and subject of each contradiction; `known` holds what must hold as well."""
    if node.all is not None:
        for index, part in enumerate(node.all):
            yield from contradictions(part, (*path, "all", index), known)
    elif node.any is not None:
        if not node.any:
            yield (*path, "any"), "any"
        for index, part in enumerate(node.any):
            yield from contradictions(part, (*path, "any", index), dict(known))
    elif node.not_ is None:
        yield from _leaf(node, path, known)


def _leaf(
    node: Condition, path: Path, known: dict[tuple[str, str], Range]
) -> Iterator[tuple[Path, str]]:
    subject = node.indicator or node.area or node.context or ""
    for facet in ("score", "value"):
        test: Test | None = getattr(node, facet)
        if test is not None:
            possible = Range(*SCORES) if facet == "score" else Range()
            former = known.get((subject, facet), possible)
            known[subject, facet] = both = former.both(range_of(test))
            if both.is_empty:
                yield (*path, facet), subject
    for facet in ("trend", "in_", "state", "stage", "country"):
        if getattr(node, facet) == ():
            yield (*path, facet.rstrip("_")), subject or facet


def range_of(test: Test) -> Range:
    """Return the values for which a test is true."""
    found = Range()
    if test.above is not None:
        found = found.both(Range(low=test.above, low_open=True))
    if test.at_least is not None:
        found = found.both(Range(low=test.at_least))
    if test.below is not None:
        found = found.both(Range(high=test.below, high_open=True))
    if test.at_most is not None:
        found = found.both(Range(high=test.at_most))
    return found
