"""Replications: intervals hold the score, keep to themselves and do not depend on luck."""

from collections import Counter
from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assessment.rating.aggregation import mean_of
from generator.assessment.rating.benchmarking import band_of
from generator.assessment.rating.composite import scores_under
from generator.assessment.rating.draws import Replications, draw_choice, draw_uniform
from generator.assessment.rating.intervals import (
    groups_of,
    intervals_of,
    printed,
    rank_intervals,
    ranks_of,
    share_above,
)
from generator.assessment.rating.uncertainty import Measured, replicate_areas, replicate_scores
from generator.model.framework_tables import Goalpost
from generator.model.hierarchy import Branch
from tests.assessment.policies import shipped

USUAL = Replications(seed=1, count=1000, weights=0.25, goalposts=0.05)
STILL = Replications(seed=1, count=100, weights=0.0, goalposts=0.0)


def goalpost(worst: float, best: float, **more: object) -> Goalpost:
    given = {"worst": worst, "best": best, "family": "target", **more}
    return Goalpost(1, observable="x", reason="test", **given)


def one_score(replications: Replications, measured: Measured, city: str = "a") -> np.ndarray:
    return replicate_scores(replications, city, [measured])[measured.observable]


def test_the_stream_is_frozen() -> None:
    """From the definition: SHA-256 of the key, as eight little-endian words, seeds MT19937."""
    assert draw_uniform(1, 2, "weight", "x").tolist() == pytest.approx(
        np.random.RandomState(
            np.frombuffer(
                sha256(b"1|weight|x").digest(), dtype="<u4"
            )
        ).random_sample(2).tolist()
    )  # fmt: skip


@pytest.mark.parametrize(
    ("post", "value", "score"),
    [
        (goalpost(0, 50), 20, 40),
        (goalpost(50, 0), 20, 60),
        (goalpost(1, 100, transform="log"), 10, 50),
        (goalpost(0.5, 1, worst_above=2.0), 1.5, 50),
        (goalpost(0.5, 1, worst_above=2.0), 0.75, 50),
    ],
)
def test_without_variation_every_replication_is_the_score(
    post: Goalpost, value: float, score: float
) -> None:
    draws = one_score(STILL, Measured("x", value, post))
    assert draws.tolist() == pytest.approx([score] * 100)


def test_a_word_is_not_varied() -> None:
    assert set(one_score(USUAL, Measured("x", 0, fixed=50)).tolist()) == {50}


def test_limits_and_estimates_are_drawn_from() -> None:
    post = goalpost(0, 100)
    moved = Replications(seed=1, count=4000, weights=0, goalposts=0)
    limits = one_score(moved, Measured("x", 50, post, lower=40, upper=44))
    assert 40 <= limits.min() < 40.1
    assert 43.9 < limits.max() <= 44
    estimate = one_score(moved, Measured("x", 50, post, error=5.0))
    assert 45 <= estimate.min() < 45.1
    assert 54.9 < estimate.max() <= 55


TREE = Branch(
    "top",
    members=(
        Branch("left", members=(Branch("a"), Branch("b", weight=2))),
        Branch("right", members=(Branch("c"), Branch("d"))),
    ),
)


def test_a_value_stays_within_what_can_be() -> None:
    wide = goalpost(0, 200)
    value = Measured("x", 99, wide, error=5.0, possible=(0.0, 100.0))
    draws = one_score(Replications(seed=1, count=2000, weights=0, goalposts=0), value)
    assert draws.max() == 50
    assert 47 <= draws.min() < 47.1


def test_areas_are_means_of_what_is_there() -> None:
    scores = {name: np.full(100, score) for name, score in (("a", 30.0), ("b", 60.0), ("c", 80.0))}
    found = replicate_areas(STILL, TREE, scores)
    assert {name: draws[0] for name, draws in found.items()} == pytest.approx(
        {"left": 50, "right": 80, "top": 65}
    )


@settings(max_examples=40)
@given(st.lists(st.floats(0, 100), min_size=4, max_size=4))
def test_an_interval_holds_its_score(values: list[float]) -> None:
    posts = [
        Measured(name, value, goalpost(0, 100)) for name, value in zip("abcd", values, strict=True)
    ]
    scores = replicate_scores(USUAL, "city", posts)
    draws = {**scores, **replicate_areas(USUAL, TREE, scores)}
    exact = {**dict(zip("abcd", values, strict=True))}
    exact.update(
        {name: score for name, score in scores_under(TREE, exact).items() if score is not None}
    )
    for name, interval in intervals_of(draws, exact).items():
        assert 0 <= interval.low <= exact[name] <= interval.high <= 100
        assert interval.low <= interval.median <= interval.high


