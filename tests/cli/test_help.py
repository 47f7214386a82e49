"""`--help` speaks each language of the messages, and a command that runs reads none of it."""

import string
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner, Result

from generator import commands
from generator.commands import profiles
from generator.commands.help_texts import CLICK, FOLDER, LANGUAGE, load_help

LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))
WIDTH = {"terminal_width": 100, "max_content_width": 100}


def every_command(group: click.Group, name: str = "") -> Iterator[tuple[str, click.Command]]:
    yield name, group
    for key, command in group.commands.items():
        whole = f"{name} {key}".strip()
        if isinstance(command, click.Group):
            yield from every_command(command, whole)
        else:
            yield whole, command


COMMANDS = dict(every_command(profiles))


def places() -> Iterator[tuple[str, ...]]:
    """Yield where the text of each command and option may stand."""
    for name, command in COMMANDS.items():
        yield (name or "profiles",)
        for option in command.params:
            if isinstance(option, click.Option) and option.name != "version":
                yield (*(f"{name} {word}".strip() for word in option.opts), *option.opts)


def run(*arguments: str, language: str = "") -> Result:
    return CliRunner().invoke(profiles, arguments, env={LANGUAGE: language or None}, **WIDTH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_and_option_has_a_text_in_each_language(language: str) -> None:
    texts, english = load_help(language), load_help("en")
    wanted = list(places())
    assert [those for those in wanted if not any(place in texts for place in those)] == []
    assert {place for place in texts if place != CLICK} <= {
        one for those in wanted for one in those
    }
    assert texts.keys() == english.keys()
    assert texts[CLICK].keys() == english[CLICK].keys()
    if language != "en":
        assert [place for place in texts if texts[place] == english[place]] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_in_russian_has_no_english(name: str) -> None:
    """Names of commands, options, files, formats and of what is to be put in stay."""
    shown = run(*name.split(), "--help", "--lang", "ru").output
    words = {word.strip(string.punctuation + "…—") for word in shown.split()}
    latin = {word for word in words if word.isalpha() and word.isascii()}
    assert latin.isdisjoint({"the", "and", "of", "a", "this", "Usage", "Options", "Commands"})
    assert "Вызов: " in shown


def test_the_language_is_that_of_the_option_else_of_the_environment() -> None:
    assert "Commandes:" in run(language="fr").output
    assert "Команды:" in run("--help", "--lang=ru", language="fr").output
    assert "Commands:" in run("--help", "--lang", "xx").output
    assert "Traiter les avertissements" in run("check", "--help", language="fr").output


def test_a_command_that_runs_reads_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(language: str) -> None:
        raise AssertionError(language)

    monkeypatch.setattr(commands, "load_help", refuse)
    shown = run("verify", "nowhere", "--lang", "fr")
    assert shown.exit_code == 2
    assert isinstance(run("verify", "--help").exception, AssertionError)


def test_the_whole_command_line_may_name_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LANGUAGE, raising=False)
    told = {language: run("--lang", language, "verify", "nowhere").output for language in LANGUAGES}
    assert len(set(told.values())) == len(LANGUAGES)
