"""Rules for goalposts: both ends of a scale, and what each family of benchmarks must say."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.assessment.tallies import Tallies
from generator.checks.places import cell_problem
from generator.model.framework import Framework
from generator.model.framework_tables import LEADING_CITIES, YES_NO, Goalpost
from generator.model.publication import Publication
from generator.model.scalars import Fault
from generator.problems import Code, Place, Problem


def check_goalposts(publication: Publication) -> Iterator[Problem]:
    """Every observable has a row of goalposts, and each row is whole."""
    framework = publication.framework
    for observable in framework.observables.values():
        if observable.carries_value and observable.id not in framework.goalposts_of:
            place = Place(framework.goalposts.file)
            yield Problem(Code.GOALPOST_MISSING, place, "", observable.id)
    for row in framework.goalposts:
        yield from _check_ends(framework, row)
        yield from _check_family(framework, row)
        yield from _check_classes(framework, row)


def check_scales(framework: Framework, cities: Iterable[Tallies]) -> Iterator[Problem]:
    """Not too many scores of a family, over all cities, stand at an end of their scale."""
    policy, scored, at_ends = framework.policy.benchmarks, Counter[str](), Counter[str]()
    for counts in cities:
        scored.update(counts.scored)
        at_ends.update(counts.at_ends)
    for family, scores in sorted(scored.items()):
        if scores >= policy.counted_from and at_ends[family] > policy.at_ends * scores:
            yield Problem(
                Code.GOALPOST_AT_ENDS, Place(framework.goalposts.file), str(at_ends[family]),
                str(scores), {"family": family, "share": f"{100 * policy.at_ends:g}"},
            )  # fmt: skip


def _check_ends(framework: Framework, row: Goalpost) -> Iterator[Problem]:
    table = framework.goalposts
    if row.best is not None and row.source is None:
        yield cell_problem(Code.GOALPOST_REASON, table, row, "source")
    if row.best is None or row.worst is None:
        return
    if row.best in (row.worst, row.worst_above):
        yield cell_problem(Code.GOALPOSTS_EQUAL, table, row, "best")
        return
    ends = [end for end in (row.best, row.worst, row.worst_above) if end is not None]
    if row.transform == "log" and min(ends) <= 0:
        yield cell_problem(Code.GOALPOST_LOGARITHM, table, row, "best")
    observable = framework.observables.get(row.observable)
    rising = row.best > row.worst
    wanted = observable.direction if observable else ""
    two_sided = row.worst_above is not None and not row.worst < row.best < row.worst_above
    if (wanted == "higher" and not rising) or (wanted == "lower" and rising) or two_sided:
        worst = f"{row.worst:g}"
        yield cell_problem(
            Code.GOALPOST_DIRECTION, table, row, "best", f"{row.best:g}", wanted, other=worst
        )
    other = row.worst_of_five
    if other is not None and (other == row.best or (row.best > other) != rising):
        yield cell_problem(Code.GOALPOST_DIRECTION, table, row, "worst_of_five", "", wanted)


def _check_family(framework: Framework, row: Goalpost) -> Iterator[Problem]:
    """Leading cities say which and when, and are no floor; words are scored as yes or no only."""
    table, leading = framework.goalposts, row.family == LEADING_CITIES
    groups = {group for named in framework.groups_of.values() for group in named}
    if row.applies is not None and row.applies not in groups:
        known = " / ".join(sorted(groups))
        yield cell_problem(Code.GOALPOST_GROUP, table, row, "applies", "", known)
    if (row.family == YES_NO) is not (row.scores is not None):
        yield cell_problem(Code.GOALPOST_SCORES, table, row, "family", "", YES_NO)
    if leading and row.floor:
        yield cell_problem(Code.GOALPOST_FLOOR, table, row, "floor")
    for column in ("cities", "years"):
        if leading is not bool(getattr(row, column)):
            code = Code.GOALPOST_CITIES if leading else Code.GOALPOST_CITIES_ALONE
            yield cell_problem(code, table, row, column, column)


def _check_classes(framework: Framework, row: Goalpost) -> Iterator[Problem]:
    """Classes rise, each with its upper edge, and the last one is open."""
    if not row.classes:
        return
    try:
        edges = [edge for _, edge in row.class_edges]
    except Fault:
        edges = []
    closed = [edge for edge in edges[:-1] if edge is not None]
    rising = all(low < high for low, high in pairwise(closed))
    if not closed or len(closed) < len(edges) - 1 or edges[-1] is not None or not rising:
        found = "; ".join(row.classes)
        yield cell_problem(Code.GOALPOST_CLASSES, framework.goalposts, row, "classes", found)
