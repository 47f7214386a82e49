"""Workbooks, read back by a library that did not write them."""

import io
import json
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from generator.model.tables import Cell, Column
from generator.outputs.data.data_cells import guarded
from generator.outputs.data.data_files import json_bytes
from generator.outputs.data.data_tables import Extract
from generator.outputs.data.workbook import column_letters, workbook_bytes

NAMES = ("column_0", "column_1", "column_2")
ABOUT = [("title", "A & <B>")]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1+1", " a ", "\n", "_x0041_", "_x005F_x0041_", "a\rb", "\x00", "\ufffe", "a\tb", "'", "2024"]
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**24), 10**24)


def extract(rows: list[tuple[Any, ...]]) -> Extract:
    columns = tuple(
        Column(f"column_{number}", Cell.TEXT, "Meaning", False, False, "") for number in range(3)
    )
    return Extract("made-up", columns, (), tuple(rows))


def made_up() -> bytes:
    return workbook_bytes(ABOUT, [extract([("a", 1, 2.5)])])


def cells_of(rows: list[tuple[Any, ...]]) -> list[list[Any]]:
    book = load_workbook(io.BytesIO(workbook_bytes(ABOUT, [extract(rows)])))
    lines = book["made-up"].iter_rows(min_row=2, max_row=len(rows) + 1, max_col=3)
    return [[cell.value for cell in line] for line in lines]


def read_text(value: Any) -> Any:
    """Return a cell as spreadsheets read it: the library leaves `_xHHHH_` as it is."""
    return unescape(value) if isinstance(value, str) else value


@given(st.lists(st.tuples(*[TEXTS | NUMBERS | st.none()] * 3), max_size=4))
def test_every_cell_is_read_as_it_was_given(rows: list[tuple[Any, ...]]) -> None:
    expected = [
        [(guarded(cell) or None) if isinstance(cell, str) else cell for cell in row] for row in rows
    ]
    assert [[read_text(cell) for cell in line] for line in cells_of(rows)] == expected


def test_what_spreadsheets_would_read_as_an_escape_is_escaped_itself() -> None:
    (line,) = cells_of([("a_x000D_b", "\x01", "a_x00")])
    assert line == ["a_x005F_x000D_b", "_x0001_", "a_x00"]


def test_a_text_ends_where_a_cell_does() -> None:
    (line,) = cells_of([("é" * 40_000, "<" * 32_767, None)])
    assert line == ["é" * 32_767, "<" * 32_767, None]


def test_sheets_widths_and_the_header() -> None:
    rows = [("x" * 20, "y" * 200, None)]
    book = load_workbook(io.BytesIO(workbook_bytes(ABOUT, [extract(rows)])))
    assert book.sheetnames == ["about", "made-up", "columns"]
    sheet = book["made-up"]
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [22, 60, 10]
    assert (sheet.freeze_panes, book["about"].freeze_panes) == ("A2", None)
    assert [[cell.font.b for cell in line] for line in sheet["A1:C2"]] == [[True] * 3, [False] * 3]
    assert [cell.value for cell in book["columns"][2]] == ["made-up", "column_0", "Meaning"]
    assert [cell.value for cell in book["about"][1]] == ["title", "A & <B>"]


def test_a_table_without_rows_has_its_header() -> None:
    book = load_workbook(io.BytesIO(workbook_bytes(ABOUT, [extract([])])))
    lines = list(book["made-up"].iter_rows(values_only=True))
    assert lines == [NAMES]


def test_columns_have_the_letters_of_spreadsheets() -> None:
    numbers = range(1, 1000)
    assert [column_letters(number) for number in numbers] == [
        get_column_letter(number) for number in numbers
    ]


def test_every_part_is_xml_and_is_named() -> None:
    with zipfile.ZipFile(io.BytesIO(made_up())) as packed:
        types = ElementTree.fromstring(packed.read("[Content_Types].xml"))
        for name in packed.namelist():
            ElementTree.fromstring(packed.read(name))
        named = {part.get("PartName", "").removeprefix("/") for part in types} - {""}
        assert named == {
            name for name in packed.namelist() if not name.endswith((".rels", "pes].xml"))
        }


def digest(zone: str, seed: str) -> str:
    """Return the digest of a workbook made by a process of its own."""
    code = "from tests.outputs import test_workbook as t; print(t.sha256(t.made_up()).hexdigest())"
    surroundings = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, env=os.environ | surroundings, capture_output=True, check=True)
    return ran.stdout.decode().strip()


def test_the_bytes_depend_on_the_content_alone() -> None:
    here = sha256(made_up()).hexdigest()
    assert digest("UTC", "1") == digest("Asia/Tokyo", "2") == here


DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
)


@given(DOCUMENTS)
def test_json_laid_out_is_the_same_document(document: Any) -> None:
    assert json.loads(json_bytes(document)) == document


def test_a_row_of_a_table_is_a_line_of_json() -> None:
    rows = [{"id": "a", "tags": ["x", "y"]}, {"id": "b"}]
    assert json_bytes({"tables": {"made-up": rows}}).decode() == (
        '{\n "tables": {\n  "made-up": [\n   {"id": "a", "tags": ["x", "y"]},\n'
        '   {"id": "b"}\n  ]\n }\n}\n'
    )
