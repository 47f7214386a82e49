"""A workbook to the changes that it makes in the tables of a city, and all that is wrong in it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.editing.csv_text import CsvText, NotPlain, new_csv, read_csv
from generator.editing.file_changes import FileChange
from generator.editing.spreadsheets import Sheet, SheetCell, has_macros, read_sheets
from generator.editing.workbook.export import version_of
from generator.editing.workbook.known_sheets import Guide, KnownSheet, guide_of, known_sheets
from generator.editing.workbook.merging import Merged, SheetRow, merge
from generator.editing.workbook.sheet_plan import planned_sheets
from generator.editing.workbook.typed_cells import Misread, TypedText, text_of
from generator.frozen import dataclass
from generator.model.city_tables import CONTEXT, OBSERVATIONS
from generator.model.tables import TableKind
from generator.model.workbook_guide import GIVEN
from generator.problems import Code, Place, Problem, Problems, Severity
from generator.read.folders import list_files, relative

FIGURES = (OBSERVATIONS, CONTEXT)
"""The tables whose column `value` is a number in most rows, and whose unit stands beside it."""


class NoCity(ValueError):
    """Neither the workbook nor the command names a city that has a folder."""


@dataclass(frozen=True)
class ReadBack:
    """What a workbook changes in the files of a city; empty where an error stands."""

    city: str
    changes: tuple[FileChange, ...]
    problems: tuple[Problem, ...]
    merged: dict[str, Merged]

    @property
    def has_errors(self) -> bool:
        return _has_error(self.problems)


def read_back(root: Path, path: Path, city: str = "", *, delete: bool = False) -> ReadBack:
    """Return what a workbook changes; nothing is written.

    Raises:
        NotAWorkbook: the file is none, or too large.
        NoCity: no folder of a city is meant.
        OSError: it cannot be read.
    """
    sheets = read_sheets(path)
    guide = guide_of(sheets)
    folder = root / "cities" / (city or guide.city)
    if not (city or guide.city) or not folder.is_dir() or folder.is_symlink():
        raise NoCity(city or guide.city)
    files = [relative(file, folder) for file in list_files(folder, root, Problems())]
    found: list[Problem] = []
    if has_macros(path):
        found.append(Problem(Code.SHEET_MACROS, Place(path.name)))
    known = known_sheets(sheets, planned_sheets(files), found)
    found += _missing(guide, known, files)
    changes: list[FileChange] = []
    merged: dict[str, Merged] = {}
    for sheet in known:
        change, result = _taken(sheet, folder, root, guide, delete, found)
        if change is not None and result is not None:
            changes.append(change)
            merged[sheet.plan.file] = result
    return ReadBack(folder.name, tuple(changes), tuple(found), merged)


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _missing(guide: Guide, known: Sequence[KnownSheet], files: Sequence[str]) -> Iterator[Problem]:
    """Yield the sheets that were in the workbook, and are not any more."""
    there = {sheet.plan.file for sheet in known}
    for title, file in guide.files.items():
        if file not in there and file in files:
            yield Problem(Code.SHEET_MISSING, Place(title), file)


def _taken(
    known: KnownSheet, folder: Path, root: Path, guide: Guide, delete: bool, found: list[Problem]
) -> tuple[FileChange | None, Merged | None]:
    """Return what a sheet changes in its file; what is wrong with it goes to `found`."""
    path, kind = folder / known.plan.file, known.plan.kind
    asks, title = guide.asks(known.plan.file), known.sheet.title
    wrong = list(_of_sheet(known, asks))
    rows = [row for row in _rows(known, wrong) if not asks or _is_answered(row)]
    if not _has_error(wrong):
        wrong += _repeated(rows, kind, title)
    try:
        table = _table_at(path, kind)
    except NotPlain:
        wrong.append(Problem(Code.SHEET_FILE, Place(title), known.plan.file))
    found += wrong
    if _has_error(wrong):
        return None, None
    old = table.text if path.is_file() and path.stat().st_size else None
    merged = merge(table, kind, rows, delete=delete and not asks)
    if asks:
        merged.gone = []
    new = merged.table.text if merged.added or merged.table.records or old else None
    change = FileChange(relative(path, root), old, old if new is None else new)
    version = guide.versions.get(known.plan.file)
    there = version_of(path.read_bytes()) if path.is_file() else ""
    if version and change.is_change and not asks and version != there:
        found.append(Problem(Code.SHEET_OUTDATED, Place(title), known.plan.file))
    if not delete:
        found += [Problem(Code.SHEET_ROW_GONE, Place(title), key) for key in merged.gone]
    return change, merged


def _table_at(path: Path, kind: TableKind[Any]) -> CsvText:
    if path.is_file() and path.stat().st_size:
        return read_csv(path)
    return new_csv([column.name for column in kind.columns])


def _is_answered(row: SheetRow) -> bool:
    """Return whether a row says more than what was asked."""
    return any(text.raw.strip() for name, text in row.texts.items() if name not in GIVEN)


def _of_sheet(known: KnownSheet, asks: bool) -> Iterator[Problem]:
    """Yield what is odd about a sheet as a whole: columns, merged cells, hidden rows.

    A sheet that asks has columns of words beside those of its table, and few of these.
    """
    sheet, title, kind = known.sheet, known.sheet.title, known.plan.kind
    must = {column.name for column in kind.columns if column.filled or not asks}
    for name in kind.key:
        if name in must and name not in known.columns:
            place = Place(title, field=name)
            yield Problem(Code.SHEET_HEADER, place, name, values={"reason": "key"})
    filled = {cell.column for row in known.rows for cell in row}
    for name, number in known.others.items():
        if number in filled and not asks:
            yield Problem(Code.SHEET_COLUMN, Place(title, field=name), name)
    for cells in sheet.merged:
        yield Problem(Code.SHEET_MERGED, Place(f"{title}!{cells}"), cells)
    hidden = set(sheet.hidden_rows) & {row[0].row for row in known.rows}
    if hidden:
        yield Problem(Code.SHEET_HIDDEN, Place(title), ", ".join(map(str, sorted(hidden)[:10])))


def _rows(known: KnownSheet, found: list[Problem]) -> Iterator[SheetRow]:
    """Yield the rows of a sheet that hold anything in a known column."""
    columns = {column.name: column for column in known.plan.kind.columns}
    is_figures = known.plan.kind in FIGURES
    misread: dict[tuple[Code, str], list[tuple[SheetCell, str]]] = {}
    for row in known.rows:
        cells = {cell.column: cell for cell in row}
        if not any(number in cells for number in known.columns.values()):
            continue
        unit = _text(cells.get(known.columns.get("unit", 0)))
        texts: dict[str, TypedText] = {}
        for name, number in known.columns.items():
            cell = cells.get(number)
            if cell is None:
                texts[name] = TypedText("", "")
                continue
            is_figure = is_figures and name == "value"
            try:
                texts[name] = text_of(cell, columns[name], is_figure=is_figure, unit=unit)
            except Misread as fault:
                misread.setdefault((fault.code, name), []).append((cell, fault.expected))
        yield SheetRow(row[0].row, texts)
    found += [_said(code, known.sheet, name, cells) for (code, name), cells in misread.items()]


def _text(cell: SheetCell | None) -> str:
    return cell.text.strip() if cell is not None else ""


def _said(code: Code, sheet: Sheet, name: str, cells: Sequence[tuple[SheetCell, str]]) -> Problem:
    """Return the problem of the first of several cells of a column, with the rows of the others."""
    (first, expected), *others = cells
    place = Place(f"{sheet.title}!{first.name}", field=name)
    lines = tuple(cell.row for cell, _ in others)
    return Problem(code, place, first.text, expected, lines=lines)


def _repeated(rows: Sequence[SheetRow], kind: TableKind[Any], title: str) -> Iterator[Problem]:
    """Yield the rows whose key stands above already."""
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = row.keys(kind)[1]
        above = first.setdefault(key, row.number)
        if above != row.number:
            said = " · ".join(filter(None, key))
            yield Problem(
                Code.SHEET_ROW_REPEATED, Place(f"{title}!{row.number}"), said,
                values={"line": str(above)},
            )  # fmt: skip
