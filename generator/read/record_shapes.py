"""What a record wants at a place of its file: the keys known there, and the form of a value."""

from collections.abc import Mapping
from typing import Any

from generator.model.records import Keyed, Path, Record


def form_wanted(record: type[Record], path: Path, given: object) -> Mapping[str, str]:
    """Return what stands before a text where names and values are wanted; nothing if unknown."""
    if not isinstance(given, str):
        return {}
    above = record_at(record, path[:-1])
    info = above.model_fields.get(str(path[-1])) if above and path else None
    by = next((one.by for one in info.metadata if isinstance(one, Keyed)), "") if info else ""
    if by:
        return {"reason": by, "name": str(path[-1])}
    wanted = record_at(record, path)
    fields = wanted.model_fields.items() if wanted else ()
    needed = [one.alias or name for name, one in fields if one.is_required()]
    return {"reason": "entry", "name": needed[0]} if len(needed) == 1 else {}


def known_keys(record: type[Record], path: Path) -> list[str]:
    """Return the keys allowed in the mapping at `path` of a record."""
    return sorted(_fields(record_at(record, path)))


def record_at(record: type[Record], path: Path) -> type[Record] | None:
    """Return the record that stands at `path` of a record; None if there is none."""
    current: type[Record] | None = record
    for part in path:
        fields = _fields(current)
        if isinstance(part, str) and part in fields:
            current = _inner(fields[part])
    return current


def _fields(current: Any) -> Mapping[str, Any]:
    if isinstance(current, type) and issubclass(current, Record):
        return {info.alias or name: info.annotation for name, info in current.model_fields.items()}
    return {}


def _inner(annotation: Any) -> Any:
    """Return the record class inside an annotation such as `tuple[X, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for option in getattr(annotation, "__args__", ()):
        found = _inner(option) if option is not type(None) else None
        if found is not None:
            return found
    return None
