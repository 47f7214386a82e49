"""`profiles schema`: what programs for text need to complete and check while typing."""

import sys
from pathlib import Path

import click

from generator.commands.common import common, find_root
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages


@click.command()
@click.argument("folder", default="schemas", type=click.Path(path_type=Path, file_okay=False))
@common
def schema(folder: Path, root: Path | None, lang: str) -> None:
    """Write the schemas of all files into FOLDER, with the words and ids of the framework."""
    from generator.making.describing import write_schemas_of

    try:
        count, problems = write_schemas_of(find_root(root), folder)
    except OSError as problem:
        raise click.ClickException(f"The folder cannot be written: {problem}") from None
    if not count:
        click.echo(FORMATS["text"](problems, load_messages(lang)), err=True)
        sys.exit(1)
    click.echo(f"{count} schemas for YAML; settings for editors: {folder / 'settings.json'}")
