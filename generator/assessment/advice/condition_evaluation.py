"""Conditions over a city, in three-valued logic: true, false, or unknown (None).

In: a condition of the closed grammar and what is known of a city. Out: an evaluation that keeps
every leaf with its operand, the value found, its place and its result. A missing value makes a
leaf unknown, never false (Kleene's strong logic).
"""

from collections.abc import Iterator, Sequence

from generator.assessment.rating.aggregation import TOO_FEW
from generator.assessment.results import (
    MISSING,
    NOT_COLLECTED,
    CityResult,
    IndicatorResult,
)
from generator.assessment.trend_results import NOT_ASSESSED, UNCLEAR
from generator.frozen import dataclass
from generator.model.condition_records import Condition, Test
from generator.model.governance_tables import GovernanceItem
from generator.model.publication import City, documents_in
from generator.model.scalars import Fault, parse_number

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a leaf found: a value with its place, or the reason why there is none."""

    value: float | str | bool | None
    unit: str = ""
    period: str = ""
    file: str = ""
    line: int | None = None
    source: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A subject with one facet: `wanted` is a test of a number, or the words that would do."""

    subject: str
    name: str
    facet: str
    wanted: Test | tuple[str, ...] | bool
    found: Found


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A node with its result; `joint` is all, any, not, or empty for a leaf."""

    result: Truth
    joint: str = ""
    parts: "tuple[Evaluation, ...]" = ()
    leaf: Leaf | None = None


@dataclass(frozen=True)
class Known:
    """What a condition may ask about: a city's files and its results."""

    city: City
    result: CityResult


def all_of(truths: Sequence[Truth]) -> Truth:
    """Return false if one is false, else unknown if one is unknown, else true."""
    if False in truths:
        return False
    return None if None in truths else True


def any_of(truths: Sequence[Truth]) -> Truth:
    """Return true if one is true, else unknown if one is unknown, else false."""
    if True in truths:
        return True
    return None if None in truths else False


def negation_of(truth: Truth) -> Truth:
    return None if truth is None else not truth


def evaluate(condition: Condition, known: Known) -> Evaluation:
    """Return the result of a condition for a city, with the evaluation of every part."""
    if condition.all is not None:
        parts = tuple(evaluate(part, known) for part in condition.all)
        return Evaluation(all_of([part.result for part in parts]), "all", parts)
    if condition.any is not None:
        parts = tuple(evaluate(part, known) for part in condition.any)
        return Evaluation(any_of([part.result for part in parts]), "any", parts)
    if condition.not_ is not None:
        part = evaluate(condition.not_, known)
        return Evaluation(negation_of(part.result), "not", (part,))
    leaf = _leaf(condition, known)
    return Evaluation(holds(leaf), leaf=leaf)


def holds(leaf: Leaf) -> Truth:
    """Return whether what a leaf found is what it wanted; unknown if it found nothing."""
    value, wanted = leaf.found.value, leaf.wanted
    if value is None:
        return None
    if isinstance(wanted, Test):
        return _within(float(value), wanted)
    if isinstance(wanted, bool):
        return value == wanted
    return value in wanted


def _within(value: float, test: Test) -> bool:
    return (
        (test.below is None or value < test.below)
        and (test.at_most is None or value <= test.at_most)
        and (test.at_least is None or value >= test.at_least)
        and (test.above is None or value > test.above)
    )


def deciding_leaves(evaluation: Evaluation) -> Iterator[Leaf]:
    """Yield the leaves that make the result what it is.

    Of a true `any` the true parts, of a false `all` the false ones, of an unknown joint the
    unknown ones: those are what is still needed.
    """
    if evaluation.leaf is not None:
        yield evaluation.leaf
        return
    for part in evaluation.parts:
        if evaluation.joint == "not" or part.result == evaluation.result:
            yield from deciding_leaves(part)


def _leaf(condition: Condition, known: Known) -> Leaf:
    if condition.indicator is not None:
        return _of_indicator(condition, condition.indicator, known)
    if condition.area is not None:
        return _of_area(condition, condition.area, known)
    if condition.context is not None:
        facet, wanted = (
            ("value", condition.value) if condition.value else ("in", condition.in_ or ())
        )
        found = _context(condition.context, known, numeric=facet == "value")
        return Leaf("context", condition.context, facet, wanted, found)
    if condition.governance is not None:
        found = _governance(condition.governance, known)
        return Leaf("governance", condition.governance, "state", condition.state or (), found)
    if condition.project_in is not None:
        found = _project(condition.project_in, condition.stage, known)
        return Leaf("project_in", condition.project_in, "stage", True, found)
    document = known.city.document
    at = document.position(("country",))
    found = Found(known.city.record.country, file=document.file, line=at.line if at else None)
    return Leaf("country", "", "", condition.country or (), found)


