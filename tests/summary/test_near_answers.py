"""What is answered of a city is kept by its question, which is asked again later."""

from pathlib import Path

import pytest

from generator.summary.near_answers import Asked
from generator.summary.site_on_demand import PART, TWINS
from generator.views.site import Site
from tests.sites import WholeShelf, shelf_of

CITY = "sampleford"
QUESTION = ((), ("air-pollution", "water-supply-loss"), 3)


@pytest.fixture(scope="module")
def shelf(fictitious_site: Site) -> WholeShelf:
    return shelf_of(fictitious_site.publication, Path())


def test_the_same_questions_have_the_same_answers(shelf: WholeShelf) -> None:
    first, second = Asked(shelf, CITY), Asked(shelf, CITY)
    assert CITY not in first.twins()
    assert first.evidence(*QUESTION)
    second.again(first.answers)
    assert second.answers == first.answers


def test_who_asks_rests_on_the_answer_and_not_on_what_it_was_made_from(shelf: WholeShelf) -> None:
    asked = Asked(shelf, CITY)
    with shelf.notebook.taking() as reads:
        asked.evidence(*QUESTION)
        asked.twins()
        assert reads() == {(CITY, PART + question) for question in asked.answers}


@pytest.mark.parametrize("foreign", ["", "[", "[1,2,3]", "{}", "[[],[],true]", "twin"])
def test_a_question_that_is_none_falls_out(shelf: WholeShelf, foreign: str) -> None:
    asked = Asked(shelf, CITY)
    asked.again([foreign, TWINS])
    assert set(asked.answers) == {TWINS}
