"""What several commands need: their options, the publication's folder, and wrong names."""

import os
import sys
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.commands.help_texts import LANGUAGE, OPTIONS
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages

if TYPE_CHECKING:
    from generator.editing.file_changes import FileChange

F = TypeVar("F", bound=Callable[..., Any])


def common(command: F) -> F:
    """Add the options that every command has."""
    root = click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True))
    return root(spoken(command))


def spoken(command: F) -> F:
    """Add the option for the language of messages, which the environment may choose."""
    return click.option(*OPTIONS, "lang", default="en", envvar=LANGUAGE)(command)


def data_only(command: F) -> F:
    """Add the option that lets a root be data only, and do what it says."""
    return click.option("--data-only", is_flag=True, expose_value=False, callback=_use_shipped)(
        command
    )


def _use_shipped(context: click.Context, option: click.Parameter, given: bool) -> None:
    from generator.making.in_force import use_shipped

    if given:
        use_shipped()


def more_fonts(command: F) -> F:
    """Add the option that adds fonts to those of the theme, and do what it says."""
    return click.option(
        "--font-path", "asked", default="", metavar="DIR", expose_value=False, callback=_add_fonts
    )(command)


def _add_fonts(context: click.Context, option: click.Parameter, asked: str) -> None:
    from generator.making.in_force import NoFonts, add_fonts

    if not asked:
        return
    try:
        add_fonts(asked)
    except NoFonts as problem:
        if problem.file:
            raise click.UsageError(say("font-unread", file=problem.file, asked=asked)) from None
        raise click.UsageError(say("no-fonts", asked=asked)) from None


def say(key: str, language: str = "", **values: object) -> str:
    """Return what every command may say, by default in the language of the one that runs."""
    context = click.get_current_context(silent=True)
    chosen = context.params.get("lang") if context is not None else None
    spoken_now = language or chosen or os.environ.get(LANGUAGE) or "en"
    return load_messages(spoken_now)["command"][key].format(**values)


def find_root(given: Path | None) -> Path:
    """Return the folder that holds `content/` and `cities/`."""
    if given is not None:
        return given.resolve()
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "content").is_dir() and (folder / "cities").is_dir():
            return folder
    raise click.UsageError(say("no-root"))


def find_sound(root: Path, lang: str) -> Any:
    """Return the publication; end with its problems if there is an error."""
    from generator.making import checking

    checked = checking.check(root)
    if checked.publication is None or checked.errors:
        click.echo(FORMATS["text"](checked.problems, load_messages(lang)), err=True)
        sys.exit(1)
    return checked.publication


def nearest(found: str, known: Iterable[str]) -> str:
    """Return the nearest known id as a question; empty if none is near."""
    near = get_close_matches(found, list(known), 1)
    return say("nearest", name=near[0]) if near else ""


def write_or_say(root: Path, changes: "Iterable[FileChange]") -> None:
    """Write what was shown, or say why it cannot be written."""
    from generator.editing.file_changes import write_changes
    from generator.editing.writing import NotWritable

    try:
        write_changes(root, changes)
    except NotWritable as problem:
        raise click.ClickException(say("link", file=problem)) from None
    except OSError as problem:
        raise click.ClickException(say("files-unwritten", fault=problem)) from None
