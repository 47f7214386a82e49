"""What is answered of a city is kept by its question, which is asked again later."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.summary.near_answers import Asked, alike_answers
from generator.summary.part_files import PartFile, part_file
from generator.summary.shelf import ALIKE, PART, TWINS, files_only
from generator.views.site import Site
from tests.sites import WholeShelf, shelf_of

CITY = "sampleford"
QUESTION = ((), ("air-pollution", "water-supply-loss"), 3)


@pytest.fixture(scope="module")
def shelf(fictitious_site: Site) -> WholeShelf:
    return shelf_of(fictitious_site.publication, Path())


def test_the_same_questions_have_the_same_answers(shelf: WholeShelf) -> None:
    first, second = Asked(shelf, CITY), Asked(shelf, CITY)
    assert first.evidence(*QUESTION)
    second.again(first.answers)
    assert second.answers == first.answers


def test_who_asks_rests_on_the_answer_and_not_on_what_it_was_made_from(shelf: WholeShelf) -> None:
    asked = Asked(shelf, CITY)
    with shelf.notebook.taking() as reads:
        asked.evidence(*QUESTION)
        assert reads() == {(CITY, PART + question) for question in asked.answers}


def test_the_cities_most_alike_are_read_place_by_place(shelf: WholeShelf, tmp_path: Path) -> None:
    """Who shows the first does not rest on who stands behind it."""
    answers = alike_answers(shelf, CITY)
    assert CITY not in answers[TWINS]
    path = tmp_path / "alike"
    path.write_bytes(part_file(answers))
    kept = files_only(tmp_path, shelf.content, shelf.names)
    kept = replace(kept, nearest=lambda _: PartFile(path))
    with kept.notebook.taking() as reads:
        assert next(kept.alike(CITY)) == shelf.most_alike(CITY)[0]
        assert reads() == {(CITY, f"{PART}{ALIKE}0")}
    assert tuple(kept.alike(CITY)) == shelf.most_alike(CITY)


@pytest.mark.parametrize("foreign", ["", "[", "[1,2,3]", "{}", "[[],[],true]", "twin"])
def test_a_question_that_is_none_falls_out(shelf: WholeShelf, foreign: str) -> None:
    asked = Asked(shelf, CITY)
    asked.again([foreign])
    assert asked.answers == {}
