"""The groups of a number stay on one line; nothing else changes."""

import pytest
from markupsafe import Markup

from generator.pages.writing import unbroken

JOINED = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("over 12 000 jobs", f"over 12{JOINED}000 jobs"),
        ("1 000 000 m²", f"1{JOINED}000{JOINED}000 m²"),
        ("2019 2020", "2019 2020"),
        ("3 to 600 buses", "3 to 600 buses"),
    ],
)
def test_a_grouped_number_does_not_break(text: str, printed: str) -> None:
    assert unbroken(text) == printed


def test_markup_is_left_alone() -> None:
    drawn = Markup('<path d="m1 200 300 400"/>')
    assert unbroken(drawn) is drawn
