"""The folder of a new city: examples that fit their columns, and nothing invented gets through."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from generator.editing.new import new_city
from generator.making.checking import check
from generator.model.files import CITY_FILES
from generator.problems import Code, Problem

CITY = "goris"
PLACEHOLDER = re.compile("<[a-z]+>")


def folder_of_new_city(root: Path) -> Path:
    new_city(root, CITY, "AM", "Goris")
    return root / "cities" / CITY


def checked(root: Path) -> Sequence[Problem]:
    return [one for one in check(root, [CITY], alone=True).faults if CITY in one.place.file]


def test_each_required_table_has_an_example_that_fits_its_columns(root: Path) -> None:
    folder = folder_of_new_city(root)
    for kind in CITY_FILES:
        if kind.required and kind.table is not None:
            header, example = csv.reader((folder / kind.pattern).read_text("utf-8").splitlines())
            assert len(example) == len(header) == len(kind.table.columns)
            required = [column.name for column in kind.table.columns if column.filled]
            assert all(dict(zip(header, example, strict=True))[name] for name in required)


def test_the_check_names_each_placeholder_and_nothing_else(root: Path) -> None:
    folder = folder_of_new_city(root)
    tables = [path.read_text(encoding="utf-8") for path in folder.glob("*.csv")]
    written = sorted(mark for text in tables for mark in PLACEHOLDER.findall(text))
    found = checked(root)
    assert {one.code for one in found} == {Code.TEXT_PLACEHOLDER}
    assert sorted(one.found for one in found) == written


def test_a_note_that_is_used_as_it_stands_is_refused(root: Path) -> None:
    path = folder_of_new_city(root) / "city.yml"
    text = re.sub("^# ([a-z_]+:)", r"\1", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    places = {number for number, line in enumerate(text.split("\n"), 1) if PLACEHOLDER.search(line)}
    found = [one for one in checked(root) if one.place.file.endswith("city.yml")]
    assert {one.place.line for one in found} == places - {1}
    assert {one.code for one in found} == {Code.TEXT_PLACEHOLDER}


def test_the_explanation_names_the_words_of_lists_and_where_ids_stand(root: Path) -> None:
    text = (folder_of_new_city(root) / "README.md").read_text(encoding="utf-8")
    assert "One of `exact`, `near`, `proxy`." in text
    assert "One of `official-statistics`, `city-record`," in text
    assert "status; blank means A. One of `A`, `B`," in text
    assert "`content/framework/indicators/`" in text