def test_another_value_changes_no_other_draw() -> None:
    alone = one_score(USUAL, Measured("x", 50, goalpost(0, 100), error=5.0))
    beside = replicate_scores(
        USUAL, "a", [Measured("w", 1, goalpost(0, 9), error=0.1),
                     Measured("x", 50, goalpost(0, 100), error=5.0)]
    )  # fmt: skip
    assert alone.tolist() == beside["x"].tolist()


def test_weights_and_goalposts_are_the_same_for_all_cities() -> None:
    here = one_score(USUAL, Measured("x", 50, goalpost(0, 100)), city="a")
    there = one_score(USUAL, Measured("x", 50, goalpost(0, 100)), city="b")
    assert here.tolist() == there.tolist()


def test_two_seeds_agree_within_three_standard_errors_of_the_quantile() -> None:
    found = []
    for seed in range(2, 12):
        chosen = Replications(seed, 1000, 0.25, 0.05)
        scores = replicate_scores(
            chosen, "a", [Measured(name, 35 + 10 * at, goalpost(0, 100))
                          for at, name in enumerate("abcd")]
        )  # fmt: skip
        draws = replicate_areas(chosen, TREE, scores)["top"]
        found.append(draws)
    pooled = np.concatenate(found)
    for share in (0.05, 0.5, 0.95):
        at, beside = np.quantile(pooled, share), np.quantile(pooled, [share - 0.01, share + 0.01])
        density = 0.02 / (beside[1] - beside[0])
        error = (share * (1 - share) / 1000) ** 0.5 / density
        for draws in found:
            assert abs(np.quantile(draws, share) - at) < 3.3 * error


def test_ranks_share_their_place_and_count_who_is_better() -> None:
    scores = [np.array([500, 10], np.int16), np.array([500, 30], np.int16),
              np.array([499, 20], np.int16)]  # fmt: skip
    assert ranks_of(scores).tolist() == [[1, 3], [1, 1], [3, 2]]


def test_certain_ranks_have_no_width() -> None:
    scores = [printed(np.full(50, value)) for value in (90.0, 50.0, 70.04)]
    found = rank_intervals(scores, [1, 3, 2])
    assert [(one.low, one.high) for one in found] == [(1, 1), (3, 3), (2, 2)]


def test_the_ends_of_a_rank_interval_are_whole_places_and_hold_the_rank() -> None:
    """12 of 20 times in front: the 5 % point of the ranks lies on 1, the 95 % point on 2."""
    one = np.array([2.0] * 12 + [0.0] * 8)
    other = np.ones(20)
    found = rank_intervals([one, other], [1, 2])
    assert [(one.low, one.high) for one in found] == [(1, 2), (1, 2)]
    rare = np.array([0.0] + [2.0] * 19)  # the 95 % point lies between two places
    found = rank_intervals([rare, other], [1, 2])
    assert [(one.low, one.high) for one in found] == [(1, 2), (1, 2)]
    assert rank_intervals([np.ones(20), np.zeros(20)], [2, 1])[0].high == 2  # holds the rank


# Choices, and how often a score lies in another band.

CHOOSING = replace(USUAL, means=("arithmetic", "geometric"), beyond=(0.0, 25.0), worst_ends=2)


def test_each_alternative_is_taken_about_as_often() -> None:
    taken = draw_choice(CHOOSING, "mean", 3)
    assert set(taken.tolist()) == {0, 1, 2}
    assert 280 < np.count_nonzero(taken == 0) < 390
    drawn = np.floor(3 * draw_uniform(1, 1000, "alternative", "mean"))
    assert taken.tolist() == drawn.tolist()


def test_a_replication_takes_one_mean_for_all_areas_and_cities() -> None:
    """25 and 100 have the means 62.5 and 50; a 0 counts as 1 in a geometric mean."""
    still = replace(STILL, means=("arithmetic", "geometric"))
    pair = Branch("top", members=(Branch("a"), Branch("b")))
    scores = {"a": np.full(100, 25.0), "b": np.full(100, 100.0)}
    found = replicate_areas(still, pair, scores)["top"]
    assert {round(value, 6) for value in found.tolist()} == {62.5, 50.0}
    again = replicate_areas(still, pair, {"a": np.full(100, 0.0), "b": scores["b"]})["top"]
    assert {round(value, 6) for value in again.tolist()} == {50.0, 10.0}
    assert ((found == 62.5) == (again == 50.0)).all()


def test_the_mean_of_one_member_is_that_member() -> None:
    still = replace(STILL, means=("arithmetic", "geometric"))
    alone = replicate_areas(still, Branch("top", members=(Branch("a"),)), {"a": np.zeros(100)})
    assert set(alone["top"].tolist()) == {0.0}


def test_leading_cities_beside_a_target_are_moved_by_themselves() -> None:
    moved = replace(STILL, goalposts=0.05)
    target = one_score(moved, Measured("x", 50, goalpost(0, 100)))
    led = one_score(moved, Measured("x", 50, goalpost(0, 100, family="leading-cities")))
    assert target.tolist() != led.tolist()
    again = one_score(moved, Measured("x", 50, goalpost(0, 100, family="yes-no")))
    assert target.tolist() == again.tolist()


