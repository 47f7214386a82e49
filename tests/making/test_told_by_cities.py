"""What a city tells all others makes only those anew for which it changes an answer."""

import re
import shutil
from pathlib import Path

import pytest

from generator.making.former_build import read_former
from tests.making.edited_files import rewrite_rows
from tests.making.test_incremental import build
from tests.making.trees import differing
from tests.world import write_world

CITIES = 5
TELLER = "sampleford"
"""A city with good practices, which all others look at."""
OF_FIGURES = ("part:result.indicators/", "part:advice.proposals/")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("told") / "root"
    write_world(root, CITIES)
    assert any((root / "cities" / TELLER / "practices").iterdir())
    assert build(root, root / "build")
    return root


@pytest.fixture
def built(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root, tmp_path / "root")
    return tmp_path / "root"


def multiply_people(root: Path, factor: float, city: str = TELLER) -> None:
    """Change the population in use of a city."""

    def change(rows: list[dict[str, str]]) -> None:
        for row in rows:
            if row["variable"] == "population" and row["use"] != "no":
                row["value"] = str(round(float(row["value"]) * factor))

    rewrite_rows(root / "cities" / city / "context.csv", change)


def test_a_context_figure_that_changes_no_answer_makes_one_city_anew(built: Path) -> None:
    multiply_people(built, 1.0001)
    lines = build(built, built / "build")
    assert lines
    assert lines.number("cities assessed") == (1, CITIES)
    practices = (built / "cities" / TELLER / "practices").iterdir()
    twinning, beside, country, others = CITIES + 1, CITIES, 1, 10
    answering = 6  # practices that answer a proposal whose condition tells its people
    at_most = len(list(practices)) + twinning + beside + country + others + answering
    assert 0 < lines.number("pages and tables made")[0] <= at_most


def test_a_context_figure_that_changes_answers_makes_what_a_full_build_makes(
    built: Path, tmp_path: Path
) -> None:
    multiply_people(built, 0.01)
    lines = build(built, built / "build")
    assert lines
    assert lines.number("cities assessed")[0] > 1
    assert build(built, tmp_path / "full")
    assert differing(built / "build", tmp_path / "full") == []


@pytest.mark.deep
def test_a_city_with_which_others_are_twinned_anew_is_assessed_alone(
    built: Path, tmp_path: Path
) -> None:
    policy = built / "content" / "framework" / "rating-policy.yml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("candidates: 40", "candidates: 2"), encoding="utf-8")
    assert build(built, built / "build")
    alike = built / "build" / ".kept" / "alike" / "testhaven"
    before = alike.read_bytes()
    multiply_people(built, 0.5, "mockbridge")
    lines = build(built, built / "build")
    assert alike.read_bytes() != before
    assert lines
    assert lines.number("cities assessed") == (1, CITIES)
    assert build(built, tmp_path / "full")
    assert differing(built / "build", tmp_path / "full") == []


def test_the_nearest_practices_rest_on_the_context_of_cities_that_have_some(root: Path) -> None:
    city = "testhaven"
    unit = read_former(root / "build")[0].units[f"near:{city}"]
    read = {
        one
        for reads in unit.reads
        for one in reads.cities
        if any(part.startswith("part:told.context") for part in reads.parts)
    }
    having = {path.parent.name for path in (root / "cities").glob("*/practices")}
    assert TELLER in read
    assert read <= having | {city}
    assert having | {city} < {path.name for path in (root / "cities").iterdir() if path.is_dir()}


@pytest.mark.deep
def test_a_new_practice_reaches_those_whom_it_suits(built: Path, tmp_path: Path) -> None:
    folder = built / "cities" / TELLER / "practices"
    first = min(folder.iterdir())
    shutil.copyfile(first, folder / "one-more-of-these.yml")
    assert build(built, built / "build")
    assert build(built, tmp_path / "full")
    assert differing(built / "build", tmp_path / "full") == []


@pytest.mark.parametrize("page", ["recommendations", "indicators", "cities"])
def test_an_index_rests_on_how_figures_stand_and_on_none_of_them(root: Path, page: str) -> None:
    unit = read_former(root / "build")[0].units[f"en/page:{page}"]
    parts = {part for reads in unit.reads for part in reads.parts}
    assert any(part.startswith("part:standings.") for part in parts)
    assert not {part for part in parts if part.startswith(OF_FIGURES)}


def parts_read(root: Path, unit: str) -> set[tuple[str, str]]:
    """Return city and part of all that a unit of the build read."""
    reads = read_former(root / "build")[0].units[unit].reads
    return {(city, part) for group in reads for city in group.cities for part in group.parts}


@pytest.mark.parametrize("page", ["peers:{city}", "en/tab:{city}/peers"])
def test_peers_rest_on_whom_a_rule_chooses_and_not_on_what_it_asks(root: Path, page: str) -> None:
    ruled = [
        path.parent.name
        for path in (root / "cities").glob("*/city.yml")
        if re.search(r"(?m)^peers:\n  when:", path.read_text(encoding="utf-8"))
    ]
    assert ruled
    for city in ruled:
        read = parts_read(root, page.format(city=city))
        assert (city, "part:members") in read
        assert [of for of, part in read if part == "context.csv"] == []


def test_an_area_tells_of_its_figures_by_what_the_area_of_each_city_says(root: Path) -> None:
    area = "u4ssc/economy/ict"
    read = {part for _, part in parts_read(root, f"en/area:{area}")}
    assert f"part:standings.areas/{area}" in read
    assert not {part for part in read if part.startswith("part:result.unnamed/")}
