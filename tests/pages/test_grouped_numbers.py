"""Numbers in texts and units are grouped as the figures beside them; nothing else changes."""

import re

import pytest
from jinja2 import Environment
from markupsafe import Markup

from generator.language import Language
from generator.pages import WrittenPage
from generator.pages.writing import grouped

ENGLISH, RUSSIAN = Language("en", {}), Language("ru", {})


PAGE = Environment().from_string("").new_context({"language": ENGLISH})
"""What a template knows of its page."""


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("over 12 000 jobs", "over 12,000 jobs"),
        ("1 000 000 m²", "1,000,000 m²"),
        ("35 204.0 million CHF", "35,204.0 million CHF"),
        ("in 2022 100 000 people", "in 2022 100,000 people"),
        ("2019 2020", "2019 2020"),
        ("Municipality 08 019", "Municipality 08 019"),
        ("PM10 100 µg", "PM10 100 µg"),
        ("3 to 600 buses", "3 to 600 buses"),
    ],
)
def test_a_number_is_grouped_as_others_are(text: str, printed: str) -> None:
    assert grouped(PAGE, text) == printed


def test_each_language_groups_in_its_way() -> None:
    assert RUSSIAN.grouped("12 000") == RUSSIAN.number(12000) != ENGLISH.number(12000)


def test_markup_is_left_alone() -> None:
    drawn = Markup('<path d="m1 200 300 400"/>')
    assert grouped(PAGE, drawn) is drawn


def test_no_page_divides_the_groups_of_a_number_by_a_space(pages: dict[str, WrittenPage]) -> None:
    divided = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?:[ \N{NO-BREAK SPACE}]\d{3})+(?!\w)")
    found = {
        (name, text)
        for name, page in pages.items()
        for text in re.findall(r">([^<]+)<", page.body)
        if divided.search(text)
    }
    assert not found
