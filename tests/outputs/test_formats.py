"""The files are safe in spreadsheets, the same at any time, and what their schemas say."""

import io
import json
import re
import time
import zipfile

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.open_data_tables import DATA_TABLES
from generator.outputs.data.data_cells import csv_bytes, guarded, json_rows
from generator.outputs.data.data_files import DataFile
from generator.outputs.data.data_tables import Extract, extract_of
from generator.outputs.data.workbook import workbook_bytes
from generator.pages import WrittenPage
from tests.outputs import readers

HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "＠A1")


def table(note: str, value: str = "-3.5") -> Extract:
    row = Observation(2, observable="a", period=None, value=value, source="s", note=note)
    return extract_of(OBSERVATIONS, [row])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(text: str) -> None:
    extract = table(text)
    (plain,) = readers.from_csv(csv_bytes(extract).replace(b"\r", b""))
    assert plain["note"] == f"'{text}".replace("\r", "")
    sheet = load_workbook(io.BytesIO(workbook_bytes([("a", "b")], [extract])))["observations"]
    kinds = {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value}
    assert kinds == {"s", "n"}
    assert json_rows(extract)[0]["note"] == text


@pytest.mark.parametrize("text", ["-3.5", "+4", "0", "12.50"])
def test_a_number_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    data = workbook_bytes([("a", "b")], [table("", text)])
    (row,) = readers.from_xlsx(data, "observations")
    assert row["value"] == float(text)


def test_a_title_of_digits_stays_text() -> None:
    (row,) = readers.from_xlsx(workbook_bytes([("a", "b")], [table("2024")]), "observations")
    assert row["note"] == "2024"


def test_a_workbook_does_not_know_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    one = workbook_bytes([("a", "b")], [table("x")])
    late = time.gmtime(time.time() + 86_400)
    monkeypatch.setattr(time, "localtime", lambda *_: late)
    assert workbook_bytes([("a", "b")], [table("x")]) == one
    with zipfile.ZipFile(io.BytesIO(one)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
        assert not [name for name in packed.namelist() if name.startswith("docProps")]


@pytest.mark.filterwarnings("ignore")  # those of the tool and of what it imports
def test_the_package_is_valid_by_its_own_tool(
    files: dict[str, DataFile], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("data")
    for file in files.values():
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "message"]) == []
    assert len(report.tasks) == len([path for path in files if path.endswith(".csv")])
    broken = folder / "scores.csv"
    broken.write_text(broken.read_text("utf-8").replace(",rated,", ",rated,,", 1), "utf-8")
    assert not Package(str(folder / "datapackage.json")).get_resource("scores").validate().valid


def test_every_schema_is_a_schema(files: dict[str, DataFile]) -> None:
    schemas = {path: json.loads(file.content) for path, file in files.items() if "schema/" in path}
    assert len(schemas) > 50
    for schema in schemas.values():
        if "fields" not in schema:
            Draft202012Validator.check_schema(schema)


def test_schemas_and_files_have_the_columns_of_the_one_definition(
    files: dict[str, DataFile],
) -> None:
    for name, columns in DATA_TABLES:
        header = files[f"{name}.csv"].content.decode("utf-8").split("\n")[0].split(",")
        schema = json.loads(files[f"schema/data/{name}.schema.json"].content)
        assert header == [one.name for one in columns] == [one["name"] for one in schema["fields"]]
        assert [one["description"] for one in schema["fields"]] == [one.about for one in columns]


def test_the_index_and_the_catalogue_name_every_file(files: dict[str, DataFile]) -> None:
    index = json.loads(files["index.json"].content)
    named = set(index["tables"].values())
    for entry in index["cities"].values():
        named |= {entry[form] for form in ("csv", "json", "xlsx")}
    named |= {entry["csv"] for entry in index["indicators"].values()}
    named |= {index["points"], index["sdmx"]["data"]}
    describing = {"index.json", index["package"], index["catalogue"], index["sdmx"]["structure"]}
    rest = {path for path in files if path not in named | describing}
    assert {path.partition("/")[0] for path in rest if not path.endswith(index["columns"])} == {
        "schema"
    }
    catalogue = json.loads(files["catalog.jsonld"].content)
    urls = [
        distribution["dcat:downloadURL"]["@id"]
        for dataset in catalogue["dcat:dataset"]
        for distribution in dataset["dcat:distribution"]
    ]
    assert sorted(urls) == sorted(named)


def test_every_link_to_a_file_of_data_leads_to_one(
    pages: dict[str, WrittenPage], files: dict[str, DataFile]
) -> None:
    linked = set()
    for page in pages.values():
        for href in re.findall(r'href="([^":]+\.(?:csv|json|geojson|jsonld|xlsx|xml))"', page.body):
            linked.add(href.replace("../", "").removeprefix("data/"))
    beside = ("questionnaires/", "feed.xml")
    linked = {path for path in linked if not path.startswith(beside)}  # no open data
    found = {path for path in files if not path.startswith("schema/")}
    sought = {path for path in found if path.endswith("/csv-metadata.json")}  # by programs
    assert found - sought == linked
