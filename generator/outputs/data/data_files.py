"""Open data: every figure and score as CSV, JSON and XLSX, with schemas and catalogues.

In: a city with its results, the rows of all cities. Out: the files below `data/`. The columns of
every format come from the one definition in `model/`; the values are those that the pages print.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.assessment.advice.told_by_cities import Told
from generator.assessment.results import CityResult
from generator.checks.references import Names
from generator.frozen import dataclass
from generator.model.city_tables import CASH_FLOWS, OBSERVATIONS
from generator.model.open_data_tables import CITY
from generator.model.publication import City, Publication
from generator.model.records import Record
from generator.model.tables import Column
from generator.outputs.data.city_points import FILE as POINTS
from generator.outputs.data.csv_metadata import FILE as CSV_METADATA
from generator.outputs.data.csv_metadata import csvw_path, csvw_schema, folder_metadata
from generator.outputs.data.data_catalogue import DataSet, catalogue
from generator.outputs.data.data_cells import csv_bytes, json_rows
from generator.outputs.data.data_package import Resource, data_package, table_schema
from generator.outputs.data.data_tables import (
    Extract,
    city_tables,
    extract_of,
    with_owner,
)
from generator.outputs.data.file_schemas import file_schemas
from generator.outputs.data.listed_files import Listed
from generator.outputs.data.sdmx_structure import FILE as SDMX_STRUCTURE
from generator.outputs.data.sdmx_structure import sdmx_structure
from generator.outputs.data.sdmx_table import SDMX
from generator.outputs.data.undertaking_data_tables import flows_of_city
from generator.outputs.data.workbook import workbook_bytes

FORMATS = ("csv", "json", "xlsx")
ONE_LINE = json.JSONEncoder(ensure_ascii=False).encode
"""With line ends, Python would not use its encoder in C, which is several times as fast."""
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the data folder; `schema` describes a CSV."""

    path: str
    title: str
    content: bytes
    schema: str = ""

    @property
    def listed(self) -> Listed:
        return Listed(self.path, self.title, self.schema, len(self.content))


def files_of_city(publication: Publication, city: City, result: CityResult) -> Iterator[DataFile]:
    """Yield the files of a city: scores, folder as JSON, both as a workbook, cash flows."""
    tables = city_tables(publication, city, result)
    path, title = f"cities/{city.id}", city.record.name
    yield DataFile(f"{path}.csv", title, csv_bytes(tables[0]), _schema(tables[0].name))
    yield DataFile(f"{path}.json", title, json_bytes(city_document(publication, city, tables)))
    about = [*about_publication(publication).items(), ("city", city.id), ("name", title)]
    pairs = [(key, str(value).lower() if isinstance(value, bool) else str(value))
             for key, value in about]  # fmt: skip
    yield DataFile(f"{path}.xlsx", title, workbook_bytes(pairs, tables))
    yield from _flow_files(city.id, city)


def file_of_indicator(publication: Publication, indicator: str, rows: Iterable[str]) -> DataFile:
    """Return the observations of an indicator in all cities; `rows` are those of each, as CSV."""
    head = csv_bytes(with_owner(CITY, OBSERVATIONS, ())).decode()
    name = publication.framework.indicators[indicator].name
    content = "".join([head, *rows]).encode()
    return DataFile(f"indicators/{indicator}.csv", name, content, _schema(OBSERVATIONS.name))


def long_file(table: Extract, rows: Iterable[bytes], say: Say) -> DataFile:
    """Return the file of a table over all cities; `rows` are those of each city, as CSV."""
    content = b"".join([csv_bytes(table), *rows])
    title = say(f"data.{table.name.partition('/')[0]}")
    return DataFile(f"{table.name}.csv", title, content, _schema(table.name))


def schema_files(publication: Publication, tables: Iterable[Extract]) -> Iterator[DataFile]:
    """Yield the schemas of the tables over all cities, and of every file that editors write."""
    for table in tables:
        schema = table_schema(table.columns, table.key)
        yield DataFile(_schema(table.name), "", json_bytes(schema))
        yield _csvw(_schema(table.name), table.columns, table.key)
    yield _csvw(FLOW_SCHEMA, CASH_FLOWS.columns, CASH_FLOWS.key)
    for path, schema in file_schemas(Names(publication).known):
        yield DataFile(f"schema/{path}", "", json_bytes(schema))


def _schema(table: str) -> str:
    return f"schema/data/{table}.schema.json"


FLOW_SCHEMA = f"schema/city/projects-{CASH_FLOWS.name}.schema.json"


def _csvw(schema: str, columns: Sequence[Column], key: Sequence[str]) -> DataFile:
    return DataFile(csvw_path(schema), "", json_bytes(csvw_schema(columns, key)))


def _flow_files(name: str, city: City) -> Iterator[DataFile]:
    """Yield the cash flows of every project of a city."""
    for project, rows in flows_of_city(city):
        title = f"{city.documents[f'projects/{project}.yml'].record.title}, {city.record.name}"
        content = csv_bytes(extract_of(CASH_FLOWS, rows))
        path = f"cash-flows/{name}-{project}.csv"
        yield DataFile(path, title, content, FLOW_SCHEMA)


