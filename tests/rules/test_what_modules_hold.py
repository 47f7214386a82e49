"""What no module of the generator holds: colours, names of data, a voice of its own, identity."""

import ast
import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.rules.modules import MODULES, ROOT, nodes_of

AT_THE_EDGE = ("commands", "__main__")
"""The parts that may print and exit."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
WORD = re.compile(r"[\w.-]+")


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


def everywhere(check: Callable[[str], list[str]], besides: tuple[str, ...] = ()) -> list[str]:
    """Return the faults of all modules, each with the module's name."""
    return [
        f"{name}:{fault}"
        for name, source in MODULES.items()
        if name.split(".")[0] not in besides
        for fault in check(source)
    ]


def test_no_colour_in_code() -> None:
    assert everywhere(colour_faults) == []


def test_no_city_and_no_indicator_in_code() -> None:
    names = published_names(ROOT)
    assert everywhere(lambda source: data_faults(source, names)) == []


def test_only_the_command_line_prints_and_exits() -> None:
    assert everywhere(voice_faults, besides=AT_THE_EDGE) == []


def test_records_are_compared_by_value() -> None:
    assert everywhere(identity_faults) == []


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
