"""The questionnaire of a city: filled in by hand, and read back by the import of workbooks."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.editing.csv_text import parse_csv
from generator.editing.workbook.reading_back import NoCity, ReadBack, read_back
from generator.outputs.data.questionnaire import blank_questionnaire, questionnaire_of
from generator.problems import Code
from tests.roots import make_root
from tests.sites import read_site

OBSERVATIONS = "observable,period,value,unit,source\nadult-literacy,2022,98.5,%,office\n"
SOURCES = "source,title,kind\noffice,City office,city-record\n"
CITY = "name: Graz\ncountry: AT\nprofile_year: 2023\n"

Edit = Callable[[Any], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a root of one city, and the two questionnaires."""
    folder = tmp_path_factory.mktemp("questionnaire")
    root = make_root(folder / "root")
    city = root / "cities" / "graz"
    city.mkdir()
    texts = {"city.yml": CITY, "observations.csv": OBSERVATIONS, "sources.csv": SOURCES}
    for name, text in texts.items():
        (city / name).write_text(text, encoding="utf-8")
    site = read_site(root)
    asked = questionnaire_of(site, site.publication.cities["graz"])
    assert asked == questionnaire_of(site, site.publication.cities["graz"])
    (folder / "graz.xlsx").write_bytes(asked)
    (folder / "blank.xlsx").write_bytes(blank_questionnaire(site))
    return folder


@pytest.fixture
def there(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made / "root" / "cities", tmp_path / "cities")
    (tmp_path / "content").mkdir()
    for name in ("graz.xlsx", "blank.xlsx"):
        shutil.copy(made / name, tmp_path)
    return tmp_path


def answered(there: Path, answers: dict[str, dict[str, Any]], book: str = "graz.xlsx") -> Path:
    """Fill in rows of the questionnaire, and describe a source; return where it is."""
    path = there / book
    sheets = load_workbook(path)
    sheet = sheets["observations"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {
        sheet.cell(row, columns["observable"]).value: row for row in range(2, sheet.max_row + 1)
    }
    for observable, cells in answers.items():
        for name, value in cells.items():
            sheet.cell(rows[observable], columns[name]).value = value
    sheets["sources"].append(["water-report", "Report of the water utility", "city-record"])
    sheets.save(path)
    return path


ANSWER: dict[str, dict[str, Any]] = {
    "water-supply-loss": {"value": 12.5, "period": 2022, "source": "water-report"}
}


def table(read: ReadBack, file: str) -> list[dict[str, str]]:
    text = next(change.new for change in read.changes if change.file.endswith(file))
    assert text is not None
    parsed = parse_csv(text)
    return [dict(parsed.named(record)) for record in parsed.records]


def test_answers_come_below_what_is_there_and_open_rows_are_passed_over(there: Path) -> None:
    read = read_back(there, answered(there, ANSWER))
    assert read.problems == ()
    old, new = table(read, "observations.csv")
    assert old == {
        "observable": "adult-literacy", "period": "2022", "value": "98.5", "unit": "%",
        "source": "office",
    }  # fmt: skip
    assert new == {
        "observable": "water-supply-loss", "period": "2022", "value": "12.5", "unit": "%",
        "source": "water-report",
    }  # fmt: skip
    assert [row["source"] for row in table(read, "sources.csv")] == ["office", "water-report"]


def test_nothing_is_taken_away_even_if_it_is_asked_for(there: Path) -> None:
    read = read_back(there, answered(there, ANSWER), delete=True)
    assert len(table(read, "observations.csv")) == 2
    assert len(table(read, "sources.csv")) == 2


def test_a_questionnaire_that_nobody_filled_in_changes_nothing(there: Path) -> None:
    read = read_back(there, there / "graz.xlsx")
    assert read.problems == ()
    assert not any(change.is_change for change in read.changes)


def test_a_mistake_in_an_answer_is_told(there: Path) -> None:
    wrong = {"water-supply-loss": {**ANSWER["water-supply-loss"], "value": "=A1"}}
    read = read_back(there, answered(there, wrong))
    assert [problem.code for problem in read.problems] == [Code.SHEET_FORMULA]
    assert not any(change.file.endswith("observations.csv") for change in read.changes)


def test_it_asks_for_what_has_no_figure_and_the_blank_one_for_everything(there: Path) -> None:
    def asked(book: str) -> set[str]:
        sheet = load_workbook(there / book)["observations"]
        return {str(row[0].value) for row in sheet.iter_rows(min_row=2)}

    assert asked("blank.xlsx") - asked("graz.xlsx") == {"adult-literacy"}
    assert {"air-pollution.pm2-5", "transportation-mode-share.cycling"} <= asked("graz.xlsx")
    assert "air-pollution" not in asked("blank.xlsx")


def test_the_blank_one_is_read_for_the_city_that_is_named(there: Path) -> None:
    path = answered(there, ANSWER, "blank.xlsx")
    with pytest.raises(NoCity):
        read_back(there, path)
    assert len(table(read_back(there, path, "graz"), "observations.csv")) == 2
