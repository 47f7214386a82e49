"""Waivers: warnings published knowingly, until a day. An error cannot be waived."""

from collections.abc import Iterable

from generator.checks.named_rows import short_key, tables_of
from generator.checks.places import cell_problem
from generator.model.city_tables import Waiver
from generator.model.publication import Publication
from generator.model.tables import Table
from generator.problems import Code, Problem, Severity


def apply_waivers(
    publication: Publication, problems: Iterable[Problem]
) -> tuple[list[Problem], int]:
    """Return the problems that stand, and how many warnings are waived.

    A waiver names the code, the file in its folder and the key of the row.
    """
    tables: list[tuple[str, Table[Waiver]]] = [("content", publication.waivers)]
    tables += [(f"cities/{name}", city.waivers) for name, city in publication.cities.items()]
    standing: list[Problem] = []
    waivers: dict[tuple[str, str, str], tuple[Table[Waiver], Waiver]] = {}
    judged = list(tables_of(publication))
    for folder, table in tables:
        for row in table:
            file = f"{folder}/{row.table}"
            keys = [key for one in judged if one.file == file for key in one.named(row.key)]
            if len(keys) > 1:
                standing.append(short_key(table, row, keys))
            waivers[row.code, file, keys[0] if keys else row.key] = (table, row)
    used: set[tuple[str, str, str]] = set()
    for problem in problems:
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
    idle = [item for key, item in waivers.items() if key not in used]
    standing += [cell_problem(Code.WAIVER_IDLE, table, row, "key") for table, row in idle]
    waived = len([key for key in used if waivers[key][1].until >= publication.record.as_of])
    return standing, waived
