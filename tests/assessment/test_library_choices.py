"""Choices of the method in the library: treatments, normalisations, unrated areas, coherence."""

import math
import statistics
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.assessment import analyse_uncertainty, npv, rate_tables

CITIES = {
    name: {"a": a, "b": b, "c": c}
    for name, a, b, c in (
        ("v", 10, 90, 20), ("w", 30, 60, 40), ("x", 50, 50, 50), ("y", 70, 30, 70),
        ("z", 90, 10, 90),
    )
}  # fmt: skip
POSTS = {"a": (0, 100), "b": (0, 100), "c": (0, 100)}


def scores(ratings: Any, node: str = "overall") -> dict[str, float]:
    return dict(ratings.scores(node))


# Normalisation and treatment of the scores themselves.


def test_the_ends_found_in_the_data() -> None:
    found = rate_tables({"x": {"a": 2}, "y": {"a": 6}, "z": {"a": 3}}, {"a": (0, 100)},
                        normalisation="min-max")  # fmt: skip
    assert scores(found, "a") == {"x": 0, "y": 100, "z": 25}
    lower = rate_tables({"x": {"a": 2}, "y": {"a": 6}, "z": {"a": 3}}, {"a": (100, 0)},
                        normalisation="min-max")  # fmt: skip
    assert scores(lower, "a") == {"x": 100, "y": 0, "z": 75}


def test_a_standard_deviation_is_ten_points() -> None:
    values = {"x": 2.0, "y": 6.0, "z": 7.0}
    found = rate_tables({name: {"a": value} for name, value in values.items()}, {"a": (0, 9)},
                        normalisation="z-score")  # fmt: skip
    mean, spread = statistics.fmean(values.values()), statistics.stdev(values.values())
    for name, value in values.items():
        assert found[name]["a"].score == pytest.approx(50 + 10 * (value - mean) / spread)


FAR = {f"c{at}": {"a": float(at)} for at in range(1, 12)} | {"far": {"a": 500.0}}


def test_an_outlier_is_set_to_the_next_value() -> None:
    """Skewness 3.46 and kurtosis 12: 500 becomes 11, and nothing is skewed any more."""
    found = rate_tables(FAR, {"a": (0, 500)}, treatment="winsorise", normalisation="min-max")
    assert found.treated == ("a",)
    assert found["far"]["a"].score == found["c11"]["a"].score == 100
    assert found["c6"]["a"].score == pytest.approx(50)
    plain = rate_tables(FAR, {"a": (0, 500)}, normalisation="min-max")
    assert plain.treated == ()
    assert plain["c11"]["a"].score == pytest.approx(100 * 10 / 499)


def test_logarithms_are_taken_only_of_what_is_skewed_and_above_zero() -> None:
    found = rate_tables(FAR, {"a": (1, 500)}, treatment="log")
    assert found["c10"]["a"].score == pytest.approx(100 * math.log(10) / math.log(500))
    assert rate_tables(FAR, {"a": (0, 500)}, treatment="log").treated == ()
    even = {f"c{at}": {"a": float(at)} for at in range(1, 12)}
    assert rate_tables(even, {"a": (1, 500)}, treatment="log").treated == ()


# Alternatives as replications.


def test_every_replication_takes_one_of_the_methods() -> None:
    found = rate_tables(
        {"x": {"a": 25, "b": 100}, "y": {"a": 60, "b": 60}}, {"a": (0, 100), "b": (0, 100)},
        replications=400, weight_noise=0, goalpost_noise=0, alternatives={"method": ["geometric"]},
    )  # fmt: skip
    draws = found.draws["x"]["overall"]
    assert {round(one, 6) for one in draws.tolist()} == {62.5, 50.0}
    assert found.probability_above("overall", "x", "y") == pytest.approx(0.5, abs=0.1)
    assert found["x"]["overall"].score == 62.5


