"""Who uses what: attribute access by type, names in templates, words in quotation marks.

The types are those that mypy infers, so that `row.date` of a revision is told from `row.date` of
a meeting. What is read by a name that is computed (`getattr(row, name)`, a generic export of all
columns) is no use of a single column.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes
from mypy import build
from mypy.modulefinder import BuildSource
from mypy.nodes import Expression
from mypy.options import Options
from mypy.traverser import NameAndMemberCollector
from mypy.types import Instance, Type, UnionType, get_proper_type

Use = tuple[str, str]
"""The full name of a class, and an attribute of it."""

ONLY_DECLARES = ("editing", "problems", "read", "commands", "preview")
"""Parts that show nothing to anybody: they bring data in, or word what is wrong with it."""

IMPORT = ("editing", "exchange")
"""The part that applies mappings, and whose report an editor reads."""


def python_uses(folder: Path, package: str) -> set[Use]:
    """Return each attribute that the modules of a package read of an object of a known class."""
    paths = {_module(path, folder.parent): path for path in sorted(folder.rglob("*.py"))}
    sources = [BuildSource(str(path), name) for name, path in paths.items()]
    result = build.build(sources, _options())
    found: set[Use] = set()
    for name, state in result.graph.items():
        parts = name.split(".")
        declares = parts[1] in ONLY_DECLARES and tuple(parts[1:3]) != IMPORT if parts[1:] else False
        if parts[0] == package and parts[-1] and not declares:
            collector = NameAndMemberCollector()
            if state.tree is not None:
                state.tree.accept(collector)
            for access in collector.member_exprs:
                found |= {(owner, access.name) for owner in _classes(result.types, access.expr)}
    return found


def _module(path: Path, root: Path) -> str:
    name = path.relative_to(root).with_suffix("").as_posix().replace("/", ".")
    return name.removesuffix(".__init__")


def _options() -> Options:
    """Only our own modules are read: what others declare is of no use here."""
    options = Options()
    options.export_types = options.preserve_asts = options.ignore_missing_imports = True
    options.incremental = False
    options.python_executable = None
    options.python_version = (3, 11)
    return options


def _classes(types: Mapping[Expression, Type], expression: Expression) -> Iterator[str]:
    waiting: list[Type | None] = [types.get(expression)]
    while waiting:
        known = waiting.pop()
        kind = get_proper_type(known) if known is not None else None
        if isinstance(kind, UnionType):
            waiting.extend(kind.items)
        elif isinstance(kind, Instance):
            yield kind.type.fullname


def template_uses(text: str, records: Mapping[str, Iterable[type]]) -> set[Use]:
    """Return what a template reads of the records that it knows under some names."""
    accesses = Environment().parse(text).find_all(nodes.Getattr)
    return {
        (full_name(record), access.attr)
        for access in accesses
        for record in records.get(_word(access.node), ())
    }


def _word(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    return node.attr if isinstance(node, nodes.Getattr) else ""


def full_name(kind: Any) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def spoken(python: Iterable[str], templates: Iterable[str]) -> tuple[set[str], tuple[str, ...]]:
    """Return every text in quotation marks, and how the texts begin that are put together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for text in python:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    for text in templates:
        whole |= set(re.findall(r"""["']([\w.-]+)["']""", text))
        whole |= set(re.findall(r"\bwords\.(\w+)", text))
        begun |= set(re.findall(r"""["']([\w.-]+[.-])["'] *~""", text))
    starts = {part for part in begun | whole if re.fullmatch(r"[\w-]+[\w.-]*[.-]", part)}
    return whole, tuple(sorted(starts))


def imported(folder: Path) -> set[str]:
    """Return the top packages that the modules of a folder import."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found
