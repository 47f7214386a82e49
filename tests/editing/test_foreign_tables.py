"""Each format of other systems is known by its content, and read cell by cell."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.editing.exchange.foreign_table import ForeignTable, NotRecognised
from generator.editing.exchange.recognition import foreign_files, read_foreign
from generator.problems.render import load_messages
from tests.editing import foreign_samples as samples


def table_of(tmp_path: Path, text: str, file: str) -> ForeignTable:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    return read_foreign(path)


def figures(table: ForeignTable, *columns: str) -> list[tuple[str, ...]]:
    """Return the cells of the columns of ours that a table knows, or of its own."""
    names = [table.usual.get(column, column) for column in columns]
    return [tuple(row.get(name, "") for name in names) for row in table.rows]


@pytest.mark.parametrize(
    ("text", "file", "form"),
    [
        (samples.OPEN_SDG, "indicator_1-2-1.csv", "open-sdg"),
        (samples.SDMX_CSV, "a.csv", "sdmx-csv"),
        (samples.EUROSTAT_TSV, "urb_cenv.tsv", "eurostat-tsv"),
        (samples.JSON_STAT, "a.json", "json-stat"),
        (samples.JSON_STAT_1, "a.json", "json-stat"),
        (samples.PXWEB, "a.json", "pxweb"),
        (samples.PXWEB_CSV, "a.csv", "wide-years"),
        (samples.SOCRATA, "a.json", "socrata"),
        (samples.CKAN, "a.json", "ckan"),
        (samples.WIDE, "a.csv", "wide-years"),
        (samples.LONG, "a.csv", "long"),
    ],
)
def test_the_format_is_known_and_where_period_and_value_stand(
    tmp_path: Path, text: str, file: str, form: str
) -> None:
    table = table_of(tmp_path, text, file)
    assert table.format == form
    assert {"period", "value"} <= set(table.usual)
    assert {table.usual["period"], table.usual["value"]} <= set(table.columns)


def test_open_sdg(tmp_path: Path) -> None:
    table = table_of(tmp_path, samples.OPEN_SDG, "indicator_1-2-1.csv")
    assert table.name == "indicator_1-2-1"
    assert figures(table, "period", "sex", "district", "unit", "value")[1:4] == [
        ("2018", "Male", "", "Percentage", "19.5"),
        ("2018", "Female", "", "Percentage", "21.5"),
        ("2018", "", "1", "Percentage", "18.5"),
    ]


def test_sdmx_csv(tmp_path: Path) -> None:
    table = table_of(tmp_path, samples.SDMX_CSV, "a.csv")
    assert figures(table, "REF_AREA", "series", "period", "value", "status", "note")[1] == (
        "AT002", "UNEMP", "2020", "8.25", "P", "Survey, new form",
    )  # fmt: skip


def test_eurostat(tmp_path: Path) -> None:
    table = table_of(tmp_path, samples.EUROSTAT_TSV, "a.tsv")
    assert figures(table, "cities", "series", "period", "value")[:5] == [
        ("AT002C", "EN3012V", "2019", "98.5"),
        ("AT002C", "EN3012V", "2020", "99.1 b"),
        ("AT002C", "EN3012V", "2021", ":"),
        ("AT002C", "EN3012V", "2022", "99.4 bp"),
        ("AT002C", "EN3013V", "2019", ": c"),
    ]


def test_json_stat_runs_through_its_last_dimension_first(tmp_path: Path) -> None:
    table = table_of(tmp_path, samples.JSON_STAT, "a.json")
    assert figures(table, "series", "period", "geo", "sex", "value", "status") == [
        ("unemp", "2019", "AT002", "T", "7.5", ""),
        ("unemp", "2019", "AT002", "M", "7.0", ""),
        ("unemp", "2019", "AT002", "F", "8.0", ""),
        ("unemp", "2020", "AT002", "T", "8.25", "p"),
        ("unemp", "2020", "AT002", "M", "", "c"),
        ("unemp", "2020", "AT002", "F", "8.75", ""),
    ]
    assert table.about["source"] == "City office"


def test_json_stat_of_the_first_version_may_be_sparse(tmp_path: Path) -> None:
    table = table_of(tmp_path, samples.JSON_STAT_1, "a.json")
    assert figures(table, "area", "period", "value") == [
        ("AT002", "2019", "7.5"),
        ("AT002", "2020", ""),
        ("AT003", "2019", ""),
        ("AT003", "2020", "5.5"),
    ]


def test_pxweb_has_a_row_for_each_content(tmp_path: Path) -> None:
    table = table_of(tmp_path, samples.PXWEB, "a.json")
    assert figures(table, "Region", "period", "series", "value") == [
        ("0114", "2019", "Unemployment", "7.5"),
        ("0114", "2019", "Population", "39289"),
        ("0114", "2020", "Unemployment", ".."),
        ("0114", "2020", "Population", "40000"),
    ]


def test_columns_of_a_portal_are_left_out(tmp_path: Path) -> None:
    assert table_of(tmp_path, samples.SOCRATA, "a.json").columns == ("indicator", "year", "value")
    assert figures(table_of(tmp_path, samples.CKAN, "b.json"), "period", "value") == [
        ("2019", "7.5"),
        ("2020", ""),
    ]


def test_years_as_columns_become_rows(tmp_path: Path) -> None:
    assert figures(table_of(tmp_path, samples.WIDE, "a.csv"), "City", "period", "value") == [
        ("Graz", "2019", "7.5"),
        ("Graz", "2020", "8.25"),
        ("Linz", "2019", "5.5"),
        ("Linz", "2020", "6.5"),
    ]
    table = table_of(tmp_path, samples.PXWEB_CSV, "b.csv")
    assert figures(table, "sex", "period", "value") == [
        ("men", "2019", "7,5"),
        ("men", "2020", "8,25"),
    ]


def test_titles_above_a_long_table_are_passed_over(tmp_path: Path) -> None:
    table = table_of(tmp_path, samples.LONG, "a.csv")
    assert figures(table, "area", "period", "value", "sex") == [
        ("60101", "2019", "7,5", "m"),
        ("60102", "2019", "5,5", "m"),
    ]


def test_an_old_code_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Year;Bezirk;Value\n2019;Österreichviertel;7,5\n".encode("cp1252"))
    assert read_foreign(path).rows[0]["Bezirk"] == "Österreichviertel"


def test_a_workbook_of_one_sheet_is_a_table(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Jahr", "Wert", "Geschlecht"], [2019, 7.5, "m"], [2020, 8.25, "w"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    table = read_foreign(tmp_path / "a.xlsx")
    assert figures(table, "period", "value", "sex") == [("2019", "7.5", "m"), ("2020", "8.25", "w")]
    book.create_sheet("Zwei").append(["a", "b"])
    book["Zwei"].append([1, 2])
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(NotRecognised, match="book-sheets"):
        read_foreign(tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("", "a.csv"),
        ("just text\n", "a.csv"),
        ("{", "a.json"),
        ("[" * 100_000, "a.json"),
        ("{}", "a.json"),
        ('{"columns": [{"code": "A"}], "data": 3}', "a.json"),
        ('{"result": {}}', "a.json"),
        ("<message:Structure/>", "a.xml"),
        (json.dumps({**json.loads(samples.JSON_STAT), "size": [1, 2, 1, 4]}), "a.json"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, text: str, file: str) -> None:
    with pytest.raises(NotRecognised) as refused:
        table_of(tmp_path, text, file)
    reason = refused.value.reason
    assert load_messages("en")["import"][reason.key].format(**dict(reason.values))


def test_the_files_of_a_folder_are_taken_by_name(tmp_path: Path) -> None:
    for name in ("b.csv", "a.json", "notes.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in foreign_files(tmp_path)] == ["a.json", "b.csv"]
