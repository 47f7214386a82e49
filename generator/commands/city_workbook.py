"""`profiles workbook`: the tables of a city out to a spreadsheet, and in again."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, find_root, nearest, say, write_or_say
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages

if TYPE_CHECKING:
    from generator.editing.workbook.reading_back import ReadBack


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

    name, words = city.rstrip("/"), load_messages(lang)["workbook"]
    try:
        written = export_workbook(find_root(root), name, file, words, lang)
    except NoSuchCity as problem:
        raise click.UsageError(say("no-city", city=name) + nearest(name, problem.known)) from None
    except NotExported as problem:
        raise click.ClickException(words["unreadable"].format(file=problem, city=name)) from None
    except OSError as problem:
        raise click.ClickException(words["unwritten"].format(file=file, fault=problem)) from None
    said = words["exported"].format(file=file, sheets=written.sheets, rows=written.rows)
    click.echo(said)
    if written.left_out:
        click.echo(words["left-out"].format(names=", ".join(written.left_out)))


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

    folder, messages = find_root(root), load_messages(lang)
    words = messages["workbook"]
    try:
        read = read_back(folder, file, city.rstrip("/"), delete=delete)
    except NotAWorkbook as problem:
        fault = messages["import"][f"book-{problem.reason}"]
        fault = fault.format(found=problem.found, most=problem.limit)
        raise click.ClickException(words["unread"].format(file=file, fault=fault)) from None
    except NoCity as problem:
        raise click.UsageError(words["no-city"].format(city=problem)) from None
    except OSError as problem:
        raise click.ClickException(words["unread"].format(file=file, fault=problem)) from None
    if read.problems:
        click.echo(FORMATS["text"](read.problems, messages))
    if read.has_errors:
        click.echo(words["nothing"], err=True)
        sys.exit(1)
    show(read, words)
    changed = any(change.is_change for change in read.changes)
    if write and changed:
        write_or_say(folder, read.changes)
        click.echo(words["taken"].format(city=read.city))
    elif changed:
        click.echo(words["not-yet"])


def show(read: "ReadBack", words: Mapping[str, str]) -> None:
    """Print the difference, and how many rows of each table are new, changed and gone."""
    from generator.editing.file_changes import difference
    from generator.editing.fixing.report import COLORS

    for line in difference(read.changes):
        click.secho(line, fg=COLORS.get(line[:1]))
    counted = False
    for file, merged in read.merged.items():
        if merged.added or merged.changed or merged.gone:
            numbers = (len(merged.added), len(merged.changed), len(merged.gone))
            counts = dict(zip(("added", "changed", "gone"), numbers, strict=True))
            click.echo(words["counts"].format(file=file, **counts))
            counted = True
    if not counted:
        click.echo(words["no-change"])
