"""Schemas of every file that editors write: JSON Schema for YAML, Table Schema for CSV.

Editors' programs complete and check with them; the definitions are those that the check uses.
"""

from collections.abc import Iterator
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind
from generator.outputs.data.data_package import table_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDERS = (("city", CITY_FILES), ("content", CONTENT_FILES))


def file_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the path and the schema of every kind of table and record."""
    for folder, kinds in FOLDERS:
        for kind in kinds:
            schema = schema_of(kind)
            if schema is not None:
                yield f"{folder}/{schema_name(kind)}.schema.json", schema


def schema_name(kind: FileKind) -> str:
    """Return the name of a kind of file: `projects/*.yml` is `projects`."""
    stem = kind.pattern.removesuffix(".yml").removesuffix(".csv")
    return stem.replace("/*", "").replace("/", "-").replace(".", "-")


def schema_of(kind: FileKind) -> dict[str, Any] | None:
    """Return the schema of a kind of file; None for prose, labels and pictures."""
    if kind.table is not None:
        return {**table_schema(kind.table.columns, kind.table.key), "description": kind.about}
    shape: Any = kind.record or (GenericAlias(dict, (str, kind.records)) if kind.records else None)
    if shape is None:
        return None
    schema = TypeAdapter(shape).json_schema(by_alias=True)
    return {"$schema": DIALECT, **schema, "title": kind.pattern, "description": kind.about}
