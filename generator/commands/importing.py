"""`profiles import`: a table of another system into the folder of a city, by a signed mapping."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, find_root, nearest, write_or_say
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages, one_line

if TYPE_CHECKING:
    from generator.editing.exchange.foreign_table import ForeignTable
    from generator.editing.exchange.importing import Imported, Importer
    from generator.editing.exchange.said import Said

Texts = Mapping[str, str]
SHOWN = 20
"""Number of lines of a part of the report that are printed."""


@click.command("import")
@click.argument("path", metavar="FILE|DIR", type=click.Path(path_type=Path, exists=True))
@click.option("--city", required=True)
@click.option("--map", "mapped", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--country", default="")
@click.option("--write", is_flag=True)
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

    words = load_messages(lang)["import"]
    tables, name = list(_tables(path, words)), city.rstrip("/")
    try:
        found = importer(find_root(root), name)
    except NoFramework:
        raise click.ClickException(words["unread"]) from None
    if name not in found.cities and not country:
        hint = nearest(name, found.cities)
        raise click.UsageError(words["no-city"].format(city=name) + hint)
    if mapped is None:
        click.echo("\n".join(found.proposals(tables)))
        click.echo(words["no-mapping"], err=True)
        sys.exit(1)
    imported = _imported(found, tables, mapped, lang)
    _report(imported, words)
    if not write:
        click.echo(words["unwritten"])
        return
    _write(found, imported, country.upper(), words)
    click.echo(words["written"].format(city=name))


def _tables(path: Path, words: Texts) -> "Iterable[ForeignTable]":
    from generator.editing.exchange.foreign_table import NotRecognised
    from generator.editing.exchange.recognition import foreign_files, read_foreign

    files = foreign_files(path)
    if not files:
        raise click.ClickException(words["no-table"].format(file=path))
    for file in files:
        try:
            table = read_foreign(file)
        except NotRecognised as problem:
            reason = one_line(_told(problem.reason, words))
            raise click.ClickException(words["not-read"].format(file=file, reason=reason)) from None
        except OSError as problem:
            unread = words["unreadable"].format(file=file, fault=problem)
            raise click.ClickException(unread) from None
        rows = words["rows"].format(file=file, format=table.format, n=len(table.rows))
        click.echo(rows, err=True)
        yield table


def _imported(
    found: "Importer", tables: "list[ForeignTable]", mapped: Path, lang: str
) -> "Imported":
    """Return what comes of tables, or say why nothing does."""
    from generator.editing.csv_text import NotPlain
    from generator.editing.exchange.application import Unusable
    from generator.editing.exchange.importing import Unsigned
    from generator.editing.exchange.mappings import UnsoundMapping

    words = load_messages(lang)["import"]
    try:
        return found.imported(tables, mapped)
    except UnsoundMapping as problem:
        click.echo(FORMATS["text"](problem.problems, load_messages(lang)), err=True)
        sys.exit(1)
    except Unsigned:
        raise click.ClickException(words["unsigned"].format(file=mapped)) from None
    except Unusable as problem:
        reason = one_line(_told(problem.reason, words))
        raise click.ClickException(words["unfit"].format(reason=reason)) from None
    except NotPlain:
        raise click.ClickException(words["check-first"].format(city=found.city)) from None


def _write(found: "Importer", imported: "Imported", country: str, words: Texts) -> None:
    if found.city not in found.cities:
        _make_city(found.root, found.city, country, words)
    write_or_say(found.root, imported.placed.changes)


def _make_city(root: Path, city: str, country: str, words: Texts) -> None:
    from generator.editing.new import LinkedFolder, NotAName, UnknownCountry, new_city

    try:
        new_city(root, city, country, "")
    except NotAName as problem:
        no_folder = words["no-folder"].format(city=city, expected=problem.expected)
        raise click.UsageError(no_folder) from None
    except UnknownCountry as problem:
        key = "no-country-near" if problem.expected else "no-country"
        no_country = words[key].format(code=country, expected=problem.expected)
        raise click.UsageError(no_country) from None
    except (LinkedFolder, OSError) as problem:
        raise click.ClickException(words["unwritable"].format(fault=problem)) from None


def _report(imported: "Imported", words: Texts) -> None:
    """Print what was taken, converted, left and suspected."""
    taken, placed = imported.taken, imported.placed
    click.echo(words["taken"].format(added=placed.added, known=placed.known))
    _list("converted", _counted(taken.converted, words), words)
    _list("left", _counted(taken.left, words), words)
    _list("suspected", [_told(one, words) for one in taken.doubts], words)
    _list("kept", [_told(one, words) for one in placed.conflicts], words)
    _list("other-source", [_told(one, words) for one in placed.beside], words)


def _told(one: "Said", words: Texts) -> str:
    return words[one.key].format(**dict(one.values))


def _counted(counter: "Counter[Said]", words: Texts) -> list[str]:
    pairs = ((_told(one, words), n) for one, n in counter.most_common())
    return [words["counted"].format(n=n, what=what) for what, n in pairs]


def _list(title: str, lines: "list[str]", words: Texts) -> None:
    if lines:
        click.echo(words[title])
        for line in lines[:SHOWN]:
            click.echo(f"  {one_line(line)}")
        if len(lines) > SHOWN:
            click.echo(words["more"].format(n=len(lines) - SHOWN))
