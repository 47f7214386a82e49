"""The relations of the framework held against the figures of a city, kind by kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.assessment.plausibility.comparable_figures import (
    Amount,
    Figure,
    Figures,
    comparable_figures,
)
from generator.assessment.plausibility.filler_values import fillers_of
from generator.assessment.plausibility.findings import REMARK, Finding, finding_on
from generator.assessment.plausibility.relation_text import (
    ALIKE,
    AT_MOST,
    BETWEEN,
    CONTEXT,
    COPIED,
    EQUALS,
    EVERY,
    INSIDE,
    STEADY,
    SUM,
    TOGETHER,
    TYPED,
    Limit,
    limit_of,
    names_in,
    terms_of,
)
from generator.assessment.plausibility.steadiness import AT_ENDS, LEVELS, doubts_of
from generator.assessment.rating.data_errors import ends_of, range_of
from generator.assessment.rating.few_events import is_of_few_events
from generator.assessment.rating.selection import value_of
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.publication import City
from generator.model.relation_table import Relation
from generator.model.scalars import Period

Held = Callable[[Framework, City, Figures, Relation, Limit], Iterator[Finding]]

COUNTED = "count"
"""The kind of units whose parts add up, so that a total lies above them."""


def findings_of(framework: Framework, city: City, remarks: bool = False) -> tuple[Finding, ...]:
    """Return what the relations of the framework find in a city, in their order.

    What holds no figure back is left out unless `remarks` are wanted, and of a figure that
    another relation speaks against, or that cannot be, in any case.
    """
    figures = comparable_figures(framework, city)
    found = _found(framework, city, figures, remarks=False)
    if not remarks:
        return found
    doubted = {one.key for one in found}
    remarked = _found(framework, city, _possible(framework, figures), remarks=True)
    return (*found, *_first_of_each(one for one in remarked if one.key not in doubted))


def _possible(framework: Framework, figures: Figures) -> Figures:
    """Return the figures that can be: of the others the check says so."""
    possible = {
        name: _between_ends(series, *range_of(framework, name))
        for name, series in figures.series.items()
        if name in framework.observables
    }
    if all(len(series) == len(figures.series[name]) for name, series in possible.items()):
        return figures
    return replace(figures, series={**figures.series, **possible})


def _between_ends(
    series: Mapping[Period | None, Figure], low: float | None, high: float | None
) -> Mapping[Period | None, Figure]:
    return {
        period: one
        for period, one in series.items()
        if (low is None or one.value >= low) and (high is None or one.value <= high)
    }


def _first_of_each(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Return one finding on each row: one is enough to look at it."""
    by_row: dict[tuple[str, str], Finding] = {}
    for one in findings:
        by_row.setdefault((one.table, one.key), one)
    return by_row.values()


def _found(
    framework: Framework, city: City, figures: Figures, remarks: bool
) -> tuple[Finding, ...]:
    return tuple(
        finding
        for relation in framework.relations
        if (relation.severity == REMARK) == remarks
        for finding in HELD[relation.kind](framework, city, figures, relation, limit_of(relation))
    )


def _on_all(
    relation: Relation, left: tuple[str, Amount], right: tuple[str, Amount], test: str = ""
) -> Iterator[Finding]:
    """Yield a finding on every figure of both sides."""
    about = (relation.relation, relation.kind, relation.severity)
    sides = ((left[0], left[1].value), (right[0], right[1].value))
    for figure in (*left[1].figures, *right[1].figures):
        yield finding_on(figure.row, about, *sides, test)


