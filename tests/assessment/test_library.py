"""The package as a library: published indices computed again, every form of table, bad input."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.assessment import assess_growth, assess_trend, rate_tables
from generator.assessment.plain_ratings import Ratings

README = Path(__file__).resolve().parents[2] / "generator/assessment/README.md"

HDI_POSTS = {
    "life": (20, 85), "expected": (0, 18), "mean": (0, 15),
    "income": {"worst": 100, "best": 75000, "transform": "log"},
}  # fmt: skip
HDI_AREAS = {"hdi": ["life", "education", "income"], "education": ["expected", "mean"]}
NORWAY = {"life": 83.2, "expected": 18.2, "mean": 13.0, "income": 64660}


def test_the_example_of_the_readme_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert len(code.splitlines()) <= 10
    exec(code, {})
    assert capsys.readouterr().out.startswith("0.961 1.0 Interval(")


def test_every_argument_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    for name in rate_tables.__annotations__.keys() - {"return"}:
        assert f"`{name}`" in text


def test_the_human_development_index_of_norway() -> None:
    """Human Development Report 2021/2022, table 1: 0.961."""
    norway = rate_tables({"Norway": NORWAY}, HDI_POSTS, HDI_AREAS, methods={"hdi": "geometric"})
    hdi = norway["Norway"]["hdi"].score
    assert hdi is not None
    assert round(hdi / 100, 3) == 0.961
    assert norway["Norway"]["education"].score == pytest.approx((100 + 100 * 13 / 15) / 2)


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
    ],
)
def test_what_cannot_be_rated_is_refused(more: dict[str, Any], said: str) -> None:
    usual: dict[str, Any] = {"observations": {"x": {"a": 1}}, "goalposts": {"a": (0, 9)}}
    with pytest.raises(ValueError, match=re.escape(said)):
        rate_tables(**{**usual, **more})


def test_words_have_scores() -> None:
    post = {"scores": {"no": 0, "partial": 40, "yes": 100}}
    assert rate_tables({"x": {"a": "partial"}}, {"a": post})["x"]["a"].score == 40


def test_trends_of_plain_series() -> None:
    found = assess_trend({2015: 90, 2023: 93}, "higher", target=100, target_year=2030)
    assert (found.trend, found.rate) == ("limited", pytest.approx(0.5625))
    assert assess_trend({2015: 90, 2023: 93}, "higher", goalposts=(0, 100)).trend == "little-change"
    assert (
        assess_trend({2015: 1, 2023: 3}, "higher", 9, 2030, breaks=[2020, 2023]).reason == "break"
    )


def test_growth_of_plain_series() -> None:
    found = assess_growth({2010: 1.0, 2015: 100.0, 2020: 110.0}, "higher", base_year=2015)
    assert found.value == pytest.approx(1.1 ** (1 / 5) - 1)
    assert found.status == "substantial"
    assert assess_growth({2015: 5.0}, "higher").value is None
