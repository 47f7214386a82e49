"""Rules for several figures of one year: at most one is marked as used, and a wider one says so."""

from collections.abc import Iterable, Iterator

from generator.assessment.rating.figures_in_use import figure_among
from generator.checks.places import cell_problem
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.publication import City, Publication
from generator.model.territories import PROXY, stands_in
from generator.problems import Code, Problem


def check_figures_in_use(publication: Publication) -> Iterator[Problem]:
    """Of the figures of an observable, period and breakdown one is used, or it is clear which."""
    for city in publication.cities.values():
        for rows in groups(city.observations):
            if len(rows) == 1:
                continue
            yield from _check_marks(city, rows)
            if figure_among(rows).unsettled:
                values = " / ".join(row.value or "" for row in rows)
                yield cell_problem(
                    Code.USE_UNCLEAR, city.observations, rows[0], "use", name=rows[0].observable,
                    known=values, line=str(rows[-1].line),
                )  # fmt: skip


def groups(rows: Iterable[Observation]) -> Iterator[list[Observation]]:
    """Yield the observations of each observable, period and breakdown; of a key the first."""
    found: dict[object, list[Observation]] = {}
    for row in rows:
        key = (row.observable, row.period, row.sex, row.age, row.district)
        found.setdefault(key, []).append(row)
    yield from (_first_of_keys(group) if len(group) > 1 else group for group in found.values())


def _first_of_keys(rows: list[Observation]) -> list[Observation]:
    first: dict[str, Observation] = {}
    for row in rows:
        first.setdefault(OBSERVATIONS.key_of(row), row)
    return list(first.values())


def _check_marks(city: City, rows: list[Observation]) -> Iterator[Problem]:
    marked = [row for row in rows if row.use]
    for row in marked[1:]:
        yield cell_problem(
            Code.USE_REPEATED, city.observations, row, "use", "yes", line=str(marked[0].line),
            name=row.observable,
        )  # fmt: skip


def check_territories(publication: Publication) -> Iterator[Problem]:
    """A figure of a wider territory does not call itself one of the city."""
    for city in publication.cities.values():
        for row in city.observations:
            if stands_in(row, city.record) and row.comparability != PROXY:
                yield cell_problem(
                    Code.TERRITORY_PROXY, city.observations, row, "comparability", "", PROXY,
                    name=row.territory or "",
                )  # fmt: skip
