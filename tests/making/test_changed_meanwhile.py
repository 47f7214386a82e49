"""Inputs that change while a build runs: it ends in words, and the next one catches up."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.making.choices import Built, Choices, NotMade
from generator.making.order import build
from generator.outputs.store.output_folder import OutputRefused
from tests.draws import drawn
from tests.making.edited_files import replace_text
from tests.making.trees import differing, tree

STAGES = ("cities", "pages", "MkDocs", "data")


class Meddler:
    """Changes something when a stage begins."""

    def __init__(self, stage: str, change: Callable[[], object]) -> None:
        self.stage, self.change = stage, change

    def begin(self, stage: str) -> None:
        if stage == self.stage:
            self.change()

    def advance(self, done: int, total: int | None) -> None:
        """Counts are not of interest here."""

    def tell(self, line: str) -> None:
        """What is told is not of interest here."""


def made(root: Path, output: str, stage: str = "", change: Callable[[], object] = bool) -> Built:
    choices = Choices(jobs=1, pdf=False)
    return build(root, root / output, Meddler(stage, change), choices)


@pytest.fixture
def root(two_cities_build: Path, tmp_path: Path) -> Path:
    shutil.copytree(two_cities_build, tmp_path / "root")
    return tmp_path / "root"


OBSERVATIONS = (
    "cities/bristol/observations.csv",
    "unemployment-rate,2010,7.7,",
    "unemployment-rate,2010,7.6,",
)
CONTEXT = ("cities/alesund/city.yml", "name: Ålesund", "name: Old Town")
SETTINGS = ("content/publication.yml", "title: City Profiles", "title: Other Profiles")


def in_each_stage(*kinds: object) -> list[object]:
    """Return each stage with each kind of change; all but the first are deep tests."""
    first, *others = ((stage, kind) for stage in STAGES for kind in kinds)
    return [first, *(pytest.param(*case, marks=pytest.mark.deep) for case in drawn(others))]


@pytest.mark.parametrize(("stage", "edit"), in_each_stage(OBSERVATIONS, CONTEXT, SETTINGS))
def test_an_edit_that_is_taken_back_leaves_no_trace(
    root: Path, stage: str, edit: tuple[str, str, str]
) -> None:
    """A file is saved while a build runs that another file called for, and undone after it."""
    file, old, new = edit
    replace_text(root / "cities" / "bristol" / "city.yml", "name: Bristol", "name: New Bristol")
    made(root, "build", stage, lambda: replace_text(root / file, old, new))
    replace_text(root / file, new, old)
    assert made(root, "build").pages
    assert made(root, "full").pages
    assert differing(root / "build", root / "full") == []


GONE = (
    "cities/alesund",
    "cities/bristol/observations.csv",
    "cities/alesund/city.yml",
    "content/labels/en.yml",
)


@pytest.mark.parametrize(("stage", "gone"), in_each_stage(*GONE))
def test_what_disappears_ends_in_words(root: Path, stage: str, gone: str) -> None:
    replace_text(root / "cities" / "bristol" / "city.yml", "name: Bristol", "name: New Bristol")
    before = tree(root / "build")
    aside = root.parent / "aside"
    try:
        ended = made(root, "build", stage, lambda: (root / gone).rename(aside))
    except (NotMade, OSError, OutputRefused):
        assert tree(root / "build") == before
    else:
        assert ended.pages is not None or ended.problems
    aside.rename(root / gone)
    assert made(root, "build").pages
    assert made(root, "full").pages
    assert differing(root / "build", root / "full") == []


def test_what_appears_is_read_by_the_next_build(root: Path) -> None:
    """A section is saved while the pages are made: it may have been read, or not."""
    replace_text(root / "cities" / "bristol" / "city.yml", "name: Bristol", "name: New Bristol")
    section = root / "cities" / "alesund" / "sections" / "walks.md"

    def appear() -> None:
        section.parent.mkdir(exist_ok=True)
        section.write_text("---\ntitle: Walks\nauthor: The city\nbasis: Known\n---\nWalk.\n")

    made(root, "build", "pages", appear)
    assert made(root, "build").pages
    assert made(root, "full").pages
    assert differing(root / "build", root / "full") == []
