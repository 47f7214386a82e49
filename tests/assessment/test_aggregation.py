"""The engine of ratings: exact means, what an area needs, and who has an overall score."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.assessment import assess_city, rate_tables
from generator.assessment.comparison.cities_compared import rank_group
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
from generator.assessment.results import CityResult, Contribution, Removal
from generator.model.hierarchy import DEFAULT_WEIGHTS, Branch
from generator.outputs.data.data_tables import score_rows
from tests.assessment.test_laws import SCALED, city, framework, publication


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
    scores = {name: one.score for name, one in result.indicators.items() if one.score is not None}
    tree = framework().trees["u4ssc", DEFAULT_WEIGHTS]
    known = {*scores, *(name for name, area in result.areas.items() if area.rated)}
    links = [
        {"id": one.id, "parent": area.id, "weight": one.weight}
        for area in tree.areas
        for one in area.members or ()
        if one.id in known
    ]
    found = rate_tables({"x": scores}, dict.fromkeys(scores, (0, 100)), links)["x"]
    rated = [area.id for area in tree.areas if area.id in known]
    assert len(rated) > 20
    assert [found[area].score for area in rated] == [result.areas[area].score for area in rated]


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
SCHEME = Limits(0.8, areas_rated=True)


@pytest.mark.parametrize(
    ("limits", "score", "coverage", "rated", "areas_rated", "reason"),
    [
        (AREA, None, 0.0, 0, True, "nothing-rated"),
        (AREA, 50.0, 1.0, 1, True, "too-few"),
        (AREA, 50.0, 0.59, 2, True, "coverage"),
        (AREA, 50.0, 0.6, 2, False, ""),
        (AREA, 50.0, 0.6 - 4e-10, 2, True, ""),
        (AREA, 50.0, 0.6 - 6e-10, 2, True, "coverage"),
        (SCHEME, None, 0.9, 0, True, "nothing-rated"),
        (SCHEME, 50.0, 0.79, 0, True, "coverage"),
        (SCHEME, 50.0, 0.8, 0, False, "area-not-rated"),
        (SCHEME, 50.0, 0.8, 0, True, ""),
        (replace(SCHEME, published=False), 50.0, 1.0, 9, True, "overall-off"),
        (replace(SCHEME, published=False), None, 0.0, 0, False, "overall-off"),
    ],
)
def test_why_there_is_no_rating(
    limits: Limits, score: float | None, coverage: float, rated: int, areas_rated: bool, reason: str
) -> None:
    assert why_not_rated(limits, score, coverage, rated, areas_rated) == reason


def test_an_area_can_need_a_rating_of_each_area_below() -> None:
    tree = Branch("top", 1.0, (Branch("left", 1.0, (Branch("a"),)),
                               Branch("right", 1.0, (Branch("b"),))))  # fmt: skip
    limits = {"left": AREA, "right": Limits(0.0, 1), "top": Limits(0.0, areas_rated=True)}
    nodes = {name: node(name, 50.0) for name in "ab"}
    found = rate_tree(tree, nodes, limits)
    assert [found[name].reason for name in ("left", "right", "top")] == [
        "too-few", "", "area-not-rated",
    ]  # fmt: skip
    assert (found["top"].areas_rated, found["left"].areas_rated) == (False, True)
    found = rate_tree(tree, nodes, {**limits, "left": Limits(0.0, 1)})
    assert found["top"].reason == ""
    assert (found["top"].rated, found["top"].coverage) == (2, 1)


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


# One number for a whole scheme: the policy decides.


def assessed(share: float, publish: bool, name: str = "made-up", left_out: int = 0) -> CityResult:
    """Return a city with a value for all that has a scale, but the last `left_out`."""
    policy = framework().policy.model_copy(update={"publish_overall": publish})
    rows = dict.fromkeys(SCALED[: len(SCALED) - left_out], share)
    return assess_city(replace(framework(), policy=policy), city(rows, name=name), 2024)


def rows_of(result: CityResult) -> dict[str, float | None]:
    """Return the rows of the open data for schemes as a whole."""
    rows = score_rows(publication(), city({}), result)
    return {row.id: row.score for row in rows if row.kind == "area" and "/" not in row.id}


def test_a_city_with_every_value_has_an_overall_score_only_if_it_is_published() -> None:
    shown, hidden = assessed(0.5, True), assessed(0.5, False)
    assert (shown.areas["u4ssc"].score, shown.areas["u4ssc"].band) == (50, "moderate")
    assert (shown.areas["u4ssc"].reason, rows_of(shown)) == ("", {"u4ssc": 50})
    assert hidden.areas["u4ssc"].band is None
    assert hidden.areas["u4ssc"].reason == "overall-off"
    assert (rows_of(hidden), "u4ssc" in hidden.draws) == ({}, False)
    for area in hidden.areas:  # everything else is the same
        if "/" in area:
            assert hidden.areas[area] == shown.areas[area]


def test_an_overall_score_needs_coverage_and_a_rating_of_every_area() -> None:
    assert assessed(0.5, True).areas["action"].reason == "area-not-rated"
    few = assessed(0.5, True, left_out=len(SCALED) // 2)
    assert few.areas["u4ssc"].reason == "coverage"
    assert rows_of(few) == {}


def test_cities_are_ranked_overall_only_if_it_is_published() -> None:
    for publish in (True, False):
        results = {f"city-{at}": assessed(0.1 + 0.2 * at, publish, f"city-{at}") for at in range(5)}
        ranking = rank_group(publication(), results, tuple(results))
        assert ("u4ssc" in ranking) == publish
        assert "u4ssc/economy" in ranking
