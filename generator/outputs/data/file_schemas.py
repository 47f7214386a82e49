"""Schemas of every file that editors write: JSON Schema for YAML, Table Schema for CSV.

Editors' programs complete and check with them; the definitions are those that the check uses.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from generator.checks.references import Names
from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind
from generator.model.publication import Publication
from generator.outputs.data.data_package import table_schema
from generator.outputs.data.written_schemas import Known, as_written, with_words

BELOW = {"city": "cities/*/", "content": "content/"}
"""Where the files of a folder of schemas stand in a publication."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDERS = (("city", CITY_FILES), ("content", CONTENT_FILES))


def file_schemas(known: Known) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the path and the schema of every kind of table and record, with the words `known`."""
    for folder, kinds in FOLDERS:
        for kind in kinds:
            schema = schema_of(kind, known)
            if schema is not None:
                yield f"{folder}/{schema_name(kind)}.schema.json", schema


def write_schemas(publication: Publication, folder: Path) -> int:
    """Write all schemas into a folder, and the settings of editors of text that find them.

    Return how many there are.

    Raises:
        OSError: the machine cannot write there.
    """
    known, places = Names(publication).known, {}
    for base, kinds in FOLDERS:
        for kind in kinds:
            schema = schema_of(kind, known)
            if schema is not None:
                path = folder / base / f"{schema_name(kind)}.schema.json"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n", "utf-8")
                if kind.table is None:
                    places[path.resolve().as_uri()] = BELOW[base] + kind.pattern
    settings = json.dumps({"yaml.schemas": places}, indent=1)
    (folder / "settings.json").write_text(f"{settings}\n", "utf-8")
    return len(places)


def schema_name(kind: FileKind) -> str:
    """Return the name of a kind of file: `projects/*.yml` is `projects`."""
    stem = kind.pattern.removesuffix(".yml").removesuffix(".csv").removesuffix(".json")
    return stem.replace("/??", "").replace("/*", "").replace("/", "-").replace(".", "-")


def schema_of(kind: FileKind, known: Known) -> dict[str, Any] | None:
    """Return the schema of a kind of file; None for prose, labels and pictures."""
    if kind.table is not None:
        schema = table_schema(kind.table.columns, kind.table.key)
        fields = [
            with_words(*one, known)
            for one in zip(schema["fields"], kind.table.columns, strict=True)
        ]
        return {**schema, "fields": fields, "description": kind.about}
    shape: Any = kind.record or (GenericAlias(dict, (str, kind.records)) if kind.records else None)
    if shape is None:
        return None
    schema = as_written(TypeAdapter(shape).json_schema(by_alias=True), known)
    return {"$schema": DIALECT, **schema, "title": kind.pattern, "description": kind.about}