def test_a_score_may_pass_the_ends_and_is_printed_within() -> None:
    open_ended = replace(STILL, beyond=(0.0, 25.0))
    far = Measured("x", 500, goalpost(0, 100))
    draws = one_score(open_ended, far)
    assert set(draws.tolist()) == {100.0, 125.0}
    near = one_score(open_ended, Measured("x", -10, goalpost(0, 100)))
    assert set(near.tolist()) == {0.0, -10.0}
    interval = intervals_of({"x": draws}, {"x": 100.0})["x"]
    assert (interval.low, interval.high) == (100, 100)


def test_another_worst_end_is_taken_by_turns() -> None:
    """50 between 0 and 100 is 50, between 20 and 100 it is 37.5."""
    both = replace(STILL, worst_ends=2)
    value = Measured("x", 50, goalpost(0, 100), other_worst=20.0)
    assert set(one_score(both, value).tolist()) == {50.0, 37.5}
    assert set(one_score(STILL, value).tolist()) == {50.0}


def test_the_shares_of_the_bands() -> None:
    bands = {"low": 0.0, "moderate": 33.0, "good": 66.0, "at-benchmark": 95.0}
    draws = np.array([0.0, 32.9999999999, 33.0, 40.0, 65.0, 65.9, 66.0, 101.0, -5.0, 10.0])
    interval = intervals_of({"x": draws}, {"x": 33.0}, bands)["x"]
    assert interval.bands == (
        ("low", 0.3), ("moderate", 0.5), ("good", 0.1), ("at-benchmark", 0.1),
    )  # fmt: skip
    certain = intervals_of({"x": np.full(10, 50.0)}, {"x": 50.0}, bands)["x"]
    assert certain.bands == (("moderate", 1.0),)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=30))
def test_the_shares_of_the_bands_are_those_of_the_rule(values: list[float]) -> None:
    bands = shipped().bands
    found = intervals_of({"x": np.array(values)}, {"x": values[0]}, bands)["x"]
    counted = Counter(band_of(value, bands) for value in values)
    assert dict(found.bands) == pytest.approx(
        {band: often / len(values) for band, often in counted.items()}
    )


def test_a_rank_stands_alone_only_if_all_replications_agree() -> None:
    """In front 99 of 100 times: the 5 % and the 95 % point are both the first place."""
    front = np.array([2.0] * 99 + [0.0])
    behind = np.full(100, 1.0)
    found = rank_intervals([front, behind], [1, 2])
    assert [(one.low, one.high) for one in found] == [(1, 2), (1, 2)]
    middle = np.array([5.0] + [2.0] * 98 + [0.0])
    found = rank_intervals([np.full(100, 3.0), middle, behind], [1, 2, 3])
    assert (found[1].low, found[1].high) == (1, 3)


def test_a_group_ends_where_one_of_it_can_be_told_apart() -> None:
    """Ten replications: a is above b in 8 and above c in 9 of them, b above c in 6."""
    a = np.array([5, 5, 5, 5, 5, 5, 5, 5, 1, 1])
    b = np.array([4, 4, 4, 4, 4, 4, 4, 4, 4, 4])
    c = np.array([3, 3, 3, 3, 3, 3, 4, 4, 4, 0])
    assert share_above(a, c) >= 0.85
    assert groups_of([a, b, c], 0.85) == [1, 1, 2]
    assert groups_of([a, b, c], 0.95) == [1, 1, 1]
    assert groups_of([a], 0.9) == [1]
    assert groups_of([b, b], 0.9) == [1, 1]


def test_a_tie_counts_half() -> None:
    one, other = np.array([3, 2, 1, 1], np.int16), np.array([2, 2, 2, 2], np.int16)
    assert share_above(one, other) == (1 + 0.5) / 4


# The geometric mean.


def test_the_geometric_mean() -> None:
    assert mean_of([(1, 25), (1, 100)], "geometric") == pytest.approx(50)
    assert mean_of([(2, 10), (1, 80), (5, None)], "geometric") == pytest.approx(20)
    assert mean_of([(1, 0), (1, 100)], "geometric") == 0
    assert mean_of([(0, 50)], "geometric") is None


def test_a_tree_may_mix_both_means() -> None:
    mixed = Branch("top", members=(Branch("left", members=(Branch("a"), Branch("b"))), Branch("c")),
                   method="geometric")  # fmt: skip
    found = scores_under(mixed, {"a": 20, "b": 30, "c": 100})
    assert found["top"] == pytest.approx(50)
    draws = replicate_areas(
        STILL, mixed, {name: np.full(100, value) for name, value in
                       {"a": 20.0, "b": 30.0, "c": 100.0}.items()}
    )  # fmt: skip
    assert draws["top"][0] == pytest.approx(50)
