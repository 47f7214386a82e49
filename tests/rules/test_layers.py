"""The layers of the generator, read from its syntax trees. The rule is the table `LAYERS`."""

import ast
from collections.abc import Iterable, Iterator, Mapping

import pytest

from tests.rules.modules import MODULES, PACKAGE, nodes_of

LAYERS: Mapping[str, tuple[str, ...]] = {
    "frozen": (),
    "problems": (),
    "model": (),
    "resources": (),
    "templates_in_memory": (),
    "markdown_blocks": (),  # named in mkdocs.yml, so that any engine can load it alone
    "read": ("model", "problems", "resources"),
    "checks": ("model", "problems", "assessment", "language"),  # prose is judged as it is set
    "assessment": ("model",),
    "language": ("model",),
    "charts": ("model", "assessment", "language", "resources"),  # results come in
    "views": ("model", "assessment", "language", "charts", "resources"),
    "pages": (
        "model", "assessment", "language", "charts", "views", "resources", "templates_in_memory",
    ),
    "summary": ("model", "problems", "read", "assessment", "language", "views"),
    "change": ("model", "problems", "assessment", "language", "views"),
    "publications": ("model", "assessment", "language", "charts", "views"),
    "outputs": (
        "model", "problems", "read", "checks", "assessment", "language", "charts", "views",
        "pages", "publications", "change", "resources", "templates_in_memory", "version",
    ),
    "editing": ("model", "problems", "read", "checks", "language", "resources"),
    "outcome": ("problems",),
    "preview": ("model", "outcome", "problems", "resources"),
    "progress": (),
    "making": (
        "model", "problems", "read", "checks", "assessment", "language", "charts", "views",
        "summary", "pages", "publications", "change", "outputs", "resources", "version",
    ),
    "commands": (
        "making", "editing", "outcome", "outputs", "preview", "problems", "progress", "version",
    ),
    "__main__": ("commands",),
    "version": (),
}  # fmt: skip
"""Part of the generator -> what it may import of ours, beside `frozen`, of which records are made.

A part is a folder or a module directly below `generator/`; `version` is `generator/__init__.py`.
"""


def imports_of(source: str, name: str, modules: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the line and dotted name of each module of ours that a source text imports.

    Imports inside functions and for type checking count: they tie modules as well.
    """
    known = set(modules)
    for node in nodes_of(source):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == PACKAGE:
                    yield node.lineno, alias.name.partition(".")[2] or "version"
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise AssertionError(f"{name}:{node.lineno} imports by a relative name")
            top, _, below = (node.module or "").partition(".")
            if top == PACKAGE:
                for alias in node.names:
                    inner = f"{below}.{alias.name}".lstrip(".")
                    yield node.lineno, inner if inner in known else below or "version"


def third_party(source: str) -> set[str]:
    """Return the top names of all packages that a source text imports."""
    found: set[str] = set()
    for node in nodes_of(source):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def layer_faults(modules: Mapping[str, str]) -> list[str]:
    """Return every import that the table does not allow, and every part it does not know."""
    faults = []
    for name, source in modules.items():
        part = name.split(".")[0]
        if part not in LAYERS:
            faults.append(f"{name} belongs to no part of the table")
            continue
        for line, target in imports_of(source, name, modules):
            allowed = (part, "frozen", *LAYERS[part])
            if not any(target == one or target.startswith(f"{one}.") for one in allowed):
                faults.append(f"{name}:{line} imports {target}")
    return faults


def import_cycles(modules: Mapping[str, str]) -> list[str]:
    """Return every module that reaches itself through imports."""
    graph = {
        name: {target for _, target in imports_of(source, name, modules) if target in modules}
        for name, source in modules.items()
    }

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(graph[start])
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(graph[name])
        return seen

    return [name for name in graph if name in reached(name)]


def importers(modules: Mapping[str, str], package: str) -> list[str]:
    """Return the modules that import a package of others."""
    return [name for name, source in modules.items() if package in third_party(source)]


def test_parts_import_what_the_table_allows() -> None:
    assert layer_faults(MODULES) == []


def test_nothing_but_making_and_commands_imports_outputs() -> None:
    assert {part for part, allowed in LAYERS.items() if "outputs" in allowed} == {
        "making",
        "commands",
    }


def test_no_import_cycle() -> None:
    assert import_cycles(MODULES) == []


def test_mkdocs_is_known_in_one_module_of_outputs() -> None:
    (name,) = importers(MODULES, "mkdocs")
    assert name.startswith("outputs.")


def test_typst_is_known_in_one_module_of_outputs() -> None:
    assert importers(MODULES, "typst") == ["outputs.print.typesetter"]


def test_watchdog_is_known_in_one_module_of_the_preview() -> None:
    assert importers(MODULES, "watchdog") == ["preview.watching"]


def test_openpyxl_is_known_in_one_module_of_editing() -> None:
    assert importers(MODULES, "openpyxl") == ["editing.spreadsheets"]


def test_dask_is_known_in_one_module_of_making() -> None:
    assert importers(MODULES, "distributed") == ["making.cluster"]
    assert importers(MODULES, "dask") == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("model.records", "from generator.read.cell_values import PARSERS"),
        ("problems", "from generator import resources"),
        ("read.cell_values", "import generator.checks"),
        ("checks.places", "def late():\n    from generator.read import cell_values"),
        ("assessment.trend", "from generator.language import Language"),
        ("model.tables", "from generator.charts.wheel import draw_wheel"),
        ("pages.page", "from generator.outputs import website"),
        ("outputs.website", "from generator import making"),
        ("editing.new", "from generator.outputs.site.website import write_website"),
        ("markdown_blocks", "from generator import __version__"),
        ("helpers", "x = 1"),
    ],
)
def test_a_wrong_import_is_found(name: str, source: str) -> None:
    around = dict.fromkeys(
        ("making", "resources", "read.cell_values", "checks", "charts.wheel", "outputs.website"), ""
    )
    assert len(layer_faults({**around, name: source})) == 1


def test_an_allowed_import_is_not_a_fault() -> None:
    source = (
        "from generator.charts.chart_records import Wheel\nfrom generator.pages import values\n"
    )
    assert layer_faults({"pages.page": source, "charts.records": "", "pages.values": ""}) == []


def test_a_cycle_is_found() -> None:
    modules = {
        "model.a": "from generator.model import b",
        "model.b": "def late():\n    from generator.model.a import x",
        "model.c": "from generator.model.a import x",
    }
    assert import_cycles(modules) == ["model.a", "model.b"]


def test_a_second_importer_is_found() -> None:
    modules = {"outputs.a": "import mkdocs", "commands": "from mkdocs.config import load_config"}
    assert importers(modules, "mkdocs") == ["outputs.a", "commands"]
