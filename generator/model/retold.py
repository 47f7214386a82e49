"""The texts that readers read, in records and tables, told in other words.

A text of a record is named by its keys, joined by strokes: `data_points/pm2-5/name`; one of a
table by the key of its row and its column: `u4ssc/economy#name`.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

from generator.model.records import Document, InWords, Record
from generator.model.tables import Row, Table, TableKind

R = TypeVar("R", bound=Row)
C = TypeVar("C", bound=Record)
Tell = Callable[[str, str], str]
"""The name of a text and the text to what stands in its place."""
DIGITS = 8
"""How many digits of the hash of a text mark it."""


def mark_of(text: str) -> str:
    """Return what marks the English that was translated: the first digits of its SHA-256."""
    return sha256(text.encode()).hexdigest()[:DIGITS]


def retold_table(table: Table[R], tell: Tell) -> Table[R]:
    """Return a table whose texts for readers are told anew; the key of a row is never one."""
    attributes = _attributes(table.kind)
    if not attributes:
        return table
    rows = tuple(_retold_row(table.kind, row, attributes, tell) for row in table.rows)
    return replace(table, rows=rows)


def _retold_row(kind: TableKind[R], row: R, attributes: Mapping[str, str], tell: Tell) -> R:
    told: dict[str, Any] = {}
    for column, name in attributes.items():
        value, place = getattr(row, name), f"{kind.key_of(row)}#{column}"
        if isinstance(value, tuple):
            told[name] = tuple(tell(f"{place}/{at}", item) for at, item in enumerate(value))
        elif value:
            told[name] = tell(place, value)
    return replace(row, **told) if told else row


@cache
def _attributes(kind: TableKind[Any]) -> Mapping[str, str]:
    """Return the attributes of a row that hold texts for readers, by header."""
    return {
        column.name: kind.attributes[column.name]
        for column in kind.columns
        if column.words and column.name not in kind.key
    }


@cache
def words_of(row: type) -> frozenset[str]:
    """Return the attributes of a row that hold texts for readers."""
    about = {item.name: item.metadata for item in fields(row) if "cell" in item.metadata}
    return frozenset(name for name, one in about.items() if one["words"])


def retold_document(document: Document, tell: Tell) -> Document:
    """Return a YAML file whose texts for readers are told anew."""
    record = document.record
    if isinstance(record, Record):
        return replace(document, record=retold(record, tell))
    told = {name: retold(one, tell, f"{name}/") for name, one in record.items()}
    return replace(document, record=told)


def retold(record: C, tell: Tell, above: str = "") -> C:
    """Return a record whose texts for readers are told anew; `above` stands before their names."""
    told: dict[str, Any] = {}
    for name, (key, in_words) in _fields(type(record)).items():
        value = getattr(record, name)
        new = _retold(value, in_words, f"{above}{key}", tell)
        if new is not value:
            told[name] = new
    return record.model_copy(update=told) if told else record


def _retold(value: Any, in_words: bool, name: str, tell: Tell) -> Any:
    if isinstance(value, Record):
        return retold(value, tell, f"{name}/")
    if isinstance(value, str):
        return tell(name, value) if in_words and value else value
    if isinstance(value, tuple):
        return tuple(
            _retold(item, in_words, f"{name}/{place}", tell) for place, item in enumerate(value)
        )
    if isinstance(value, Mapping):
        return {key: _retold(item, in_words, f"{name}/{key}", tell) for key, item in value.items()}
    return value


@cache
def _fields(kind: type[Record]) -> Mapping[str, tuple[str, bool]]:
    """Return the key of each field in files, and whether it holds texts for readers."""
    return {
        name: (info.alias or name, _is_in_words(info.metadata) or _holds_words(info.annotation))
        for name, info in kind.model_fields.items()
    }


def _holds_words(annotation: Any) -> bool:
    """Return whether a type is, or contains, a text for readers."""
    if _is_in_words(getattr(annotation, "__metadata__", ())):
        return True
    return any(_holds_words(inner) for inner in getattr(annotation, "__args__", ()))


def _is_in_words(marks: Any) -> bool:
    return any(isinstance(mark, InWords) for mark in marks)
