"""How the rooms of the generator are kept: names, sizes, and what views and pages may return."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.rules.modules import MODULES, PACKAGE, ROOT

SHOWN = ("views", "pages", "publications")
"""The rooms of what readers see: everything in them is typed, and no number of theirs is fixed."""

SAME_SUBJECT = frozenset({"views", "pages", "checks", "commands", "editing"})
"""Rooms where one name is one subject: its rules, what is shown of it, its page, its command."""

MOST_LINES = 300

NUMBERS: Mapping[str, str] = {
    "SHADES": "how many shades the theme has for parts of a bar",
    "KEY_DIGITS": "how a number is written",
    "DECIMALS": "how a number is written",
    "STEPS": "how a number is written",
    "STEP_DECIMALS": "how a number is written",
    "RADIUS": "geometry of the globe",
    "FINEST": "geometry of the globe",
    "GRATICULE": "geometry of the globe",
    "STEP": "geometry of the globe",
    "MARGIN": "geometry of the map",
    "LEAST_SPAN": "geometry of the map",
    "PADDING": "geometry of the map",
    "LEAST_SHARE": "geometry of a small series",
    "DIGITS": "how a number is written",
    "SHORTEST": "how a name is abbreviated",
    "PER_LETTER": "geometry of a line with letters",
    "NEAR_END": "geometry of a line with letters",
}
"""Constants that say how something is written or drawn; how much is shown is data."""


def room_of(module: str) -> str:
    return module.partition(".")[0]


def shared_names(modules: Mapping[str, str]) -> list[str]:
    """Return every file name that stands in several rooms without the one reason for it."""
    places = defaultdict(list)
    for module in modules:
        places[module.rpartition(".")[2]].append(module)
    packages = {module.rpartition(".")[0] for module in modules}
    faults = []
    for found in places.values():
        files = [module for module in found if module not in packages]
        rooms = [room_of(module) for module in files]
        if len(files) > 1 and not (set(rooms) <= SAME_SUBJECT and len(set(rooms)) == len(rooms)):
            faults.append(" ".join(files))
    return faults


def long_modules(modules: Mapping[str, str]) -> list[str]:
    return [
        f"{module}: {lines}"
        for module, source in modules.items()
        if (lines := len(source.splitlines())) > MOST_LINES
    ]


def untyped_returns(source: str) -> Iterator[str]:
    """Yield every function that returns `Any`, alone or as part of something."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
            names = {one.id for one in ast.walk(node.returns) if isinstance(one, ast.Name)}
            if "Any" in names:
                yield f"{node.lineno}: {node.name}"


def untyped_aliases(source: str) -> Iterator[str]:
    """Yield every name that stands for a type with `Any` in it."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            names = {one.id for one in ast.walk(node.value) if isinstance(one, ast.Name)}
            if "Any" in names:
                yield f"{node.lineno}"


def fixed_numbers(source: str) -> Iterator[str]:
    """Yield every constant of a module that is a number, or holds numbers, without a reason."""
    for node in ast.parse(source).body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        held = ast.walk(node.value)
        values = [one.value for one in held if isinstance(one, ast.Constant)]
        numbers = [
            one for one in values if isinstance(one, int | float) and not isinstance(one, bool)
        ]
        if name.isupper() and numbers and name.lstrip("_") not in NUMBERS:
            yield f"{node.lineno}: {name}"


def faults_of(rule: object, rooms: tuple[str, ...] = SHOWN) -> list[str]:
    assert callable(rule)
    return [
        f"{module}:{fault}"
        for module, source in MODULES.items()
        if room_of(module) in rooms
        for fault in rule(source)
    ]


def test_a_file_name_stands_once_but_for_one_subject_in_several_rooms() -> None:
    assert shared_names(MODULES) == []


def test_no_module_is_longer_than_a_reader_holds() -> None:
    assert long_modules(MODULES) == []


def test_what_is_shown_is_typed() -> None:
    assert faults_of(untyped_returns) == []
    assert faults_of(untyped_aliases) == []


def test_how_much_is_shown_is_data() -> None:
    assert faults_of(fixed_numbers) == []


def test_every_folder_of_modules_is_a_package_with_a_docstring() -> None:
    folders = {path.parent for path in (ROOT / PACKAGE).rglob("*.py")}
    silent = [
        folder.name
        for folder in folders
        if not ast.get_docstring(ast.parse(Path(folder, "__init__.py").read_text("utf-8")))
    ]
    assert [name for name in silent if name != PACKAGE] == []


# Each rule turns red.


def test_a_name_in_two_rooms_is_found() -> None:
    modules = dict.fromkeys(
        ("views.a", "pages.city.a", "read.b", "model.b", "views.c", "views.d.c"), ""
    )
    assert shared_names(modules) == ["read.b model.b", "views.c views.d.c"]


def test_a_long_module_is_found() -> None:
    assert long_modules({"views.a": "x = 1\n" * 301, "views.b": "x = 1\n" * 300}) == [
        "views.a: 301"
    ]


@pytest.mark.parametrize("returned", ["Any", "dict[str, Any]", "list[list[Any]]", "Any | None"])
def test_an_untyped_return_is_found(returned: str) -> None:
    assert list(untyped_returns(f"def f() -> {returned}:\n    return 1")) == ["1: f"]


def test_an_untyped_alias_is_found() -> None:
    assert list(untyped_aliases("View = dict[str, Any]\nNames = list[str]")) == ["1"]


def test_a_fixed_number_is_found() -> None:
    source = "LISTED = 5\nRATES = (0.0, 0.5)\nMARGIN = 34\nWORDS = ('a',)\nshown = 3"
    assert list(fixed_numbers(source)) == ["1: LISTED", "2: RATES"]
