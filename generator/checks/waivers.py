"""Waivers: warnings published knowingly, until a day. An error cannot be waived."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from generator.checks.named_rows import named_rows, short_key
from generator.checks.places import cell_problem
from generator.frozen import dataclass
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


@dataclass(frozen=True)
class Waived:
    """A row of `waivers.csv`, the file that it is about, and the keys that its own may mean."""

    table: Table[Waiver]
    row: Waiver
    file: str
    keys: tuple[str, ...]

    @property
    def names(self) -> tuple[str, str, str]:
        """The code, the file and the key that a problem has which it waives."""
        return self.row.code, self.file, self.keys[0] if self.keys else self.row.key


def apply_waivers(
    publication: Publication, problems: Iterable[Problem]
) -> tuple[list[Problem], int]:
    """Return the problems that stand, and how many warnings are waived."""
    return settle(waived_in(publication), publication.record.as_of, problems)


def waived_in(publication: Publication) -> list[Waived]:
    """Return the waivers of a publication and of its cities."""
    return [
        Waived(table, row, file, named_rows(tables, row.key))
        for table, row, file, tables in _waived_rows(publication)
    ]


def settle(
    waivers: Iterable[Waived], as_of: str, problems: Iterable[Problem]
) -> tuple[list[Problem], int]:
    """Return the problems that stand, and how many warnings are waived.

    A waiver names the code, the file in its folder and the key of the row. Where there are
    errors, what follows from them is left out, and a waiver may wait for a warning left out.
    """
    standing: list[Problem] = []
    by_names = {waived.names: waived for waived in waivers}
    for waived in by_names.values():
        if len(waived.keys) > 1:
            standing.append(short_key(waived.table, waived.row, waived.keys))
    used: set[tuple[str, str, str]] = set()
    given = list(problems)
    for problem in given:
        names = (problem.code.value, problem.place.file, problem.key)
        known = by_names.get(names)
        if known is None or problem.severity is Severity.ERROR:
            standing.append(problem)
            continue
        used.add(names)
        if known.row.until < as_of:
            standing.append(problem)
            standing.append(cell_problem(Code.WAIVER_EXPIRED, known.table, known.row, "until"))
    wrong = any(problem.severity is Severity.ERROR for problem in given)
    idle = [one for names, one in by_names.items() if names not in used and not wrong]
    standing += [cell_problem(Code.WAIVER_IDLE, one.table, one.row, "key") for one in idle]
    return standing, len([names for names in used if by_names[names].row.until >= as_of])


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
