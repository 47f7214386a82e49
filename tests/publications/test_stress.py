"""What strains a book gives good pages, or a message with its file and line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import Code
from tests.draws import drawn
from tests.publications import stress
from tests.publications.stress import CITY, books_or_errors, faults
from tests.world import write_world

Strain = Callable[[Path], None]
FICHES = 3
"""Of so many projects fiches are made: each is one of the others again."""

SMALL: dict[str, Strain] = {
    "a name of 300 letters": lambda root: stress.rename(root, stress.long_name(300, spaced=True)),
}
LARGE: dict[str, Strain] = {
    "2,000 words": lambda root: stress.write_section(root, stress.prose_of(2_000, 250)),
    "a name without a space": lambda root: stress.rename(root, stress.long_name(300, spaced=False)),
    "20,000 words": lambda root: stress.write_section(root, stress.prose_of(20_000, 250)),
    "a wide table": lambda root: stress.write_section(root, stress.wide_table(14, 40)),
    "60 projects": lambda root: stress.multiply_projects(root, 60),
    "30 years": lambda root: stress.fill_years(root, 30),
    "40 megapixels": lambda root: stress.lay_picture(root, 8_000, 5_000, "RGB"),
    "colours of print": lambda root: stress.lay_picture(root, 1_600, 1_000, "CMYK"),
}
PAGES = {"20,000 words": 110, "60 projects": 110}
"""How many a book has at most, where it is longer than usual."""
USUAL_PAGES = 60


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("strained") / "world"
    write_world(folder, 4)
    return folder


def strained(world: Path, folder: Path, strain: Strain) -> Path:
    root = Path(shutil.copytree(world, folder / "root"))
    strain(root)
    return root


def assert_good(root: Path, most: int) -> None:
    books, errors = books_or_errors(root, FICHES)
    assert errors == []
    for document, pdf in books.values():
        assert faults(document, pdf) == {}, document.file
        if document.template == "scorecard.typ":
            assert len(pdf.pages) == 2, document.file
        if document.template == "gaps.typ":
            assert len(pdf.pages) <= 2, document.file
    assert len(books[f"city-{CITY}-en.pdf"][1].pages) <= most


@pytest.mark.parametrize("name", SMALL)
def test_small_strains_give_good_pages(world: Path, tmp_path: Path, name: str) -> None:
    assert_good(strained(world, tmp_path, SMALL[name]), USUAL_PAGES)


@pytest.mark.deep
@pytest.mark.parametrize("name", drawn(LARGE))
def test_large_strains_give_good_pages(world: Path, tmp_path: Path, name: str) -> None:
    assert_good(strained(world, tmp_path, LARGE[name]), PAGES.get(name, USUAL_PAGES))


@pytest.mark.parametrize(
    ("strain", "code", "line"),
    [
        (
            lambda root: stress.write_section(root, stress.prose_of(20_000, 20_000)),
            Code.PROSE_CUT,
            8,
        ),
        (lambda root: stress.lay_picture(root, 10_000, 5_001, "L"), Code.IMAGE_LARGE, None),
    ],
)
def test_what_gives_no_good_page_is_told_with_its_place(
    world: Path, tmp_path: Path, strain: Strain, code: Code, line: int | None
) -> None:
    books, errors = books_or_errors(strained(world, tmp_path, strain))
    assert books == {}
    assert [(one.code, one.place.line) for one in errors] == [(code, line)]
    assert errors[0].place.file.startswith(f"cities/{CITY}/")
