"""CSV on the Web and GeoJSON: what programs are told of tables and places is so."""

import csv
import io
import json
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from generator.model.tables import Cell, Column
from generator.outputs.data.city_points import point_of
from generator.outputs.data.csv_metadata import csvw_schema
from generator.outputs.data.data_files import DataFile
from generator.views.site import Site

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.]*\Z")
"""What CSV on the Web allows as a name of a column."""


def described(files: dict[str, DataFile]) -> Iterator[tuple[str, Any]]:
    """Yield every table that metadata name, with its schema."""
    for path, file in files.items():
        if path.endswith("csv-metadata.json"):
            for table in json.loads(file.content)["tables"]:
                folder = posixpath.dirname(path)
                place = posixpath.normpath(posixpath.join(folder, table["tableSchema"]))
                yield posixpath.join(folder, table["url"]), json.loads(files[place].content)


def test_metadata_name_every_csv_file_once(files: dict[str, DataFile]) -> None:
    named = [path for path, _ in described(files)]
    assert sorted(named) == sorted(path for path in files if path.endswith(".csv"))


def test_every_table_is_as_its_metadata_say(files: dict[str, DataFile]) -> None:
    for path, schema in described(files):
        rows = list(csv.DictReader(io.StringIO(files[path].content.decode("utf-8"))))
        columns = schema["columns"]
        header = files[path].content.decode("utf-8").split("\n")[0].split(",")
        assert header == [one["name"] for one in columns], path
        assert all(NAME.match(name) for name in header)
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(keys) == len(set(keys)), path
        for column in columns:
            cells = [row[column["name"]] for row in rows]
            assert not column["required"] or all(cells), (path, column["name"])
            assert all(_fits(cell, column["datatype"]) for cell in cells if cell), (path, column)


def _fits(cell: str, kind: Any) -> bool:
    base, form = (kind, "") if isinstance(kind, str) else (kind["base"], kind.get("format", ""))
    if base == "boolean":
        return cell in form.split("|")
    if base in ("decimal", "integer", "gYear"):
        return (
            re.fullmatch(r"[-+]?\d+(\.\d+)?" if base == "decimal" else r"[-+]?\d+", cell)
            is not None
        )
    return not form or re.fullmatch(form, cell) is not None


def test_a_list_names_what_stands_between() -> None:
    column = Column("groups", Cell.LIST, "Groups.", filled=False, optional=False, refers="")
    columns: Any = csvw_schema([column], ["groups"])["columns"]
    (one,) = columns
    assert one["separator"] == "; "


def test_every_city_is_a_point(site: Site, files: dict[str, DataFile]) -> None:
    collection = json.loads(files["cities.geojson"].content)
    assert set(collection) == {"type", "features"}
    features = {one["id"]: one for one in collection["features"]}
    assert set(features) == set(site.publication.cities)
    for name, feature in features.items():
        record, told = site.publication.cities[name].record, feature["properties"]
        longitude, latitude = feature["geometry"]["coordinates"]
        assert (longitude, latitude) == (record.longitude, record.latitude)
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90
        assert told["name"] == record.name
        assert 0 <= told["rated"] <= told["figures"] <= len(site.publication.framework.indicators)


def test_a_city_without_coordinates_has_no_place(site: Site) -> None:
    from dataclasses import replace

    city = site.publication.cities["almaty"]
    record = city.record.model_copy(update={"latitude": None})
    nowhere = replace(city, document=replace(city.document, record=record))
    feature = json.loads(point_of(nowhere, site.standings["almaty"]))
    assert feature["geometry"] is None
