"""Jumps that all cities of one source make in one year: the source has changed, not the cities.

In: a city. Out: its series and jumps, counted, which are held together over all cities.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from statistics import median

from generator.assessment.plausibility.comparable_figures import Figure, comparable_figures
from generator.assessment.plausibility.relation_text import STEADY, TOGETHER, limit_of
from generator.assessment.plausibility.steadiness import FEWEST, LEAST_SPREAD, NORMAL
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.publication import City
from generator.model.relation_table import Relation
from generator.model.scalars import Period

BETWEEN = "|"
"""Parts the words of a key; the publisher stands last, as it may hold any letter."""
JUMP, BREAK = "jump", "B"


def together_of(framework: Framework) -> Relation | None:
    """Return the relation that holds jumps of several cities together, if there is one."""
    return next((row for row in framework.relations if _word(row) == TOGETHER), None)


def count_jumps(framework: Framework, city: City) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the series of a city by `observable|publisher`, and its jumps.

    A jump is `observable|year|+|publisher`, with - for a fall: a change whose modified z-score
    among the changes of its series is above the limit of the relation `jump`.
    """
    limits = [limit_of(row).high for row in framework.relations if _word(row) == JUMP]
    series, jumps = Counter[str](), Counter[str]()
    if not limits or together_of(framework) is None:
        return series, jumps
    for name, figures in comparable_figures(framework, city).series.items():
        dated = [one for one in figures.values() if one.period is not None]
        for publisher, stretch in _by_publisher(city, dated):
            series[BETWEEN.join((name, publisher))] += 1
            for year, sign in _jumps(stretch, max(limits)):
                jumps[BETWEEN.join((name, str(year), sign, publisher))] += 1
    return series, jumps


def _word(row: Relation) -> str:
    return limit_of(row).word if row.kind == STEADY else ""


def _by_publisher(city: City, figures: Sequence[Figure]) -> Iterator[tuple[str, list[Figure]]]:
    """Yield the longest run of each publisher in a series, if it is long enough to tell."""

    def publisher(one: Figure) -> str:
        return city.source_of[one.row.source].credit

    ordered = sorted(figures, key=lambda one: one.period or Period(0, 0))
    runs: dict[str, list[Figure]] = {}
    for name, group in groupby(ordered, key=publisher):
        runs[name] = max(runs.get(name, []), list(group), key=len)
    yield from ((name, run) for name, run in runs.items() if len(run) >= FEWEST)


def _jumps(figures: Sequence[Figure], limit: float) -> Iterator[tuple[int, str]]:
    """Yield the year and the sign of each change unlike the others that is marked as no break."""
    changes = [after.value - before.value for before, after in pairwise(figures)]
    usual = median(changes)
    level = abs(median(one.value for one in figures))
    apart = [abs(change - usual) for change in changes]
    spread = max(median(apart), LEAST_SPREAD * level, max(one.step for one in figures))
    for one, change, distance in zip(figures[1:], changes, apart, strict=True):
        marked = isinstance(one.row, Observation) and one.row.status == BREAK
        if one.period is not None and not marked and NORMAL * distance > limit * spread:
            yield one.period.last, "+" if change > usual else "-"