def city_document(
    publication: Publication, city: City, tables: tuple[Extract, ...]
) -> dict[str, Any]:
    """Return all that the folder of a city holds, and its scores.

    Not the list of its peers: it may name cities that are not published.
    """
    record = {key: value for key, value in _plain(city.record).items() if key != "peers"}
    return {
        "publication": about_publication(publication),
        "city": {"id": city.id, **record},
        "profile_year": publication.profile_year(city),
        "confirmed": city.is_approved,
        "tables": {table.name: json_rows(table) for table in tables},
        "records": {
            name.removesuffix(".yml"): _plain(document.record)
            for name, document in sorted(city.documents.items())
        },
        "sections": {
            name: {**_plain(section.head.record), "text": section.text}
            for name, section in sorted(city.sections.items())
        },
    }


def _plain(record: Any) -> dict[str, Any]:
    """Return a record, or a mapping of records, as its file gives it."""
    if isinstance(record, Record):
        return record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return {key: _plain(value) for key, value in record.items()}


def about_publication(publication: Publication) -> dict[str, Any]:
    """Return what every file says of the publication that it belongs to."""
    record = publication.record
    return {
        "title": record.title,
        "edition": record.edition,
        "as_of": record.as_of,
        "licence": record.licence.content,
        "fictitious": record.fictitious,
    }


def describing_files(
    publication: Publication,
    told: Mapping[str, Told],
    listed: Sequence[Listed],
    pdfs: Mapping[str, Mapping[str, str]],
    volumes: Sequence[str] = (),
) -> Iterator[DataFile]:
    """Yield what describes the data: index, data package, catalogue, columns, structure.

    `told` is what each city tells all others, `listed` are all other files but schemas; `pdfs` the
    addresses of the publications of a city by language, seen from the folder; `volumes` those of
    all publications.
    """
    tables = [
        Resource(file.path, file.title, file.schema, file.size) for file in listed if file.schema
    ]
    record = publication.record
    yield DataFile("index.json", "", json_bytes(index(publication, told, listed, pdfs, volumes)))
    yield DataFile("datapackage.json", "", json_bytes(data_package(record, tables)))
    yield DataFile("catalog.jsonld", "", json_bytes(catalogue(record, _data_sets(listed))))
    for path, metadata in folder_metadata(record, listed):
        yield DataFile(path, "", json_bytes(metadata))
    yield DataFile(SDMX_STRUCTURE, "", sdmx_structure(publication, told))


def index(
    publication: Publication,
    told: Mapping[str, Told],
    listed: Sequence[Listed],
    pdfs: Mapping[str, Mapping[str, str]],
    volumes: Sequence[str] = (),
) -> dict[str, Any]:
    """Return what there is: tables, cities and indicators with their files, and the schemas."""
    return {
        "publication": about_publication(publication),
        "tables": {
            file.path.removesuffix(".csv"): file.path
            for file in listed
            if "/" not in file.path and file.path.endswith(".csv")
        },
        "cities": {
            city: {
                "name": one.name,
                "country": one.country,
                "page": f"../cities/{city}/index.html",
                **{form: f"cities/{city}.{form}" for form in FORMATS},
                "pdf": dict(pdfs.get(city, {})),
            }
            for city, one in sorted(told.items())
        },
        "indicators": {
            indicator: {
                "name": one.name,
                "page": f"../indicators/{indicator}/index.html",
                "csv": f"indicators/{indicator}.csv",
            }
            for indicator, one in publication.framework.indicators.items()
        },
        "publications": list(volumes),
        "points": POINTS,
        "sdmx": {"data": f"{SDMX}.csv", "structure": SDMX_STRUCTURE},
        "columns": CSV_METADATA,
        "package": "datapackage.json",
        "catalogue": "catalog.jsonld",
    }


def _data_sets(listed: Sequence[Listed]) -> list[DataSet]:
    """Return the files in groups that differ by format only."""
    groups: dict[str, list[Listed]] = {}
    for file in listed:
        groups.setdefault(file.path.rpartition(".")[0], []).append(file)
    return [
        DataSet(
            path.replace("/", "-"),
            files[0].title,
            tuple(file.path for file in files),
            tuple(file.size for file in files),
        )
        for path, files in groups.items()
    ]


def json_bytes(document: Any) -> bytes:
    """Return a document as JSON that people can read as well: a row of a table is a line."""
    return (_laid_out(document, "\n") + "\n").encode("utf-8")


def _laid_out(value: Any, line: str) -> str:
    """Return JSON in which what holds no other object is a line; `line` begins one here."""
    inner = f"{line} "
    if isinstance(value, dict) and _is_nested(value.values()):
        items = [f"{ONE_LINE(key)}: {_laid_out(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}"
    if isinstance(value, list | tuple) and _is_nested(value):
        return f"[{inner}{f',{inner}'.join(_laid_out(item, inner) for item in value)}{line}]"
    return ONE_LINE(value)


def _is_nested(items: Iterable[Any]) -> bool:
    """Return whether there is an object among the items, or in a list among them."""
    return any(
        isinstance(item, dict) or (isinstance(item, list | tuple) and _is_nested(item))
        for item in items
    )
