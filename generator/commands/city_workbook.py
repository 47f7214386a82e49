"""`profiles workbook`: the tables of a city out to a spreadsheet, and in again."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, find_root, nearest, write_or_say
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages

if TYPE_CHECKING:
    from generator.editing.spreadsheets import NotAWorkbook
    from generator.editing.workbook.reading_back import ReadBack

REASONS: Mapping[str, str] = {
    "kind": "is no workbook. Save it as “Excel Workbook (.xlsx)”.",
    "old": "is locked by a password, or in the old format .xls. Save it as “.xlsx” without one.",
    "damaged": "cannot be read. Open it in your spreadsheet and save it again as “.xlsx”.",
    "bytes": "is too large: {found:,} bytes unpacked, and {limit:,} are read.",
    "rows": "has {found:,} rows in a sheet, and {limit:,} are read. Delete those that are empty.",
    "columns": "has {found:,} columns in a sheet, and {limit:,} are read.",
}
"""Why a file is not taken as a workbook."""


@click.group()
def workbook() -> None:
    """Take the tables of a city into a spreadsheet, and back."""


@workbook.command("export")
@click.argument("city")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@common
def export(city: str, file: Path, root: Path | None, lang: str) -> None:
    """Write the tables of CITY to the workbook FILE.xlsx."""
    from generator.editing.workbook.export import NoSuchCity, NotExported, export_workbook

    name = city.rstrip("/")
    try:
        written = export_workbook(find_root(root), name, file)
    except NoSuchCity as problem:
        hint = nearest(name, problem.known)
        raise click.UsageError(f'There is no city "{name}".{hint}') from None
    except NotExported as problem:
        raise click.ClickException(
            f"{problem} cannot be read; run profiles check {name}."
        ) from None
    except OSError as problem:
        raise click.ClickException(f"{file} cannot be written: {problem}") from None
    click.echo(f"{file}: {written.sheets} tables with {written.rows} rows.")
    if written.left_out:
        click.echo(f"Not in it: {', '.join(written.left_out)}.")


@workbook.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--city", default="")
@click.option("--write", is_flag=True)
@click.option("--delete", is_flag=True)
@common
def import_workbook(
    file: Path, city: str, write: bool, delete: bool, root: Path | None, lang: str
) -> None:
    """Show what the workbook FILE.xlsx changes in the tables of its city, and write it if told."""
    from generator.editing.spreadsheets import NotAWorkbook
    from generator.editing.workbook.reading_back import NoCity, read_back

    folder = find_root(root)
    try:
        read = read_back(folder, file, city.rstrip("/"), delete=delete)
    except NotAWorkbook as problem:
        raise click.ClickException(f"{file} {_reason(problem)}") from None
    except NoCity as problem:
        raise click.UsageError(
            f'No folder of a city is meant: "{problem}"; name it by --city.'
        ) from None
    except OSError as problem:
        raise click.ClickException(f"{file} cannot be read: {problem}") from None
    if read.problems:
        click.echo(FORMATS["text"](read.problems, load_messages(lang)))
    if read.has_errors:
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    show(read)
    changed = any(change.is_change for change in read.changes)
    if write and changed:
        write_or_say(folder, read.changes)
        click.echo(f"Written. Now: profiles check {read.city}")
    elif changed:
        click.echo("Nothing was written yet; add --write.")


def _reason(problem: "NotAWorkbook") -> str:
    return REASONS[problem.reason].format(found=problem.found, limit=problem.limit)


def show(read: "ReadBack") -> None:
    """Print the difference, and how many rows of each table are new, changed and gone."""
    from generator.editing.file_changes import difference
    from generator.editing.fixing.report import COLORS

    for line in difference(read.changes):
        click.secho(line, fg=COLORS.get(line[:1]))
    counted = False
    for file, merged in read.merged.items():
        if merged.added or merged.changed or merged.gone:
            numbers = (len(merged.added), len(merged.changed), len(merged.gone))
            click.echo("{}: {} new, {} changed, {} not in the sheet.".format(file, *numbers))
            counted = True
    if not counted:
        click.echo("The workbook changes nothing.")
