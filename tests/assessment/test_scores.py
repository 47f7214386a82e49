"""Scores, selection, aggregation: edge cases first, then laws."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.assessment.rating.aggregation import (
    Node,
    bounds_of,
    contributions_of,
    coverage_of,
    mean_of,
)
from generator.assessment.rating.normalisation import (
    class_of,
    normalise,
    score_value,
    score_words,
)
from generator.assessment.rating.selection import select_observation
from generator.model.city_tables import Observation
from generator.model.framework_tables import Goalpost, Status
from generator.model.scalars import Period

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


def goalpost(worst: float | None, best: float | None, **more: object) -> Goalpost:
    ends = {"worst": worst, "best": best}
    return Goalpost(1, observable="x", family="target", reason="test", **ends, **more)


def test_the_order_of_goalposts_is_the_direction() -> None:
    assert normalise(75, goalpost(0, 100)) == 75
    assert normalise(75, goalpost(100, 0)) == 25
    assert normalise(130, goalpost(0, 100)) == 100
    assert normalise(-5, goalpost(0, 100)) == 0


def test_two_sided_goalposts_take_the_side_of_the_value() -> None:
    post = goalpost(0.5, 1.0, worst_above=2.0)
    assert normalise(0.75, post) == 50
    assert normalise(1.5, post) == 50
    assert normalise(1.0, post) == 100


def test_a_logarithm_of_zero_has_no_score() -> None:
    assert normalise(0, goalpost(1, 100, transform="log")) is None
    assert normalise(10, goalpost(1, 100, transform="log")) == pytest.approx(50)
    assert normalise(0.1, goalpost(0.01, 1, transform="log")) == pytest.approx(50)
    assert normalise(10, goalpost(-1, 100, transform="log")) is None
    assert normalise(10, goalpost(1, 0, transform="log")) is None


def test_a_fourth_root_takes_zero_and_nothing_below() -> None:
    post = goalpost(0, 16, transform="fourth-root")
    assert normalise(0, post) == 0
    assert normalise(1, post) == pytest.approx(50)
    assert normalise(-1, post) is None


def test_without_both_ends_there_is_no_score() -> None:
    assert normalise(5, goalpost(None, 100)) is None
    assert normalise(5, goalpost(100, None)) is None
    assert normalise(5, goalpost(100, 100)) is None
    assert normalise(0, goalpost(0, 5)) == 0


def test_a_value_is_scored_by_its_word_or_by_its_number() -> None:
    words = goalpost(None, None, scores="no=0; yes=100")
    assert score_value("yes", None, words) == 100
    assert score_value("no", 70, words) == 0
    assert score_value(None, 70, words) is None
    assert score_value("maybe", None, words) is None
    assert score_value("70", 70, goalpost(0, 100)) == 70
    assert score_value("yes", None, goalpost(0, 100)) is None
    assert score_value("70", 70, goalpost(None, 100)) is None


def test_words_have_scores() -> None:
    assert score_words(goalpost(None, None, scores="no=0; partial=50; yes=100")) == {
        "no": 0, "partial": 50, "yes": 100,
    }  # fmt: skip


def test_a_class_ends_with_its_upper_edge() -> None:
    """An edge belongs to the class below, to nine places; the last class is open."""
    post = goalpost(None, None, classes=("good=10", "fair=25.5", "poor"))
    classes = {-5: "good", 10: "good", 10 + 4e-10: "good", 10 + 6e-10: "fair", 10.4: "fair",
               25.5: "fair", 25.6: "poor", 1e6: "poor"}  # fmt: skip
    assert {value: class_of(value, post) for value in classes} == classes


@given(NUMBERS, NUMBERS, NUMBERS, st.floats(0.001, 1000), NUMBERS)
def test_a_change_of_unit_leaves_the_score(
    value: float, worst: float, best: float, factor: float, shift: float
) -> None:
    assume(abs(best - worst) > 1)
    here = normalise(value, goalpost(worst, best))
    there = normalise(
        value * factor + shift, goalpost(worst * factor + shift, best * factor + shift)
    )
    assume(abs(best - worst) * factor > 1e-3)
    assert here == pytest.approx(there, abs=0.1)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_better_is_never_scored_worse(one: float, two: float, worst: float, best: float) -> None:
    assume(best > worst)
    low, high = sorted((one, two))
    scores = normalise(low, goalpost(worst, best)), normalise(high, goalpost(worst, best))
    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[0] <= scores[1]


def node(name: str, score: float | None, weight: float = 1.0) -> Node:
    if score is None:
        return Node(name, weight, None, 0.0, 0.0, 100.0)
    return Node(name, weight, score, 1.0, score, score)


def test_the_printed_example_of_bounds_and_coverage() -> None:
    nodes = [node("a", 80), node("b", 60), node("c", None), node("d", 40)]
    assert mean_of([(one.weight, one.score) for one in nodes]) == 60
    assert bounds_of(nodes) == (45, 70)
    assert coverage_of(nodes) == 0.75


NODES = st.lists(
    st.tuples(st.one_of(st.none(), st.floats(0, 100)), st.floats(0.01, 10)), min_size=1, max_size=9
)


@given(NODES)
def test_contributions_add_up_and_bounds_hold_the_score(
    parts: list[tuple[float | None, float]],
) -> None:
    nodes = [node(str(at), score, weight) for at, (score, weight) in enumerate(parts)]
    score = mean_of([(one.weight, one.score) for one in nodes])
    contributions = contributions_of(nodes)
    low, high = bounds_of(nodes)
    if score is None:
        assert (low, high) == (0, pytest.approx(100))
        return
    assert sum(part.points for part in contributions) == pytest.approx(score, abs=1e-9)
    assert low - 1e-9 <= score <= high + 1e-9
    complete = all(one.score is not None for one in nodes)
    assert (high - low < 1e-9) == complete


STATUSES = {
    code: Status(1, status=code, value=value, rated=rated, label=code)
    for code, value, rated in [
        ("A", "required", "yes"), ("P", "required", "marked"), ("F", "required", "no"),
        ("O", "forbidden", "no"),
    ]
}  # fmt: skip


def row(line: int, year: int | None, value: str | None, **more: str) -> Observation:
    period = Period(year, year) if year else None
    return Observation(
        line, observable="x", period=period, value=value, unit="%", source="s",
        status=more.get("status"), comparability=more.get("comparability"), sex=more.get("sex"),
        use={"yes": True, "no": False}.get(more.get("use", "")),
    )  # fmt: skip


def test_every_observation_that_is_not_used_has_its_reason() -> None:
    rows = [row(2, 2010, "1"), row(3, 2020, "2"), row(4, 2021, None, status="O"),
            row(5, 2022, "4", comparability="proxy")]  # fmt: skip
    chosen = select_observation(rows, STATUSES, 2023, 5)
    assert chosen.shown == rows[1]
    assert chosen.reasons == ("out-of-date", "", "missing", "proxy")


def test_the_latest_usable_year_counts() -> None:
    rows = [row(2, 2019, "1"), row(3, 2021, "2", status="P"), row(4, 2022, "3", status="F")]
    chosen = select_observation(rows, STATUSES, 2023, 5)
    assert (chosen.value, chosen.reason) == (2, "")


def test_a_figure_that_is_set_aside_makes_way_for_those_of_other_years() -> None:
    rows = [row(2, 2020, "1"), row(3, 2021, "9", use="no"), row(4, 2022, "2")]
    chosen = select_observation(rows, STATUSES, 2023, 5)
    assert (chosen.series, chosen.aside) == ((rows[0], rows[2]), ((rows[1], "other-figure"),))
    alone = select_observation(rows[1:2], STATUSES, 2023, 5)
    assert alone.aside == ((rows[1], "sources-differ"),)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "not-collected"),
        ([row(2, 2021, None, status="O")], "missing"),
        ([row(2, 2010, "1")], "out-of-date"),
        ([row(2, 2024, "1")], "out-of-date"),
        ([row(2, None, "1")], "period-unknown"),
        ([row(2, 2021, "1", comparability="proxy")], "proxy"),
        ([row(2, 2021, "1", status="F")], "status"),
        ([row(2, 2021, "1", sex="female")], "not-collected"),
    ],
)
def test_why_a_value_is_not_rated(rows: list[Observation], reason: str) -> None:
    assert select_observation(rows, STATUSES, 2023, 5).reason == reason


@pytest.mark.parametrize(("age", "reason"), [(5, ""), (6, "out-of-date")])
def test_the_age_limit_is_inclusive(age: int, reason: str) -> None:
    chosen = select_observation([row(2, 2023 - age, "1")], STATUSES, 2023, 5)
    assert chosen.reason == reason
