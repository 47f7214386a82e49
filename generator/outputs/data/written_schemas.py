"""What a schema says of the text of a file, where a record says what is read from it.

The form that a record gives for JSON is stricter than what is read: a number may stand in
quotation marks, a year in a text without any, and yes is yes. What the framework closes is listed,
so that programs for text complete it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from generator.model.records import REFERS
from generator.model.tables import Cell, Column

Known = Callable[[str], Mapping[str, str] | None]
"""What may be named, by what it is: id -> name."""

CLOSED = frozenset(
    {
        "observable", "indicator", "indicator-or-data-point", "area", "scheme", "unit", "status",
        "quality", "country", "context-variable", "governance-item", "local-condition", "band",
    }
)  # fmt: skip
"""What the framework closes, beside its vocabularies; all else may be a city's own."""
OBSERVABLES = ("observable", "indicator", "indicator-or-data-point")
NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?$"
SCALAR = ["string", "number", "boolean"]
YES_NO = [True, False, *(
    form for word in ("yes", "no", "true", "false")
    for form in (word, word.capitalize(), word.upper())
)]  # fmt: skip


def as_written(schema: Any, known: Known) -> Any:
    """Return the schema of what is written for a schema of what is read."""
    if isinstance(schema, list):
        return [as_written(one, known) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if str(schema.get("$ref", "")).endswith("/Period"):
        return {"type": ["string", "integer"]}
    choices = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        rest = {key: one for key, one in schema.items() if key not in ("anyOf", "default")}
        return as_written({**choices[0], **rest}, known)
    below = {key: _below(key, one, known) for key, one in schema.items() if key != REFERS}
    return {**below, **_scalar(schema, known)}


def with_words(field: dict[str, Any], column: Column, known: Known) -> dict[str, Any]:
    """Return the field of a Table Schema with the words that its cells may be.

    Observables are left open: a city has indicators of its own.
    """
    open_words = column.cell is Cell.LIST or column.refers in OBSERVABLES
    words = [] if open_words else _words(column.refers or "", known)
    if not words:
        return field
    return {**field, "constraints": {**field.get("constraints", {}), "enum": words}}


def _below(key: str, schema: Any, known: Known) -> Any:
    """Return what stands in a schema; keys of a mapping are always texts."""
    if key in ("properties", "$defs"):
        return {name: as_written(one, known) for name, one in schema.items()}
    if key == "propertyNames":
        words = _words(schema.get(REFERS, ""), known)
        return {"enum": words} if words else {}
    return as_written(schema, known) if key not in ("enum", "required", "default") else schema


def _scalar(schema: Mapping[str, Any], known: Known) -> Mapping[str, Any]:
    """Return which scalars are read where a schema wants a text, a number or a yes or no."""
    words = _words(schema.get(REFERS, ""), known)
    if words:
        numbers = [int(word) for word in words if word.isdecimal()]
        return {"type": SCALAR, "enum": [*words, *numbers]}
    kind = schema.get("type")
    if kind == "string":
        return {"type": SCALAR}
    if kind in ("number", "integer"):
        return {"type": [kind, "string"], "pattern": NUMBER}
    return {"type": ["boolean", "string"], "enum": YES_NO} if kind == "boolean" else {}


def _words(refers: str, known: Known) -> list[str]:
    """Return the words that a value may be; none where not all are known."""
    closed = refers in CLOSED or refers.startswith("vocabulary:")
    return list(known(refers) or ()) if closed else []
