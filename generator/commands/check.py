"""`profiles check`: all problems of the files."""

import sys
from pathlib import Path

import click

from generator.commands.common import common, data_only, find_root
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages


@click.command()
@click.argument("cities", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--strict", is_flag=True)
@data_only
@common
def check(cities: tuple[str, ...], form: str, strict: bool, root: Path | None, lang: str) -> None:
    """Report all problems of CITIES, or of the whole publication."""
    from generator.making.checking import check as run_check

    names = [name.rstrip("/") for name in cities]
    checked = run_check(find_root(root), names, alone=bool(names), kept=False)
    click.echo(FORMATS[form](checked.problems, load_messages(lang), waived=checked.waived))
    sys.exit(1 if checked.errors or (strict and checked.faults) else 0)
