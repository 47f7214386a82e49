"""The list of guards and the code stay together; and each guard removed turns its test red."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.draws import drawn
from tests.rules.guards import ROOT, Guard, read_guards
from tests.rules.test_house import project_files

GUARDS = read_guards()
FAULTS = ROOT / "tests" / "rules" / "faults.yml"
EXAMPLE = Guard("", "a", "generator.model.scalars:is_name", "not in RESERVED", "!= ''", "a::b")


def threats() -> list[str]:
    """Return the first cells of the table of SECURITY.md."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    table = text.partition("| Threat |")[2].partition("\n\n")[0]
    return re.findall(r"^\| ([^|-][^|]*?) \|", table, re.MULTILINE)


def missing(test: str) -> list[str]:
    """Return what of the name of a test is not there."""
    named, _, case = test.rstrip("]").partition("[")
    file, *names = named.split("::")
    path = ROOT / file
    if not path.is_file():
        return [file]
    functions = {one.name for one in ast.parse(path.read_text(encoding="utf-8")).body
                 if isinstance(one, ast.FunctionDef)}  # fmt: skip
    found = [f"{name} in {file}" for name in names if name not in functions]
    if path.parent.name == "golden" and not (path.parent / "problems" / f"{case}.yml").is_file():
        found.append(f"{case} of {file}")
    return found


def faults_of(guard: Guard) -> list[str]:
    """Return what of a row of the list is not there."""
    found = [f"{guard.guard}: no {one}" for one in missing(guard.test)]
    try:
        changed = guard.changed(guard.file(ROOT).read_text(encoding="utf-8"))
        if guard.module:
            compile(changed, guard.where, "exec")
    except (ValueError, OSError, IndexError, SyntaxError) as fault:
        found.append(f"{guard.guard}: {fault!r}")
    return found


def test_every_guard_stands_where_the_list_says_and_its_test_exists() -> None:
    assert [fault for guard in GUARDS for fault in faults_of(guard)] == []
    assert all(guard.test.count("::") == 1 for guard in GUARDS)
    names = [guard.guard for guard in GUARDS]
    assert sorted(set(names)) == sorted(names)


def test_every_threat_has_a_guard_that_is_tried() -> None:
    assert list(dict.fromkeys(guard.threat for guard in GUARDS)) == threats()


def test_every_fault_of_the_review_is_repeated_by_tests_that_exist() -> None:
    faults = yaml.safe_load(FAULTS.read_text(encoding="utf-8"))
    assert [sorted(one) for one in faults] == [["fault", "repeat", "tests"]] * 12
    assert [
        name for one in faults for test in one["tests"].values() for name in missing(test)
    ] == []
    assert all(one["tests"] for one in faults)


def test_a_row_that_fits_no_code_is_found() -> None:
    golden = "tests/golden/test_problems.py::test_the_check_says_what_is_wrong_and_where"
    assert missing(f"{golden}[318-name-over-two-lines]") == []
    assert missing(f"{golden}[318-gone]") == ["318-gone of tests/golden/test_problems.py"]
    assert faults_of(EXAMPLE) == ["a: no a"]
    known = "tests/rules/test_guards.py::test_a_row_that_fits_no_code_is_found"
    for field, value in {"code": "gone", "where": "generator.model.scalars:gone"}.items():
        assert len(faults_of(Guard(**{**vars(EXAMPLE), "test": known, field: value}))) == 1


@pytest.mark.deep
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork processes")
def test_each_guard_removed_turns_its_test_red(tmp_path: Path) -> None:
    for path in project_files(ROOT):
        place = tmp_path / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place)
    wanted = [guard.guard for guard in drawn(GUARDS)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.rules.guards", *wanted], cwd=tmp_path, text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, check=False,
    )  # fmt: skip
    lines = done.stderr.splitlines()
    assert [line for line in lines if not line.startswith("red    ")] == [], done.stdout[-2000:]
    assert (done.returncode, len(lines)) == (0, len(wanted))
