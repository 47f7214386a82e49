"""Frictionless: table schemas, and the package that lists every CSV file with its schema."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.frozen import dataclass
from generator.model.framework_records import PublicationRecord
from generator.model.scalars import slug
from generator.model.tables import PATTERNS, Cell, Column

TYPES: Mapping[Cell, Mapping[str, Any]] = {
    Cell.NUMBER: {"type": "number"},
    Cell.INTEGER: {"type": "integer"},
    Cell.YEAR: {"type": "integer"},
    Cell.YES_NO: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    Cell.URL: {"type": "string", "format": "uri"},
}
"""How a cell is declared; what is not here is a string. A date may be a year or a month only."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A CSV file of the package, the schema that describes it, and its size in bytes."""

    path: str
    title: str
    schema: str
    size: int


def table_schema(columns: Sequence[Column], key: Sequence[str]) -> dict[str, Any]:
    """Return the Table Schema of the columns of a table."""
    return {"fields": [_field(column) for column in columns], "primaryKey": list(key)}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.filled else {}
    if column.cell in PATTERNS:
        constraints["pattern"] = PATTERNS[column.cell]
    limits = {"minimum": column.minimum, "maximum": column.maximum}
    constraints |= {name: limit for name, limit in limits.items() if limit is not None}
    kind = TYPES.get(column.cell, {"type": "string"})
    field = {"name": column.name, **kind, "description": column.about}
    return {**field, "constraints": constraints} if constraints else field


def data_package(record: PublicationRecord, resources: Sequence[Resource]) -> dict[str, Any]:
    """Return `datapackage.json`: what the data are, their licence, and every file."""
    return {
        "profile": "tabular-data-package",
        "name": slug(record.title) or "data",
        "title": record.title,
        "version": record.edition,
        "created": f"{(record.as_of + '-01-01')[:10]}T00:00:00Z",
        "licenses": [{"name": record.licence.content, "path": record.licence.content_address}],
        **({"homepage": record.address} if record.address else {}),
        **({"contributors": [_publisher(record)]} if record.contact else {}),
        "fictitious": record.fictitious,
        "resources": [_resource(one) for one in resources],
    }


def _publisher(record: PublicationRecord) -> dict[str, str]:
    contact = record.contact
    if contact is None:
        return {}
    optional = {"email": contact.email, "path": contact.url}
    present = {key: text for key, text in optional.items() if text}
    return {"title": contact.name, "role": "publisher", **present}


def _resource(one: Resource) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": one.path.removesuffix(".csv").replace("/", "-"),
        "path": one.path,
        "title": one.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": one.size,
        "schema": one.schema,
    }
