"""What something is made from, as one hash: equal values give equal hashes in every process.

In: plain values, records and paths; a path stands for the content of its file or folder. Out: a
hexadecimal hash. Only the fields of a record count, not the look-ups that it has made.
"""

import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from types import FunctionType
from typing import Any

from pydantic import BaseModel

from generator.resources import PACKAGE

Write = Callable[[str], None]
_PLAIN = frozenset({str, int, float, bool, bytes, Decimal, type(None)})


def fingerprint(*values: Any) -> str:
    """Return the hash of values.

    Raises:
        TypeError: a value of a kind that has no place here, such as a set, which has no order.
    """
    parts: list[str] = []
    for value in values:
        _write(value, parts.append)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def maker() -> str:
    """Return the hash of this generator, of Python and of every installed library's version."""
    versions = sorted(f"{one.name} {one.version}" for one in distributions())
    return fingerprint(_sources(PACKAGE), sys.version, versions)


def _sources(package: Path) -> dict[str, bytes]:
    return {
        path.relative_to(package).as_posix(): path.read_bytes()
        for path in sorted(package.rglob("*.py"))
    }


def _write(value: Any, write: Write) -> None:
    kind: Any = type(value)
    if kind in _PLAIN:
        write(repr(value))
    else:
        _writer_of(kind)(value, write)


def _write_all(values: Iterable[Any], write: Write) -> None:
    for value in values:
        kind: Any = type(value)
        if kind in _PLAIN:  # as in `_write`, without a call for each of a million cells
            write(repr(value))
        else:
            _writer_of(kind)(value, write)


@cache
def _writer_of(kind: type) -> Callable[[Any, Write], None]:
    """Return what writes values of a kind."""
    for base, writer in _WRITERS:
        if issubclass(kind, base):
            return writer
    return _record_writer(kind)


def _write_enum(value: Enum, write: Write) -> None:
    write(f"{type(value).__qualname__}.{value.name}")


def _write_name(value: Any, write: Write) -> None:
    write(f"{value.__module__}.{value.__qualname__}")


def _write_path(value: Path, write: Write) -> None:
    _write(_content(value), write)


def _write_pairs(value: Mapping[Any, Any], write: Write) -> None:
    write(f"{len(value)} pairs")
    for pair in value.items():
        _write_all(pair, write)


def _write_values(value: list[Any] | tuple[Any, ...], write: Write) -> None:
    write(f"{len(value)} values")
    _write_all(value, write)


_WRITERS: tuple[tuple[Any, Callable[[Any, Write], None]], ...] = (
    (Enum, _write_enum),
    ((type, FunctionType), _write_name),
    (Path, _write_path),
    (Mapping, _write_pairs),
    ((list, tuple), _write_values),
)


def _record_writer(kind: type) -> Callable[[Any, Write], None]:
    """Return what writes the fields of a record."""
    name, names = f"{kind.__module__}.{kind.__qualname__}", _fields(kind)
    is_model = issubclass(kind, BaseModel)

    def write_record(value: Any, write: Write) -> None:
        write(name)
        _write_all([getattr(value, field) for field in names], write)
        if is_model:  # what was left out differs from what was left blank
            _write(sorted(value.model_fields_set), write)

    return write_record


def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of what counts in a record."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    raise TypeError(f"{kind.__qualname__} has no fingerprint")


def _content(path: Path) -> bytes | dict[str, bytes]:
    if path.is_file():
        return path.read_bytes()
    files = sorted(below for below in path.rglob("*") if below.is_file())
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}
