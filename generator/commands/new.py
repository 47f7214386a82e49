"""`profiles new`: the folder of a new city, or a publication: for training, or to begin with."""

from pathlib import Path

import click

from generator.commands.common import common, find_root, say


@click.command()
@click.argument("city", default="")
@click.option("--country", default="")
@click.option("--name", default="")
@click.option("--demo", type=click.Path(path_type=Path, file_okay=False))
@click.option("--publication", type=click.Path(path_type=Path, file_okay=False))
@common
def new(
    city: str,
    country: str,
    name: str,
    demo: Path | None,
    publication: Path | None,
    root: Path | None,
    lang: str,
) -> None:
    """Make the folder of a new CITY to be filled in, or a whole publication."""
    folders = [folder for folder in (demo, publication) if folder is not None]
    if len(folders) > 1 or bool(folders) == bool(city and country) or (folders and city + country):
        raise click.UsageError(say("new-what"))
    if folders:
        return _new_folder(folders[0], is_demonstration=demo is not None)
    _new_city(find_root(root), city, country.upper(), name)


def _new_city(root: Path, city: str, country: str, name: str) -> None:
    from generator.editing.new import CityExists, LinkedFolder, NotAName, UnknownCountry, new_city

    try:
        written = new_city(root, city, country, name)
    except NotAName as problem:
        raise click.UsageError(
            say("no-folder-name", city=city, expected=problem.expected)
        ) from None
    except CityExists:
        raise click.UsageError(say("city-exists", city=city)) from None
    except LinkedFolder:
        raise click.UsageError(say("cities-link", folder=root / "cities")) from None
    except OSError as problem:
        raise click.ClickException(say("folder-unwritten", fault=problem)) from None
    except UnknownCountry as problem:
        hint = say("nearest", name=problem.expected) if problem.expected else ""
        raise click.UsageError(say("no-country", country=country) + hint) from None
    click.echo("\n".join(map(str, written)))


def _new_folder(folder: Path, *, is_demonstration: bool) -> None:
    from generator.editing.demonstration import write_demonstration
    from generator.editing.own_publication import write_publication
    from generator.editing.shipped_files import FolderNotEmpty

    try:
        if is_demonstration:
            cities = write_demonstration(folder)
            said = say("demonstration", n=len(cities), place=folder / "README.md")
        else:
            write_publication(folder)
            said = say("publication", place=folder / "README.md")
    except FolderNotEmpty:
        raise click.UsageError(say("not-empty", folder=folder)) from None
    except OSError as problem:
        raise click.ClickException(say("nothing-left", fault=problem)) from None
    click.echo(said)
