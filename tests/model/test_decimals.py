"""How many decimals of a figure are printed, in lists, tables and charts alike."""

import pytest

from generator.language import Language
from generator.model.city_tables import Observation


@pytest.mark.parametrize(
    ("value", "usual", "places"),
    [
        ("12", 1, 0),
        ("95.8", 1, 1),
        ("77.90", 1, 1),
        ("87.00", 1, 1),
        ("11.08", 1, 2),
        ("63.684", 1, 2),
        ("0.31", 2, 2),
        ("7.0", 0, 0),
        (None, 1, 2),
        ("0.0088", 1, 3),
        ("-0.0088", 1, 3),
        ("0.000", 1, 1),
        ("10.004", 1, 1),
    ],
)
def test_at_most_one_more_than_usual_and_no_nought_too_many(value, usual, places):
    row = Observation(2, observable="a", period=None, value=value, source="s")
    assert row.places(usual) == places


def test_the_noise_of_a_computed_number_is_not_printed() -> None:
    number = Language("en", {}).number
    assert [number(1 - 0.55), number(0.1 + 0.2), number(100 / 3)] == [
        "0.45",
        "0.3",
        "33.3333333333333",
    ]
