"""The workbook of a city, out and in: what a spreadsheet does to it, and what an editor does."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.editing.csv_text import parse_csv
from generator.editing.file_changes import write_changes
from generator.editing.workbook.reading_back import ReadBack, read_back
from tests.editing.workbook_of_graz import CONTEXT, OBSERVATIONS, SOURCES, cell, codes, edited, run


def new_text(read: ReadBack, file: str) -> str:
    return next(change.new for change in read.changes if change.file == f"cities/graz/{file}")


def lines_changed(read: ReadBack, file: str = "observations.csv") -> list[str]:
    """Return the lines of a file that are new."""
    change = next(one for one in read.changes if one.file == f"cities/graz/{file}")
    assert change.old is not None
    return [line for line in change.new.split("\n") if line not in change.old.split("\n")]


def test_a_workbook_that_nobody_touched_changes_no_byte(there: Path) -> None:
    read = read_back(there, there / "graz.xlsx")
    assert read.problems == ()
    assert [change.file for change in read.changes if change.is_change] == []
    assert len(read.changes) >= 10
    assert new_text(read, "observations.csv") == OBSERVATIONS
    assert new_text(read, "sources.csv") == SOURCES
    assert new_text(read, "context.csv") == CONTEXT


def test_a_spreadsheet_that_saves_it_anew_changes_no_byte(there: Path) -> None:
    read = read_back(there, edited(there))
    assert read.problems == ()
    assert [change.file for change in read.changes if change.is_change] == []


def test_every_cell_is_text_with_the_words_of_its_column(exported: Path) -> None:
    book = load_workbook(exported / "graz.xlsx")
    sheet = book["observations"]
    assert [cell.value for cell in sheet[1]][:7] == OBSERVATIONS.split("\n")[0].split(",")
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["C2"].value == "38.0"
    assert sheet["G4"].value == "=SUM(A1:A9)" and sheet["G4"].data_type == "s"
    assert "observation status" in sheet["F1"].comment.text
    assert sheet.freeze_panes == "A2"
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    words = next(formula for cells, formula in lists.items() if cells.startswith("E2"))
    ((office,),) = book["lists"][words.partition("!")[2].replace("$", "")]
    assert office.value == "office"


def test_the_indicators_tell_what_the_city_has(exported: Path) -> None:
    rows = list(load_workbook(exported / "graz.xlsx")["indicators"].values)
    assert rows[0][:4] == ("id", "name", "unit", "definition")
    by_id = {row[0]: row for row in rows}
    assert len(by_id) > 91
    assert by_id["unemployment-rate"][4:] == ("2", "2022", "7.50")
    assert by_id["air-pollution.pm2-5"][2] == "µg/m³"


def test_the_guide_names_the_files_that_are_not_in_it(exported: Path) -> None:
    rows = list(load_workbook(exported / "graz.xlsx")["read me"].values)
    assert [row[2] for row in rows if row[1] == "city.yml"] == [
        "Not in this workbook. Who the city is."
    ]


@pytest.mark.parametrize(
    ("name", "value", "form", "line"),
    [
        ("C3", 7.5, "General", None),
        ("C2", 38, "General", None),
        ("C3", 8.25, "General", '2022,unemployment-rate,8.25,%,office,E,"Commas, ""quotes"" and"'),
        ("C3", 0.1 + 0.2, "0.00", '2022,unemployment-rate,0.3,%,office,E,"Commas, ""quotes"" and"'),
        ("C2", 0.07, "0.00%", "2021,unemployment-rate,7,%,office,,"),
        ("C2", "12,5", "@", "2021,unemployment-rate,12.5,%,office,,"),
        ("C2", "1 234,5", "@", "2021,unemployment-rate,1234.5,%,office,,"),
        ("C2", "9.10", "@", "2021,unemployment-rate,9.10,%,office,,"),
        ("A2", 2021.0, "0.0", None),
        ("A2", datetime(1905, 7, 13), "dd.mm.yyyy", None),
        ("G2", "neu; geschätzt", "@", "2021,unemployment-rate,38.0,%,office,,neu; geschätzt"),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_makes_of_a_cell_is_undone(
    there: Path, name: str, value: Any, form: str, line: str | None
) -> None:
    read = read_back(there, edited(there, cell("observations", name, value, form)))
    assert read.problems == ()
    assert lines_changed(read) == ([] if line is None else [line])


@pytest.mark.parametrize(
    ("name", "value", "form", "code"),
    [
        ("C2", datetime(2024, 5, 3), "dd.mm.yyyy", "sheet-date"),
        ("A2", datetime(2021, 1, 1), "dd.mm.yyyy", "sheet-date"),
        ("G2", datetime(2021, 1, 1), "dd.mm.yyyy", "sheet-date"),
        ("C2", "=A1*2", "General", "sheet-formula"),
        ("C2", "#N/A", "General", "sheet-error"),
    ],
)
def test_what_can_mean_several_things_is_refused_with_its_cell(
    there: Path, name: str, value: Any, form: str, code: str
) -> None:
    read = read_back(there, edited(there, cell("observations", name, value, form)))
    assert codes(read) == [(code, f"observations!{name}")]
    assert read.has_errors


def test_a_percentage_in_another_unit_is_refused(there: Path) -> None:
    read = read_back(there, edited(there, cell("context", "C2", 0.5, "0%")))
    assert codes(read) == [("sheet-percent", "context!C2")]


def test_one_cause_is_one_finding(there: Path) -> None:
    formulas = [cell("observations", f"C{row}", "=1+1") for row in (2, 3, 5)]
    (problem,) = read_back(there, edited(there, *formulas)).problems
    assert (problem.place.file, problem.lines) == ("observations!C2", (3, 5))


def test_yes_and_dates_of_other_languages_are_understood(there: Path) -> None:
    def rows(book: Any) -> None:
        head = [cell.value for cell in book["observations"][1]]
        for row, word in ((2, "ja"), (3, "да"), (4, True), (5, "FAUX")):
            book["observations"].cell(row, head.index("verified") + 1).value = word
        book["sources"].cell(2, 5).value = 2025
        head = [cell.value for cell in book["sources"][1]]
        book["sources"].cell(2, head.index("accessed") + 1).value = "31.12.2024"

    read = read_back(there, edited(there, rows))
    assert read.problems == ()
    table = parse_csv(new_text(read, "observations.csv"))
    assert [table.named(one)["verified"] for one in table.records] == [
        "yes",
        "yes",
        "yes",
        "no",
        "",
    ]
    assert new_text(read, "sources.csv").endswith(
        "office,City office,city-record,,2025,2024-12-31\r\n"
    )


def test_a_new_row_stands_below_the_one_above_it(there: Path) -> None:
    def insert(book: Any) -> None:
        book["observations"].insert_rows(4)
        for column, text in enumerate(("2023", "unemployment-rate", "6.90", "%", "office"), 1):
            book["observations"].cell(4, column).value = text

    read = read_back(there, edited(there, insert))
    assert read.problems == ()
    before = OBSERVATIONS.split("\n")
    assert new_text(read, "observations.csv").split("\n") == [
        *before[:3], "2023,unemployment-rate,6.90,%,office,,", *before[3:],
    ]  # fmt: skip


def test_a_row_that_is_gone_is_named_and_stays_until_it_is_to_go(there: Path) -> None:
    path = edited(there, lambda book: book["observations"].delete_rows(3))
    read = read_back(there, path)
    (problem,) = read.problems
    assert problem.code.value == "sheet-row-gone" and "2022" in problem.found
    assert not read.has_errors
    assert new_text(read, "observations.csv") == OBSERVATIONS
    gone = read_back(there, path, delete=True)
    assert gone.problems == ()
    lines = OBSERVATIONS.split("\n")
    assert new_text(gone, "observations.csv").split("\n") == [*lines[:2], *lines[3:]]


def test_a_year_written_over_another_leaves_that_one_and_says_so(there: Path) -> None:
    read = read_back(there, edited(there, cell("observations", "A2", "2024", "@")))
    assert [code for code, _ in codes(read)] == ["sheet-row-gone"]
    text = new_text(read, "observations.csv")
    assert "2021,unemployment-rate,38.0" in text and "2024,unemployment-rate,38.0" in text


def test_a_deleted_sheet_leaves_its_file_and_an_added_one_is_not_taken(
    there: Path,
) -> None:
    def change(book: Any) -> None:
        book.move_sheet("observations", offset=3)
        book["observations"].delete_cols(7)
        del book["context"]
        book.create_sheet("Notizen")["A1"].value = "anrufen"

    read = read_back(there, edited(there, change))
    assert codes(read) == [("sheet-unknown", "Notizen"), ("sheet-missing", "context")]
    assert new_text(read, "observations.csv") == OBSERVATIONS


def test_a_sheet_without_a_column_of_the_key_is_refused(there: Path) -> None:
    path = edited(there, lambda book: book["observations"].delete_cols(2))
    read = read_back(there, path)
    assert [(one.code.value, one.found) for one in read.problems] == [
        ("sheet-header", "observable")
    ]
    assert read.has_errors


def test_a_renamed_sheet_is_known_by_its_columns(there: Path) -> None:
    def change(book: Any) -> None:
        book["observations"].title = "Indikatoren 2024"
        book["Indikatoren 2024"].insert_rows(1, 2)
        book["Indikatoren 2024"]["B1"].value = "Statistik der Stadt"
        book["Indikatoren 2024"]["C4"].value = "39.0"

    read = read_back(there, edited(there, change))
    assert read.problems == ()
    assert lines_changed(read) == ["2021,unemployment-rate,39.0,%,office,,"]


def test_an_added_column_is_not_taken_and_said(there: Path) -> None:
    def change(book: Any) -> None:
        book["context"]["Z1"].value = "Bemerkung"
        book["context"]["Z2"].value = "prüfen"

    read = read_back(there, edited(there, change))
    assert codes(read) == [("sheet-column", "context")]
    assert not read.has_errors


def test_merged_cells_and_hidden_rows_are_told(there: Path) -> None:
    def change(book: Any) -> None:
        book["observations"].merge_cells("B2:B3")
        book["observations"].row_dimensions[5].hidden = True

    found = codes(read_back(there, edited(there, change)))
    assert ("sheet-merged", "observations!B2:B3") in found
    assert ("sheet-hidden", "observations") in found


def test_the_same_row_twice_is_told(there: Path) -> None:
    def change(book: Any) -> None:
        for column, text in enumerate(("2021", "unemployment-rate", "9", "%", "office"), 1):
            book["observations"].cell(9, column).value = text

    found = codes(read_back(there, edited(there, change)))
    assert found == [("sheet-row-repeated", "observations!9")]


def test_a_remark_beside_it_hides_no_row_that_is_there_twice(there: Path) -> None:
    def change(book: Any) -> None:
        sheet = book["observations"]
        sheet["Z1"].value, sheet["Z2"].value = "Bemerkung", "prüfen"
        for column, text in enumerate(("2021", "unemployment-rate", "9", "%", "office"), 1):
            sheet.cell(9, column).value = text

    found = codes(read_back(there, edited(there, change)))
    assert found == [("sheet-column", "observations"), ("sheet-row-repeated", "observations!9")]


def test_a_file_that_changed_since_the_export_is_not_undone(there: Path) -> None:
    file = there / "cities" / "graz" / "observations.csv"
    file.write_text(OBSERVATIONS.replace("38.0", "38.4"), encoding="utf-8")
    read = read_back(there, there / "graz.xlsx")
    assert codes(read) == [("sheet-outdated", "observations")]
    assert read.has_errors


def test_the_command_shows_first_and_writes_when_told(there: Path) -> None:
    path = edited(there, cell("observations", "C2", "39.0", "@"))
    file = there / "cities" / "graz" / "observations.csv"
    shown = run("import", str(path), "--root", str(there))
    assert shown.exit_code == 0
    assert "-2021,unemployment-rate,38.0,%,office,," in shown.output
    assert "+2021,unemployment-rate,39.0,%,office,," in shown.output
    assert "observations.csv: 0 new, 1 changed, 0 not in the sheet." in shown.output
    assert file.read_text(encoding="utf-8") == OBSERVATIONS
    assert run("import", str(path), "--root", str(there), "--write").exit_code == 0
    assert file.read_bytes() == OBSERVATIONS.replace("38.0", "39.0").encode()


def test_an_error_in_one_sheet_writes_nothing(there: Path) -> None:
    path = edited(
        there, cell("observations", "C2", "39.0", "@"), cell("context", "C2", "=1", "General")
    )
    result = run("import", str(path), "--root", str(there), "--write")
    assert result.exit_code == 1
    assert "context!C2" in result.output and "Nothing was written" in result.output
    file = there / "cities" / "graz" / "observations.csv"
    assert file.read_text(encoding="utf-8") == OBSERVATIONS


def test_a_new_table_becomes_a_file(there: Path) -> None:
    def change(book: Any) -> None:
        for column, text in enumerate(("unemployment-rate", "5", "%", "2030", "office"), 1):
            book["targets"].cell(2, column).value = text

    read = read_back(there, edited(there, change))
    assert read.problems == ()
    write_changes(there, read.changes)
    text = (there / "cities" / "graz" / "targets.csv").read_text(encoding="utf-8")
    assert text == "observable,value,unit,year,source\nunemployment-rate,5,%,2030,office\n"