def _of_indicator(condition: Condition, name: str, known: Known) -> Leaf:
    one = known.result.observables[name]
    if condition.reported is not None:
        return Leaf("indicator", name, "reported", condition.reported, _reported(one))
    if condition.trend is not None:
        assessed = known.result.trends.get(name)
        trend = assessed.told if assessed else NOT_ASSESSED
        missing = trend in (NOT_ASSESSED, UNCLEAR) and trend not in condition.trend
        found = Found(None, reason=trend) if missing else Found(trend)
        return Leaf("indicator", name, "trend", condition.trend, found)
    for facet, wanted in (("score", condition.score), ("position", condition.position)):
        if wanted is not None:
            return Leaf("indicator", name, facet, wanted, _figure(name, known, facet))
    figure = _figure(name, known, "value")
    return Leaf("indicator", name, "value", condition.value or Test(), figure)


def _reported(one: IndicatorResult) -> Found:
    """Return whether a city has a figure; that it has none only where a source says so."""
    if one.is_reported:
        return Found(True)
    return Found(False) if one.reason == MISSING else Found(None, reason=one.reason)


def _figure(name: str, known: Known, facet: str) -> Found:
    """Return the score, the position or the usable value of an observable.

    A value that may not be rated (too old, proxy, without a year) decides nothing.
    """
    one = known.result.observables[name]
    row = one.selection.shown
    usable = None if one.selection.reason else one.selection.value
    value = {"score": one.score, "position": one.position, "value": usable}[facet]
    reasons = (one.selection.reason, one.reason)
    reason = "" if value is not None else next(filter(None, reasons), "")
    if row is None:
        return Found(value, reason=reason)
    return Found(
        value=value,
        unit=one.observable.unit if facet == "value" else "",
        period=str(row.period or ""),
        file=known.city.observations.file,
        line=row.line,
        source=row.source,
        reason=reason,
    )


def _of_area(condition: Condition, name: str, known: Known) -> Leaf:
    """Return the leaf of an area: its score or median position, where enough is rated."""
    area = known.result.areas[name]
    if condition.rated is not None:
        return Leaf("area", name, "rated", condition.rated, Found(area.band is not None))
    if condition.position is not None:
        median = area.median_position
        found = Found(median, reason=TOO_FEW if median is None else "")
        return Leaf("area", name, "position", condition.position, found)
    found = Found(area.score, reason="" if area.score is not None else area.reason)
    return Leaf("area", name, "score", condition.score or Test(), found)


def _context(variable: str, known: Known, *, numeric: bool) -> Found:
    row = known.city.context_in_use(variable)
    if row is None:
        return Found(None, reason=NOT_COLLECTED)
    value: float | str | None = row.value
    if numeric:
        try:
            value = parse_number(row.value)
        except Fault:
            value = None
    period = str(row.period or "")
    table = known.city.context
    return Found(value, row.unit or "", period, table.file, row.line, row.source)


def _governance(item: str, known: Known) -> Found:
    """Return the state of a plan or body: of several, the one adopted last, else the last row."""
    rows = [row for row in known.city.governance if row.item == item]
    if not rows:
        return Found(None, reason=NOT_COLLECTED)
    row = max(rows, key=_adopted)
    table = known.city.governance
    return Found(row.state, "", row.adopted or "", table.file, row.line, row.source)


def _adopted(row: GovernanceItem) -> tuple[str, int]:
    return (row.adopted or "", row.line)


def _project(area: str, stages: tuple[str, ...] | None, known: Known) -> Found:
    """Return whether a project of an area exists, in one of the stages if any are named."""
    for document in documents_in(known.city.documents, "projects").values():
        project = document.record
        within = any(one == area or one.startswith(f"{area}/") for one in project.areas)
        history = project.status_history
        stage = history[-1].stage if history else ""
        if within and (stages is None or stage in stages):
            return Found(True, file=document.file, line=1)
    return Found(False)