def test_every_replication_takes_one_of_the_normalisations_and_treatments() -> None:
    found = rate_tables(
        FAR, {"a": (0, 1000)}, replications=400, weight_noise=0, goalpost_noise=0,
        alternatives={"normalisation": ["min-max"], "treatment": ["winsorise"]},
    )  # fmt: skip
    seen = {round(one, 6) for one in found.draws["c11"]["overall"].tolist()}
    assert seen == {1.1, round(100 * 10 / 499, 6), 100.0}  # winsorised goalposts: 1.1, too
    assert found["c11"]["overall"].score == pytest.approx(1.1)


def test_noise_of_weights_by_level_and_area() -> None:
    areas = {"top": ["left", "right"], "left": ["a", "b"], "right": ["c"]}
    usual: dict[str, Any] = {"areas": areas, "replications": 200, "goalpost_noise": 0}

    def widths(noise: Any) -> tuple[float, ...]:
        city = rate_tables(CITIES, POSTS, weight_noise=noise, **usual)["v"]
        spreads = [city[name].interval for name in ("left", "top")]
        return tuple(round(one.high - one.low, 9) for one in spreads if one)

    assert widths(0) == (0, 0)
    left, _ = widths({1: 0.25})
    assert left > 0
    assert widths({"left": 0.25, "right": 0, "top": 0})[0] == left
    only_top = widths({1: 0, 2: 0.25})
    assert only_top[0] == 0
    assert only_top[1] > 0


def test_errors_of_values_by_status_or_by_their_own() -> None:
    def width(cell: dict[str, Any], **more: Any) -> float:
        found = rate_tables({"x": {"a": cell}}, {"a": (0, 100)}, replications=500,
                            goalpost_noise=0, **more)  # fmt: skip
        interval = found["x"]["a"].interval
        assert interval is not None
        return interval.high - interval.low

    assert width({"value": 50}) == 0
    assert width({"value": 50, "status": "E"}) == pytest.approx(0.9 * 10, abs=0.5)
    assert width({"value": 50}, value_noise={"A": 0.2}) == pytest.approx(0.9 * 20, abs=1)
    assert width({"value": 50, "error": 5}) == pytest.approx(0.9 * 10, abs=0.5)


# Areas that miss what they need.

AREAS = {"top": ["goal", "rest"], "goal": ["a", "b"], "rest": ["c"]}
GAPS = {"x": {"a": 10, "c": 80}}


@pytest.mark.parametrize(
    ("unrated", "substitute", "score"),
    [
        ("keep", None, 45), ("remove", None, 80), ("substitute", {"goal": 60}, 70),
        ("substitute", None, 45), ({"goal": "remove"}, None, 80), ({1: "remove"}, None, 80),
    ],
)  # fmt: skip
def test_what_becomes_of_an_area_below_its_coverage(
    unrated: Any, substitute: Any, score: float
) -> None:
    found = rate_tables(GAPS, POSTS, AREAS, minimum_coverage={"goal": 0.8}, unrated=unrated,
                        substitute=substitute, replications=50)["x"]  # fmt: skip
    assert found["top"].score == score
    assert not found["goal"].rated
    interval = found["top"].interval
    assert interval is not None
    assert interval.low <= score <= interval.high


def test_a_removed_area_is_removed_in_every_replication_and_removal() -> None:
    found = rate_tables(
        {**CITIES, "q": GAPS["x"]}, POSTS, AREAS, minimum_coverage={"goal": 0.8},
        unrated="remove", replications=50, weight_noise=0, goalpost_noise=0,
    )  # fmt: skip
    assert found["q"]["top"].score == 80
    interval = found["q"]["top"].interval
    assert interval is not None
    assert interval.high == 80
    assert found["q"]["goal"].score is None
    assert set(found.removal_effects("top")) == {"goal", "rest", "a", "b", "c"}


# Coherence.


def test_the_shares_of_variance_add_up_to_one() -> None:
    found = {one.member: one for one in rate_tables(CITIES, POSTS).coherence("overall")}
    assert math.fsum(one.variance or 0 for one in found.values()) == pytest.approx(1)
    assert [one.weight for one in found.values()] == pytest.approx([1 / 3] * 3)
    assert (found["b"].correlation or 0) < 0 < (found["a"].correlation or 0)


