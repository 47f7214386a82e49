"""Open data: every figure and score as CSV, JSON and XLSX, with schemas and catalogues.

In: publication and results. Out: the files below `data/`. The columns of every format come from
the one definition in `model/`; the values are those that the pages print.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.assessment.comparison.cities_compared import CityComparison, Compared
from generator.assessment.results import CityResult
from generator.model.city_tables import CASH_FLOWS, OBSERVATIONS
from generator.model.publication import City, Publication
from generator.model.records import Record
from generator.outputs.data.data_catalogue import DataSet, catalogue
from generator.outputs.data.data_cells import csv_bytes, json_rows
from generator.outputs.data.data_package import Resource, data_package, table_schema
from generator.outputs.data.data_tables import (
    Extract,
    city_tables,
    extract_of,
    indicator_table,
    long_tables,
)
from generator.outputs.data.file_schemas import file_schemas
from generator.outputs.data.undertaking_data_tables import flows_of_city
from generator.outputs.data.workbook import workbook_bytes

FORMATS = ("csv", "json", "xlsx")
ONE_LINE = json.JSONEncoder(ensure_ascii=False).encode
"""With line ends, Python would not use its encoder in C, which is several times as fast."""
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the data folder; `title` says what it holds, `schema` describes a CSV."""

    path: str
    title: str
    content: bytes
    schema: str = ""


def files_of_cities(
    publication: Publication, cities: Sequence[tuple[City, CityResult, CityComparison]]
) -> list[tuple[DataFile, ...]]:
    """Return the files of each city; of the publication its other cities do not matter."""
    return [tuple(_city_files(publication, *one)) for one in cities]


def open_data_files(
    publication: Publication,
    results: Mapping[str, CityResult],
    compared: Compared,
    own: Sequence[Sequence[DataFile]],
    say: Say,
    pdfs: Mapping[str, Mapping[str, str]],
) -> Iterator[DataFile]:
    """Yield every file of the data folder, those that list the others last.

    `own` are the `files_of_cities`; `pdfs` the addresses of the publications of a city by
    language, seen from the folder.
    """
    listed: list[DataFile] = []
    extracts = long_tables(publication, results, compared)
    for extract in extracts:
        listed.append(_long_file(extract, say))
    for files in own:
        listed.extend(files)
    for indicator, record in publication.framework.indicators.items():
        content = csv_bytes(indicator_table(publication, indicator))
        path = f"indicators/{indicator}.csv"
        listed.append(DataFile(path, record.name, content, _schema(OBSERVATIONS.name)))
    for name, city in sorted(publication.cities.items()):
        listed.extend(_flow_files(name, city))
    yield from listed
    for extract in extracts:
        schema = table_schema(extract.columns, extract.key)
        yield DataFile(_schema(extract.name), "", json_bytes(schema))
    for path, schema in file_schemas():
        yield DataFile(f"schema/{path}", "", json_bytes(schema))
    yield from _lists(publication, listed, pdfs)


def _schema(table: str) -> str:
    return f"schema/data/{table}.schema.json"


def _long_file(extract: Extract, say: Say) -> DataFile:
    title = say(f"data.{extract.name}")
    return DataFile(f"{extract.name}.csv", title, csv_bytes(extract), _schema(extract.name))


def _city_files(
    publication: Publication, city: City, result: CityResult, peers: CityComparison
) -> Iterator[DataFile]:
    """Yield the three files of a city: its scores, its folder as JSON, and both as a workbook."""
    tables = city_tables(publication, city, result, peers)
    path, title = f"cities/{city.id}", city.record.name
    yield DataFile(f"{path}.csv", title, csv_bytes(tables[0]), _schema(tables[0].name))
    yield DataFile(f"{path}.json", title, json_bytes(city_document(publication, city, tables)))
    about = [*about_publication(publication).items(), ("city", city.id), ("name", title)]
    pairs = [(key, str(value).lower() if isinstance(value, bool) else str(value))
             for key, value in about]  # fmt: skip
    yield DataFile(f"{path}.xlsx", title, workbook_bytes(pairs, tables))


def _flow_files(name: str, city: City) -> Iterator[DataFile]:
    """Yield the cash flows of every project of a city."""
    for project, rows in flows_of_city(city):
        title = f"{city.documents[f'projects/{project}.yml'].record.title}, {city.record.name}"
        content = csv_bytes(extract_of(CASH_FLOWS, rows))
        path = f"cash-flows/{name}-{project}.csv"
        yield DataFile(path, title, content, f"schema/city/projects-{CASH_FLOWS.name}.schema.json")


def city_document(
    publication: Publication, city: City, tables: tuple[Extract, ...]
) -> dict[str, Any]:
    """Return all that the folder of a city holds, and its scores."""
    return {
        "publication": about_publication(publication),
        "city": {"id": city.id, **_plain(city.record)},
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


def _lists(
    publication: Publication, listed: list[DataFile], pdfs: Mapping[str, Mapping[str, str]]
) -> Iterator[DataFile]:
    """Yield the index, the data package and the catalogue of the files given."""
    tables = [
        Resource(file.path, file.title, file.schema, len(file.content))
        for file in listed
        if file.schema
    ]
    record = publication.record
    yield DataFile("index.json", "", json_bytes(index(publication, listed, pdfs)))
    yield DataFile("datapackage.json", "", json_bytes(data_package(record, tables)))
    yield DataFile("catalog.jsonld", "", json_bytes(catalogue(record, _data_sets(listed))))


def index(
    publication: Publication, listed: list[DataFile], pdfs: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """Return what there is: tables, cities and indicators with their files, and the schemas."""
    return {
        "publication": about_publication(publication),
        "tables": {
            file.path.removesuffix(".csv"): file.path for file in listed if "/" not in file.path
        },
        "cities": {
            city: {
                "name": one.record.name,
                "country": one.record.country,
                "page": f"../cities/{city}/index.html",
                **{form: f"cities/{city}.{form}" for form in FORMATS},
                "pdf": dict(pdfs.get(city, {})),
            }
            for city, one in sorted(publication.cities.items())
        },
        "indicators": {
            indicator: {
                "name": one.name,
                "page": f"../indicators/{indicator}/index.html",
                "csv": f"indicators/{indicator}.csv",
            }
            for indicator, one in publication.framework.indicators.items()
        },
        "package": "datapackage.json",
        "catalogue": "catalog.jsonld",
    }


def _data_sets(listed: list[DataFile]) -> list[DataSet]:
    """Return the files in groups that differ by format only."""
    groups: dict[str, list[DataFile]] = {}
    for file in listed:
        groups.setdefault(file.path.rpartition(".")[0], []).append(file)
    return [
        DataSet(
            path.replace("/", "-"),
            files[0].title,
            tuple(file.path for file in files),
            tuple(len(file.content) for file in files),
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
