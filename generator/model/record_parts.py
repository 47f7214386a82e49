"""The records that stand in a YAML file, within each other, and which of their keys are past."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.records import Document, Line, Past, Path, Record, Refers, Text
from generator.model.scalars import Period

SCALARS = (str, int, float, bool, NoneType, Period)


def parts_of(document: Document) -> tuple[tuple[Path, Record], ...]:
    """Return every record of a document with its key path, those above first."""
    known = vars(document)  # rules look through the same document one after the other
    if "parts" not in known:
        known["parts"] = tuple(_parts((), document.record))
    parts: tuple[tuple[Path, Record], ...] = known["parts"]
    return parts


def _parts(path: Path, value: Any) -> Iterator[tuple[Path, Record]]:
    if isinstance(value, Record):
        yield path, value
        for name, key in _keys_within(type(value)):
            yield from _parts((*path, key), getattr(value, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _parts((*path, key), item)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _parts((*path, index), item)


@cache
def _keys_within(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return attribute and key of what may hold other records."""
    fields = kind.model_fields.items()
    return tuple(
        (name, info.alias or name) for name, info in fields if not _is_scalar(info.annotation)
    )


def _is_scalar(annotation: Any) -> bool:
    """Return whether a value of a type holds nothing else: a text, a number, or none of both."""
    if get_origin(annotation) is Annotated:
        return _is_scalar(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return all(map(_is_scalar, get_args(annotation)))
    return annotation in SCALARS


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
