"""Pages of initials in builds: what they rest on, and that they come and go with their cities."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.making.checking import check
from generator.making.former_build import read_former
from generator.making.made_units import EVERY
from generator.model.known_pages import certain_pages, possible_pages
from generator.model.name_order import name_of
from tests.making.test_incremental import build
from tests.making.trees import differing
from tests.roots import CHECKOUT, make_root

LISTED = 2


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a publication of one city more than its indexes list, built."""
    root = make_root(tmp_path_factory.mktemp("split") / "root", "alesund", "bristol", "rana")
    record = root / "content" / "publication.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("editorial:\n", f"editorial:\n  index_cities: {LISTED}\n"), "utf-8"
    )
    assert build(root, root / "build")
    return root


@pytest.fixture
def built(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root, tmp_path / "root")
    return tmp_path / "root"


def initials_of(root: Path) -> set[str]:
    folder = root / "build" / "site" / "cities" / "by-initial"
    return {path.parent.name for path in folder.glob("*/index.html")}


def as_from_nothing(root: Path) -> bool:
    full = root.parent / "full"
    shutil.rmtree(full, ignore_errors=True)
    assert build(root, full)
    return differing(root / "build", full) == []


def test_a_page_of_a_letter_rests_on_the_cities_that_it_lists_and_on_all_names(root: Path) -> None:
    unit = read_former(root / "build")[0].units["en/initial:a"]
    read = {group.cities: set(group.parts) for group in unit.reads}
    assert read.keys() == {("",), EVERY, ("alesund",)}
    assert read[EVERY] == {"city.yml", "part:told.name"}
    assert read[("",)] == {"cities"}
    assert "context.csv" in read[("alesund",)]


def test_a_changed_rating_makes_the_page_of_its_city_and_of_no_other(root: Path) -> None:
    units = read_former(root / "build")[0].units
    changed = {"bristol": {"observations.csv", "part:standings.indicators"}}
    assert units["en/initial:b"].rests_on(changed)
    assert not units["en/initial:a"].rests_on(changed)


def test_the_check_knows_the_pages_of_letters(root: Path) -> None:
    publication = check(root).publication
    assert publication is not None
    known = {name for name in certain_pages(publication) if name.startswith("cities/by-initial/")}
    assert {name.rpartition("/")[2] for name in known} == initials_of(root)


def test_a_letter_of_one_language_only_is_a_page_that_may_be(root: Path) -> None:
    publication = check(root).publication
    assert publication is not None
    english = publication.labels["en"]
    labels = {"en": english, "nb": {**english, "alphabet": f"{english['alphabet']} Æ Ø Å"}}
    record = publication.record.model_copy(update={"languages": ("en", "nb")})
    document = replace(publication.document, record=record)
    both = replace(publication, labels=labels, document=document)
    possible = {f"cities/by-initial/{name_of(letter)}" for letter in "AÅ"}
    assert possible <= possible_pages(both)
    assert not possible & certain_pages(both)
    assert "cities/by-initial/b" in certain_pages(both)


def test_pages_come_and_go_with_the_cities(built: Path) -> None:
    assert initials_of(built) == {"a", "b", "r"}
    shutil.copytree(CHECKOUT / "cities" / "valencia", built / "cities" / "valencia")
    assert build(built, built / "build")
    assert initials_of(built) == {"a", "b", "r", "v"}
    assert as_from_nothing(built)
    for city in ("valencia", "rana"):
        shutil.rmtree(built / "cities" / city)
    assert build(built, built / "build")
    assert initials_of(built) == set()
    assert as_from_nothing(built)
