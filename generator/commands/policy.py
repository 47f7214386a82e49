"""`profiles policy`: whether a change touches data of cities only."""

import sys
from pathlib import Path

import click

from generator.commands.common import common, find_root
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages


@click.command()
@click.argument("base")
@click.argument("head", default="HEAD")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@common
def policy(base: str, head: str, form: str, root: Path | None, lang: str) -> None:
    """Tell whether HEAD changes only what an editor of data may, since it left BASE.

    These are the files of cities, as `cities/README.md` lists them. Exit status 0: nothing else
    is touched, and no approval comes with the data that it covers; 1: something is.
    """
    from generator.making.base_of_comparison import NoRevision
    from generator.making.change_policy import judge_change

    messages = load_messages(lang)
    try:
        problems, files = judge_change(find_root(root), base, head)
    except NoRevision as problem:
        text = messages["diff"][f"base_{problem.reason}"].replace("{text}", str(problem))
        raise click.ClickException(text.strip()) from None
    if problems or form != "text":
        click.echo(FORMATS[form](problems, messages))
    else:
        click.echo(messages["policy"]["data_only"].format(n=files))
    sys.exit(1 if problems else 0)
