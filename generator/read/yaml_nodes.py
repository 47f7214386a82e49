"""YAML with positions and without surprises.

The events of the parser become mappings, lists and texts in one pass, which refuses depth,
aliases, anchors, tags and further documents as it meets them; the type of a record's field
decides how a text is read. Duplicate keys are problems. After a fault the rest is read in a
further pass, without what is at fault.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.records import Path, Position
from generator.model.scalars import MAXIMUM_TEXT
from generator.problems import Code, Place, Problems
from generator.read.folders import CONTROL, name_of
from generator.read.yaml_mending import (
    LOADER,
    Lines,
    fault_of,
    mend,
    value_quoted,
    without_block,
)

MAXIMUM_DEPTH = 16
MOST_FAULTS = 8
"""Number of faults in the syntax of a file after which it is not read."""
CUT = re.compile(r"\s+#(?=[^\s#!])")
"""Where a text without quotation marks ends before its author meant it to, as in `plan #12`."""
_NULL = {"", "~", "null", "Null", "NULL"}


@dataclass
class YamlTree:
    """The content of a file as mappings, lists and texts, and where each stands.

    `whole`: nothing is wrong with it. `mended` are lines at fault, which read otherwise than they
    stand; `lost`: some of them are left out.
    """

    content: Any = None
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    whole: bool = True
    mended: frozenset[int] = frozenset()
    lost: bool = False


class _Refused(Exception):
    """An event that the product does not use: reading of the file ends there."""

    def __init__(self, code: Code, found: str, event: yaml.Event) -> None:
        super().__init__(found)
        self.code, self.found = code, found
        self.mark: Any = event.start_mark


def read_yaml(text: str, file: str, problems: Problems, first_line: int = 1) -> YamlTree | None:
    """Return the tree of a YAML text, of as much of it as can be read; None if of nothing.

    `first_line` is the line of the file at which the text begins.
    """
    faults = _Faults(file, first_line - 1, tuple(text.split("\n")), problems)
    while len(faults.mended) < MOST_FAULTS:
        found = Problems()
        reader = _Reader("\n".join(faults.lines), file, found, first_line - 1)
        try:
            tree = reader.read()
        except _Refused as refused:
            faults.refuse(refused)
        except yaml.MarkedYAMLError as error:
            faults.mend(error)
        except yaml.YAMLError as error:
            reason = str(error).split("\n")[0][:120]
            problems.add(Code.YAML_SYNTAX, Place(file, 1), reason=reason)
            return None
        else:
            return faults.told_of(tree, found)
    return None


class _Faults:
    """What is at fault in the syntax of a text, and its lines without that."""

    def __init__(self, file: str, shift: int, lines: Lines, problems: Problems) -> None:
        self.file, self.shift, self.problems = file, shift, problems
        self.lines = self.given = lines
        self.mended: list[int] = []
        self.lost = False

    def refuse(self, refused: _Refused) -> None:
        """Report what the product does not use, and read it as a text or not at all."""
        line, column = refused.mark.line, refused.mark.column
        self._report(refused.code, line, column, refused.found)
        changed = value_quoted(self.lines[line])
        if refused.found == "---":
            self.lines = (*self.lines[:line], *("" for _ in self.lines[line:]))
        elif refused.code is Code.YAML_REFUSED and changed is not None:
            self.lines = (*self.lines[:line], changed, *self.lines[line + 1 :])
        else:
            self.lines, self.lost = without_block(self.lines, line), True

    def mend(self, error: yaml.MarkedYAMLError) -> None:
        """Report a fault with its likely cause, and go on without it."""
        fault = fault_of(error, self.lines)
        mending = mend(self.lines, fault)
        self.lines, self.lost = mending.lines, self.lost or mending.lost
        found = self.given[mending.line].strip()[:60]
        column = fault.column if fault.line == mending.line else 0
        values = {"reason": mending.reason, "spaces": str(mending.spaces)}
        self._report(Code.YAML_SYNTAX, mending.line, column, found, mending.written, **values)

    def told_of(self, tree: YamlTree | None, found: Problems) -> YamlTree | None:
        """Return what was read at last, with what is wrong with it."""
        self.problems.extend(one for one in found if not (self.mended and tree is None))
        if tree is not None:
            tree.whole = not self.mended and not found
            tree.mended = frozenset(line + 1 + self.shift for line in self.mended)
            tree.lost = self.lost
        return tree

    def _report(
        self, code: Code, line: int, column: int, found: str, expected: str = "", **values: str
    ) -> None:
        place = Place(self.file, line + 1 + self.shift, column + 1, column + 1)
        self.problems.add(code, place, found, expected, **values)
        self.mended.append(line)


class _Reader:
    """The events of one text, read into a tree."""

    def __init__(self, text: str, file: str, problems: Problems, shift: int) -> None:
        self.events: Iterator[Any] = iter(LOADER(text).get_event, None)
        self.file, self.problems, self.shift = file, problems, shift
        self.tree = YamlTree()
        self.lines = text.split("\n") if CUT.search(text) else []

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
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        return list(self._items(path))

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
        for index, event in enumerate(self.events):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._value(event, (*path, index))

    def _mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self.events:
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
        if self.lines and _is_unquoted(event):
            self._judge_end(event, path)
        return text

    def _judge_end(self, event: Any, path: Path) -> None:
        """Report what stands behind a text and is read as a remark, though it looks like its end.

        A remark has a space behind its mark.
        """
        behind = self.lines[event.end_mark.line][event.end_mark.column :]
        if CUT.match(behind):
            self.problems.add(Code.TEXT_CUT, self._place(event, path), behind.strip())

    def position(self, event: Any) -> Position:
        """Return where an event begins in the file."""
        mark, end = event.start_mark, event.end_mark
        is_scalar = isinstance(event, yaml.ScalarEvent)
        marks = event.style or "" if is_scalar and end.line == mark.line else None
        return Position(mark.line + 1 + self.shift, mark.column + 1, marks)

    def _place(self, event: Any, path: Path) -> Place:
        at = self.position(event)
        name = ".".join(map(str, path)) or None
        return Place(self.file, at.line, at.column, at.column, name)


def _is_unquoted(event: Any) -> bool:
    """Return whether a scalar is plain: its style is None, or blank from the C parser."""
    return not event.style
