"""`profiles diff`: what a change does to what readers meet."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import common, data_only, find_root, find_sound
from generator.problems.render import Messages, load_messages

if TYPE_CHECKING:
    from generator.making.base_of_comparison import NoRevision

FILES = {"markdown": "report.md", "html": "report.html", "json": "report.json"}
"""The file of each format."""
FOLDER = "build/change-report"
WRONG_USE = ("unknown",)


@click.command()
@click.argument("base", required=False)
@click.option("--format", "form", type=click.Choice(list(FILES)), default="markdown")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False))
@data_only
@common
def diff(base: str | None, form: str, output: Path | None, root: Path | None, lang: str) -> None:
    """Tell what a change does to what readers meet, against BASE.

    BASE is a git revision, an edition, or a folder with content/ and cities/; by default the
    revision at which this one left the main branch. The report is printed, and written in all
    formats.
    """
    from generator.making.base_of_comparison import NoRevision

    place, messages = find_root(root), load_messages(lang)
    try:
        texts = _texts(place, base, messages, lang)
    except NoRevision as problem:
        raise _refusal(problem, messages) from None
    click.echo(texts[form], nl=False)
    _write(output or place / FOLDER, place, texts, messages)


def _texts(root: Path, base: str | None, messages: Messages, lang: str) -> dict[str, str]:
    """Return the report in every format."""
    from generator.making.change_report import change_report
    from generator.outputs.change import texts_of

    report = change_report(root, find_sound(root, lang), base, messages, lang)
    return texts_of(report, messages, root)


def _write(folder: Path, root: Path, texts: Mapping[str, str], messages: Messages) -> None:
    from generator.outputs.change.report_files import write_files

    words = messages["diff"]
    try:
        named = {FILES[form]: text for form, text in texts.items()}
        write_files(folder, named, root / FOLDER.partition("/")[0])
    except OSError as problem:
        text = words["not_written"].replace("{problem}", str(problem))
        raise click.ClickException(text) from None
    click.echo(words["written"].replace("{folder}", str(folder)), err=True)


def _refusal(problem: "NoRevision", messages: Messages) -> click.ClickException:
    text = messages["diff"][f"base_{problem.reason}"].replace("{text}", str(problem)).strip()
    return click.UsageError(text) if problem.reason in WRONG_USE else click.ClickException(text)
