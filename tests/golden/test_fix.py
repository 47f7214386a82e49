"""What `profiles fix` makes of the broken cities, each with one mistake, is sound."""

from pathlib import Path

import pytest
import yaml

from tests.draws import drawn
from tests.editing.fixed import assert_sound
from tests.golden.test_problems import CASES, changed_content, make_city
from tests.read_once import Kept, reading_once

EACH = 40
"""Of so many cases one is tried each time, and all of them in the deep tests."""


@pytest.fixture(scope="module")
def read_already() -> Kept:
    return {}


def assert_case_is_sound(path: Path, root: Path, kept: Kept) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    name = case.get("folder", "teststadt")
    make_city(root / "cities", name, case)
    with changed_content(root / "content", case.get("content", {})), reading_once(kept):
        assert_sound(root, [] if "content" in case else [name])


@pytest.mark.parametrize("path", CASES[::EACH], ids=lambda path: path.stem)
def test_a_repair_holds(path: Path, publication_root: Path, read_already: Kept) -> None:
    assert_case_is_sound(path, publication_root, read_already)


@pytest.mark.deep
@pytest.mark.parametrize("path", drawn(CASES), ids=lambda path: path.stem)
def test_every_repair_holds(path: Path, publication_root: Path, read_already: Kept) -> None:
    assert_case_is_sound(path, publication_root, read_already)
