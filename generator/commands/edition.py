"""`profiles edition`: what is published now, frozen, so that later changes can be found."""

import sys
from pathlib import Path

import click

from generator.commands.common import common, find_root, find_sound
from generator.problems.render import load_messages, one_line

SHOWN = 10
"""Number of files that are named."""


@click.command()
@click.argument("name")
@click.option("--no-pdf", is_flag=True)
@common
def edition(name: str, no_pdf: bool, root: Path | None, lang: str) -> None:
    """Freeze what is published now under content/editions/NAME; build it for that, if need be."""
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
        site = None if no_pdf else _built(place, lang)
        folder = write_edition(place, name, freeze(place, publication, name, site))
    except EditionExists:
        raise click.UsageError(words["exists"].format(name=name)) from None
    except OSError as problem:
        raise click.ClickException(words["unwritten"].format(problem=problem)) from None
    click.echo(words["written"].format(folder=folder, name=name))


def _built(root: Path, lang: str) -> Path:
    """Return the site as it is built from what is there now; end where that fails."""
    from generator.commands.build import build_and_tell
    from generator.making.choices import Choices

    target = root / "build"
    if not build_and_tell(root, target, lang, Choices()).built:
        sys.exit(1)
    return target / "site"


def _listed(text: str, files: list[str]) -> str:
    shown = [one_line(file) for file in files[:SHOWN]]
    more = ["…"] if files[SHOWN:] else []
    return text.format(files=", ".join([*shown, *more]))
