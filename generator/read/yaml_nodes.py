"""YAML with positions and without surprises.

First a scan of events refuses depth, aliases, anchors and tags, since the composer crashes the
interpreter on deep nesting. Then nodes become mappings, lists and texts; the type of a record's
field decides how a text is read. Duplicate keys are problems.
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


def read_yaml(text: str, file: str, problems: Problems, first_line: int = 1) -> YamlTree | None:
    """Return the tree of a YAML text; None if it cannot be read.

    `first_line` is the line of the file at which the text begins.
    """
    shift = first_line - 1
    if not _is_plain(text, file, problems, shift):
        return None
    node = yaml.compose(text, Loader=_LOADER)
    if node is None:
        problems.add(Code.FILE_EMPTY, Place(file, first_line))
        return None
    tree = YamlTree()
    before = len(problems)
    tree.content = _convert(node, (), tree, _Context(file, problems, shift))
    return tree if len(problems) == before else None


def _is_plain(text: str, file: str, problems: Problems, shift: int) -> bool:
    """Refuse what the product does not use: aliases, tags, depth, several documents."""
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            code, found = _refusal(event, depth, documents)
            if code:
                mark = event.start_mark
                line, column = (mark.line + 1 + shift, mark.column + 1) if mark else (1, 1)
                problems.add(code, Place(file, line, column, column), found)
                return False
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1 + shift, mark.column + 1) if mark else (1, 1)
        quoted = text.split("\n")[line - 1 - shift : line - shift]
        found = quoted[0].strip()[:60] if quoted else ""
        values = {"reason": str(error.problem or error.context or "")}
        problems.add(Code.YAML_SYNTAX, Place(file, line, column, column), found, **values)
        return False
    except yaml.YAMLError as error:
        problems.add(Code.YAML_SYNTAX, Place(file, 1), reason=str(error).split("\n")[0][:120])
        return False
    return True


def _refusal(event: yaml.Event, depth: int, documents: int) -> tuple[Code | None, str]:
    if isinstance(event, yaml.AliasEvent):
        return Code.YAML_REFUSED, f"*{event.anchor}"
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return Code.YAML_REFUSED, f"&{event.anchor}"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        return Code.YAML_REFUSED, str(event.tag)[:60]
    if depth > MAXIMUM_DEPTH:
        return Code.YAML_DEPTH, str(depth)
    if documents > 1:
        return Code.YAML_REFUSED, "---"
    return None, ""


@dataclass(frozen=True)
class _Context:
    file: str
    problems: Problems
    shift: int

    def position(self, node: yaml.Node) -> Position:
        plain = isinstance(node, yaml.ScalarNode) and _is_unquoted(node)
        mark = node.start_mark
        return Position(mark.line + 1 + self.shift, mark.column + 1, plain)

    def place(self, node: yaml.Node, path: Path) -> Place:
        at = self.position(node)
        return Place(self.file, at.line, at.column, at.column, ".".join(map(str, path)) or None)


def _convert(node: yaml.Node, path: Path, tree: YamlTree, context: _Context) -> Any:
    tree.values[path] = context.position(node)
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(node, path, tree, context))
    if isinstance(node, yaml.SequenceNode):
        return [
            _convert(item, (*path, index), tree, context) for index, item in enumerate(node.value)
        ]
    return _scalar(node, path, context)


def _entries(
    node: yaml.MappingNode, path: Path, tree: YamlTree, context: _Context
) -> Iterator[tuple[str, Any]]:
    first: dict[str, yaml.Node] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key == "<<":
            where = context.place(key_node, path)
            context.problems.add(Code.YAML_REFUSED, where, key or "{…}")
            continue
        below = (*path, key)
        hidden = CONTROL.search(key)
        if hidden:
            where = context.place(key_node, path)
            context.problems.add(Code.TEXT_CONTROL, where, name_of(hidden[0]))
            continue
        if key in first:
            line = first[key].start_mark.line + 1 + context.shift
            where = context.place(key_node, below)
            context.problems.add(Code.YAML_KEY_REPEATED, where, key, line=str(line))
            continue
        first[key] = key_node
        tree.keys[below] = context.position(key_node)
        yield key, _convert(value_node, below, tree, context)


def _scalar(node: Any, path: Path, context: _Context) -> str | None:
    text: str = node.value
    if _is_unquoted(node) and text in _NULL:
        return None
    if len(text) > 10 * MAXIMUM_TEXT:
        where = context.place(node, path)
        context.problems.add(Code.TEXT_TOO_LONG, where, str(len(text)), str(10 * MAXIMUM_TEXT))
    hidden = CONTROL.search(text)  # by an escape, since the file itself holds none
    if hidden:
        context.problems.add(Code.TEXT_CONTROL, context.place(node, path), name_of(hidden[0]))
    return text


def _is_unquoted(node: yaml.ScalarNode) -> bool:
    """Return whether a scalar is plain: its style is None, or blank from the C parser."""
    return not node.style
