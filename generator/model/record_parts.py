"""The records that stand in a YAML file, within each other, and which of their keys are past."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from generator.model.records import Document, Line, Past, Path, Record, Refers, Text


def parts_of(document: Document) -> Iterator[tuple[Path, Record]]:
    """Yield every record of a document with its key path, those above first."""
    yield from _parts((), document.record)


def _parts(path: Path, value: Any) -> Iterator[tuple[Path, Record]]:
    if isinstance(value, Record):
        yield path, value
        for name, info in type(value).model_fields.items():
            yield from _parts((*path, info.alias or name), getattr(value, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _parts((*path, key), item)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _parts((*path, index), item)


@cache
def past_keys(kind: type[Record]) -> tuple[str, ...]:
    """Return the keys of a record that date what has happened."""
    return tuple(name for name, info in kind.model_fields.items() if _is_past(info))


@cache
def text_keys(kind: type[Record]) -> tuple[str, ...]:
    """Return the keys of a record that hold a text of its own, and name nothing elsewhere."""
    return tuple(name for name, info in kind.model_fields.items() if _is_text(info))


def _is_text(info: FieldInfo) -> bool:
    marks = (*info.metadata, *(mark for one in get_args(info.annotation) for mark in _marks(one)))
    read = any(mark in marks for kind in (Line, Text) for mark in _marks(kind))
    return read and not any(isinstance(mark, Refers) for mark in marks)


def _is_past(info: FieldInfo) -> bool:
    options = (mark for one in get_args(info.annotation) for mark in _marks(one))
    return any(isinstance(mark, Past) for mark in (*info.metadata, *options))


def _marks(option: Any) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(option, "__metadata__", ())
    return found
