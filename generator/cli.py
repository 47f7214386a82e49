"""The command `profiles`: arguments, progress, exit status. No logic.

Exit status: 0 done, 1 problems found or build refused, 2 wrong use.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator import __version__
from generator.problems import Problem
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages
from generator.progress import Console

if TYPE_CHECKING:  # a check must not pay for what only a build needs
    from generator.making.choices import Choices
    from generator.outcome import Outcome

F = TypeVar("F", bound=Callable[..., Any])

OUT_OF_MEMORY = "A process was ended by the system, most likely for lack of memory; try --jobs 1."
NOTHING_BUILT = "Nothing was built; what was built before is unchanged."


def main() -> None:
    """Run the command."""
    commands.main(prog_name="profiles")


@click.group()
@click.version_option(__version__, message="%(version)s")
def commands() -> None:
    """Compile the folders of cities into profile pages and a website."""


def common(command: F) -> F:
    """Add the options that every command has."""
    root = click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        help="Folder with content/ and cities/; by default the nearest one upwards.",
    )
    language = click.option("--lang", default="en", help="Language of messages.")
    return root(language(command))


def find_root(given: Path | None) -> Path:
    """Return the folder that holds `content/` and `cities/`."""
    if given is not None:
        return given.resolve()
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "content").is_dir() and (folder / "cities").is_dir():
            return folder
    raise click.UsageError("No folder with content/ and cities/ here or above; give --root.")


@commands.command()
@click.argument("cities", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--strict", is_flag=True, help="Turn warnings into errors.")
@common
def check(cities: tuple[str, ...], form: str, strict: bool, root: Path | None, lang: str) -> None:
    """Report all problems of CITIES, or of the whole publication."""
    from generator.making.checking import check as run_check

    checked = run_check(find_root(root), [name.rstrip("/") for name in cities], alone=bool(cities))
    click.echo(FORMATS[form](checked.problems, load_messages(lang), waived=checked.waived))
    sys.exit(1 if checked.errors or (strict and checked.faults) else 0)


@commands.command()
@click.argument("cities", nargs=-1)
@click.option("--output", type=click.Path(path_type=Path), help="Where to build.")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Processes; by default one a processor.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Let a Dask cluster do the work.")
@click.option("--clean", is_flag=True, help="Make everything anew, whatever was kept.")
@click.option("--no-pdf", is_flag=True, help="Leave the publications out.")
@common
def build(
    cities: tuple[str, ...],
    output: Path | None,
    jobs: int | None,
    cluster: str,
    clean: bool,
    no_pdf: bool,
    root: Path | None,
    lang: str,
) -> None:
    """Check, then build the website and the PDFs, or renew the files of CITIES in it."""
    from generator.making.choices import Choices
    from generator.outputs.store.output_folder import OutputRefused, place_of

    if jobs and cluster:
        raise click.UsageError("Give --jobs or --cluster, not both.")
    folder = find_root(root)
    try:
        target = place_of(output or folder / "build")
    except OutputRefused as problem:
        click.echo(f"{problem}\n{NOTHING_BUILT}", err=True)
        sys.exit(1)
    choices = Choices(tuple(name.rstrip("/") for name in cities), jobs, clean, not no_pdf, cluster)
    if choices.cities and not (target / "site").is_dir():
        click.echo(f"{target} holds no build yet; run profiles build first.", err=True)
        sys.exit(1)
    sys.exit(0 if _build(folder, target, lang, choices).built else 1)


def _build(root: Path, target: Path, lang: str, choices: "Choices") -> "Outcome":
    """Build, or say what is wrong and touch nothing."""
    from generator.making.choices import NotMade
    from generator.making.order import build as run_build
    from generator.outcome import Outcome, reason_of
    from generator.outputs.print.not_typeset import NotTypeset
    from generator.outputs.store.output_folder import OutputRefused

    console = Console()
    problems: tuple[Problem, ...] = ()
    try:
        built = run_build(root, target, console, choices)
        problems = built.problems
    except NotTypeset as problem:
        reason = f"{problem.file} cannot be made: {problem.reason}"
    except (OutputRefused, NotMade) as problem:
        reason = str(problem)
    except (BrokenExecutor, MemoryError):
        reason = OUT_OF_MEMORY
    except OSError as problem:
        reason = reason_of(problem, root)
    else:
        if problems:
            click.echo(
                FORMATS["text"](problems, load_messages(lang), waived=built.waived), err=True
            )
        if built.pages is None:
            click.echo(NOTHING_BUILT, err=True)
            return Outcome(False, problems)
        click.echo(f"{built.pages} pages: {target / 'site' / 'index.html'}")
        return Outcome(True, problems)
    finally:
        console.end()
    click.echo(f"{reason}\n{NOTHING_BUILT}", err=True)
    return Outcome(False, problems, reason)


@commands.command()
@click.argument("city")
@click.argument("subject", metavar="ID")
@common
def explain(city: str, subject: str, root: Path | None, lang: str) -> None:
    """Tell how a result of CITY came about: ID is an indicator, an area or a recommendation."""
    from generator.making.explaining import explain as explain_result

    publication, name = _sound(find_root(root), lang), city.rstrip("/")
    if name not in publication.cities:
        raise click.UsageError(f'There is no city "{name}".{_hint(name, publication.cities)}')
    explained = explain_result(publication, name, subject)
    if not explained.text:
        hint = _hint(subject, explained.subjects)
        raise click.UsageError(f'"{subject}" is no indicator, area or recommendation.{hint}')
    click.echo(explained.text, nl=False)


@commands.command()
@common
def benchmarks(root: Path | None, lang: str) -> None:
    """Tell what the record would give for the leading cities today, beside what is frozen."""
    from generator.making import benchmarks as made

    click.echo(made.benchmarks(_sound(find_root(root), lang)), nl=False)


def _sound(root: Path, lang: str) -> Any:
    """Return the publication; end with its problems if there is an error."""
    from generator.making import checking

    checked = checking.check(root)
    if checked.publication is None or checked.errors:
        click.echo(FORMATS["text"](checked.problems, load_messages(lang)), err=True)
        sys.exit(1)
    return checked.publication


def _hint(found: str, known: Iterable[str]) -> str:
    """Return the nearest known id as a question; empty if none is near."""
    near = get_close_matches(found, list(known), 1)
    return f" Did you mean {near[0]}?" if near else ""


@commands.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--no-pdf", is_flag=True, help="Leave the publications out.")
@common
def serve(port: int, opens: bool, no_pdf: bool, root: Path | None, lang: str) -> None:
    """Show the site on this machine, and build and show it again when a file is saved."""
    folder = find_root(root)

    def opened(address: str) -> None:
        click.echo(f"{address}  (Ctrl+C ends)")
        if opens:
            click.launch(address)

    with contextlib.suppress(KeyboardInterrupt), _interruptible():
        _serve(folder, port, lang, not no_pdf, opened)


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Let the first Ctrl+C end things in order, and a second one wait for nothing."""

    def interrupted(*_: object) -> None:
        signal.signal(signal.SIGINT, lambda *_: os._exit(0))
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done, or was told to end


