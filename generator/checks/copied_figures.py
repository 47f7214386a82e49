"""Figures that stand elsewhere too: a column of another city or year, one value in many cities.

In: cities, one after another. Out: warnings. Of each city a few numbers are kept, so that memory
does not grow with the tables.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain, combinations, pairwise

from generator.assessment.plausibility.filler_values import SIGNIFICANT, digits_of
from generator.assessment.plausibility.relation_text import ALIKE, COPIED, TYPED, limit_of
from generator.assessment.plausibility.steadiness import is_near_end
from generator.assessment.rating.data_errors import ends_of
from generator.assessment.rating.selection import is_headline, value_of
from generator.checks.places import cell_problem
from generator.checks.relations import are_usable
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.publication import City
from generator.model.relation_table import Relation
from generator.model.scalars import Period
from generator.model.tables import Table
from generator.model.territories import PROXY
from generator.problems import Code, Problem

SHARE = 0.75
"""The share of the figures of a column from which on it is the one that it is held against."""
OF_CITIES = 1 / 3
"""The share of the cities of a country, or of all, with one value from which on it is copied."""
FEW_HOLDERS = 8
"""Of more columns that hold a figure, each is held against its neighbours only."""
NAMED = 3
"""Number of cities that a message names."""

Rows = Callable[[str], Table[Observation]]
"""The observations of a city."""


@dataclass(frozen=True, slots=True)
class _Column:
    """The figures of a city for one period: a number for each value, its observable and line."""

    city: str
    country: str
    period: Period
    values: "array[int]" = field(default_factory=lambda: array("q"))
    observables: "array[int]" = field(default_factory=lambda: array("L"))
    lines: "array[int]" = field(default_factory=lambda: array("L"))


class Copies:
    """The columns of all cities that were read, and which of them are copies."""

    def __init__(self, framework: Framework) -> None:
        usable = framework.relations if are_usable(framework) else ()
        typed = [row for row in usable if row.kind == TYPED]
        self.framework = framework
        self.relations = {limit_of(row).word: row for row in typed}
        self.columns: list[_Column] = []
        self._numbers: dict[str, int] = {}

    def add(self, city: City) -> None:
        """Note the figures of a city that others could share by copying only."""
        columns: dict[Period, _Column] = {}
        country = city.record.country if city.record else ""
        for row in city.observations:
            if row.period is None or not _tells(row):
                continue
            column = columns.get(row.period)
            if column is None:
                column = columns[row.period] = _Column(city.id, country, row.period)
            column.values.append(hash((row.observable, row.value)))
            column.observables.append(self._numbers.setdefault(row.observable, len(self._numbers)))
            column.lines.append(row.line)
        self.columns += columns.values()

    def problems(self, rows: Rows) -> Iterator[Problem]:
        """Yield a warning for each column that is a copy, and for each value in many cities."""
        copied = dict(self._copied())
        for column, other in copied.values():
            row, table = _row_at(rows(column.city), column.lines[0])
            what = f"{other.city} {other.period}" if other.city != column.city else other.period
            yield self._problem(COPIED, table, row, str(column.period), str(what))
        for column, at, others in self._alike():
            row, table = _row_at(rows(column.city), column.lines[at])
            value, largest = value_of(row), ends_of(self.framework, row.observable)[1]
            if id(column) not in copied and value and not is_near_end(value, largest):
                more = ", …" if len(others) > NAMED else ""
                named = f"{', '.join(others[:NAMED])}{more}"
                yield self._problem(ALIKE, table, row, f"{row.observable} ({row.value})", named)

    def _problem(
        self, word: str, table: Table[Observation], row: Observation, left: str, right: str
    ) -> Problem:
        relation = self.relations[word]
        values: Mapping[str, str] = {
            "left": left, "right": right, "relation": relation.relation, "test": word,
            "because": relation.reason.rstrip("."),
        }  # fmt: skip
        return cell_problem(Code.FIGURE_UNUSUAL, table, row, "value", **values, reason=word)

    def _limit(self, word: str) -> float:
        relation: Relation | None = self.relations.get(word)
        return float("inf") if relation is None else limit_of(relation).high

    def _copied(self) -> Iterator[tuple[int, tuple[_Column, _Column]]]:
        """Yield each column that is a copy, by its identity, with the one that it repeats."""
        fewest = self._limit(COPIED)
        columns = [one for one in self.columns if len(one.values) >= fewest]
        first: dict[tuple[int, ...], _Column] = {}
        for one in columns:
            original = first.setdefault(tuple(sorted(one.values)), one)
            if original is not one:
                yield id(one), (one, original)
        for group in _grouped(columns, lambda one: one.city):
            held = [(one, {*one.values}) for one in group]
            for (left, left_values), (right, right_values) in combinations(held, 2):
                if _is_copy(len(left_values & right_values), fewest, left, right):
                    yield id(right), (right, left)
        for group in _grouped(columns, lambda one: one.period):
            for (first_at, again_at), shared in _shared(group).items():
                if _is_copy(shared, fewest, group[first_at], group[again_at]):
                    yield id(group[again_at]), (group[again_at], group[first_at])

    def _alike(self) -> Iterator[tuple[_Column, int, Sequence[str]]]:
        """Yield each figure that many cities share: its column, place in it, and the others."""
        fewest = self._limit(ALIKE)
        told: set[tuple[int, int]] = set()
        by_country = _grouped(self.columns, lambda one: (one.period, one.country))
        for group in (*by_country, *_grouped(self.columns, lambda one: one.period)):
            known = Counter(name for column in group for name in column.observables)
            for places in _holders(group, fewest).values() if len(group) >= fewest else ():
                number, at = places[0]
                many = OF_CITIES * known[group[number].observables[at]]
                for number, at in places if len(places) >= max(fewest, many) else ():
                    others = [group[one].city for one, _ in places if one != number]
                    if (id(group[number]), at) not in told:
                        told.add((id(group[number]), at))
                        yield group[number], at, others


def _tells(row: Observation) -> bool:
    """Return whether a row is a figure of the whole city with digits that chance repeats rarely."""
    if row.value is None or row.comparability == PROXY or not is_headline(row):
        return False
    return digits_of(row.value) >= SIGNIFICANT


def _grouped(
    columns: Sequence[_Column], key: Callable[[_Column], object]
) -> Sequence[Sequence[_Column]]:
    groups: dict[object, list[_Column]] = {}
    for one in columns:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())


def _holders(columns: Sequence[_Column], fewest: float) -> Mapping[int, list[tuple[int, int]]]:
    """Return where each value of `fewest` or more stands: the number of the column, its place."""
    counts = Counter(chain.from_iterable(column.values for column in columns))
    found: dict[int, list[tuple[int, int]]] = {}
    for number, column in enumerate(columns):
        for at, value in enumerate(column.values):
            if counts[value] >= fewest:
                found.setdefault(value, []).append((number, at))
    return found


def _shared(columns: Sequence[_Column]) -> Mapping[tuple[int, int], int]:
    """Return how many values two columns have in common, of those that have any."""
    shared = Counter[tuple[int, int]]()
    for places in _holders(columns, 2).values():
        numbers = [number for number, _ in places]
        few = len(numbers) <= FEW_HOLDERS
        shared.update(combinations(numbers, 2) if few else pairwise(numbers))
    return shared


def _is_copy(shared: int, fewest: float, *columns: _Column) -> bool:
    return shared >= max(fewest, SHARE * min(len(one.values) for one in columns))


def _row_at(table: Table[Observation], line: int) -> tuple[Observation, Table[Observation]]:
    return next(row for row in table if row.line == line), table
