"""A confidential figure must not follow from those that are published: the total minus the rest."""

from collections.abc import Iterator, Sequence

from generator.assessment.rating.selection import CONFIDENTIAL
from generator.checks.places import cell_problem
from generator.model.city_tables import Observation
from generator.model.publication import City, Publication
from generator.problems import Code, Problem

SEX, AGE, DISTRICT = "sex", "age", "district"
BREAKDOWNS = (SEX, AGE, DISTRICT)


def check_disclosure(publication: Publication) -> Iterator[Problem]:
    """Of a total and its parts by sex, age or district not one alone is confidential.

    Also a mean gives the hidden part away, where the sizes of the parts are known or guessed.
    """
    for city in publication.cities.values():
        for rows in _by_observable_and_period(city):
            for breakdown in BREAKDOWNS:
                yield from _check_breakdown(city, rows, breakdown)


def _by_observable_and_period(city: City) -> Iterator[Sequence[Observation]]:
    found: dict[object, list[Observation]] = {}
    for row in city.observations:
        found.setdefault((row.observable, row.period, row.territory), []).append(row)
    yield from found.values()


def _check_breakdown(city: City, rows: Sequence[Observation], breakdown: str) -> Iterator[Problem]:
    """Yield the only confidential row among the total and its parts, if all others are known."""
    parts = [row for row in rows if _is_broken_down(row, (breakdown,))]
    totals = [row for row in rows if _is_broken_down(row, ())]
    hidden = [row for row in (*totals, *parts) if row.status == CONFIDENTIAL]
    told = [row for row in (*totals, *parts) if row.status != CONFIDENTIAL and _holds(row)]
    if len(parts) > 1 and len(hidden) == 1 and len(told) == len(totals) + len(parts) - 1:
        lines = ", ".join(str(row.line) for row in told)
        yield cell_problem(
            Code.SUPPRESSED_FOLLOWS, city.observations, hidden[0], "status", "",
            known=f"lines {lines}",
        )  # fmt: skip


def _is_broken_down(row: Observation, by: Sequence[str]) -> bool:
    return all((getattr(row, name) is not None) == (name in by) for name in BREAKDOWNS)


def _holds(row: Observation) -> bool:
    return row.value is not None or row.numerator is not None
