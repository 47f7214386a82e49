"""What the relations of the framework find in a city, as problems that quote both sides."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.assessment.plausibility.common_jumps import BETWEEN, together_of
from generator.assessment.plausibility.filler_values import FILLERS
from generator.assessment.plausibility.findings import CODE, ERROR, REMARK, Finding
from generator.assessment.plausibility.relation_text import INSIDE, STEADY, limit_of
from generator.assessment.plausibility.relations_held import findings_of
from generator.assessment.plausibility.steadiness import STILL
from generator.assessment.tallies import Tallies
from generator.checks.places import cell_problem
from generator.checks.relations import are_usable
from generator.model.city_tables import OBSERVATIONS
from generator.model.framework import Framework
from generator.model.publication import City, Publication
from generator.model.relation_table import Relation
from generator.model.tables import Row, Table
from generator.problems import Code, Problem, Severity

SLIP = "slip"
POWERS = (1, -1, 2, -2, 3, -3, 6, -6)
"""By which powers of ten a unit or a decimal point is mistaken, the nearest first."""


def check_plausibility(publication: Publication) -> Iterator[Problem]:
    """No figure contradicts another, its counts, its series or what has been seen."""
    framework = publication.framework
    if not are_usable(framework):
        return
    for city in publication.cities.values():
        of_context: dict[tuple[str, str], list[Problem]] = {}
        for finding in findings_of(framework, city, remarks=True):
            problem = _problem(publication, city, finding)
            if finding.table == OBSERVATIONS.name:
                yield problem
            else:
                of_context.setdefault((finding.relation, finding.left), []).append(problem)
        for first, *others in of_context.values():
            yield _with_lines(first, others)


def _with_lines(problem: Problem, others: Iterable[Problem]) -> Problem:
    """Return one word for all figures of the context that are at odds, with the lines of each."""
    lines = {one.place.line for one in others if one.place.line is not None}
    return replace(problem, lines=tuple(sorted(lines - {problem.place.line})))


def check_jumps(framework: Framework, cities: Iterable[Tallies]) -> Iterator[Problem]:
    """Not all cities of a source jump in the same year the same way."""
    relation, series, jumps = together_of(framework), Counter[str](), Counter[str]()
    for counts in cities:
        series.update(counts.series)
        jumps.update(counts.jumps)
    for key, jumping in sorted(jumps.items()):
        name, year, _, publisher = key.split(BETWEEN, 3)
        known = series[BETWEEN.join((name, publisher))]
        if relation is not None and jumping == known >= limit_of(relation).high:
            yield cell_problem(
                Code.RELATION_TOGETHER, framework.relations, relation, "limit", str(jumping), year,
                name=name, reason=publisher,
            )  # fmt: skip


def _problem(publication: Publication, city: City, finding: Finding) -> Problem:
    table = _table(city, finding)
    row = table.by_key()[finding.key]
    code, values = _code(finding), _values(publication, finding)
    return cell_problem(code, table, row, "value", **values, reason=_reason(code, finding, values))


def _reason(code: Code, finding: Finding, values: Mapping[str, str]) -> str:
    """Return which wording of its code a finding has."""
    if code is Code.FIGURE_UNUSUAL and finding.kind == INSIDE:
        return SLIP if values["usual"] else INSIDE
    by_test = code.severity is Severity.NOTE or finding.test in (*FILLERS, STILL)
    return finding.test if by_test else finding.kind


def _table(city: City, finding: Finding) -> Table[Row]:
    return next(table for table in city.tables if table.kind.name == finding.table)


def _code(finding: Finding) -> Code:
    if finding.severity == ERROR:
        return Code.RELATION_BROKEN
    of_context = finding.table != OBSERVATIONS.name
    if of_context:
        return Code.CONTEXT_IMPLAUSIBLE
    remark = finding.severity == REMARK
    return Code.FIGURE_UNUSUAL if remark else Code(f"{CODE}{finding.kind}")


def _values(publication: Publication, finding: Finding) -> Mapping[str, str]:
    relation = publication.framework.relations.by_key()[finding.relation]
    right = finding.right_value
    if finding.kind == STEADY:  # what a series lets expect is known to three digits at most
        right = float(f"{right:.3g}")
    return {
        "left": f"{finding.left} ({finding.left_value:.6g})",
        "right": f"{finding.right} ({right:.6g})" if finding.right else f"{right:.6g}",
        "parts": finding.left,
        "total": f"{finding.left_value:.6g}",
        "relation": finding.relation,
        "because": relation.reason.rstrip("."),
        "test": finding.test,
        "usual": _usual(relation, finding.left_value) if finding.kind == INSIDE else "",
    }


def _usual(relation: Relation, value: float) -> str:
    """Return the value with its decimal point where it would lie in a range; "" if nowhere."""
    limit = limit_of(relation)
    moved = (value * 10.0**power for power in POWERS)
    return next((f"{one:.6g}" for one in moved if limit.low <= one <= limit.high), "")
