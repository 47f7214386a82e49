"""Rules for conditions: one that can never be true is a mistake.

Bounds and words of one subject are put together over the nodes that must hold at the same time.
Only what contradicts itself whatever the figures is found: an empty range, a score outside 0 to
100, a value that the indicator cannot have, words that exclude each other, a figure asked of what
is not reported.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import NamedTuple

from generator.checks.places import key_problem
from generator.frozen import dataclass
from generator.model.condition_records import Condition, Test
from generator.model.framework import Framework
from generator.model.framework_tables import LEADING_CITIES, TARGET, YES_NO
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


@dataclass(frozen=True)
class Asked:
    """What must hold at the same time, by subject and facet."""

    ranges: dict[tuple[str, str], Range] = field(default_factory=dict)
    words: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def copy(self) -> "Asked":
        return Asked(dict(self.ranges), dict(self.words))


def check_conditions(publication: Publication) -> Iterator[Problem]:
    """Every condition of libraries, packages and peer groups can be true."""
    yield from _check_documents(publication.framework, publication.documents.values())


def check_city_conditions(publication: Publication) -> Iterator[Problem]:
    """Every condition of a city can be true."""
    for city in publication.cities.values():
        documents = (city.document, *city.documents.values())
        yield from _check_documents(publication.framework, documents)


def _check_documents(framework: Framework, documents: Iterable[Document]) -> Iterator[Problem]:
    for document in documents:
        if isinstance(document.record, Record):
            for path, condition in conditions_in(document.record):
                yield from check_words(document, path, condition, framework)
                yield from check_families(document, path, condition, framework)
                yield from check_condition(document, path, condition, framework)


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


def check_words(
    document: Document, path: Path, node: Condition, framework: Framework
) -> Iterator[Problem]:
    """Words asked of a context variable are in its vocabulary, if it has one."""
    for at, part in parts_of(node, path):
        yield from check_words(document, at, part, framework)
    known = framework.words.get(node.context or "", {})
    for index, word in enumerate(node.in_ or ()):
        if known and word not in known:
            listed = " / ".join(known)
            yield key_problem(
                Code.WORD_UNKNOWN, document, (*path, "in", index), word, "", known=listed
            )


def check_families(
    document: Document, path: Path, node: Condition, framework: Framework
) -> Iterator[Problem]:
    """A score is asked only of what has a target, a position of what has leading cities."""
    for at, part in parts_of(node, path):
        yield from check_families(document, at, part, framework)
    if node.indicator not in framework.observables:
        return
    for facet, other, families in (
        ("score", "position", (TARGET, YES_NO)), ("position", "score", (LEADING_CITIES,)),
    ):  # fmt: skip
        if getattr(node, facet) and not framework.has_benchmark(node.indicator or "", families):
            at = (*path, facet)
            yield key_problem(
                Code.CONDITION_FAMILY, document, at, facet, other, name=node.indicator or ""
            )


def parts_of(node: Condition, path: Path) -> Iterator[tuple[Path, Condition]]:
    """Yield the nodes directly below a joint, each with its path."""
    for joint, parts in (("all", node.all), ("any", node.any)):
        for index, part in enumerate(parts or ()):
            yield (*path, joint, index), part
    if node.not_ is not None:
        yield (*path, "not"), node.not_


def check_condition(
    document: Document, path: Path, condition: Condition, framework: Framework
) -> Iterator[Problem]:
    """Say the first node that can never be true."""
    for at, fault in contradictions(condition, path, Asked(), framework):
        yield key_problem(Code.CONDITION_NEVER, document, at, fault)
        return


def contradictions(
    node: Condition, path: Path, asked: Asked, framework: Framework
) -> Iterator[tuple[Path, str]]:
    """Yield the place and subject of each contradiction; `asked` holds what must hold as well."""
    if node.any is not None and not node.any:
        yield (*path, "any"), "any"
    for at, part in parts_of(node, path):
        if node.not_ is None:
            together = asked if node.all is not None else asked.copy()
            yield from contradictions(part, at, together, framework)
    if node.all is None and node.any is None and node.not_ is None:
        yield from _ranges(node, path, asked, framework)
        yield from _words(node, path, asked)


def _ranges(
    node: Condition, path: Path, asked: Asked, framework: Framework
) -> Iterator[tuple[Path, str]]:
    subject = _subject(node)
    for facet in ("score", "position", "value"):
        test: Test | None = getattr(node, facet)
        if test is not None:
            former = asked.ranges.get((subject, facet), _possible(node, facet, framework))
            asked.ranges[subject, facet] = both = former.both(range_of(test))
            if both.is_empty:
                yield (*path, facet), subject


def _possible(node: Condition, facet: str, framework: Framework) -> Range:
    """Return the values that a score, a position or an indicator can have at all."""
    if facet != "value":
        return Range(*SCORES)
    one = framework.observables.get(node.indicator or "")
    if one is None or one.may_exceed:
        return Range()
    low = one.minimum if one.minimum is not None else float("-inf")
    return Range(low, one.maximum if one.maximum is not None else float("inf"))


def _words(node: Condition, path: Path, asked: Asked) -> Iterator[tuple[Path, str]]:
    subject = _subject(node)
    for facet, key, words in _choices(node):
        both = words & asked.words.get((subject, facet), words)
        asked.words[subject, facet] = both
        if not both:
            yield (*path, key), subject or key


def _choices(node: Condition) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield facet, key and the words that would do; a figure must be reported, an area rated."""
    for key in ("trend", "in_", "state", "country"):
        words: tuple[str, ...] | None = getattr(node, key)
        if words is not None:
            yield key, key.rstrip("_"), frozenset(words)
    if node.stage == ():
        yield "stage", "stage", frozenset()
    for facet in ("reported", "rated"):
        wanted: bool | None = getattr(node, facet)
        if wanted is not None:
            yield facet, facet, frozenset({str(wanted)})
    for key in ("score", "position", "value"):
        if getattr(node, key) is not None:
            yield "rated" if node.area else "reported", key, frozenset({str(True)})


def _subject(node: Condition) -> str:
    return node.indicator or node.area or node.context or node.governance or ""


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
