"""`profiles build`: the website, the open data and the PDFs."""

import sys
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, data_only, find_root, find_sound, more_fonts, say
from generator.problems import Problem
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages
from generator.progress import Console

if TYPE_CHECKING:
    from generator.making.choices import Choices
    from generator.outcome import Outcome


@click.command()
@click.argument("cities", nargs=-1)
@click.option("--output", type=click.Path(path_type=Path))
@click.option("--jobs", type=click.IntRange(1, 1024))
@click.option("--cluster", default="", metavar="ADDRESS")
@click.option("--clean", is_flag=True)
@click.option("--no-pdf", is_flag=True)
@click.option("--site-pdf", is_flag=True)
@click.option("--in", "language", default="", metavar="CODE")
@more_fonts
@data_only
@common
def build(
    cities: tuple[str, ...],
    output: Path | None,
    jobs: int | None,
    cluster: str,
    clean: bool,
    no_pdf: bool,
    site_pdf: bool,
    language: str,
    root: Path | None,
    lang: str,
) -> None:
    """Check, then build the website and the PDFs, or renew the files of CITIES in it.

    With --site-pdf the names are sections, which are copied into one PDF after the build.
    """
    from generator.making.choices import Choices
    from generator.outputs.store.output_folder import OutputRefused, place_of

    if jobs and cluster:
        raise click.UsageError(say("jobs-or-cluster"))
    folder = find_root(root)
    try:
        target = place_of(output or folder / "build")
    except OutputRefused as problem:
        click.echo(f"{problem}\n{say('nothing-built')}", err=True)
        sys.exit(1)
    names = tuple(name.rstrip("/") for name in cities)
    only = () if site_pdf else names
    choices = Choices(only, jobs, clean, not no_pdf, cluster)
    if choices.cities and not (target / "site").is_dir():
        click.echo(say("no-build", folder=target), err=True)
        sys.exit(1)
    if not build_and_tell(folder, target, lang, choices).built:
        sys.exit(1)
    if site_pdf:
        _print_site(folder, target, lang, names, language)


def _print_site(
    root: Path, target: Path, lang: str, sections: tuple[str, ...], language: str
) -> None:
    """Copy sections of the build into one PDF, or say why that cannot be."""
    from generator.making.site_pdf import NotPaged, print_site

    words = load_messages(lang)["site-pdf"]
    try:
        made = print_site(root, target, find_sound(root, lang), sections, language)
    except NotPaged as problem:
        said = words[problem.key].format(found=problem.found)
        if problem.key in ("no-section", "no-language"):
            raise click.UsageError(said) from None
        click.echo(f"{said}\n{words['unwritten']}", err=True)
        sys.exit(1)
    click.echo(
        words["written"].format(
            path=made.path, pages=made.copied.pages, of=made.of, headings=made.copied.headings
        )
    )


def build_and_tell(root: Path, target: Path, lang: str, choices: "Choices") -> "Outcome":
    """Build, or say what is wrong and touch nothing."""
    from generator.making.choices import NotMade
    from generator.making.in_force import told_in_force
    from generator.making.order import build as run_build
    from generator.outcome import Outcome, reason_of
    from generator.outputs.print.not_typeset import NotTypeset
    from generator.outputs.store.output_folder import OutputRefused

    click.echo(told_in_force(root), err=True)
    console = Console()
    problems: tuple[Problem, ...] = ()
    try:
        built = run_build(root, target, console, choices)
        problems = built.problems
    except NotTypeset as problem:
        reason = say("not-typeset", lang, file=problem.file, reason=problem.reason)
    except (OutputRefused, NotMade) as problem:
        reason = str(problem)
    except (BrokenExecutor, MemoryError):
        reason = say("memory", lang)
    except OSError as problem:
        reason = reason_of(problem, root)
    else:
        if problems:
            click.echo(
                FORMATS["text"](problems, load_messages(lang), waived=built.waived), err=True
            )
        if built.pages is None:
            click.echo(say("nothing-built", lang), err=True)
            return Outcome(False, problems)
        click.echo(say("pages", lang, n=built.pages, place=target / "site" / "index.html"))
        return Outcome(True, problems)
    finally:
        console.end()
    click.echo(f"{reason}\n{say('nothing-built', lang)}", err=True)
    return Outcome(False, problems, reason)
