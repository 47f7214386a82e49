"""`profiles import`: a table of another system into the folder of a city, by a signed mapping."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, find_root, nearest, write_or_say
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages, one_line

if TYPE_CHECKING:
    from generator.editing.exchange.foreign_table import ForeignTable
    from generator.editing.exchange.importing import Imported, Importer

SHOWN = 20
"""Number of lines of a part of the report that are printed."""

UNMAPPED = "Nothing was taken: there is no mapping. Complete it, sign it, and give it by --map."


@click.command("import")
@click.argument("path", metavar="FILE|DIR", type=click.Path(path_type=Path, exists=True))
@click.option("--city", required=True, help="The city; with --country a folder is made.")
@click.option("--map", "mapped", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--country", default="", help="Of a city that has no folder yet, such as KZ.")
@click.option("--write", is_flag=True, help="Write what is told.")
@common
def import_table(
    path: Path,
    city: str,
    mapped: Path | None,
    country: str,
    write: bool,
    root: Path | None,
    lang: str,
) -> None:
    """Take figures from a table of another system; without --map, propose the mapping."""
    from generator.editing.exchange.importing import NoFramework, importer

    tables, name = list(_tables(path)), city.rstrip("/")
    try:
        found = importer(find_root(root), name)
    except NoFramework:
        raise click.ClickException("content/ cannot be read; run profiles check.") from None
    if name not in found.cities and not country:
        hint = nearest(name, found.cities)
        raise click.UsageError(f'There is no city "{name}"; give its --country.{hint}')
    if mapped is None:
        click.echo("\n".join(found.proposals(tables)))
        click.echo(UNMAPPED, err=True)
        sys.exit(1)
    imported = _imported(found, tables, mapped, lang)
    _report(imported)
    if not write:
        click.echo("Nothing was written yet; add --write.")
        return
    _write(found, imported, country.upper())
    click.echo(f"Written. Now: profiles check {name}")


def _tables(path: Path) -> "Iterable[ForeignTable]":
    from generator.editing.exchange.foreign_table import NotRecognised
    from generator.editing.exchange.recognition import foreign_files, read_foreign

    files = foreign_files(path)
    if not files:
        raise click.ClickException(f"{path} holds no table.")
    for file in files:
        try:
            table = read_foreign(file)
        except NotRecognised as problem:
            raise click.ClickException(f"{file}: {one_line(problem.reason)}.") from None
        except OSError as problem:
            raise click.ClickException(f"{file} cannot be read: {problem}") from None
        click.echo(f"{file}: {table.format}, {len(table.rows)} rows.", err=True)
        yield table


def _imported(
    found: "Importer", tables: "list[ForeignTable]", mapped: Path, lang: str
) -> "Imported":
    """Return what comes of tables, or say why nothing does."""
    from generator.editing.csv_text import NotPlain
    from generator.editing.exchange.application import Unusable
    from generator.editing.exchange.importing import Unsigned
    from generator.editing.exchange.mappings import UnsoundMapping

    try:
        return found.imported(tables, mapped)
    except UnsoundMapping as problem:
        click.echo(FORMATS["text"](problem.problems, load_messages(lang)), err=True)
        sys.exit(1)
    except Unsigned:
        hint = "fill in by and date. Nothing was taken."
        raise click.ClickException(f"{mapped} is not signed: {hint}") from None
    except Unusable as problem:
        raise click.ClickException(f"The mapping does not fit: {one_line(str(problem))}") from None
    except NotPlain:
        raise click.ClickException(f"Run profiles check {found.city} first.") from None


def _write(found: "Importer", imported: "Imported", country: str) -> None:
    if found.city not in found.cities:
        _make_city(found.root, found.city, country)
    write_or_say(found.root, imported.placed.changes)


def _make_city(root: Path, city: str, country: str) -> None:
    from generator.editing.new import LinkedFolder, NotAName, UnknownCountry, new_city

    try:
        new_city(root, city, country, "")
    except NotAName as problem:
        raise click.UsageError(f'"{city}" cannot be a folder; write {problem.expected}.') from None
    except UnknownCountry as problem:
        hint = f" Did you mean {problem.expected}?" if problem.expected else ""
        raise click.UsageError(f'No country has the code "{country}".{hint}') from None
    except (LinkedFolder, OSError) as problem:
        raise click.ClickException(f"The folder cannot be written: {problem}") from None


def _report(imported: "Imported") -> None:
    """Print what was taken, converted, left and suspected."""
    taken, placed = imported.taken, imported.placed
    click.echo(f"Taken: {placed.added} new rows; {placed.known} were there already.")
    _list("Converted", _counted(taken.converted))
    _list("Left", _counted(taken.left))
    _list("Suspected", taken.doubts)
    _list("Not written over", placed.conflicts)
    _list("Stands beside another source", placed.beside)


def _counted(counter: "Counter[str]") -> list[str]:
    return [f"{n} rows: {text}" for text, n in counter.most_common()]


def _list(title: str, lines: "list[str]") -> None:
    if lines:
        click.echo(f"{title}:")
        for line in lines[:SHOWN]:
            click.echo(f"  {one_line(line)}")
        if len(lines) > SHOWN:
            click.echo(f"  and {len(lines) - SHOWN} more")
