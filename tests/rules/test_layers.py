"""The layers of the generator, read from its syntax trees. The rule is the table `LAYERS`."""

import ast
import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "generator"

LAYERS: Mapping[str, tuple[str, ...]] = {
    "problems": (),
    "model": (),
    "resources": (),
    "markdown_blocks": (),  # named in mkdocs.yml, so that any engine can load it alone
    "read": ("model", "problems", "resources"),
    "checks": ("model", "problems", "assessment", "language"),  # prose is judged as it is set
    "assessment": ("model",),
    "language": ("model",),
    "charts": ("model", "assessment", "language", "resources"),  # results come in
    "views": ("model", "assessment", "language", "charts", "resources"),
    "pages": ("model", "assessment", "language", "charts", "views", "resources"),
    "summary": ("model", "problems", "read", "assessment", "language", "views"),
    "change": ("model", "problems", "assessment", "language", "views"),
    "publications": ("model", "assessment", "language", "charts", "views"),
    "outputs": (
        "model", "problems", "read", "checks", "assessment", "language", "charts", "views",
        "pages", "publications", "change", "resources", "version",
    ),
    "editing": ("model", "problems", "read", "checks", "resources"),
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
"""Part of the generator -> what it may import of ours.

A part is a folder or a module directly below `generator/`; `version` is `generator/__init__.py`.
"""

AT_THE_EDGE = ("commands", "__main__")
"""The parts that may print and exit."""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
WORD = re.compile(r"[\w.-]+")


@cache
def nodes_of(source: str) -> tuple[ast.AST, ...]:
    """Return all nodes of a source text; each is parsed once for all rules."""
    return tuple(ast.walk(ast.parse(source)))


def module_name(path: Path, package: Path) -> str:
    """Return the dotted name of a module below the package, without the package's own name."""
    parts = path.relative_to(package).with_suffix("").parts
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    return ".".join(parts) or "version"


def read_modules(package: Path) -> dict[str, str]:
    """Return the source text of every module by its dotted name."""
    return {
        module_name(path, package): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*.py"))
    }


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
            allowed = (part, *LAYERS[part])
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


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Yield every string literal with its line, without those that document the code."""
    nodes = nodes_of(source)
    prose = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def colour_faults(source: str) -> list[str]:
    """Return every colour written into the code."""
    return [f"{line}: {text}" for line, text in literals(source) if COLOUR.search(text)]


def data_faults(source: str, names: frozenset[str]) -> list[str]:
    """Return every literal that holds the id of a city or of an indicator as a word."""
    return [
        f"{line}: {text}"
        for line, text in literals(source)
        if names.intersection(word.lower() for word in WORD.findall(text))
    ]


def voice_faults(source: str) -> list[str]:
    """Return every print, exit and bare `except`, which belong to the command line alone."""
    faults = []
    for node in nodes_of(source):
        match node:
            case ast.Call(func=ast.Name(id="print" | "exit" | "quit" as name)):
                faults.append(f"{node.lineno}: {name}")
            case ast.Attribute(value=ast.Name(id="sys"), attr="exit"):
                faults.append(f"{node.lineno}: sys.exit")
            case ast.Name(id="SystemExit"):
                faults.append(f"{node.lineno}: SystemExit")
            case ast.ExceptHandler(type=None):
                faults.append(f"{node.lineno}: bare except")
            case ast.ExceptHandler(type=ast.Name(id="BaseException"), body=body) if not isinstance(
                body[-1], ast.Raise
            ):
                faults.append(f"{node.lineno}: BaseException is kept")
    return faults


def identity_faults(source: str) -> list[str]:
    """Return every `is` between records: what came from another process or a file is a copy.

    None, True, False, types, members of enumerations, and two local names, such as items of one
    list, may be told apart by identity.
    """
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        for left, operator, right in zip(
            [node.left, *node.comparators], node.ops, node.comparators, strict=False
        )
        if isinstance(operator, ast.Is | ast.IsNot)
        and not (_is_unique(left) or _is_unique(right))
        and (_lasts(left) or _lasts(right))
    ]


def _is_unique(node: ast.expr) -> bool:
    """Return whether there is one such value in every process, as it is written."""
    match node:
        case ast.Constant() | ast.Call(func=ast.Name(id="type")):
            return True
        case ast.Attribute(value=ast.Name(id=owner), attr=member):
            return owner[:1].isupper() and not owner.isupper() and member.isupper()
    return False


def _lasts(node: ast.expr) -> bool:
    """Return whether a value outlives the function: part of a record, or a constant."""
    return isinstance(node, ast.Attribute) or (isinstance(node, ast.Name) and node.id.isupper())


def published_names(root: Path) -> frozenset[str]:
    """Return the ids of the shipped cities, indicators and data points."""
    names = {path.name for path in (root / "cities").iterdir() if path.is_dir()}
    for path in (root / "content/framework/indicators").glob("*.yml"):
        for indicator, record in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            names.add(indicator)
            names.update(f"{indicator}.{point}" for point in record.get("data_points", {}))
    return frozenset(names)


MODULES = read_modules(ROOT / PACKAGE)


def everywhere(check: Callable[[str], list[str]], besides: tuple[str, ...] = ()) -> list[str]:
    """Return the faults of all modules, each with the module's name."""
    return [
        f"{name}:{fault}"
        for name, source in MODULES.items()
        if name.split(".")[0] not in besides
        for fault in check(source)
    ]


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


def test_no_colour_in_code() -> None:
    assert everywhere(colour_faults) == []


def test_no_city_and_no_indicator_in_code() -> None:
    names = published_names(ROOT)
    assert everywhere(lambda source: data_faults(source, names)) == []


def test_only_the_command_line_prints_and_exits() -> None:
    assert everywhere(voice_faults, besides=AT_THE_EDGE) == []


def test_records_are_compared_by_value() -> None:
    assert everywhere(identity_faults) == []


# Each rule turns red.


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


def test_a_colour_is_found() -> None:
    assert colour_faults('"""As #123456."""\nfill = f"fill:#0a9EDB;{x}"') == ["2: fill:#0a9EDB;"]


def test_the_name_of_a_city_or_indicator_is_found() -> None:
    names = frozenset({"musterstadt", "open-data.share"})
    source = (
        '"""musterstadt"""\na = "cities/Musterstadt/city.yml"\nb = "open-data.share"\nc = "open"'
    )
    assert data_faults(source, names) == ["2: cities/Musterstadt/city.yml", "3: open-data.share"]


@pytest.mark.parametrize(
    "source",
    [
        "print(1)",
        "import sys\nsys.exit(1)",
        "raise SystemExit",
        "exit()",
        "try:\n    pass\nexcept:\n    pass",
        "try:\n    pass\nexcept BaseException:\n    pass",
    ],
)
def test_a_voice_below_the_command_line_is_found(source: str) -> None:
    assert len(voice_faults(source)) == 1


@pytest.mark.parametrize(
    "source",
    ["table.kind is not CASH_FLOWS", "kind is SOURCES", "row is city.first", "a is b is c.d"],
)
def test_identity_of_records_is_found(source: str) -> None:
    assert len(identity_faults(source)) == 1


@pytest.mark.parametrize(
    "source",
    ["x.y is None", "kind is Severity.ERROR", "x.type is type(None)", "latest is baseline"],
)
def test_identity_of_what_there_is_once_is_no_fault(source: str) -> None:
    assert identity_faults(source) == []


def test_cleaning_up_and_raising_again_is_no_fault() -> None:
    assert voice_faults("try:\n    pass\nexcept BaseException:\n    tidy()\n    raise") == []


def test_the_published_names_are_read() -> None:
    names = published_names(ROOT)
    with (ROOT / "content/framework/placements.csv").open(encoding="utf-8") as file:
        assert {row["indicator"] for row in csv.DictReader(file)} <= names
