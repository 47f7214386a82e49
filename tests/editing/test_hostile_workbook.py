"""Workbooks that nobody should read, or that reach beyond the city: refused in words."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.editing.spreadsheets import MOST_BYTES, NotAWorkbook, read_sheets
from generator.editing.workbook.reading_back import read_back
from tests.editing.workbook_of_graz import (
    cell,
    codes,
    edited,
    run,
)


def test_a_program_in_the_workbook_is_told(there: Path) -> None:
    with zipfile.ZipFile(there / "graz.xlsx", "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    read = read_back(there, there / "graz.xlsx")
    assert codes(read) == [("sheet-macros", "graz.xlsx")]


def bomb(path: Path, part: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", part)
    return path


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (b"<sheetData>" + b'<row r="1"/>' * 1_000_000, "rows"),
        (b" " * 60_000_000, "bytes"),
        (b"<sheetData>", "damaged"),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, part: bytes, reason: str) -> None:
    with pytest.raises(NotAWorkbook) as refused:
        read_sheets(bomb(tmp_path / "bomb.xlsx", part))
    assert refused.value.reason == reason


def test_a_file_of_too_many_bytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    path.write_bytes(b"\0" * (MOST_BYTES + 1))
    with pytest.raises(NotAWorkbook) as refused:
        read_sheets(path)
    assert (refused.value.reason, refused.value.found) == ("bytes", MOST_BYTES + 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"observable,period\n", "is no workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "locked by a password"),
    ],
)
def test_another_file_is_refused_in_words(there: Path, data: bytes, said: str) -> None:
    path = there / "other.xlsx"
    path.write_bytes(data)
    result = run("import", str(path), "--root", str(there))
    assert result.exit_code == 1
    assert said in result.output


def test_a_cell_far_away_is_refused(there: Path) -> None:
    path = edited(there, cell("context", "A1048576", "x"))
    result = run("import", str(path), "--root", str(there))
    assert result.exit_code == 1
    assert "rows in a sheet" in result.output


def test_nothing_is_written_through_a_link(there: Path) -> None:
    elsewhere = there / "elsewhere.csv"
    elsewhere.write_text("", encoding="utf-8")
    (there / "cities" / "graz" / "targets.csv").symlink_to(elsewhere)

    def change(book: Any) -> None:
        for column, text in enumerate(("unemployment-rate", "5", "%", "2030", "office"), 1):
            book["targets"].cell(2, column).value = text

    path = edited(there, change)
    result = run("import", str(path), "--root", str(there), "--write")
    assert result.exit_code == 1
    assert "is a link" in result.output
    assert elsewhere.read_text(encoding="utf-8") == ""
