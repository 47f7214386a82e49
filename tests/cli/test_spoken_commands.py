"""What commands and the workbook of a city say stands in each language of the messages."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.problems.render import load_messages
from tests.commands import profiles
from tests.roots import CHECKOUT, make_root

COMMANDS = CHECKOUT / "generator" / "commands"
BLANK = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("part", ["workbook", "command"])
@pytest.mark.parametrize("code", ["fr", "ru"])
def test_each_text_stands_in_the_language(part: str, code: str) -> None:
    english, own = load_messages("en")[part], load_messages(code)[part]
    same = [key for key, text in english.items() if own[key] == text]
    assert same == []
    for key, text in english.items():
        assert sorted(BLANK.findall(own[key])) == sorted(BLANK.findall(text)), key


def test_each_text_is_said() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in COMMANDS.glob("*.py"))
    said = set(re.findall(r'\bsay\(\s*"([a-z-]+)"', source)) | set(
        re.findall(r"say\('([a-z-]+)'", source)
    )
    assert said == set(load_messages("en")["command"])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spoken") / "root"
    return make_root(folder, "almaty", languages=("en", "fr", "ru"))


def test_a_workbook_speaks_the_language_and_is_taken_back(root: Path) -> None:
    file = root / "almaty.xlsx"
    done = profiles("workbook", "export", "almaty", str(file), "--lang", "ru", cwd=root)
    assert "таблиц" in done.stdout
    book = load_workbook(file)
    assert ("city.yml", "Нет в этой рабочей книге. Основные сведения о\xa0городе.") in {
        row[1:3] for row in book["read me"].values
    }
    notes = [cell.comment.text for cell in book["observations"][1] if cell.comment]
    assert any("Заполнять обязательно." in note for note in notes)
    assert not any("May be blank." in note or "Must be" in note for note in notes)
    assert next(book["indicators"].values)[:2] == ("идентификатор", "название")
    taken = profiles("workbook", "import", str(file), "--lang", "ru", cwd=root)
    assert taken.stdout.strip() == "Рабочая книга ничего не меняет."


def test_wrong_use_is_told_in_the_language(root: Path) -> None:
    told = profiles("workbook", "export", "almati", "x.xlsx", "--lang", "fr", cwd=root)
    assert told.returncode == 2
    assert "Il n’y a pas de ville « almati ». Vouliez-vous dire almaty ?" in told.stderr
