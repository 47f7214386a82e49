"""`profiles publish`: one PDF of a choice of cities and areas, of a country or of a city."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, data_only, find_root, find_sound, more_fonts, nearest
from generator.problems.render import load_messages

if TYPE_CHECKING:
    from generator.making.volumes import NotKnown

LISTED = 12
"""Names that a message lists."""


@click.command()
@click.option("--cities", default="", metavar="A,B,…")
@click.option("--areas", default="", metavar="X,Y,…")
@click.option("--country", default="", metavar="CODE")
@click.option("--profile", default="", metavar="CITY")
@click.option("--gaps", default="", metavar="CITY")
@click.option("--scorecard", default="", metavar="CITY")
@click.option("--paper", type=click.Choice(("a4", "a5")))
@click.option("--in", "language", default="", metavar="CODE")
@click.option("--attach-data", is_flag=True)
@click.option("--crop-marks", is_flag=True)
@click.option("--output", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True)
@more_fonts
@data_only
@common
def publish(
    cities: str,
    areas: str,
    country: str,
    profile: str,
    gaps: str,
    scorecard: str,
    paper: str | None,
    language: str,
    attach_data: bool,
    crop_marks: bool,
    output: Path | None,
    replace: bool,
    root: Path | None,
    lang: str,
) -> None:
    """Make one PDF of some cities, in all areas of action or some; of areas, a country, a city."""
    from generator.making.volumes import Asked, NotKnown, compose_volume, typeset_volume
    from generator.outputs.print.not_typeset import NotTypeset
    from generator.outputs.print.printed_file import NotWritten, place_of_pdf, write_pdf

    words, place = load_messages(lang)["publish"], find_root(root)
    asked = Asked(
        cities=_listed(cities),
        areas=_listed(areas),
        country=country.strip(),
        profile=profile.rstrip("/"),
        gaps=gaps.rstrip("/"),
        scorecard=scorecard.rstrip("/"),
        paper=paper or "",
        language=language,
        attach_data=attach_data,
        crop_marks=crop_marks,
    )
    things = (asked.cities or asked.areas, country, profile, gaps, scorecard)
    if sum(map(bool, things)) != 1:
        raise click.UsageError(words["one-thing"])
    if attach_data and gaps:
        raise click.UsageError(words["no-data"])
    if paper and not (gaps or scorecard):
        raise click.UsageError(words["paper"])
    try:
        place_of_pdf(output or Path(), "publication.pdf")
        document = compose_volume(place, find_sound(place, lang), asked)
        content = typeset_volume(place, document)
        path = place_of_pdf(output or Path(), document.file)
        written = write_pdf(path, content, replace=replace)
    except NotKnown as problem:
        raise click.UsageError(_unknown(words, problem)) from None
    except NotTypeset as problem:
        click.echo(words["refused"].format(file=problem.file, reason=problem.reason), err=True)
        sys.exit(1)
    except NotWritten as problem:
        raise click.ClickException(f"{problem} {words['unwritten']}") from None
    except OSError as problem:
        raise click.ClickException(f"{problem}. {words['unwritten']}") from None
    said = words["written" if written else "unchanged"]
    click.echo(said.format(path=path, size=len(content) // 1024))


def _listed(names: str) -> tuple[str, ...]:
    """Return the names of a list; a folder of a city may be written with its slash."""
    found = (name.strip().rstrip("/") for name in names.split(","))
    return tuple(dict.fromkeys(name for name in found if name))


def _unknown(words: Mapping[str, str], problem: "NotKnown") -> str:
    """Return what is not known, the nearest that is, or all if they are few."""
    if not problem.known:
        return words[f"no-{problem.what}"].format(name=problem.name)
    near = nearest(problem.name.lower(), problem.known)
    known = ", ".join(problem.known)
    few = words["known"].format(known=known) if len(problem.known) <= LISTED else ""
    hint = near or (f" {few}" if few else f" {words['list']}")
    return words[f"no-{problem.what}"].format(name=problem.name) + hint
