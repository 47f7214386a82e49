"""Places beside each other, ranks and bands of plain numbers, by the public import alone."""

import re
from typing import Any

import pytest

from generator.assessment import (
    band_of,
    rank_cities,
    similarity,
)

# Two places, and the ranks of many.

SIZE = {"minimum": 1000, "maximum": 1_000_000, "transform": "log"}
VARIABLES = {"population": SIZE, "income": {"levels": ["low", "middle", "high"], "weight": 2},
             "climate": {}, "languages": {}}  # fmt: skip
HERE = {"population": "10000", "income": "low", "climate": "D", "languages": {"kk", "ru"}}


def test_the_similarity_of_two_places_is_the_mean_of_their_parts() -> None:
    """By hand: one of three powers of ten apart, one of two steps (twice), other, in common."""
    there = {"population": 100_000, "income": "middle", "climate": "B", "languages": ["ru"]}
    found = similarity(HERE, there, VARIABLES)
    assert [(part.variable, part.share) for part in found.parts] == [
        ("population", pytest.approx(2 / 3)), ("income", 0.5), ("climate", 0), ("languages", 1),
    ]  # fmt: skip
    assert found.value == pytest.approx((2 / 3 + 2 * 0.5 + 0 + 1) / 5)
    assert similarity(there, HERE, VARIABLES).value == found.value
    assert similarity(HERE, HERE, VARIABLES).value == 1


def test_what_is_not_known_of_both_places_does_not_count() -> None:
    found = similarity(HERE, {"population": None, "income": "", "climate": "D"}, VARIABLES)
    assert ([part.variable for part in found.parts], found.value) == (["climate"], 1)
    assert similarity(HERE, {}, VARIABLES).value is None


@pytest.mark.parametrize(
    ("variable", "cell", "said"),
    [
        ({"minimum": 0}, 1, "x: a number needs a minimum below its maximum"),
        ({"minimum": 5, "maximum": 5}, 1, "x: a number needs a minimum below its maximum"),
        ({"minimum": "a", "maximum": 5}, 1, "x: a number needs a minimum below its maximum"),
        ({"minimum": 0, "maximum": 5, "transform": "log"}, 1, "x: a logarithmic scale needs"),
        ({"minimum": 0, "maximum": 5, "transform": "root"}, 1, "x: transform is linear or log"),
        ({"minimum": 0, "maximum": 5}, "one", "x is not a number; found 'one'"),
        ({"weight": -1}, "a", "x: the weight is not a number from 0 on"),
        ({"level": ["a"]}, "a", "x: level is unknown; did you mean levels?"),
    ],
)
def test_a_variable_that_cannot_be_used_is_refused(
    variable: dict[str, Any], cell: object, said: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        similarity({"x": cell}, {"x": cell}, {"x": variable})


def test_a_place_has_no_other_variables() -> None:
    with pytest.raises(ValueError, match="variables: climat is unknown; did you mean climate"):
        similarity({"climat": "D"}, HERE, VARIABLES)


def test_ranks_are_made_from_printed_scores() -> None:
    ranking = rank_cities({"a": 81.24, "b": 81.16, "c": 90, "d": None, "e": 10.5})
    assert [(one.place, one.city, one.score) for one in ranking] == [
        ("1", "c", 90.0), ("=2", "a", 81.2), ("=2", "b", 81.2), ("4", "e", 10.5),
    ]  # fmt: skip
    assert [(one.interval.low, one.interval.high) for one in ranking] == [
        (1, 1), (2, 2), (2, 2), (4, 4),
    ]  # fmt: skip
    assert [one.place for one in rank_cities({"a": 81.24, "b": 81.16}, decimals=2)] == ["1", "2"]
    assert rank_cities({"a": None}) == ()


def test_replications_give_each_rank_its_interval_and_cities_their_tier() -> None:
    """B is above A in one of four replications; C is below both in all."""
    draws = {"A": [61, 57, 62, 60], "B": [58, 59, 57, 58], "C": [1, 2, 3, 4]}
    ranking = rank_cities({"A": 60, "B": 58, "C": 2}, draws)
    assert [(one.interval.low, one.interval.high, one.tier) for one in ranking] == [
        (1, 2, 1), (1, 2, 1), (3, 3, 2),
    ]  # fmt: skip
    assert [one.above_next for one in ranking] == [0.75, 1, None]
    assert [one.distinguishable for one in ranking] == [False, True, False]
    loose = rank_cities({"A": 60, "B": 58, "C": 2}, draws, distinguishable=0.75)
    assert loose[0].distinguishable


def test_replications_of_every_city_are_needed_and_as_many() -> None:
    with pytest.raises(ValueError, match="replications: B is unknown"):
        rank_cities({"A": 60, "B": 58}, {"A": [60, 61]})
    with pytest.raises(ValueError, match="replications: not as many of each city"):
        rank_cities({"A": 60, "B": 58}, {"A": [60, 61], "B": [58]})


def test_a_band_is_found_in_whatever_order_the_edges_stand() -> None:
    assert band_of(70, {"good": 66, "low": 0, "top": 95}) == "good"
