"""Waivers: warnings published knowingly, until a day. An error cannot be waived."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from generator.checks.named_rows import named_rows, short_key
from generator.checks.places import cell_problem
from generator.model.city_tables import Waiver
from generator.model.publication import Publication
from generator.model.tables import Table
from generator.problems import Code, Problem, Severity


def check_waived_files(publication: Publication) -> Iterator[Problem]:
    """The file of a waiver in `content/` is named with its folder."""
    files = (*publication.tables, *publication.documents)
    for row in publication.waivers:
        if row.table in files:
            continue
        within = [file for file in files if file.endswith(f"/{row.table}")]
        near = within or get_close_matches(row.table, files, 1, 0.8)
        if near:
            yield cell_problem(
                Code.REFERENCE_UNKNOWN, publication.waivers, row, "table", "", near[0]
            )


def apply_waivers(
    publication: Publication, problems: Iterable[Problem]
) -> tuple[list[Problem], int]:
    """Return the problems that stand, and how many warnings are waived.

    A waiver names the code, the file in its folder and the key of the row. Where there are
    errors, what follows from them is left out, and a waiver may wait for a warning left out.
    """
    standing: list[Problem] = []
    waivers: dict[tuple[str, str, str], tuple[Table[Waiver], Waiver]] = {}
    for table, row, file, tables in _waived_rows(publication):
        keys = named_rows(tables, row.key)
        if len(keys) > 1:
            standing.append(short_key(table, row, keys))
        waivers[row.code, file, keys[0] if keys else row.key] = (table, row)
    used: set[tuple[str, str, str]] = set()
    given = list(problems)
    for problem in given:
        key = (problem.code.value, problem.place.file, problem.key)
        known = waivers.get(key)
        if known is None or problem.severity is Severity.ERROR:
            standing.append(problem)
            continue
        used.add(key)
        table, row = known
        if row.until < publication.record.as_of:
            standing.append(problem)
            standing.append(cell_problem(Code.WAIVER_EXPIRED, table, row, "until"))
    wrong = any(problem.severity is Severity.ERROR for problem in given)
    idle = [item for key, item in waivers.items() if key not in used and not wrong]
    standing += [cell_problem(Code.WAIVER_IDLE, table, row, "key") for table, row in idle]
    waived = len([key for key in used if waivers[key][1].until >= publication.record.as_of])
    return standing, waived


def _waived_rows(
    publication: Publication,
) -> Iterator[tuple[Table[Waiver], Waiver, str, tuple[Table[Any], ...]]]:
    """Yield each waiver with its table, the file it is about, and the tables of that file."""
    for row in publication.waivers:
        table = publication.tables.get(row.table)
        yield publication.waivers, row, f"content/{row.table}", (table,) if table else ()
    for name, city in publication.cities.items():
        for row in city.waivers:
            yield city.waivers, row, f"cities/{name}/{row.table}", city.tables_in(row.table)
