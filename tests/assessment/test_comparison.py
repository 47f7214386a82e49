"""Comparison: percentiles, quartiles, groups, warnings, ranks with their intervals."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.comparison.cities_compared import CityComparison
from generator.assessment.comparison.peer_comparison import (
    percentile_of,
    quantile,
    summarise,
)
from generator.assessment.comparison.ranking import (
    places_of,
    rank_scores,
)
from generator.assessment.rating.intervals import printed
from generator.assessment.results import CityResult
from generator.model.publication import Publication
from generator.model.rounding import as_printed
from tests.assessment.conftest import HEADER, Read
from tests.sites import site_of


@pytest.mark.parametrize(
    ("share", "expected"), [(0, 1), (0.25, 1.75), (0.5, 2.5), (0.75, 3.25), (1, 4)]
)
def test_quartiles_of_type_seven(share: float, expected: float) -> None:
    assert quantile([1, 2, 3, 4], share) == expected


def test_few_cities_have_only_ends() -> None:
    assert summarise([3, 1], 5).median is None
    assert (summarise([3, 1], 5).minimum, summarise([3, 1], 5).maximum) == (1, 3)


@pytest.mark.parametrize(
    ("score", "expected"), [(10, 0), (20, 37.5), (30, 75), (40, 100)]
)  # (1 worse + 0.5 of 1 equal other) of 4 others
def test_the_percentile_counts_equals_half(score: float, expected: float) -> None:
    assert percentile_of(score, [10, 20, 20, 30, 40], 5) == expected


def test_below_the_minimum_there_is_no_percentile() -> None:
    assert percentile_of(10, [10, 20, 30, 40], 5) is None


@given(st.lists(st.integers(0, 100), min_size=5, max_size=30))
def test_percentiles_mirror(scores: list[int]) -> None:
    ordered = sorted(float(score) for score in scores)
    mirrored = sorted(100 - score for score in ordered)
    for score in ordered:
        here = percentile_of(score, ordered, 5)
        there = percentile_of(100 - score, mirrored, 5)
        assert here is not None
        assert there is not None
        assert here + there == pytest.approx(100)


def test_scores_are_compared_as_printed() -> None:
    assert as_printed(64.95) == 65.0  # half up, in decimal
    assert as_printed(64.949) == 64.9


def test_equal_scores_share_a_rank() -> None:
    places = places_of({"d": 70, "c": 80, "a": 90, "b": 80})
    assert {city: str(place) for city, place in places.items()} == {
        "a": "1", "b": "=2", "c": "=2", "d": "4",
    }  # fmt: skip
    assert list(places) == ["a", "b", "c", "d"]


SCORES = {"d": 10.0, "b": 50.0, "c": 50.0, "a": 90.0}


# Cities made up. A figure with a target and with leading cities: trailing 33.1 %, leading 99.1 %.

NAME = "public-transport-network-convenience"
POSITIONS = {90: 86.2, 80: 71.1, 50: 25.6, 20: 0.0}
"""100 (value - 33.1) / 66, rounded half up and clipped."""


def city(value: float, year: int = 2024, peers: str = "", **more: str) -> Mapping[str, str]:
    rows = f"{NAME},{year},{value},%,book,,\n"
    record = f"name: X\ncountry: DE\nprofile_year: 2024\n{peers}"
    return {"city.yml": record, "observations.csv": HEADER + rows, **more}


def compared(
    publication: Publication,
) -> tuple[Mapping[str, CityResult], Mapping[str, CityComparison]]:
    site = site_of(publication, Path())
    return site.results, site.compared.cities


LIST = "peers: {cities: [b, c, d, e]}\n"


@pytest.fixture
def five(read: Read) -> Publication:
    return read(
        {"a": city(90, peers=LIST), "b": city(80), "c": city(50), "d": city(50), "e": city(20)}
    )


def test_a_list_of_peers_is_the_group(five: Publication) -> None:
    _, found = compared(five)
    (group,) = found["a"].groups
    assert (group.id, group.members) == ("own-list", ("a", "b", "c", "d", "e"))


def test_a_city_beside_its_peers(five: Publication) -> None:
    _, found = compared(five)
    one = found["a"].comparisons["own-list"][NAME]
    assert one.percentile == 100
    assert one.summary.median == POSITIONS[50]
    assert one.positions == {
        "a": POSITIONS[90], "b": POSITIONS[80], "c": POSITIONS[50], "d": POSITIONS[50], "e": 0,
    }  # fmt: skip


def test_nothing_without_leading_cities_is_compared(five: Publication) -> None:
    _, found = compared(five)
    assert set(found["a"].comparisons["own-list"]) == {NAME}
    assert set(found["a"].rankings["own-list"]) == {NAME}


def test_a_rank_stands_beside_its_interval(five: Publication) -> None:
    _, found = compared(five)
    ranking = found["a"].rankings["own-list"][NAME]
    assert [(one.city, one.rank, one.tied) for one in ranking] == [
        ("a", 1, False), ("b", 2, False), ("c", 3, True), ("d", 3, True), ("e", 5, False),
    ]  # fmt: skip
    assert all(one.interval.low <= one.rank <= one.interval.high for one in ranking)
    assert ranking[2].above_next == pytest.approx(0.5, abs=0.05)
    assert not ranking[2].distinguishable
    assert ranking[4].above_next is None


def test_certain_scores_are_told_apart() -> None:
    draws = {name: printed(np.full(100, score)) for name, score in SCORES.items()}
    ranking = rank_scores(SCORES, draws, 0.90)
    assert [one.city for one in ranking] == ["a", "b", "c", "d"]
    assert [one.tier for one in ranking] == [1, 2, 2, 3]
    assert [one.distinguishable for one in ranking] == [True, False, True, False]
    assert [one.above_next for one in ranking] == [1, 0.5, 1, None]


def test_four_cities_have_no_rank_and_no_percentile(read: Read) -> None:
    peers = "peers: {cities: [b, c, d]}\n"
    _, found = compared(
        read({"a": city(90, peers=peers), "b": city(80), "c": city(50), "d": city(40)})
    )
    assert found["a"].rankings["own-list"] == {}
    one = found["a"].comparisons["own-list"][NAME]
    assert (one.percentile, one.summary.median, one.summary.maximum) == (None, None, POSITIONS[90])


def test_a_single_city_has_no_peers(read: Read) -> None:
    results, found = compared(read({"a": city(90)}))
    assert found["a"].groups == ()
    assert set(results["a"].draws) == {NAME}


def test_a_rule_selects_the_peers(read: Read) -> None:
    rule = "peers: {when: {context: population, value: {at_least: 500000}}}\n"
    large = "variable,period,value,unit,source\npopulation,2024,600000,inhabitants,book\n"
    _, found = compared(
        read({"a": city(90, peers=rule), "b": city(80, **{"context.csv": large}), "c": city(50)})
    )
    (group,) = found["a"].groups
    assert group.members == ("a", "b")
    (policy,) = found["b"].groups
    assert (policy.id, policy.members) == ("large-cities", ("b",))


def test_years_far_apart_are_marked_and_further_ones_left_out(read: Read) -> None:
    peers = "peers: {cities: [b, c]}\n"
    publication = read({"a": city(90, peers=peers), "b": city(80, 2020), "c": city(70, 2021)})
    _, found = compared(publication)
    one = found["a"].comparisons["own-list"][NAME]
    assert one.warnings == {"b": ("year",)}
    policy = publication.framework.policy
    strict = policy.model_copy(
        update={"comparison": policy.comparison.model_copy(update={"years_exclude": 3})}
    )
    framework = replace(publication.framework, policy=strict)
    _, found = compared(replace(publication, framework=framework))
    one = found["a"].comparisons["own-list"][NAME]
    assert one.excluded == ("b",)
    assert set(one.positions) == {"a", "c"}


def test_another_city_changes_no_score_and_no_interval(five: Publication) -> None:
    results, _ = compared(five)
    alone = replace(five, cities={"a": five.cities["a"]})
    again, _ = compared(alone)
    assert again["a"] == results["a"]
