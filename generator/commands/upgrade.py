"""`profiles upgrade`: what a newer generator asks for, added to a publication."""

from pathlib import Path

import click

from generator.commands.common import common, find_root, write_or_say
from generator.problems.render import load_messages


@click.command()
@common
def upgrade(root: Path | None, lang: str) -> None:
    """Write labels, lists, tables and workflows of this generator that a publication lacks."""
    from generator.editing.file_changes import difference
    from generator.editing.upgrading import upgrade as run_upgrade

    words, place = load_messages(lang)["upgrade"], find_root(root)
    try:
        found = run_upgrade(place)
    except OSError as problem:
        raise click.ClickException(words["unread"].format(problem=problem)) from None
    write_or_say(place, found.changes)
    shown = [one for one in found.changes if one.old is not None and one.file.startswith("content")]
    for line in difference(shown):
        click.echo(line)
    for change in found.changes:
        kind = "added" if change.old is None else "completed" if change in shown else "renewed"
        click.echo(words[kind].format(file=change.file))
    for file in found.left:
        click.echo(words["left"].format(file=file))
    if not found.changes:
        click.echo(words["nothing"])
