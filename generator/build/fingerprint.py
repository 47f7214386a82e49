"""What something is made from, as one hash: equal values give equal hashes in every process.

In: plain values, records and paths; a path stands for the content of its file or folder. Out: a
hexadecimal hash. Only the fields of a record count, not the look-ups that it has made.
"""

import hashlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
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
    kind = type(value)
    if kind in _PLAIN:
        write(repr(value))
    elif isinstance(value, Enum):
        write(f"{kind.__qualname__}.{value.name}")
    elif isinstance(value, type | FunctionType):
        write(f"{value.__module__}.{value.__qualname__}")
    elif isinstance(value, Path):
        _write(_content(value), write)
    elif isinstance(value, Mapping):
        write(f"{len(value)} pairs")
        for pair in value.items():
            _write_all(pair, write)
    elif isinstance(value, list | tuple):
        write(f"{len(value)} values")
        _write_all(value, write)
    else:
        write(f"{kind.__module__}.{kind.__qualname__}")
        _write_all([getattr(value, name) for name in _fields(kind)], write)
        if isinstance(value, BaseModel):  # what was left out differs from what was left blank
            _write(sorted(value.model_fields_set), write)


def _write_all(values: list[Any] | tuple[Any, ...], write: Write) -> None:
    for value in values:
        _write(value, write)


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
