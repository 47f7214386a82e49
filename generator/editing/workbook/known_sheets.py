"""Which sheet is which table, also where sheets were renamed, moved, copied or deleted."""

from collections.abc import Iterator, Mapping, Sequence

from generator.editing.spreadsheets import LISTS, Sheet, SheetCell
from generator.editing.workbook.sheet_plan import PlannedSheet
from generator.frozen import dataclass
from generator.model.workbook_guide import ANSWERS, GUIDE, GUIDE_HEADER, INDICATORS
from generator.problems import Code, Place, Problem

SOUGHT = 20
"""Number of rows in which the names of columns are sought: titles may stand above them."""

ALIKE = 0.6
"""Share of the names in a header that a sheet without a known name must have of a table."""


@dataclass(frozen=True)
class Guide:
    """What the workbook says of itself: its city, and file and version by sheet."""

    city: str
    files: Mapping[str, str]
    versions: Mapping[str, str]

    def asks(self, file: str) -> bool:
        """Return whether the sheet of a file asks, and holds answers alone."""
        return self.versions.get(file) == ANSWERS


@dataclass(frozen=True)
class KnownSheet:
    """A sheet, the table of which it is, and its columns: name to number; rows below them."""

    sheet: Sheet
    plan: PlannedSheet
    columns: Mapping[str, int]
    others: Mapping[str, int]
    """Columns that the table does not have, by name."""
    rows: tuple[tuple[SheetCell, ...], ...]


def guide_of(sheets: Sequence[Sheet]) -> Guide:
    """Return what a workbook that was exported says of itself; blank if it says nothing."""
    for sheet in sheets:
        if sheet.rows and _names(sheet.rows[0]).keys() >= set(GUIDE_HEADER):
            rows = [{cell.column: cell.text for cell in row} for row in sheet.rows[1:]]
            cells = [tuple(row.get(number, "") for number in (1, 2, 3, 4)) for row in rows]
            city = next((last for title, file, _, last in cells if last and not file), "")
            named = [(title, file, version) for title, file, _, version in cells if title and file]
            files = {title: file for title, file, _ in named}
            return Guide(city, files, {file: version for _, file, version in named})
    return Guide("", {}, {})


def known_sheets(
    sheets: Sequence[Sheet], planned: Sequence[PlannedSheet], problems: list[Problem]
) -> tuple[KnownSheet, ...]:
    """Return the sheets that are tables; a sheet that is none is told."""
    ours = (GUIDE, INDICATORS, LISTS)
    open_sheets = [sheet for sheet in sheets if not _is_ours(sheet, ours)]
    plans = {plan.title.casefold(): plan for plan in planned}
    found: dict[str, KnownSheet] = {}
    later: list[Sheet] = []
    for sheet in open_sheets:
        plan = plans.get(sheet.title.strip().casefold())
        if plan is None:
            later.append(sheet)
        elif (known := _as_table(sheet, plan)) is not None:
            found[plan.file] = known
        elif sheet.rows:
            problems.append(Problem(Code.SHEET_HEADER, Place(sheet.title), sheet.title))
    for sheet in later:
        alike = list(_alike(sheet, [plan for plan in planned if plan.file not in found]))
        if len(alike) == 1:
            found[alike[0].plan.file] = alike[0]
        elif sheet.rows:
            problems.append(Problem(Code.SHEET_UNKNOWN, Place(sheet.title), sheet.title))
    return tuple(found[plan.file] for plan in planned if plan.file in found)


def _is_ours(sheet: Sheet, titles: tuple[str, ...]) -> bool:
    """Return whether a sheet is one of those that are only read, by its name or its columns."""
    names = _names(sheet.rows[0]).keys() if sheet.rows else set()
    return sheet.title.casefold() in titles or names >= set(GUIDE_HEADER)


def _alike(sheet: Sheet, plans: Sequence[PlannedSheet]) -> Iterator[KnownSheet]:
    """Yield the sheet as each table whose required columns it has, if most of its own are such."""
    for plan in plans:
        known = _as_table(sheet, plan)
        if known is None:
            continue
        needed = {column.name for column in plan.kind.columns if column.filled}
        share = len(known.columns) / (len(known.columns) + len(known.others))
        if needed <= known.columns.keys() and share >= ALIKE:
            yield known


def _as_table(sheet: Sheet, plan: PlannedSheet) -> KnownSheet | None:
    """Return a sheet as a table by its row of column names; None if it has none."""
    wanted = {column.name for column in plan.kind.columns}
    heads = [(len(_names(row).keys() & wanted), -at) for at, row in enumerate(sheet.rows[:SOUGHT])]
    most, place = max(heads, default=(0, 0))
    if most < 2:
        return None
    names = _names(sheet.rows[-place])
    columns = {name: number for name, number in names.items() if name in wanted}
    others = {name: number for name, number in names.items() if name not in wanted}
    return KnownSheet(sheet, plan, columns, others, sheet.rows[1 - place :])


def _names(row: Sequence[SheetCell]) -> dict[str, int]:
    """Return the names of columns in a row, in the spelling of tables, to their numbers."""
    names: dict[str, int] = {}
    for cell in row:
        names.setdefault("_".join(cell.text.casefold().split()), cell.column)
    return names
