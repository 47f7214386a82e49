"""The small publication, and what an edit of it does."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.change.reported import Base, Report
from generator.making.change_report import report_of
from generator.making.checking import Checked, check
from generator.problems.render import load_messages
from tests.change.edits import Edit
from tests.change.small_world import write_small_world

Told = Callable[..., Report]


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the publication before any edit; tests leave it as it is."""
    root = tmp_path_factory.mktemp("small") / "root"
    write_small_world(root)
    return root


@pytest.fixture(scope="session")
def before(small_world: Path) -> Checked:
    checked = check(small_world)
    assert checked.errors == 0, checked.problems
    return checked


@pytest.fixture
def edited(small_world: Path, before: Checked, tmp_path: Path) -> Told:
    """Return what gives the report of some edits; those in `first` belong to the base already."""

    def report(*edits: Edit, first: tuple[Edit, ...] = ()) -> Report:
        root = tmp_path / "root"
        shutil.copytree(small_world, root)
        former = before
        if first:
            former = _after(root, first)
        today = _after(root, edits)
        assert today.errors == 0, today.problems
        assert today.publication is not None and former.publication is not None
        return report_of(
            root, today.publication, former.publication, former.problems,
            Base("folder", "before"), load_messages("en"), "en",
        )  # fmt: skip

    return report


def _after(root: Path, edits: tuple[Edit, ...]) -> Checked:
    for edit in edits:
        edit(root)
    return check(root)