def _at_most(
    _framework: Framework, _city: City, figures: Figures, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    """Hold the first term, a part, against the second, its whole."""
    for names, part, whole in _pairs(figures, relation):
        if part.value > whole.value + limit.high:
            yield from _on_all(relation, (names[0], part), (names[1], whole))


def _equals(
    framework: Framework, city: City, figures: Figures, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    """Hold the first term against the second; of every observable the value against its counts."""
    if relation.observables == (EVERY,):
        yield from _equal_quotients(framework, city, relation, limit)
        return
    for names, stated, follows in _pairs(figures, relation):
        if abs(stated.value - follows.value) > limit.high * abs(follows.value):
            yield from _on_all(relation, (names[0], stated), (names[1], follows))


def _pairs(
    figures: Figures, relation: Relation
) -> Iterator[tuple[tuple[str, str], Amount, Amount]]:
    """Yield both terms of a relation at every time of which the first tells."""
    first, second = terms_of(relation)
    named = (relation.observables[0], relation.observables[1])
    for anchor in figures.anchors(first):
        left, right = figures.amount(first, anchor), figures.amount(second, anchor)
        if left is not None and right is not None:
            yield named, left, right


def _equal_quotients(
    framework: Framework, city: City, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    about = (relation.relation, relation.kind, relation.severity)
    for row in city.observations:
        if row.numerator is None or row.value is None or not row.denominator:
            continue
        observable = framework.observables.get(row.observable)
        if observable is None:
            continue
        stated = value_of(row)
        follows = observable.multiplier * row.numerator / row.denominator
        if stated is not None and abs(stated - follows) > _spare(row, limit.high * follows):
            sides = ((row.observable, stated), ("numerator ÷ denominator", follows))
            yield finding_on(row, about, *sides)


def _spare(row: Observation, share: float) -> float:
    """Return by how much a value may differ from what follows: a share of it and half a step."""
    return abs(share) + Figure(row.observable, share, row).step / 2


def _sum(
    _framework: Framework, _city: City, figures: Figures, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    """Add up parts of one whole: never above it, and equal to it where all are known."""
    terms = terms_of(relation)
    anchors = {one.period: one for term in terms for one in figures.anchors(term)}
    for anchor in anchors.values():
        known = [one for term in terms if (one := figures.amount(term, anchor)) is not None]
        total = sum(one.value for one in known)
        complete = len(known) == len(terms) and not limit.word
        above = total > limit.low + limit.high
        if len(known) > 1 and (above or (complete and total < limit.low - limit.high)):
            parts = Amount(total, tuple(figure for one in known for figure in one.figures))
            names = " + ".join(figure.name for figure in parts.figures)
            yield from _on_all(relation, (names, parts), ("", Amount(limit.low, ())))


def _between(
    framework: Framework, city: City, figures: Figures, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    """Hold each total against its parts by sex, age or district, of which it is a mean."""
    about = (relation.relation, relation.kind, relation.severity)
    for (name, _period), rows in _broken_down(city).items():
        observable = framework.observables.get(name)
        unit = framework.unit_of.get(observable.unit) if observable else None
        if observable is None or unit is None or unit.kind == COUNTED:
            continue
        parts = [value for row in rows if _is_part(row, limit.word)
                 and (value := value_of(row, observable.multiplier)) is not None]  # fmt: skip
        total = figures.series.get(name, {}).get(rows[0].period)
        if total is None or len(parts) < FEWEST.get(limit.word, 2):
            continue
        nearest = min(max(total.value, min(parts)), max(parts))
        if abs(total.value - nearest) > limit.high * total.step:
            sides = ((name, total.value), (f"{name} {limit.word}", nearest))
            yield finding_on(total.row, about, *sides, limit.word)


FEWEST: Mapping[str, int] = {"sex": 2, "age": 3, "district": 3}
"""How many parts of a breakdown must be known, for two of many may leave out the highest."""
_BREAKDOWNS = ("sex", "age", "district")


def _is_part(row: Observation, breakdown: str) -> bool:
    """Return whether a row is broken down by this alone."""
    return all((getattr(row, name) is not None) == (name == breakdown) for name in _BREAKDOWNS)


def _broken_down(
    city: City,
) -> Mapping[tuple[str, object], Sequence[Observation]]:
    """Return the parts of totals, by observable and period."""
    found: dict[tuple[str, object], list[Observation]] = {}
    parts = (row for row in city.observations if row.sex or row.age or row.district)
    for row in parts:
        found.setdefault((row.observable, row.period), []).append(row)
    return found


def _inside(
    _framework: Framework, _city: City, figures: Figures, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    """Hold every figure against the range of what has been seen."""
    for term, text in zip(terms_of(relation), relation.observables, strict=True):
        for anchor in figures.anchors(term):
            amount = figures.amount(term, anchor)
            if amount is not None and not limit.low <= amount.value <= limit.high:
                end = limit.low if amount.value < limit.low else limit.high
                yield from _on_all(relation, (text, amount), ("", Amount(end, ())))


def _steady(
    framework: Framework, _city: City, figures: Figures, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    """Hold each value against its own series; what cities do together is judged elsewhere.

    The level of a rate of few events jumps by chance, so that no test of levels speaks against it.
    """
    if limit.word == TOGETHER:
        return
    wanted: Iterable[str] = figures.series if EVERY in relation.observables else names_in(relation)
    about = (relation.relation, relation.kind, relation.severity)
    for name in wanted:
        if name.startswith(CONTEXT) or name in framework.observables:
            ranged = limit.word in AT_ENDS and not name.startswith(CONTEXT)
            ends = ends_of(framework, name) if ranged else (None, None)
            for stretch in figures.apart(name, limit.word):
                for doubt in doubts_of(stretch, limit.word, limit.high, ends):
                    if limit.word in LEVELS and is_of_few_events(framework, name, doubt.figure.row):
                        continue
                    sides = ((name, doubt.figure.value), ("", doubt.expected))
                    yield finding_on(doubt.figure.row, about, *sides, limit.word)


def _typed(
    framework: Framework, _city: City, figures: Figures, relation: Relation, limit: Limit
) -> Iterator[Finding]:
    """Hold what is written in the cells against what is typed where a figure is missing.

    What is copied from elsewhere is found over the columns of all cities.
    """
    if limit.word in (COPIED, ALIKE):
        return
    about = (relation.relation, relation.kind, relation.severity)
    for one in fillers_of(framework, figures, limit.word, limit.high):
        yield finding_on(one.row, about, (one.name, one.value), ("", one.value), limit.word)


HELD: Mapping[str, Held] = {
    AT_MOST: _at_most,
    SUM: _sum,
    BETWEEN: _between,
    EQUALS: _equals,
    INSIDE: _inside,
    STEADY: _steady,
    TYPED: _typed,
}
"""What holds each kind of relation against a city."""
