"""No change of the code of the ratings goes unnoticed, but those that change nothing."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation.__main__ import TESTS, all_mutants, equivalents
from tests.mutation.mutants import mutants_of
from tests.mutation.trial import install, survivors_of

ROOT = Path(__file__).resolve().parents[2]

SOURCE = '''
LIMIT = 5

def is_late(days: int = 3) -> bool:
    """Say so."""
    return days > LIMIT
'''


def test_every_operator_number_and_result_is_changed_and_no_docstring() -> None:
    found = {(one.function, one.before, one.after) for one in mutants_of(SOURCE)}
    assert found == {
        ("", "LIMIT = 5", "LIMIT = 6"),
        ("", "LIMIT = 5", "LIMIT = 0"),
        ("is_late", "def is_late(days: int=3) -> bool:", "def is_late(days: int=4) -> bool:"),
        ("is_late", "def is_late(days: int=3) -> bool:", "def is_late(days: int=0) -> bool:"),
        ("is_late", "return days > LIMIT", "return days >= LIMIT"),
        ("is_late", "return days > LIMIT", "return days <= LIMIT"),
        ("is_late", "return days > LIMIT", "return None"),
    }


def test_who_has_imported_a_function_runs_the_mutant() -> None:
    module = ModuleType("toy")
    exec(SOURCE, vars(module))
    is_late = vars(module)["is_late"]
    assert [is_late(5), is_late(6), is_late()] == [False, True, False]
    seen = set()
    for one in mutants_of(SOURCE):
        exec(SOURCE, vars(module))
        vars(module)["is_late"] = is_late
        install(module, one.code)
        seen.add((is_late(5), is_late(6), is_late()))
    assert seen >= {(True, True, False), (True, False, True), (None, None, None)}


def test_a_mutant_survives_only_if_its_tests_stay_green(tmp_path: Path) -> None:
    module = ModuleType("toy")
    exec(SOURCE, vars(module))
    sys.modules["toy"] = module
    green, red = tmp_path / "test_green.py", tmp_path / "test_red.py"
    green.write_text("import toy\n\ndef test_it():\n    assert toy.is_late(6)\n", encoding="utf-8")
    red.write_text("def test_it():\n    assert False\n", encoding="utf-8")
    mutants = list(mutants_of(SOURCE))
    try:
        found = survivors_of(module, mutants, [str(green), f"--rootdir={tmp_path}"])
        with pytest.raises(RuntimeError, match="toy: its tests are red without a mutant"):
            survivors_of(module, mutants, [str(red), f"--rootdir={tmp_path}"])
    finally:
        del sys.modules["toy"]
    survivors = [one.after for one in found]
    assert "return days >= LIMIT" in survivors
    assert not {"return days <= LIMIT", "return None", "LIMIT = 6"} & set(survivors)


def test_every_equivalent_mutant_exists() -> None:
    known = {
        (name, one.function, one.before, one.after) for name in TESTS for one in all_mutants(name)
    }
    assert equivalents() - known == set()


@pytest.mark.deep
def test_no_mutant_of_the_ratings_survives() -> None:
    """All of them in some ten minutes; `DRAWS=small` tries one in twenty."""
    tried = subprocess.run(
        [sys.executable, "-m", "tests.mutation"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )  # fmt: skip
    print(tried.stdout, tried.stderr)
    assert tried.returncode == 0
