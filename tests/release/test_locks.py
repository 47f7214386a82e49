"""The two locks: every file by its hash, no address, the product without the tools of the tests."""

import csv
import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.version import Version

from tests.release.bill_of_materials import normal
from tests.release.locks import Pin, read_lock

ROOT = Path(__file__).resolve().parents[2]
PRODUCT, TESTS = ROOT / "requirements.lock", ROOT / "requirements-test.lock"
FLOORS = Path(__file__).with_name("floors.csv")
SYSTEMS = [
    {"python_full_version": f"3.{minor}.9", "python_version": f"3.{minor}", "sys_platform": system,
     "os_name": "nt" if system == "win32" else "posix", "platform_machine": "x86_64",
     "extra": extra}
    for minor in (11, 12, 13, 14)
    for system in ("linux", "darwin", "win32")
    for extra in ("",)
]  # fmt: skip


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def asked(*extras: str) -> list[Requirement]:
    told = project()
    texts = [*told["dependencies"], *(one for extra in extras
             for one in told["optional-dependencies"][extra])]  # fmt: skip
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", [PRODUCT, TESTS], ids=lambda path: path.name)
def test_every_file_is_pinned_by_hash_and_no_index_is_named(lock: Path) -> None:
    pins = read_lock(lock)
    assert pins
    assert [pin.name for pin in pins if not pin.hashes] == []
    assert (
        re.search(r"https?:|file:|--(?:extra-)?index|find-links", lock.read_text("utf-8")) is None
    )


def test_the_tools_of_the_tests_stand_in_their_own_lock_only() -> None:
    product, tests = set(read_lock(PRODUCT)), set(read_lock(TESTS))
    assert product < tests
    names = {pin.name for pin in product}
    tools = {normal(one.name) for one in asked("dev", "cluster")[len(asked()) :]}
    assert tools & names == set()


@pytest.mark.parametrize(
    ("lock", "extras"), [(PRODUCT, ("build",)), (TESTS, ("build", "cluster", "dev"))]
)
@pytest.mark.parametrize(
    "system", SYSTEMS, ids=lambda one: f"{one['python_version']}-{one['sys_platform']}"
)
def test_what_is_asked_for_is_locked_once_on_each_system(
    lock: Path, extras: tuple[str, ...], system: dict[str, str]
) -> None:
    pins: dict[str, list[Pin]] = {}
    for pin in read_lock(lock):
        if not pin.marker or Marker(pin.marker).evaluate(system):
            pins.setdefault(pin.name, []).append(pin)
    assert [name for name, found in pins.items() if len(found) > 1] == []
    for one in asked(*extras):
        if one.marker and not one.marker.evaluate(system):
            continue
        assert one.specifier.contains(pins[normal(one.name)][0].version), one


def floors() -> list[tuple[str, Version, str]]:
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return [(row["package"], Version(row["floor"]), row["weakness"])
                for row in csv.DictReader(file)]  # fmt: skip


def below(pins: tuple[Pin, ...]) -> list[str]:
    """Return what is locked at a version that has a known weakness."""
    return [
        f"{pin.name} {pin.version}: {weakness}"
        for name, floor, weakness in floors()
        for pin in pins
        if pin.name == name and Version(pin.version) < floor
    ]


def test_no_version_with_a_known_weakness_is_locked() -> None:
    assert below(read_lock(TESTS)) == []
    assert below((Pin("jinja2", "3.1.5", "", ()),)) == ["jinja2 3.1.5: CVE-2025-27516"]
    assert {name for name, _, _ in floors()} <= {pin.name for pin in read_lock(TESTS)}


def test_what_is_asked_for_lets_none_of_them_in() -> None:
    known = {name: floor for name, floor, _ in floors()}
    lowest = {
        normal(one.name): bound
        for one in asked("build")
        for bound in one.specifier
        if bound.operator in (">=", ">", "==")
    }
    assert [
        name
        for name, floor in known.items()
        if name in lowest and lowest[name].operator != ">" and Version(lowest[name].version) < floor
    ] == []


def test_what_is_installed_here_is_what_is_locked() -> None:
    """Pip among it, and no setuptools that came with the environment: `make` takes it away."""
    there = {(normal(one.metadata["Name"]), one.version) for one in distributions()}
    wanted = {(pin.name, pin.version) for pin in read_lock(TESTS) if pin.is_wanted}
    own = {(project()["name"], project()["version"])}
    assert there - own == wanted


def test_only_the_tests_ask_for_their_tools() -> None:
    """`make site` installs the product; each target that tests waits for the other lock."""
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = dict(re.findall(r"^(\$?[\w()-]+): (\S+)", make, re.MULTILINE))
    assert {name for name, first in rules.items() if first == "$(READY)"} == {
        "site", "serve", "check", "$(TESTS)",
    }  # fmt: skip
    ready = make.partition("$(READY): ")[2].partition("\n\n")[0]
    assert "requirements-test" not in ready
    assert all("--require-hashes" in line for line in make.splitlines() if " -r " in line)
