"""`profiles edition`: what is published now, frozen, so that later changes can be found."""

from pathlib import Path

import click

from generator.commands.common import common, find_root, find_sound
from generator.problems.render import load_messages, one_line

SHOWN = 10
"""Number of files that are named."""


@click.command()
@click.argument("name")
@common
def edition(name: str, root: Path | None, lang: str) -> None:
    """Freeze what is published now under content/editions/NAME."""
    from generator.editing.new_edition import EditionExists, uncommitted, write_edition
    from generator.making.freezing import edition_name, freeze

    words, place = load_messages(lang)["edition"], find_root(root)
    if name != edition_name(name):
        said = words["name"].format(name=one_line(name), expected=edition_name(name))
        raise click.UsageError(said)
    publication = find_sound(place, lang)
    try:
        if name in {one.name for one in publication.editions}:
            raise EditionExists(name)
        changed = uncommitted(place)
        if changed:
            raise click.ClickException(_listed(words["uncommitted"], changed))
        folder = write_edition(place, name, freeze(place, publication, name))
    except EditionExists:
        raise click.UsageError(words["exists"].format(name=name)) from None
    except OSError as problem:
        raise click.ClickException(words["unwritten"].format(problem=problem)) from None
    click.echo(words["written"].format(folder=folder, name=name))


def _listed(text: str, files: list[str]) -> str:
    shown = [one_line(file) for file in files[:SHOWN]]
    more = ["…"] if files[SHOWN:] else []
    return text.format(files=", ".join([*shown, *more]))
