"""`profiles translations`: what each language has and lacks, out to translators and back."""

from pathlib import Path
from typing import Any

import click

from generator.commands.common import common, find_root, nearest, write_or_say
from generator.problems.render import load_messages


@click.command()
@click.option("--todo", metavar="LANGUAGE")
@click.option("--import", "filled", metavar="LANGUAGE FILE", nargs=2)
@common
def translations(
    todo: str | None, filled: tuple[str, str] | None, root: Path | None, lang: str
) -> None:
    """Print how much of the publication stands in each of its languages."""
    from generator.editing.translating import content_below

    words, place = load_messages(lang)["translations"], find_root(root)
    content = content_below(place)
    if content is None:
        raise click.ClickException(words["unread"])
    if todo:
        _write_todo(content, _known(content, todo, words))
    elif filled:
        _take_in(place, content, _known(content, filled[0], words), Path(filled[1]), words)
    else:
        from generator.editing.translating import further_languages

        for code in further_languages(content):
            _print_ledger(content, code, words)


def _known(content: Any, code: str, words: Any) -> str:
    from generator.editing.translating import further_languages

    further = further_languages(content)
    if code not in further:
        said = words["language"].format(code=code, known=", ".join(further) or "–")
        raise click.UsageError(said + nearest(code, further))
    return code


def _print_ledger(content: Any, code: str, words: Any) -> None:
    from generator.editing.translating import State, counts

    click.echo(words["head"].format(code=code))
    for file, states in counts(content, code).items():
        numbers = {state.value: states.get(state, 0) for state in State}
        click.echo(words["line"].format(file=file, **numbers))


def _write_todo(content: Any, code: str) -> None:
    from generator.editing.translating import to_translate

    click.echo(to_translate(content, code), nl=False)


def _take_in(root: Path, content: Any, code: str, file: Path, words: Any) -> None:
    from generator.editing.translating import NotPo, take_in

    try:
        taken = take_in(root, content, code, file.read_bytes())
    except NotPo as fault:
        raise click.ClickException(words["no-po"].format(file=file, fault=fault)) from None
    write_or_say(root, taken.changes)
    click.echo(words["taken"].format(n=taken.texts))
    for context in taken.left:
        click.echo(words["left"].format(context=context))
