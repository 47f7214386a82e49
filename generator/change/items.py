"""What the files of a publication say, as items that can be compared: a row, a part of a record.

An item has no place among others, so that the order of rows, of columns and of keys says nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from generator.frozen import dataclass
from generator.model.publication import City, Publication, Section
from generator.model.records import Document, Path, Record
from generator.model.tables import Table

SOURCE = "source"
TEXT = "text"
"""The name of what a file of prose holds."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row by its key, or what stands below a key of a record; `file` is the path in its folder.

    `short` is the key without the parts that a reference may leave out.
    """

    file: str
    key: str
    cells: Mapping[str, str] = field(default_factory=dict)
    short: str = ""
    place: str = ""
    line: int | None = None


def items_of_city(city: City) -> Iterator[Item]:
    """Yield what the files of a city say."""
    folder = f"cities/{city.id}/"
    for table in city.tables:
        yield from _rows(table, folder)
    for document in (city.document, *city.documents.values()):
        yield from _entries(document, folder)
    for section in city.sections.values():
        yield from _prose(section, folder)
    for name in city.pictures:
        yield Item(f"images/{name}", "", place=f"{folder}images/{name}")


def items_of_content(publication: Publication) -> Iterator[Item]:
    """Yield what `content/` says: framework, libraries, words, pages."""
    for table in publication.tables.values():
        yield from _rows(table, "content/")
    for document in publication.documents.values():
        yield from _entries(document, "content/")
    for code, labels in publication.labels.items():
        file = f"labels/{code}.yml"
        for key, label in labels.items():
            yield Item(file, key, dict(_leaves(label)), place=f"content/{file}")
    for name, text in publication.pages.items():
        file = f"pages/{name}.md"
        yield Item(file, "", {TEXT: _without_margins(text)}, place=f"content/{file}")


def _rows(table: Table[Any], folder: str) -> Iterator[Item]:
    kind, file = table.kind, table.file.removeprefix(folder)
    for row in table:
        key = kind.key_of(row)
        parts = key.split("|")
        cells = {
            column: written(getattr(row, attribute))
            for column, attribute in kind.attributes.items()
        }
        short = "|".join(parts[: len(parts) - kind.omitted])
        yield Item(file, key, cells, short, table.file, row.line)


def _entries(document: Document, folder: str) -> Iterator[Item]:
    """Yield each mapping of a record that holds plain values, with the path to it as its key."""
    file = document.file.removeprefix(folder)
    entries: dict[Path, dict[str, str]] = {}
    for path, text in _paths((), document.record):
        entries.setdefault(path[:-1], {})[str(path[-1])] = text
    for path, cells in entries.items():
        position = document.position(path)
        line = position.line if position else 1
        yield Item(file, _key(path), cells, "", document.file, line)


def _key(path: Path) -> str:
    """Return a path as people write it: items of a list count from 1."""
    return "/".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _prose(section: Section, folder: str) -> Iterator[Item]:
    cells = dict(_leaves(section.record)) | {TEXT: _without_margins(section.text)}
    file = section.file
    yield Item(file.removeprefix(folder), "", cells, "", file, section.line)


def _leaves(value: Any) -> Iterator[tuple[str, str]]:
    for path, text in _paths((), value):
        yield _key(path) or TEXT, text


def _paths(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of every plain value that is stated; lists of them are one."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        stated = ((fields[name].alias or name, getattr(value, name)) for name in fields)
        below: Iterable[tuple[str | int, Any]] = (
            (key, item) for key, item in stated if item is not None
        )
    elif isinstance(value, Mapping):
        below = value.items()
    elif isinstance(value, list | tuple) and any(_is_composed(item) for item in value):
        below = enumerate(value)
    else:
        if path or value is not None:
            yield path, written(value)
        return
    for key, item in below:
        yield from _paths((*path, key), item)


def _is_composed(value: Any) -> bool:
    return isinstance(value, Record | Mapping)


def written(value: Any) -> str:
    """Return a value as a file writes it; blank if there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple | frozenset):
        return "; ".join(map(written, value))
    return str(value)


def _without_margins(text: str) -> str:
    """Return prose without what is blank at the ends of lines, and around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()
