"""The check of a city: its own files, held against the framework and the names of the library."""

from pathlib import Path

from generator.making.checking import check

DECISION = """
decisions:
  {recommendation}:
    decision: accepted
    author: "City of Rana"
    basis: "Minutes of the council"
"""


def decide(root: Path, recommendation: str) -> None:
    with (root / "cities" / "rana" / "recommendations.yml").open("a", encoding="utf-8") as file:
        file.write(DECISION.format(recommendation=recommendation))


def break_library(root: Path) -> str:
    """Spoil a recommendation of the library, and return its id."""
    path = min((root / "content" / "recommendations").glob("*.yml"))
    path.write_text("title: [Trees\n", encoding="utf-8")
    return path.stem


def test_a_fault_in_the_library_is_told_of_the_library_and_not_of_a_city(root: Path) -> None:
    sound = check(root, ["rana"], alone=True)
    decide(root, break_library(root))
    assert check(root, ["rana"], alone=True).problems == sound.problems
    assert check(root).errors


def test_a_name_that_the_library_lacks_is_told_with_the_nearest(root: Path) -> None:
    meant = min((root / "content" / "recommendations").glob("*.yml")).stem
    decide(root, f"{meant}x")
    for alone in (True, False):
        told = [
            one for one in check(root, ["rana"], alone=alone).problems if one.found == f"{meant}x"
        ]
        assert [one.expected for one in told] == [meant]


def test_the_check_of_a_city_says_the_same_of_it_as_that_of_all(root: Path) -> None:
    text = (root / "cities" / "rana" / "sources.csv").read_text(encoding="utf-8")
    header, *rows = text.splitlines(keepends=True)
    path = root / "cities" / "rana" / "sources.csv"
    path.write_text("".join((header, *rows[1:])), encoding="utf-8")
    of_all = [one for one in check(root).problems if one.place.file.startswith("cities/rana/")]
    assert of_all
    assert list(check(root, ["rana"], alone=True).problems) == of_all