def _serve(folder: Path, port: int, lang: str, pdf: bool, opened: Callable[[str], None]) -> None:
    from generator.making.choices import Choices
    from generator.preview.following import Preview, serve_site
    from generator.preview.server import PortRefused

    output, choices = folder / "build", Choices(pdf=pdf)
    preview = Preview(
        folder,
        output / "site",
        lambda: _build(folder, output, lang, choices),
        load_messages(lang),
        opened,
        lambda text: click.echo(text, err=True),
    )
    try:
        serve_site(preview, port)
    except PortRefused as problem:
        click.echo(f"Port {port} cannot be used: {problem}. Name another with --port.", err=True)
        sys.exit(1)


@commands.command()
@click.argument("city", default="")
@click.option("--country", default="", help="ISO 3166-1 alpha-2, such as KZ.")
@click.option("--name", default="", help="Name of the city as printed.")
@click.option(
    "--demo",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a complete fictitious publication into this empty folder instead.",
)
@common
def new(
    city: str, country: str, name: str, demo: Path | None, root: Path | None, lang: str
) -> None:
    """Make the folder of a new CITY that passes the check, or a publication for training."""
    if (demo is None) != bool(city and country) or (demo is not None and (city or country)):
        raise click.UsageError("Give CITY and --country XX, or --demo DIR alone.")
    if demo is not None:
        return _new_demonstration(demo)
    _new_city(find_root(root), city, country.upper(), name)


def _new_city(root: Path, city: str, country: str, name: str) -> None:
    from generator.editing.new import CityExists, LinkedFolder, NotAName, UnknownCountry, new_city

    try:
        written = new_city(root, city, country, name)
    except NotAName as problem:
        raise click.UsageError(f'"{city}" cannot be a folder; write {problem.expected}.') from None
    except CityExists:
        raise click.UsageError(f"cities/{city}/ is there already.") from None
    except LinkedFolder:
        hint = "Put the folder itself there; links are never followed."
        raise click.UsageError(f"{root / 'cities'} is a link. {hint}") from None
    except OSError as problem:
        raise click.ClickException(f"The folder cannot be written: {problem}") from None
    except UnknownCountry as problem:
        hint = f" Did you mean {problem.expected}?" if problem.expected else ""
        raise click.UsageError(f'No country has the code "{country}".{hint}') from None
    click.echo("\n".join(map(str, written)))


def _new_demonstration(folder: Path) -> None:
    from generator.editing.demonstration import FolderNotEmpty, write_demonstration

    try:
        cities = write_demonstration(folder)
    except FolderNotEmpty:
        raise click.UsageError(f"{folder} is not empty; name a new or an empty folder.") from None
    click.echo(f"{len(cities)} fictitious cities: {folder / 'README.md'}")
