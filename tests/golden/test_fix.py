"""What `profiles fix` makes of the broken cities, each with one mistake, is sound."""

from pathlib import Path

import pytest
import yaml

from tests.draws import drawn
from tests.editing.fixed import assert_sound
from tests.golden.test_problems import CASES, changed_content, make_city

EACH = 40
"""Of so many cases one is tried each time, and all of them in the deep tests."""


def assert_case_is_sound(path: Path, root: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    name = case.get("folder", "teststadt")
    make_city(root / "cities", name, case)
    with changed_content(root / "content", case.get("content", {})):
        assert_sound(root, [] if "content" in case else [name])


@pytest.mark.parametrize("path", CASES[::EACH], ids=lambda path: path.stem)
def test_a_repair_holds(path: Path, publication_root: Path) -> None:
    assert_case_is_sound(path, publication_root)


@pytest.mark.deep
@pytest.mark.parametrize("path", drawn(CASES), ids=lambda path: path.stem)
def test_every_repair_holds(path: Path, publication_root: Path) -> None:
    assert_case_is_sound(path, publication_root)
