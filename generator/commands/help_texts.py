"""What `--help` says of each command and option, in the language asked for; read when asked only.

The texts stand in `help/<language>.yml`, by the names of commands and options. What a language
lacks stands in English.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

FOLDER = Path(__file__).with_name("help")
LANGUAGE = "PROFILES_LANG"
"""The environment variable with the language of messages and help."""
OPTIONS = ("--lang", "--language")
CLICK = "click"
"""The texts that click itself says."""

Texts = Mapping[str, Any]


def asks_for_help(command: click.Group, arguments: Sequence[str]) -> bool:
    """Return whether a command line is answered by help: it asks, or names no command."""
    if not arguments or "--help" in arguments:
        return True
    return len(arguments) == 1 and isinstance(command.commands.get(arguments[0]), click.Group)


def language_of(arguments: Sequence[str]) -> str:
    """Return the language that a command line asks for, else that of the environment."""
    for at, argument in enumerate(arguments):
        name, sign, given = argument.partition("=")
        if name in OPTIONS:
            return given if sign else next(iter(arguments[at + 1 :]), "en")
    return os.environ.get(LANGUAGE) or "en"


def load_help(language: str) -> Texts:
    """Return the texts of a language; each that it lacks in English."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    known = {path.stem: path for path in FOLDER.glob("*.yml")}
    found: dict[str, Any] = {}
    for code in ("en", language):
        if code in known:
            found |= yaml.load(known[code].read_text(encoding="utf-8"), Loader=loader)
    return found


def tell(command: click.Command, texts: Texts, name: str = "") -> None:
    """Give a command, its options and the commands below it their help."""
    command.help = texts.get(name or "profiles")
    command.context_class = _spoken(texts.get(CLICK, {}))
    for option in command.params:
        if isinstance(option, click.Option):
            option.help = text_of(texts, name, option)
    if isinstance(command, click.Group):
        for key, below in command.commands.items():
            tell(below, texts, f"{name} {key}".strip())


def text_of(texts: Texts, name: str, option: click.Option) -> str | None:
    """Return the help of an option of a command; by default that of every option of its name."""
    places = [*(f"{name} {word}" for word in option.opts), *option.opts]
    found: Iterator[str] = (texts[place] for place in places if place in texts)
    return next(found, option.help)


def _spoken(words: Mapping[str, str]) -> type[click.Context]:
    """Return a context whose help has the words of a language around the texts."""

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            for english, own in words.items():
                args = args.replace(english, own)
            super().write_usage(prog, args, f"{words['Usage']}: " if words else prefix)

        def write_heading(self, heading: str) -> None:
            super().write_heading(words.get(heading, heading))

        def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **options: Any) -> None:
            told = [(name, words.get(text, text)) for name, text in rows]
            super().write_dl(told, *args, **options)

    class Context(click.Context):
        formatter_class = Formatter

    return Context