def test_correlations_name_what_to_look_at() -> None:
    pairs = {
        (one.one, one.other): one for one in rate_tables(CITIES, POSTS).correlations("overall")
    }
    assert (pairs["a", "b"].remark, pairs["a", "c"].remark) == ("negative", "redundant")
    columns = [[city[name] for city in CITIES.values()] for name in "ac"]
    assert pairs["a", "c"].correlation == pytest.approx(statistics.correlation(*columns))
    few = rate_tables({"x": {"a": 1, "b": 2}}, {"a": (0, 9), "b": (0, 9)}).correlations("overall")
    assert few[0].correlation is None


# The analysis in one call.


def test_an_analysis_names_the_choice_that_moves_the_ranks() -> None:
    """Only the mean matters here: the ends of the data are the goalposts, and nothing is skewed."""
    cities = {f"c{at}": {"a": (37 * at) % 101, "b": (53 * at) % 101} for at in range(101)}
    found = analyse_uncertainty(
        cities, {"a": (0, 100), "b": (0, 100)}, weight_noise=0, goalpost_noise=0, replications=300
    )
    factors = {one.choice: one for one in found.factors}
    assert factors["method"].share == pytest.approx(1)
    assert factors["normalisation"].share == pytest.approx(0, abs=0.05)
    assert factors["method"].shifts["arithmetic"] == 0
    assert factors["method"].shifts["geometric"] > 1
    assert found.shift == pytest.approx(
        statistics.fmean(factors["method"].shifts.values()), rel=0.15
    )
    assert len(found.table) == 101
    assert all(row["rank_low"] <= row["rank_median"] <= row["rank_high"] for row in found.table)


def test_an_analysis_needs_two_rated_cities() -> None:
    with pytest.raises(ValueError, match="overall: fewer than two cities"):
        analyse_uncertainty({"x": {"a": 1}}, {"a": (0, 9)})


# What is refused, and what never decides a digit.


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"treatment": "trim"}, "treatment: trim is unknown; there are none, winsorise, log"),
        ({"normalisation": "rank"}, "there are goalposts, min-max, z-score"),
        ({"unrated": "drop"}, "unrated: drop is unknown; there are keep, remove, substitute"),
        ({"alternatives": {"weights": ["a"]}}, "alternatives: weights is unknown"),
        ({"alternatives": {"method": ["harmonic"]}}, "method: harmonic is unknown"),
        ({"replications": 9, "weight_noise": 1.5}, "weights and values below 1"),
        ({"observations": {"x": {"a": {"value": 1, "error": -1}}}}, "an error below 0"),
        (
            {"goalposts": {"a": {"worst": 0, "best": 10, "worst_above": 8}}},
            "a: best lies between worst and worst_above",
        ),
    ],
)
def test_what_does_not_exist_is_refused(more: dict[str, Any], said: str) -> None:
    usual: dict[str, Any] = {"observations": {"x": {"a": 1}}, "goalposts": {"a": (0, 9)}}
    with pytest.raises(ValueError, match=said):
        rate_tables(**(usual | more))


def test_a_rate_of_minus_one_is_a_message() -> None:
    for rate in (-1.0, -1.5):
        with pytest.raises(ValueError, match="rate: a share above -1"):
            npv([-100, 60], rate)


@example([463, 14], Random(1))
@given(st.lists(st.integers(0, 1000), min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_members_decides_no_printed_digit(tenths: list[int], random: Any) -> None:
    """A mean is printed half up of what it is in decimals, in whatever order it was added."""
    names = [f"i{at}" for at in range(len(tenths))]
    city = {"x": {name: tenth / 10 for name, tenth in zip(names, tenths, strict=True)}}
    posts = dict.fromkeys(names, (0, 100))
    shuffled = random.sample(names, len(names))
    printed = [
        rate_tables(city, posts, {"top": order}).table("top")[0]["score"]
        for order in (names, shuffled)
    ]
    assert printed[0] == printed[1]
    assert printed[0] == (2 * sum(tenths) + len(tenths)) // (2 * len(tenths)) / 10
