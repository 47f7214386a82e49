"""A YAML file as its lines and tree, and of each part the record that it is."""

import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import GenericAlias
from typing import Any

from generator.model import records
from generator.model.city_records import SectionHead
from generator.model.files import FileKind
from generator.model.records import Path, Record, Refers
from generator.problems import Problems
from generator.read.yaml_nodes import YamlTree, read_yaml

NUMERIC = frozenset(
    mark
    for kind in (
        records.Number, records.Whole, records.Count, records.AtLeastOne, records.Year,
        records.PastYear, records.Amount, records.Share, records.Percent, records.Progress,
        records.Rate, records.Latitude, records.Longitude, records.Decimals, records.Multiplier,
    )
    for mark in kind.__metadata__
    if callable(getattr(mark, "func", None))
)  # fmt: skip


def _reader(kind: Any) -> Any:
    return next(mark for mark in kind.__metadata__ if hasattr(mark, "func"))


READERS: Mapping[str, Any] = {
    "date": _reader(records.Date),
    "past date": _reader(records.PastDate),
    "yes or no": _reader(records.YesNo),
    "address": _reader(records.Url),
    "currency": _reader(records.Currency),
    "language": _reader(records.LanguageCode),
    "target": _reader(records.SdgTarget),
    "id": _reader(records.Id),
}


@dataclass(frozen=True)
class Scalar:
    """A value of one line: its path, text, place, and the marks of its type."""

    path: Path
    text: str
    line: int
    column: int
    raw: str
    marks: tuple[Any, ...]

    @property
    def name(self) -> str:
        """The last key in its path."""
        return name_in(self.path)

    def is_a(self, word: str) -> bool:
        return READERS[word] in self.marks

    @property
    def is_number(self) -> bool:
        return any(mark in NUMERIC for mark in self.marks)

    @property
    def refers(self) -> bool:
        return any(isinstance(mark, Refers) for mark in self.marks)


def name_in(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


@dataclass(frozen=True)
class Page:
    """A YAML file of a valid folder, or the front matter of a text."""

    file: str
    shape: Any
    lines: tuple[str, ...]
    tree: YamlTree

    @cached_property
    def parts(self) -> Sequence[tuple[Path, type[Record]]]:
        """The mappings that are records, by path."""
        return [
            (path, one) for path, value, one, _ in self._walked if isinstance(value, dict) and one
        ]

    @cached_property
    def scalars(self) -> Sequence[Scalar]:
        found = []
        for path, value, _, marks in self._walked:
            at = self.tree.values.get(path)
            raw = at.raw(value) if at and isinstance(value, str) else None
            if at and raw is not None and self.lines[at.line - 1][at.column - 1 :].startswith(raw):
                found.append(Scalar(path, value, at.line, at.column, raw, tuple(marks)))
        return found

    @cached_property
    def _walked(self) -> Sequence[tuple[Path, Any, type[Record] | None, list[Any]]]:
        return list(_walk((), self.tree.content, self.shape, []))

    def with_lines(self, first: int, count: int, *written: str) -> "Page":
        """Return the file with other lines in the place of some."""
        return replace(
            self, lines=(*self.lines[: first - 1], *written, *self.lines[first - 1 + count :])
        )

    def with_scalar(self, scalar: Scalar, written: str) -> "Page":
        line = self.lines[scalar.line - 1]
        behind = scalar.column - 1 + len(scalar.raw)
        return self.with_lines(scalar.line, 1, line[: scalar.column - 1] + written + line[behind:])

    @cached_property
    def plain_keys(self) -> Sequence[tuple[Path, int, int]]:
        """The keys that stand first in their line: path, line, number of spaces before."""
        found = []
        for path, at in self.tree.keys.items():
            line = self.lines[at.line - 1]
            if not line[: at.column - 1].strip() and line[at.column - 1 :].startswith(
                f"{path[-1]}:"
            ):
                found.append((path, at.line, at.column - 1))
        return found

    def length_of(self, line: int, indent: int) -> int:
        """Return of how many lines the value of the key in a line is, itself included."""
        count = 1
        for text in self.lines[line:]:
            inner = len(text) - len(text.lstrip())
            dashed = inner == indent and text.lstrip().startswith("- ")
            if text.strip() and inner <= indent and not dashed:
                break
            count += 1
        return count

    @property
    def data(self) -> bytes:
        return "\n".join(self.lines).encode("utf-8")


def page_of(file: str, kind: FileKind, text: str) -> Page | None:
    """Return a file of records; None if it holds none."""
    lines = tuple(text.split("\n"))
    if kind.record or kind.records:
        shape = kind.record or GenericAlias(dict, (str, kind.records))
        tree = read_yaml(text, file, Problems())
    elif lines[0] == "---":
        shape, end = SectionHead, lines.index("---", 1)
        tree = read_yaml("\n".join(lines[1:end]), file, Problems(), first_line=2)
    else:
        return None
    return Page(file, shape, lines, tree) if tree and isinstance(tree.content, dict) else None


def _walk(path: Path, value: Any, annotation: Any, marks: list[Any]) -> Iterator[Any]:
    found = [*marks, *_marks(annotation)]
    record = _record(annotation)
    yield path, value, record, found
    if isinstance(value, dict) and record:
        fields = {info.alias or name: info for name, info in record.model_fields.items()}
        for key, below in value.items():
            info = fields[key]
            yield from _walk((*path, key), below, info.annotation, list(info.metadata))
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _walk((*path, key), below, _argument(annotation, 1), [])
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _walk((*path, index), below, _argument(annotation, 0), [])


def _options(annotation: Any) -> list[Any]:
    return list(typing.get_args(annotation)) if records._is_union(annotation) else [annotation]


def _record(annotation: Any) -> type[Record] | None:
    return records._record_in(annotation)


def _marks(annotation: Any) -> list[Any]:
    return [mark for one in _options(annotation) for mark in getattr(one, "__metadata__", ())]


def _argument(annotation: Any, index: int) -> Any:
    return records._argument(annotation, index)
