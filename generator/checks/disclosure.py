"""Rules for confidential figures: none follows from what is published, nor stands elsewhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.assessment.plausibility.relation_text import SUM, limit_of
from generator.assessment.rating.selection import CONFIDENTIAL
from generator.checks.places import cell_problem
from generator.checks.relations import are_usable
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.framework import Framework
from generator.model.publication import City, Publication
from generator.problems import Code, Problem

BREAKDOWNS = ("sex", "age", "district")
TOTAL = ""
FEWEST = 2
"""More cells than a total and one part are needed, for what is left to follow."""

Cells = Mapping[str, Sequence[Observation]]
"""The rows of each cell of a group by its part; the total of shares of a whole has no row."""


def check_disclosure(publication: Publication) -> Iterator[Problem]:
    """What is confidential cannot be worked out from the other figures, nor read elsewhere."""
    for city in publication.cities.values():
        if any(row.status == CONFIDENTIAL for row in city.observations):
            yield from _check_cells(publication.framework, city)
            yield from _check_former_values(city)


def _check_cells(framework: Framework, city: City) -> Iterator[Problem]:
    told: set[int] = set()
    for cells in (*_breakdowns(city), *_wholes(framework, city)):
        for row, from_rows in _given_away(cells):
            if row.line not in told:
                told.add(row.line)
                lines = ", ".join(str(one.line) for one in from_rows)
                yield cell_problem(
                    Code.SUPPRESSED_FOLLOWS, city.observations, row, "status", "",
                    known=f"lines {lines}",
                )  # fmt: skip


def _given_away(cells: Cells) -> Iterator[tuple[Observation, Sequence[Observation]]]:
    """Yield what is confidential with the open rows from which it follows.

    It follows if another row states the same cell, or if the whole and all other parts are open.
    """
    hidden = {name: row for name, rows in cells.items() for row in rows
              if row.status == CONFIDENTIAL}  # fmt: skip
    open_rows = {name: [row for row in rows if _is_open(row)] for name, rows in cells.items()}
    others = [open_rows[name] for name, rows in cells.items() if rows and name not in hidden]
    alone = len(hidden) == 1 and len(cells) > FEWEST and TOTAL in cells and all(others)
    for name, row in hidden.items():
        if open_rows[name] or alone:
            yield row, open_rows[name] or [row for rows in others for row in rows]


def _is_open(row: Observation) -> bool:
    stated = row.value is not None or row.numerator is not None
    return stated and row.status != CONFIDENTIAL


def _breakdowns(city: City) -> Iterator[Cells]:
    """Yield each total with its parts by sex, by age or by district, whatever else is the same."""
    for breakdown in BREAKDOWNS:
        fixed = [name for name in BREAKDOWNS if name != breakdown]
        groups: dict[object, dict[str, list[Observation]]] = {}
        for row in city.observations:
            apart = (row.period, row.territory, *(getattr(row, name) for name in fixed))
            key = (row.observable, *apart)
            cells = groups.setdefault(key, {})
            cells.setdefault(getattr(row, breakdown) or TOTAL, []).append(row)
        yield from groups.values()


def _wholes(framework: Framework, city: City) -> Iterator[Cells]:
    """Yield the parts of a whole, of each time at which all of them are known or confidential."""
    relations = framework.relations if are_usable(framework) else ()
    for relation in relations:
        if relation.kind != SUM or limit_of(relation).word:
            continue
        groups: dict[str, dict[str, list[Observation]]] = {}
        for row in city.observations:
            if row.observable in relation.observables and not _is_part(row):
                cells = groups.setdefault(str(row.period), {})
                cells.setdefault(row.observable, []).append(row)
        for cells in groups.values():
            if len(cells) == len(relation.observables):
                yield {**cells, TOTAL: []}


def _is_part(row: Observation) -> bool:
    return any(getattr(row, name) is not None for name in BREAKDOWNS)


def _check_former_values(city: City) -> Iterator[Problem]:
    """A revision does not state what is confidential now."""
    hidden = {key for key, row in city.observations.by_key().items()
              if row.status == CONFIDENTIAL}  # fmt: skip
    for row in city.revisions:
        named: Iterable[str] = city.observations.named(row.key)
        if row.table == f"{OBSERVATIONS.name}.csv" and hidden.intersection(named):
            for column in ("old", "new"):
                if getattr(row, column) is not None:
                    yield cell_problem(Code.REVISION_DISCLOSES, city.revisions, row, column)
