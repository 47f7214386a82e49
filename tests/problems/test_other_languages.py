"""A file of messages in another language is dropped in; what it lacks is said in English."""

import shutil
from pathlib import Path

import pytest

from generator.problems import Code, Place, Problem
from generator.problems import render as rendering
from generator.problems.render import as_text, load_messages, message_of, summary

RUSSIAN = """\
summary:
  language: ru
  error_one: '{n} ошибка'
  error_few: '{n} ошибки'
  error_many: '{n} ошибок'
  error_other: '{n} ошибки'
cell-empty:
  message: 'ячейка {field} пуста'
"""
BLANK = Problem(Code.CELL_EMPTY, Place("cities/x/context.csv", 2, 3, 5, "value"), "", "12")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(rendering.FOLDER / "en.yml", tmp_path)
    (tmp_path / "ru.yml").write_text(RUSSIAN, encoding="utf-8")
    monkeypatch.setattr(rendering, "FOLDER", tmp_path)


def test_what_is_translated_is_said_so_and_the_rest_in_english() -> None:
    messages = load_messages("ru")
    assert message_of(BLANK, "message", messages) == "ячейка value пуста"
    assert message_of(BLANK, "hint", messages) == "Write 12."
    english = message_of(Problem(Code.FILE_LINK, Place("a")), "hint", load_messages("en"))
    assert message_of(Problem(Code.FILE_LINK, Place("a")), "hint", messages) == english
    assert "ячейка value пуста; write 12." in as_text([BLANK], messages)


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 ошибка"), (2, "2 ошибки"), (5, "5 ошибок"), (21, "21 ошибка")]
)
def test_numbers_have_the_plural_of_the_language(number: int, said: str) -> None:
    assert summary([BLANK] * number, load_messages("ru"), 0).startswith(said)


def test_a_language_without_a_file_speaks_english() -> None:
    assert load_messages("xx") == load_messages("en")
    assert load_messages("../en") == load_messages("en")
