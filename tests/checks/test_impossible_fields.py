"""A blank name, a number that cannot be, a date that no output holds: named at its place."""

from pathlib import Path

import pytest

from generator.making.checking import check
from generator.problems import Problem
from generator.problems.render import load_messages, message_of

CITY = "cities/rana/city.yml"
PUBLICATION = "content/publication.yml"


def replaced(root: Path, file: str, found: str, written: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert found in text
    path.write_text(text.replace(found, written, 1), encoding="utf-8")


def problems_of(root: Path) -> dict[tuple[str, str | None, str], Problem]:
    """Return the problems of a check by file, field and code."""
    return {(p.place.file, p.place.field, p.code.value): p for p in check(root).problems}


def hint_of(problem: Problem) -> str:
    return message_of(problem, "hint", load_messages("en"))


@pytest.mark.parametrize("blank", ['""', '"   "', '"\\t"', '"\\u00a0"'])
@pytest.mark.parametrize(
    ("file", "key", "found"),
    [
        (CITY, "name", "name: Rana"),
        (PUBLICATION, "title", "title: City Profiles"),
        (PUBLICATION, "edition", 'edition: "2026"'),
    ],
)
def test_a_blank_text_is_no_text(root: Path, file: str, key: str, found: str, blank: str) -> None:
    replaced(root, file, found, f"{key}: {blank}")
    problem = problems_of(root)[file, key, "yaml-key-missing"]
    assert problem.place.line is not None
    assert problem.place.column == 1
    assert hint_of(problem) == "Write its value."


@pytest.mark.parametrize(
    ("written", "field", "hint"),
    [
        ("latitude: 999", "latitude", "Write a number of at most 90."),
        ("latitude: -90.1", "latitude", "Write a number of at least -90."),
        ("longitude: 180.5", "longitude", "Write a number of at most 180."),
        ("profile_year: 20205", "profile_year", "Write a number of at most 2200."),
        ("profile_year: 0", "profile_year", "Write a number of at least 1800."),
    ],
)
def test_a_key_out_of_its_range_is_named(root: Path, written: str, field: str, hint: str) -> None:
    path = root / CITY
    kept = [line for line in path.read_text(encoding="utf-8").split("\n") if field not in line]
    path.write_text("\n".join([written, *kept]), encoding="utf-8")
    problem = problems_of(root)[CITY, field, "number-range"]
    assert (problem.place.line, problem.place.column) == (1, len(field) + 3)
    assert hint_of(problem) == hint


def test_a_cell_out_of_its_range_is_named(root: Path) -> None:
    file = "cities/rana/priority-areas.csv"
    header = "area,rank,reason,decided_by,date,document"
    areas = (("u4ssc/economy", 0), ("u4ssc/environment", -3))
    rows = [f"{area},{rank},Jobs,Council,2025," for area, rank in areas]
    (root / file).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    found = [p for p in check(root).problems if p.place.file == file]
    assert [(p.code.value, p.place.line, p.place.column) for p in found] == [
        ("number-range", 2, 2),
        ("number-range", 3, 2),
    ]
    assert hint_of(found[0]) == "Write a number of at least 1."


@pytest.mark.parametrize("date", ["1979-12-31", "1999", "2100-01-01", "2106-02-08", "2199"])
def test_a_day_that_no_publication_can_be_of_is_refused(root: Path, date: str) -> None:
    replaced(root, PUBLICATION, "as_of: 2026-11-01", f"as_of: {date}")
    problem = problems_of(root)[PUBLICATION, "as_of", "date-range"]
    assert (problem.place.line, problem.place.column, problem.found) == (3, 8, date)
    assert "2000 to 2099" in hint_of(problem)


@pytest.mark.parametrize("date", ["2000", "2099-12-31"])
def test_the_first_and_the_last_day_can_be_held_by_every_output(root: Path, date: str) -> None:
    replaced(root, PUBLICATION, "as_of: 2026-11-01", f"as_of: {date}")
    assert (PUBLICATION, "as_of", "date-range") not in problems_of(root)


@pytest.mark.parametrize("date", ["0001", "0206-11-01", "9999"])
def test_a_mistyped_year_is_no_date(root: Path, date: str) -> None:
    replaced(root, PUBLICATION, "as_of: 2026-11-01", f"as_of: {date}")
    assert (PUBLICATION, "as_of", "date-invalid") in problems_of(root)
