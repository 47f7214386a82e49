"""A text is written so that the file is read as that text again."""

import csv
import io

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Code
from generator.problems.notation import csv_text, written_in, yaml_text

LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)


@given(LINES)
def test_a_cell_is_read_as_its_text(text: str) -> None:
    rows = list(csv.reader(io.StringIO(f"a,{csv_text(text)},b"), strict=True))
    assert rows == [["a", text, "b"]]


@given(LINES)
def test_a_scalar_is_read_as_its_text_in_a_block_and_in_a_list(text: str) -> None:
    assert yaml.safe_load(f"key: {yaml_text(text)}") == {"key": text}
    assert yaml.safe_load(f"key: [{yaml_text(text)}, b]") == {"key": [text, "b"]}


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("NO", Code.COUNTRY_UNKNOWN, '"NO"'),
        ("KZ", Code.COUNTRY_UNKNOWN, "KZ"),
        ("12.5", Code.NUMBER_DECIMAL_COMMA, "12.5"),
        ("2020-2022", Code.PERIOD_INVALID, "2020-2022"),
        ("yes", Code.YES_NO_INVALID, "yes"),
        ("µg/m³", Code.UNIT_UNKNOWN, "µg/m³"),
        ("%", Code.UNIT_UNKNOWN, '"%"'),
        ("11.6", Code.WORD_UNKNOWN, '"11.6"'),
        ("a: b", Code.TEXT_LINE_END, '"a: b"'),
    ],
)
def test_marks_stand_where_yaml_needs_them(text: str, code: Code, written: str) -> None:
    assert written_in("cities/x/city.yml", text, code) == written


def test_marks_stand_in_a_table_where_a_comma_is() -> None:
    code = Code.TEXT_LINE_END
    assert written_in("cities/x/sources.csv", "Yearbook, part 1", code) == '"Yearbook, part 1"'
    assert written_in("cities/x/sources.csv", "Yearbook", code) == "Yearbook"
