"""`profiles fix`: mechanical faults repaired, as a diff or in the files."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, find_root, say
from generator.problems import Problem
from generator.problems.render import Messages, load_messages

if TYPE_CHECKING:
    from generator.editing.fixing import Fixed


@click.command()
@click.argument("cities", nargs=-1)
@click.option("--write", is_flag=True)
@common
def fix(cities: tuple[str, ...], write: bool, root: Path | None, lang: str) -> None:
    """Repair mechanical faults in the files of CITIES, or of the whole publication."""
    from generator.editing.fixing import fix as run_fix
    from generator.editing.fixing.report import diff_of, report_of

    messages, place = load_messages(lang), find_root(root)
    try:
        fixed = run_fix(place, [name.rstrip("/") for name in cities], _problems)
        for line, color in diff_of(fixed, messages):
            click.secho(line, fg=color)
        if write:
            _write(place, fixed, messages)
    except OSError as problem:
        raise click.ClickException(say("files-unrepaired", fault=problem)) from None
    click.echo(report_of(fixed, messages, written=write), err=True)
    sys.exit(1 if fixed.errors_left(write) else 0)


def _problems(root: Path, cities: Sequence[str], alone: bool) -> tuple[Problem, ...]:
    from generator.making.checking import check

    return check(root, cities, alone=alone).problems


def _write(root: Path, fixed: "Fixed", messages: Messages) -> None:
    from generator.editing.writing import NotWritable, replace_files

    try:
        replace_files(root, fixed.before, fixed.after)
    except NotWritable as problem:
        text = messages["fix"]["not_writable"].replace("{file}", str(problem))
        raise click.ClickException(text) from None
