"""The engine of ratings: exact means, what an area needs, and what is told of it."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.assessment import assess_city, rate_tables
from generator.assessment.rating.aggregation import (
    Limits,
    Node,
    bounds_of,
    contributions_of,
    coverage_of,
    mean_of,
    removals_of,
    why_not_rated,
)
from generator.assessment.rating.composite import indicator_node, rate_tree, scores_under
from generator.assessment.results import Contribution, Removal
from generator.model.hierarchy import DEFAULT_WEIGHTS, Branch
from generator.outputs.data.score_lines import score_rows
from tests.assessment.test_laws import COUNTED, SCALED, city, framework, publication


def node(name: str, score: float | None, weight: float = 1.0, assessable: bool = True) -> Node:
    return replace(indicator_node(name, score, assessable), weight=weight)


# The order of the indicators changes no digit.


def random_area(draw: random.Random) -> list[Node]:
    """Return three to nine indicators with one decimal, some missing, some of other weight."""
    return [
        node(
            str(at),
            draw.choice([None, *[round(draw.uniform(0, 100), 1)] * 4]),
            draw.choice([1.0, 1.0, 0.3, 2.7]),
        )
        for at in range(draw.randint(3, 9))
    ]


def rate(nodes: Sequence[Node], method: str = "arithmetic") -> object:
    """Return all that the engine says of an area, the parts by name."""
    tree = Branch("top", 1.0, tuple(Branch(one.id, one.weight) for one in nodes), method)
    found = rate_tree(tree, {one.id: one for one in nodes}, {"top": Limits(0.5, 1)})["top"]
    return (
        found.node, found.coverage, found.reason,
        sorted(found.contributions, key=lambda part: part.child),
        sorted(removals_of(nodes, found.node.score), key=lambda part: part.child),
        scores_under(tree, {one.id: one.score for one in nodes}),
    )  # fmt: skip


@pytest.mark.parametrize("method", ["arithmetic", "geometric"])
def test_no_order_of_the_indicators_changes_a_digit(method: str) -> None:
    draw = random.Random(20260101)
    for _ in range(300):
        nodes = random_area(draw)
        shuffled = draw.sample(nodes, len(nodes))
        assert rate(nodes, method) == rate(shuffled, method)


def test_a_mean_is_the_nearest_number_to_the_true_one() -> None:
    """(96.6 + 94.3 + 7.1) / 3 is 66; adding up thirds gives 65.99999999999999."""
    assert mean_of([(1.0, 96.6), (1.0, 94.3), (1.0, 7.1)]) == 66


def test_the_site_publishes_the_mean_that_the_library_gives() -> None:
    rows = {name: round(0.05 + 0.9 * at / len(SCALED), 3) for at, name in enumerate(SCALED)}
    result = assess_city(framework(), city(rows), 2024)
    known = result.indicators.items()
    scores = {name: one.mean_score for name, one in known if one.mean_score is not None}
    tree = framework().trees["u4ssc", DEFAULT_WEIGHTS]
    known = {*scores, *(name for name, area in result.areas.items() if area.rated)}
    links = [
        {"id": one.id, "parent": area.id, "weight": one.weight}
        for area in tree.areas
        for one in area.members or ()
        if one.id in known
    ]
    found = rate_tables({"x": scores}, dict.fromkeys(scores, (0, 100)), links)["x"]
    rated = [area.id for area in tree.areas if result.areas[area.id].score is not None]
    assert len(rated) > 8
    for area in rated:
        assert found[area].score == pytest.approx(result.areas[area].score, rel=1e-12)


# What is missing.


def test_what_is_missing_lowers_coverage_and_widens_bounds() -> None:
    nodes = [node("a", 80, 2), node("b", None), node("c", None, 9, assessable=False)]
    assert coverage_of(nodes) == pytest.approx(2 / 3)
    assert bounds_of(nodes) == (pytest.approx(160 / 3), pytest.approx(260 / 3))
    assert contributions_of(nodes) == (Contribution("a", 1.0, 80, 80.0),)


def test_without_anything_to_rate_nothing_is_covered_and_all_is_possible() -> None:
    for nodes in ([], [node("a", None, assessable=False)]):
        assert coverage_of(nodes) == 0
        assert bounds_of(nodes) == (0, 100)
        assert contributions_of(nodes) == ()


def test_what_weighs_nothing_adds_nothing() -> None:
    nodes = [node("a", 80, 0), node("b", 40)]
    assert mean_of([(one.weight, one.score) for one in nodes]) == 40
    assert [part.child for part in contributions_of(nodes)] == ["b"]
    assert mean_of([(0.0, 80.0)]) is None


def test_one_zero_makes_a_geometric_mean_zero_and_a_small_score_does_not() -> None:
    assert mean_of([(1, 0.0), (3, 100.0)], "geometric") == 0
    assert mean_of([(1, 0.25), (1, 1.0)], "geometric") == pytest.approx(0.5)
    assert mean_of([(0, 0.0), (1, 81.0)], "geometric") == pytest.approx(81)


def test_the_score_without_each_child_and_how_it_changes() -> None:
    nodes = [node("a", 90), node("b", 60), node("c", None), node("d", 30, 2)]
    removals = removals_of(nodes, 52.5)
    assert removals == (
        Removal("a", 40.0, -12.5), Removal("b", 50.0, -2.5), Removal("d", 75.0, 22.5)
    )  # fmt: skip
    assert removals_of([node("a", 90)], 90) == (Removal("a", None, None),)
    assert removals_of(nodes, None) == ()


def test_an_indicator_counts_as_known_as_missing_or_not_at_all() -> None:
    assert indicator_node("a", 70.0, True) == Node("a", 1.0, 70.0, 1.0, 70.0, 70.0)
    assert indicator_node("a", None, True) == Node("a", 1.0, None, 0.0, 0.0, 100.0)
    assert indicator_node("a", None, False) == Node("a", 1.0, None, None, 0.0, 100.0)


NESTED = Branch("top", 1.0, (Branch("left", 3.0, (Branch("a"), Branch("b"))), Branch("c")))


def test_a_given_score_stands_only_where_nothing_below_has_one() -> None:
    nodes = {name: node(name, score) for name, score in (("a", None), ("b", None), ("c", 40.0))}
    limits = dict.fromkeys(("left", "top"), Limits(0.0, 0))
    found = rate_tree(NESTED, nodes, limits, {"left": 60.0, "top": 99.0})
    assert found["left"].node == Node("left", 3.0, 60.0, 0.0, 0.0, 100.0)
    assert (found["left"].substituted, found["top"].substituted) == (True, False)
    assert (found["top"].node.score, found["top"].coverage) == (55, 0.25)
    known = rate_tree(NESTED, {**nodes, "a": node("a", 20.0)}, limits, {"left": 60.0})["left"]
    assert (known.node.score, known.substituted, known.rated) == (20, False, 1)
    none = rate_tree(NESTED, nodes, limits)["left"]
    assert (none.node.score, none.substituted, none.reason) == (None, False, "nothing-rated")


def test_what_becomes_above_of_an_area_without_a_rating() -> None:
    nodes = {"a": node("a", 20.0), "b": node("b", None), "c": node("c", 40.0)}
    few, enough = ({"left": Limits(0.0, least), "top": Limits(0.0, 0)} for least in (2, 1))

    def top(limits: dict[str, Limits], unrated: dict[str, str]) -> float | None:
        return rate_tree(NESTED, nodes, limits, {"left": 80.0}, unrated)["top"].node.score

    assert top(few, {}) == 25, "three parts of 20, one of 40"
    assert top(few, {"left": "remove"}) == 40
    assert top(few, {"left": "substitute"}) == 70, "three parts of 80, one of 40"
    assert [top(enough, {"left": how}) for how in ("remove", "substitute")] == [25, 25]

    def marks(unrated: dict[str, str]) -> tuple[bool, bool]:
        left = rate_tree(NESTED, nodes, few, {"left": 80.0}, unrated)["left"]
        return left.removed, left.substituted

    assert marks({}) == (False, False)
    assert marks({"left": "remove"}) == (True, False)
    assert marks({"left": "substitute"}) == (False, True)


def test_scores_of_a_tree_by_its_method_by_another_and_with_given_ones() -> None:
    scores = {"a": 20.0, "b": 80.0, "c": 50.0}
    assert scores_under(NESTED, scores) == {"left": 50, "top": 50}
    geometric = scores_under(NESTED, scores, "geometric")
    assert geometric["left"] == pytest.approx(40)
    assert geometric["top"] == pytest.approx((40**3 * 50) ** 0.25)
    assert scores_under(NESTED, {"c": 40.0}) == {"left": None, "top": 40}
    assert scores_under(NESTED, {"c": 40.0}, substitutes={"left": 60.0}) == {"left": 60, "top": 55}
    assert scores_under(NESTED, scores, substitutes={"left": 60.0})["left"] == 50


# What an area needs.

AREA = Limits(0.6, 2)


@pytest.mark.parametrize(
    ("score", "coverage", "rated", "reason"),
    [
        (None, 0.0, 0, "nothing-rated"),
        (50.0, 1.0, 1, "too-few"),
        (50.0, 0.59, 2, "coverage"),
        (50.0, 0.6, 2, ""),
        (50.0, 0.6 - 4e-10, 2, ""),
        (50.0, 0.6 - 6e-10, 2, "coverage"),
    ],
)
def test_why_there_is_no_rating(
    score: float | None, coverage: float, rated: int, reason: str
) -> None:
    assert why_not_rated(AREA, score, coverage, rated) == reason


def test_an_area_of_nothing_to_rate_does_not_count_above() -> None:
    tree = Branch("top", 1.0, (Branch("left", 1.0, (Branch("a"),)), Branch("b")))
    nodes = {"a": node("a", None, assessable=False), "b": node("b", 50.0)}
    found = rate_tree(tree, nodes, dict.fromkeys(("left", "top"), AREA))
    assert found["left"].node.assessable is None
    assert (found["top"].coverage, found["top"].node.low, found["top"].node.high) == (1, 50, 50)


def test_an_area_with_something_to_rate_counts_above_though_nothing_is_known() -> None:
    tree = Branch("top", 1.0, (Branch("left", 1.0, (Branch("a"), Branch("c"))), Branch("b")))
    nodes = {"a": node("a", None, assessable=False), "c": node("c", None), "b": node("b", 50.0)}
    found = rate_tree(tree, nodes, dict.fromkeys(("left", "top"), AREA))
    assert found["left"].node.assessable == 0
    assert (found["top"].coverage, found["top"].node.low, found["top"].node.high) == (0.5, 25, 75)


# What is told of an area, and of a city as a whole.

THREE = ("ghg-emissions", "air-pollution.pm10", "air-pollution.pm2-5", "air-pollution.no2")
"""Two indicators of one area with leading cities, in four figures."""


def test_a_city_with_every_value_has_no_score_as_a_whole_but_two_counts() -> None:
    result = assess_city(framework(), city(dict.fromkeys(SCALED, 1.0)), 2024)
    whole = result.areas["u4ssc"]
    assert (whole.score, whole.band, whole.interval) == (None, None, None)
    assert (whole.reached, whole.targets) == (len(SCALED), len(SCALED))
    rows = [row for row in score_rows(publication(), city({}), result) if row.id == "u4ssc"]
    assert [(row.score, row.targets, row.reached) for row in rows] == [
        (None, len(SCALED), len(SCALED))
    ]
    assert "u4ssc" not in result.draws


def test_targets_count_from_one_and_a_score_needs_three_indicators() -> None:
    area = "u4ssc/economy/infrastructure/water-and-sanitation"
    names = [key for key in COUNTED if key in framework().placed_below(area)]
    assert len(names) >= 3
    one = assess_city(framework(), city({names[0]: 1.0}), 2024).areas[area]
    assert (one.targets, one.reached, one.score, one.reason) == (1, 1, None, "too-few")
    two = assess_city(framework(), city(dict.fromkeys(names[:2], 0.5)), 2024).areas[area]
    assert (two.targets, two.reached, two.score) == (2, 0, None)
    three = assess_city(framework(), city(dict.fromkeys(names[:3], 0.5)), 2024).areas[area]
    assert (three.targets, three.score) == (3, pytest.approx(50, abs=1e-4))


def test_a_median_position_needs_three_indicators_and_not_three_data_points() -> None:
    pair = dict.fromkeys(THREE, 0.5)
    found = assess_city(framework(), city(pair), 2024).areas["u4ssc/environment"]
    assert (found.positioned, found.median_position) == (2, None)
    more = {**pair, "solid-waste-treatment.recycled": 0.5}
    result = assess_city(framework(), city(more), 2024)
    area = result.areas["u4ssc/environment"]
    positions = [one.position for one in result.indicators.values() if one.position is not None]
    assert area.positioned == 3
    assert area.median_position == sorted(positions)[1]


def test_a_benchmark_of_the_union_holds_for_its_countries_only() -> None:
    known = framework()
    for country, found in (("AT", 60), ("NO", 60), ("KZ", None), ("GB", None), ("XX", None)):
        row = known.target_of("solid-waste-treatment.recycled", country)
        assert (row and row.best) == found
        leading = known.leading_of("solid-waste-treatment.recycled", country)
        assert leading is not None and leading.best == 57


def test_a_row_for_a_group_of_countries_goes_before_the_one_for_all() -> None:
    table = framework().goalposts
    own = framework().target_of("ghg-emissions", "AT")
    assert own is not None
    rows = (*table, replace(own, applies="EEA", best=1.0), replace(own, applies="EU", best=2.0))
    known = replace(framework(), goalposts=replace(table, rows=rows))
    found = [known.target_of("ghg-emissions", country) for country in ("AT", "NO", "KZ")]
    assert [row and row.best for row in found] == [2.0, 1.0, own.best]


def test_points_are_those_of_the_target_else_of_the_leading_cities() -> None:
    posts = framework()
    result = assess_city(posts, city({"ghg-emissions": 1.0, "unemployment-rate": 0.5}), 2024)
    both, led = (result.observables[key] for key in ("ghg-emissions", "unemployment-rate"))
    assert (both.score, both.points) == (pytest.approx(100), 4)
    assert (led.score, led.position, led.points) == (None, pytest.approx(50, abs=1e-4), 2)
    assert result.areas["u4ssc"].points == 6
    assert "unemployment-rate" not in result.urgencies
