"""The tables of a city to a workbook: a guide, a sheet for each table, and all indicators."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from generator.checks.references import Names
from generator.editing.csv_text import CsvText, NotPlain, read_csv
from generator.editing.spreadsheets import NewSheet, SheetColumn, write_sheets
from generator.editing.workbook.sheet_plan import (
    PlannedSheet,
    Speech,
    columns_of,
    left_out,
    planned_sheets,
)
from generator.frozen import dataclass
from generator.language.foreign import ENGLISH, plain
from generator.language.translated import content_in, descriptions_in
from generator.model.publication import City, Publication
from generator.model.retold import mark_of
from generator.model.workbook_guide import GUIDE, GUIDE_HEADER, INDICATORS
from generator.problems import Problems
from generator.read.folders import list_files, relative
from generator.read.publication_reader import read_publication

GUIDANCE = ("rows", "columns", "cells", "indicators", "back", "deleted")
"""The lines of the guide, by the messages `guide-…`."""
HEADS = ("id", "name", "unit", "definition", "figures", "latest-period", "latest-value")
"""The columns of the sheet of indicators, which is only read, by the messages `head-…`."""


class NoSuchCity(ValueError):
    """There is no folder of this city; `known` are those that there are."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__("no such city")
        self.known = known


class NotExported(ValueError):
    """A file of the city is not in UTF-8 with commas; the check says what is wrong with it."""


@dataclass(frozen=True)
class Exported:
    """What was written: number of sheets and rows, and the files that are not in the workbook."""

    sheets: int
    rows: int
    left_out: tuple[str, ...]


def version_of(data: bytes) -> str:
    """Return by what a file is told from a later version of itself."""
    return sha256(data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")).hexdigest()[:16]


def export_workbook(
    root: Path, name: str, path: Path, words: Mapping[str, str], code: str = ENGLISH
) -> Exported:
    """Write the workbook of the city of that name; its guide and notes by `words`, of a language.

    Raises:
        NoSuchCity: it has no folder, or the framework cannot be read.
        NotExported: a table of the city is not in UTF-8 with commas.
        OSError: the machine cannot write the workbook.
    """
    publication = read_publication(root, Problems(), [name], alone=code == ENGLISH)
    if publication is None or name not in publication.cities:
        raise NoSuchCity(publication.city_ids if publication else ())
    city, speech = publication.cities[name], _speech(publication, words, code)
    folder = root / "cities" / name
    files = [relative(file, folder) for file in list_files(folder, root, Problems())]
    planned, names = planned_sheets(files), Names(publication, city)
    tables = {sheet.file: _table(folder / sheet.file) for sheet in planned}
    others = left_out(files)
    sheets = [_table_sheet(sheet, tables[sheet.file], names, speech) for sheet in planned]
    guide = NewSheet(
        GUIDE,
        tuple(SheetColumn(name) for name in GUIDE_HEADER),
        (
            ("", "", words["city"].format(city=city.id), city.id),
            *(("", "", words[f"guide-{line}"], "") for line in GUIDANCE),
            *(_guide_row(sheet, folder, speech) for sheet in planned),
            *(
                ("", name, words["outside"].format(about=speech.tell(kind.about)), "")
                for name, kind in others
            ),
        ),
    )
    write_sheets(path, [guide, *sheets, _indicators(content_in(publication, code), city, words)])
    rows = sum(len(sheet.rows) for sheet in sheets)
    return Exported(len(sheets), rows, tuple(name for name, _ in others))


def _speech(publication: Publication, words: Mapping[str, str], code: str) -> Speech:
    known = {} if code == ENGLISH else descriptions_in(publication, code)
    return Speech(words, lambda text: known.get(mark_of(text), text))


def _table(path: Path) -> CsvText | None:
    try:
        return read_csv(path) if path.is_file() and path.stat().st_size else None
    except NotPlain:
        raise NotExported(path.name) from None


def _table_sheet(
    sheet: PlannedSheet, table: CsvText | None, names: Names, speech: Speech
) -> NewSheet:
    columns = columns_of(sheet.kind, table, names, speech)
    records = [record for record in table.records if record.is_filled] if table else []
    cells = [table.named(record) for record in records] if table else []
    rows = tuple(tuple(row.get(column.header, "") for column in columns) for row in cells)
    return NewSheet(sheet.title, columns, rows)


def _guide_row(sheet: PlannedSheet, folder: Path, speech: Speech) -> tuple[str, ...]:
    path = folder / sheet.file
    version = version_of(path.read_bytes()) if path.is_file() else ""
    return (sheet.title, sheet.file, speech.tell(sheet.about), version)


def _indicators(publication: Publication, city: City, words: Mapping[str, str]) -> NewSheet:
    """Return every indicator and data point, with what the city has of it."""
    header = tuple(SheetColumn(words[f"head-{head}"]) for head in HEADS)
    return NewSheet(INDICATORS, header, tuple(_indicator_rows(publication, city)))


def _indicator_rows(publication: Publication, city: City) -> Iterator[tuple[str, ...]]:
    for name, observable in publication.framework.observables.items():
        figures = [
            row
            for row in city.observations
            if row.observable == name and not (row.sex or row.age or row.district)
        ]
        dated = [row for row in figures if row.period is not None]
        latest = max(dated, key=lambda row: str(row.period)[-4:], default=None)
        yield (
            name,
            plain(observable.name),
            observable.unit if observable.carries_value else "",
            plain(observable.definition),
            str(len(figures)) if observable.carries_value else "",
            str(latest.period) if latest else "",
            (latest.value or "") if latest else "",
        )
