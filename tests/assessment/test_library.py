"""The package as a library: published indices computed again, every form of table, bad input."""

import ast
import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator import assessment
from generator.assessment import (
    Ratings,
    Unused,
    rate_tables,
)

README = Path(__file__).resolve().parents[2] / "generator/assessment/README.md"


def test_every_example_of_the_readme_prints_what_it_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = README.read_text(encoding="utf-8")
    codes = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    for code in codes:
        assert len(code.splitlines()) <= 12
        exec(code, {})
        assert f"```text\n{capsys.readouterr().out}```" in text
    assert len(codes) == 4
    assert "'score': 96.1" in text  # Human Development Report 2021/2022: 0.961


def test_every_function_and_argument_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    for name in rate_tables.__annotations__.keys() - {"return"}:
        assert f"`{name}`" in text
    for name in assessment.__all__:
        if inspect.isfunction(function := getattr(assessment, name)):
            assert f"{name}(" in text, name
            for argument in inspect.signature(function).parameters:
                assert argument in text, f"{name}: {argument}"


@pytest.mark.parametrize(
    "test", ["library", "library_series", "library_places", "published_indices"]
)
def test_a_caller_outside_imports_nothing_deeper(test: str) -> None:
    tree = ast.parse((Path(__file__).parent / f"test_{test}.py").read_text(encoding="utf-8"))
    imported = [
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    ]
    ours = {module for module in imported if module.startswith("generator.")}
    assert ours == {"generator.assessment"}


UGI = [  # UN-Habitat, Urban Governance Index, August 2004: effectiveness, its worked example
    ("revenue", 277.8, "log", 2.3, 1340, 0.25, 0.187),
    ("budgets", 6.333333333333333, "log", 0.09, 8.37, 0.10, 0.093),
    ("tax", 0.9, "linear", 0, 1, 0.10, 0.09),
    ("transfer", 1, "linear", 0, 1, 0.10, 0.1),
    ("predictability", 1, "linear", 0, 1, 0.10, 0.1),
    ("standards", 0.8, "linear", 0, 1, 0.15, 0.12),
    ("survey", 1, "linear", 0, 1, 0.10, 0.1),
    ("vision", 0.5, "linear", 0, 1, 0.10, 0.05),
]


def test_the_urban_governance_index_by_rows_with_parents_and_weights() -> None:
    posts = [{"observable": name, "transform": how, "worst": low, "best": high}
             for name, _, how, low, high, _, _ in UGI]  # fmt: skip
    rows = [{"city": "x", "observable": name, "value": str(value)} for name, value, *_ in UGI]
    areas = [{"id": name, "parent": "effectiveness", "weight": weight}
             for name, _, _, _, _, weight, _ in UGI]  # fmt: skip
    found = rate_tables(rows, posts, areas)["x"]["effectiveness"]
    assert found.score is not None
    assert round(found.score / 100, 2) == 0.84
    for name, *_, printed in UGI:
        assert found.contributions[name] / 100 == pytest.approx(printed, abs=0.0015)


