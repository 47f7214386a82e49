"""YAML with positions and without surprises.

The events of the parser become mappings, lists and texts in one pass, which refuses depth,
aliases, anchors, tags and further documents as it meets them; the type of a record's field
decides how a text is read. Duplicate keys are problems.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.records import Path, Position
from generator.model.scalars import MAXIMUM_TEXT
from generator.problems import Code, Place, Problems
from generator.read.folders import CONTROL, name_of

MAXIMUM_DEPTH = 16
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = {"", "~", "null", "Null", "NULL"}


@dataclass
class YamlTree:
    """The content of a file as mappings, lists and texts, and where each stands."""

    content: Any = None
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)


class _Refused(Exception):
    """An event that the product does not use: reading of the file ends there."""

    def __init__(self, code: Code, found: str, event: yaml.Event) -> None:
        super().__init__(found)
        self.code, self.found, self.mark = code, found, event.start_mark


def read_yaml(text: str, file: str, problems: Problems, first_line: int = 1) -> YamlTree | None:
    """Return the tree of a YAML text; None if it cannot be read.

    `first_line` is the line of the file at which the text begins.
    """
    before = len(problems)
    reader = _Reader(text, file, problems, first_line - 1)
    try:
        tree = reader.read()
    except _Refused as refused:
        problems.add(refused.code, reader.place_of(refused.mark), refused.found)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        found = "".join(text.split("\n")[line : line + 1]).strip()[:60]
        reason = str(error.problem or error.context or "")
        problems.add(Code.YAML_SYNTAX, reader.place_of(mark), found, reason=reason)
    except yaml.YAMLError as error:
        problems.add(Code.YAML_SYNTAX, Place(file, 1), reason=str(error).split("\n")[0][:120])
    else:
        return tree if len(problems) == before else None
    return None


class _Reader:
    """The events of one text, read into a tree."""

    def __init__(self, text: str, file: str, problems: Problems, shift: int) -> None:
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self.file, self.problems, self.shift = file, problems, shift
        self.tree = YamlTree()

    def read(self) -> YamlTree | None:
        """Return the tree of the only document; None if there is none."""
        next(self.events)  # the start of the stream
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            self.problems.add(Code.FILE_EMPTY, Place(self.file, self.shift + 1))
            return None
        self.tree.content = self._value(next(self.events), ())
        next(self.events)  # the end of the document
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            raise _Refused(Code.YAML_REFUSED, "---", after)
        return self.tree

    def _value(self, event: Any, path: Path) -> Any:
        self._refuse(event, len(path))
        self.tree.values[path] = self.position(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(path))
        return self._scalar(event, path)

    def _refuse(self, event: Any, depth: int) -> None:
        """Raise for what the product does not use: aliases, anchors, tags, depth."""
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(Code.YAML_REFUSED, f"*{event.anchor}", event)
        if event.anchor:
            raise _Refused(Code.YAML_REFUSED, f"&{event.anchor}", event)
        if event.tag:
            raise _Refused(Code.YAML_REFUSED, str(event.tag)[:60], event)
        if depth >= MAXIMUM_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            raise _Refused(Code.YAML_DEPTH, str(depth + 1), event)

    def _items(self, path: Path) -> Iterator[Any]:
        for index, event in enumerate(iter(self.events.__next__, None)):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._value(event, (*path, index))

    def _mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in iter(self.events.__next__, None):
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path)
            value = next(self.events)
            if key is None or not self._is_new(key, event, path, found):
                self._pass_over(value, path)
            else:
                below = (*path, key)
                self.tree.keys[below] = self.position(event)
                found[key] = self._value(value, below)
        return found

    def _key(self, event: Any, path: Path) -> str | None:
        """Return a key; None for one that is refused, which is then a problem."""
        self._refuse(event, len(path))
        key = event.value if isinstance(event, yaml.ScalarEvent) else None
        if key is None or key == "<<":
            self.problems.add(Code.YAML_REFUSED, self._place(event, path), key or "{…}")
            if key is None:
                self._pass_over(event, path)
            return None
        hidden = CONTROL.search(key)
        if hidden:
            self.problems.add(Code.TEXT_CONTROL, self._place(event, path), name_of(hidden[0]))
            return None
        return str(key)

    def _is_new(self, key: str, event: Any, path: Path, found: dict[str, Any]) -> bool:
        """Report a key that the mapping holds already."""
        if key not in found:
            return True
        line = str(self.tree.keys[(*path, key)].line)
        where = self._place(event, (*path, key))
        self.problems.add(Code.YAML_KEY_REPEATED, where, key, line=line)
        return False

    def _pass_over(self, event: Any, path: Path) -> None:
        """Leave out a value whose key cannot be used; what it holds is refused all the same."""
        self._refuse(event, len(path))
        depth = len(path)
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth <= len(path):
                return
            event = next(self.events)
            if isinstance(event, yaml.NodeEvent):
                self._refuse(event, depth)

    def _scalar(self, event: Any, path: Path) -> str | None:
        text: str = event.value
        if _is_unquoted(event) and text in _NULL:
            return None
        if len(text) > 10 * MAXIMUM_TEXT:
            where = self._place(event, path)
            limit = str(10 * MAXIMUM_TEXT)
            self.problems.add(Code.TEXT_TOO_LONG, where, str(len(text)), limit)
        hidden = CONTROL.search(text)  # by an escape, since the file itself holds none
        if hidden:
            self.problems.add(Code.TEXT_CONTROL, self._place(event, path), name_of(hidden[0]))
        return text

    def position(self, event: Any) -> Position:
        """Return where an event begins in the file."""
        mark, end = event.start_mark, event.end_mark
        is_scalar = isinstance(event, yaml.ScalarEvent)
        marks = event.style or "" if is_scalar and end.line == mark.line else None
        return Position(mark.line + 1 + self.shift, mark.column + 1, marks)

    def place_of(self, mark: Any) -> Place:
        """Return the place of a mark of the parser; the first character if there is none."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Place(self.file, line + self.shift, column, column)

    def _place(self, event: Any, path: Path) -> Place:
        at = self.position(event)
        name = ".".join(map(str, path)) or None
        return Place(self.file, at.line, at.column, at.column, name)


def _is_unquoted(event: Any) -> bool:
    """Return whether a scalar is plain: its style is None, or blank from the C parser."""
    return not event.style