@pytest.mark.parametrize(
    "observations",
    [
        {"x": {"a": 20, "b": 40}},
        [{"city": "x", "a": 20, "b": 40}],
        [{"city": "x", "observable": "a", "value": 20},
         {"city": "x", "observable": "b", "value": 40}],
        [{"city": "x", "observable": "a", "value": 1, "period": 2019},
         {"city": "x", "observable": "a", "value": 20, "period": 2022},
         {"city": "x", "observable": "a", "value": 99, "period": 2025},
         {"city": "x", "observable": "a", "value": None, "period": 2023},
         {"city": "x", "observable": "b", "value": 40.0, "period": "2021"}],
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "areas",
    [
        {"top": ["a", "b"]},
        {"a": "top", "b": "top", "top": None},
        {"top": {"a": None, "b": None}},
        [{"id": "a", "parent": "top"}, {"observable": "b", "parent": "top"}, {"id": "top"}],
    ],
)
def test_every_form_of_table_gives_the_same(observations: Any, areas: Any) -> None:
    posts = {"a": (0, 100), "b": {"worst": 0, "best": 100}}
    found = rate_tables(observations, posts, areas, year=2023)
    assert found["x"].scores == {"a": 20, "b": 40, "top": 30}


def test_a_data_frame_is_a_table() -> None:
    class Frame:  # as pandas has it
        columns = ("a", "b")

        def to_dict(self, orient: str) -> dict[str, dict[str, float]]:
            assert orient == "index"
            return {"x": {"a": 20, "b": float("nan")}}

    assert rate_tables(Frame(), {"a": (0, 100), "b": (0, 100)})["x"]["overall"].score == 20


POSTS = dict.fromkeys("abcd", (0, 100))
TREE = {"top": [{"left": ["a", "b"]}, {"right": ["c", "d"]}]}
CITIES = {
    "v": {"a": 90, "b": 70, "c": 80, "d": 95},
    "w": {"a": 10, "b": 30, "c": 50},
    "x": {"a": 60, "b": 60, "c": 40, "d": 70},
    "y": {"a": 20, "b": 25, "c": 30, "d": 15},
    "z": {"a": 60, "b": 60, "c": 40, "d": 70},
}


def rated(**more: Any) -> Ratings:
    return rate_tables(CITIES, POSTS, TREE, **more)


def test_coverage_and_bounds_of_what_is_missing() -> None:
    node = rated()["w"]["right"]
    assert (node.score, node.coverage, node.low, node.high) == (50, 0.5, 25, 75)
    assert rated()["w"]["top"].coverage == 0.75


def test_a_substitute_gives_a_score_and_no_coverage() -> None:
    for given in ({"d": 30}, {"w": {"d": 30}}):
        found = rated(substitute=given)
        assert (found["w"]["right"].score, found["w"]["right"].coverage) == (40, 0.5)
        assert (found["w"].substituted, found["v"].substituted) == (("d",), ())


def test_a_substitute_for_a_whole_area_is_its_score() -> None:
    found = rate_tables({"x": {"a": 10, "b": 30}}, POSTS, TREE, substitute={"right": 60})
    assert found["x"]["top"].score == 40


def test_weights_by_id_and_by_area() -> None:
    assert rated(weights={"a": 3})["v"]["left"].score == 85
    assert rated(weights={("left", "a"): 3})["v"]["left"].score == 85


def test_methods_by_level() -> None:
    found = rated(methods={1: "geometric"})["x"]
    assert found["right"].score == pytest.approx((40 * 70) ** 0.5)
    assert found["top"].score == pytest.approx((60 + (40 * 70) ** 0.5) / 2)
    assert found["right"].contributions == {}


def test_what_an_area_needs_by_area_or_level() -> None:
    assert rated()["w"]["right"].rated
    for given in ({"right": 0.6}, {1: 0.6}, {1: 0.6, "left": 1}):
        found = rated(minimum_coverage=given)
        assert (found["w"]["right"].rated, found["w"]["left"].rated) == (False, True)
        assert found["w"]["top"].rated
    assert not rated(minimum_rated={2: 4})["w"]["top"].rated


def test_goals_may_have_numbers_as_names() -> None:
    for areas in ({1: ["a", "b"]}, {"a": 1, "b": 1}, [{"id": x, "parent": 1} for x in "ab"]):
        found = rate_tables({7: {"a": 10, "b": 30}}, POSTS, areas, weights={(1, "a"): 3})
        assert found[7][1].score == 15


def test_ordinal_scales_take_words_and_numbers() -> None:
    post = {"a": {"scores": {0: 0, 1: 40, "full": 100}}}
    for given, score in ((1, 40), ("1", 40), (1.0, 40), ("full", 100)):
        assert rate_tables({"x": {"a": given}}, post)["x"]["a"].score == score


def test_ranks_share_ties_and_need_enough_cities() -> None:
    assert rated().ranks("top") == {"v": 1, "w": 4, "x": 2, "y": 5, "z": 2}
    assert rated(minimum_cities=6).ranks("top")["v"] is None
    assert rated(minimum_coverage=0.8, minimum_cities=4).ranks("top")["w"] is None
    assert rated().percentile("top", "v") == 100
    assert rated().percentile("top", "x") == 62.5  # 2 worse, 1 equal, of 4 others
    summary = rated().summary("top")
    assert summary is not None
    assert summary.median == 57.5


def test_intervals_hold_scores_and_ranks() -> None:
    found = rated(replications=400)
    for city in found.cities.values():
        for node in city.nodes.values():
            assert node.interval is not None or node.score is None
            if node.interval and node.score is not None:
                assert node.interval.low <= node.score <= node.interval.high
            if node.rank_interval and node.rank:
                assert node.rank_interval.low <= node.rank <= node.rank_interval.high
    assert found.probability_above("top", "v", "y") == 1
    assert found.probability_above("top", "x", "z") == 0.5
    assert found.to_dict() == rated(replications=400).to_dict()
    assert rated(replications=400, seed=2).to_dict() != found.to_dict()


def test_the_order_of_rows_changes_no_digit() -> None:
    values = [{"city": city, "observable": name, "value": value / 7, "status": "E"}
              for city, row in CITIES.items() for name, value in row.items()]  # fmt: skip
    areas = [{"id": "a", "parent": "left", "weight": 0.1}, {"id": "b", "parent": "left"},
             {"id": "c", "parent": "right", "weight": 0.7}, {"id": "d", "parent": "right"},
             {"id": "left", "parent": "top", "weight": 0.3},
             {"id": "right", "parent": "top"}]  # fmt: skip
    posts = [{"observable": name, "worst": 0, "best": 90} for name in "abcd"]
    one = rate_tables(values, posts, areas, methods={1: "geometric"}, replications=50)
    other = rate_tables(
        values[::-1], posts[::-1], areas[::-1], methods={1: "geometric"}, replications=50
    )
    assert one.to_dict() == other.to_dict()


def test_ranks_and_their_intervals_are_made_from_the_same_scores() -> None:
    """49.96 and 50.04 are both printed 50.0: equal with one decimal, not with nine."""
    cities = {"v": {"a": 49.96}, "w": {"a": 50.04}, "x": {"a": 1}, "y": {"a": 2}, "z": {"a": 3}}
    still = {"replications": 20, "weight_noise": 0, "goalpost_noise": 0}
    exact = rate_tables(cities, {"a": (0, 100)}, **still)
    shown = rate_tables(cities, {"a": (0, 100)}, decimals=1, **still)
    assert (exact["v"]["overall"].place, shown["v"]["overall"].place) == ("2", "=1")
    for found, low in ((exact, 2), (shown, 1)):
        places = found["v"]["overall"].rank_interval
        assert places is not None
        assert (places.low, places.high) == (low, low)
    assert (shown.percentile("a", "v"), exact.percentile("a", "v")) == (87.5, 75)
    assert exact.probability_above("overall", "w", "v") == 1
    assert shown.probability_above("overall", "w", "v") == 0.5


def test_a_missing_value_widens_ranks_and_not_scores() -> None:
    found = rated(replications=400)
    missing, full = found["w"]["right"], found["z"]["right"]
    assert missing.interval and missing.rank_interval and full.rank_interval
    assert missing.interval.high < 60  # around 50, as if nothing were known to be missing
    assert (missing.rank_interval.low, missing.rank_interval.high) == (2, 4)
    assert full.rank_interval.high <= 4


def test_a_table_is_ready_to_print() -> None:
    rows = rated(replications=400, minimum_coverage=0.8).table("top")
    assert [row["rank"] for row in rows] == ["", "", "", "", ""]  # four rated cities are too few
    rows = rated(replications=400, minimum_cities=4, minimum_coverage=0.8).table("top")
    assert [(row["rank"], row["city"]) for row in rows] == [
        ("1", "v"), ("=2", "x"), ("=2", "z"), ("4", "y"), ("", "w"),
    ]  # fmt: skip
    assert (rows[0]["score"], rows[-1]["coverage"]) == (83.8, 0.75)
    assert (rows[1]["rank_low"], rows[1]["rank_high"]) == (2, 2)
    assert rows[0]["interval_low"] < 83.8 < rows[0]["interval_high"] < 90


def test_what_was_given_and_not_used_is_told() -> None:
    posts = {
        "a": (0, 9),
        "b": {"worst": 1, "best": 9, "transform": "log"},
        "w": {"scores": {"no": 0}},
    }
    given = {"a": "1,234", "b": 0, "w": "maybe", "n": 4, "q": 5, "c": None}
    areas = {"top": ["a", "b", "w", "n"]}
    assert rate_tables({"x": given}, posts, areas).unused == (
        Unused("x", "a", "1,234", "not-a-number"),
        Unused("x", "b", "0", "no-logarithm"),
        Unused("x", "n", "4", "no-goalposts"),
        Unused("x", "q", "5", "unknown"),
        Unused("x", "w", "maybe", "no-score"),
    )


def test_ranges_of_years_count_by_their_last() -> None:
    rows = [{"city": "x", "observable": "a", "value": 10, "period": "2015-2019"},
            {"city": "x", "observable": "a", "value": 20, "period": 2016},
            {"city": "x", "observable": "a", "value": 30}]  # fmt: skip
    assert rate_tables(rows, {"a": (0, 100)})["x"]["a"].score == 10
    assert rate_tables(rows, {"a": (0, 100)}, year=2018)["x"]["a"].score == 20


def test_a_substitute_for_what_has_no_goalposts_is_its_score() -> None:
    found = rate_tables({"x": {"a": 10}}, {"a": (0, 100)}, {"top": ["a", "culture"]},
                        substitute={"x": {"culture": 60}})["x"]  # fmt: skip
    assert (found["top"].score, found["top"].coverage) == (35, 0.5)
    assert (found["top"].low, found["top"].high) == (5, 55)


def test_another_city_changes_no_interval() -> None:
    alone = rate_tables({"v": CITIES["v"]}, POSTS, TREE, replications=300)
    assert alone["v"]["top"].interval == rated(replications=300)["v"]["top"].interval


def test_leaving_something_out_moves_ranks() -> None:
    effects = rate_tables(
        {"v": {"a": 10, "b": 60}, "w": {"a": 30, "b": 20}}, {"a": (0, 100), "b": (0, 100)}
    ).removal_effects("overall")
    assert effects == {"a": 0, "b": 1}


def test_ratings_are_plain_for_json() -> None:
    assert json.loads(json.dumps(rated(replications=50).to_dict()))["v"]["top"]["rank"] == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"goalposts": {"a": (5, 5)}}, "a: worst and best are equal"),
        ({"goalposts": {"a": {"worst": 0, "best": 9, "transform": "log"}}}, "a: a logarithmic"),
        ({"goalposts": {"a": {"worst": 0, "best": 9, "transform": "root"}}}, "a: transform"),
        ({"weights": {"a": 0}}, "overall: the weights add up to nothing"),
        ({"weights": {"a": -1}}, "a: a weight is below 0"),
        ({"areas": {"p": ["q"], "q": ["p"]}}, "no area is at the top"),
        ({"methods": "harmonic"}, "overall: the method is"),
        ({"observations": [{"town": "x", "a": 1}]}, "observations: no column city; found town, a"),
        ({"observations": [{"city": "x", "indicator": "a", "value": 1}]}, "no column observable"),
        ({"observations": [{"city": "x", "observable": "a"}]}, "no column value"),
        ({"observations": [{"city": "", "a": 1}]}, "a row without a city"),
        (
            {"observations": [{"city": "x", "a": 1}, {"city": "x", "a": 2}]},
            "two values of a for x in one period",
        ),
        ({"observations": {"x": {"a": {"value": 1, "lower": 3, "upper": 2}}}}, "a of x has its"),
        ({"goalposts": {"a": (1, 2, 3)}}, "a: goalposts are a pair (worst, best)"),
        ({"goalposts": {"a": {"lower": 1, "upper": 2}}}, "or scores; found lower, upper"),
        ({"goalposts": {"a": (1, "two")}}, "a: best is not a number; found 'two'"),
        ({"goalposts": [{"indicator": "a"}]}, "goalposts: no column observable; found indicator"),
        ({"areas": {"top": ["a", "aa"]}}, "areas: aa is unknown; did you mean a?"),
        ({"areas": {"top": ["a", "a"]}}, "areas: a stands twice in top"),
        ({"areas": [{"id": "a", "above": "top"}]}, "areas: no column parent; found id, above"),
        ({"weights": {"b": 2}}, "weights: b is unknown; there are a, overall"),
        ({"weights": {"a": "two"}}, "a: the weight is not a number"),
        ({"methods": {"overal": "geometric"}}, "did you mean overall?"),
        ({"methods": {3: "geometric"}}, "methods: no area is at level 3"),
        ({"minimum_coverage": 80}, "minimum_coverage: a share from 0 to 1"),
        ({"substitute": {"b": 2}}, "substitute: b is unknown"),
        ({"substitute": {"y": {"a": 2}}}, "substitute: y is unknown; there are x"),
        ({"replications": 9, "goalpost_noise": 0.5}, "goalposts below 0.5"),
    ],
)
def test_what_cannot_be_rated_is_refused(more: dict[str, Any], said: str) -> None:
    usual: dict[str, Any] = {"observations": {"x": {"a": 1}}, "goalposts": {"a": (0, 9)}}
    with pytest.raises(ValueError, match=re.escape(said)):
        rate_tables(**{**usual, **more})


def test_unknown_names_are_named() -> None:
    found = rated()
    for ask in (
        lambda: found["u"],
        lambda: found["v"]["u"],
        lambda: found.removal_effects("u"),
        lambda: found.probability_above("top", "v", "w"),
    ):
        with pytest.raises(ValueError, match="is unknown; there are"):
            ask()


def test_words_have_scores() -> None:
    post = {"scores": {"no": 0, "partial": 40, "yes": 100}}
    assert rate_tables({"x": {"a": "partial"}}, {"a": post})["x"]["a"].score == 40
