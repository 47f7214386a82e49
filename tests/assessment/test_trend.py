"""Trends: the table of classes line by line, worked examples, laws."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.assessment import assess_trend
from generator.assessment.trend.towards_target import (
    Aim,
    Point,
    class_of_change,
    class_of_rate,
    classify_trend,
    distance_left,
    pool_trends,
    progress_of,
    rate_of,
)
from generator.assessment.trend.trend_inputs import score_of
from generator.assessment.trend_results import TrendResult
from generator.model.framework_tables import Goalpost
from tests.assessment.made_trends import POLICY, points, trend


@pytest.mark.parametrize(
    ("latest", "expected"),
    [
        (60, "achieved"),        # at the target
        (34.25, "on-track"),     # 0.95 of 5 a year over 3 years
        (34.2, "acceleration-needed"),
        (29, "acceleration-needed"),  # 0.60
        (28.9, "limited"),
        (20, "limited"),         # no change
        (19.9, "deterioration"),
    ],
)  # fmt: skip
def test_each_class_begins_at_its_rate(latest: float, expected: str) -> None:
    found = trend(points((2022, 20), (2025, latest)), 60, 2030)
    assert found.trend == expected


def test_the_rate_is_the_same_from_both_sides_of_a_share() -> None:
    with_access = trend(points((2015, 90), (2023, 93)), 100)
    without = trend(points((2015, 10), (2023, 7)), 0, direction="lower")
    assert with_access.rate == pytest.approx(0.5625)
    assert without.rate == pytest.approx(0.5625)


def test_compound_growth_judges_the_two_sides_differently() -> None:
    ends = Point(2015, 90), Point(2023, 93)
    assert rate_of(*ends, Aim(100, 2030, "city"), "higher", "cagr") == pytest.approx(
        0.583, abs=5e-4
    )
    ends = Point(2015, 10), Point(2023, 7)
    ratio = rate_of(*ends, Aim(0, 2030, "city"), "lower", "cagr")
    assert ratio == pytest.approx(0.095, abs=5e-4)


def test_one_value_at_the_target_is_achieved() -> None:
    assert trend(points((2022, 70)), 60).trend == "achieved"


@pytest.mark.parametrize(
    ("series", "target", "scored", "breaks", "reason"),
    [
        (points((2022, 20)), 60, True, (), "one-observation"),
        (points((2021, 20), (2022, 30)), 60, True, (), "too-close"),
        (points((2018, 20), (2022, 30)), 60, True, (2022,), "break"),
        (points((2010, 20), (2021, 20), (2022, 30)), 60, True, (2021,), "break"),
        (points((2018, 20), (2022, 30)), None, False, (), "no-target"),
    ],
)
def test_why_a_trend_is_not_assessed(
    series: list[Point], target: float | None, scored: bool, breaks: tuple[int, ...], reason: str
) -> None:
    found = trend(series, target, scored=scored, breaks=breaks)
    assert (found.trend, found.reason) == ("not-assessed", reason)


def test_a_break_at_the_baseline_or_before_begins_the_series() -> None:
    for year in (2018, 2012):
        found = trend(points((2018, 20), (2022, 40)), 60, breaks=(year,))
        assert (found.trend, found.since) == ("on-track", None)


def test_a_break_in_a_year_without_a_figure_counts() -> None:
    found = trend(points((2010, 10), (2015, 50)), 100, breaks=(2014,))
    assert (found.trend, found.reason) == ("not-assessed", "break")


def test_after_a_break_the_trend_begins_anew() -> None:
    series = points((2010, 90), (2012, 80), (2014, 20), (2016, 25), (2018, 30), (2022, 40))
    found = trend(series, 60, breaks=(2012, 2013, 2030))
    assert (found.since, found.points, found.baseline_year, found.baseline) == (2013, 4, 2014, 20)
    assert (found.trend, found.rate) == ("on-track", pytest.approx((20 / 8) / (40 / 16)))
    assert found.slope == pytest.approx(2.5)


def test_beyond_the_worst_goalpost_a_change_counts() -> None:
    """500 to 100 between (70, 15): the score of both is 0, the way back is long all the same."""
    post = Goalpost(0, observable="x", family="target", worst=70.0, best=15.0, reason="")
    aim = Aim(15, None, "goalpost")
    series = points((2015, 500), (2020, 100))
    found = classify_trend("x", series, "lower", aim, score_of(post), POLICY)
    assert found.trend == "improving"
    assert found.score_change == pytest.approx(100 * 400 / 55 / 5)


def test_falling_back_from_the_target_is_deterioration() -> None:
    assert trend(points((2018, 65), (2022, 55)), 60).trend == "deterioration"


def test_a_target_year_that_has_passed_keeps_its_rate() -> None:
    found = trend(points((2010, 20), (2022, 40)), 60, 2020)
    assert found.trend == "passed"
    assert found.rate == pytest.approx((20 / 12) / (40 / 10))


def test_a_target_year_before_the_baseline_has_no_rate() -> None:
    found = trend(points((2021, 20), (2024, 40)), 60, 2020)
    assert (found.trend, found.rate) == ("passed", None)


@pytest.mark.parametrize(
    ("latest", "expected"),
    [(22, "improving"), (21.9, "little-change"), (18.1, "little-change"), (18, "deterioration")],
)
def test_without_a_target_year_the_change_of_the_score_counts(latest: float, expected: str) -> None:
    assert trend(points((2020, 20), (2022, latest)), 60, None).trend == expected


def test_an_aim_from_both_sides_counts_by_distance() -> None:
    series = points((2020, 80), (2025, 70))
    found = trend(series, 60, 2030, direction="towards")
    assert (found.trend, found.rate) == ("on-track", pytest.approx(1))


def test_the_projection_is_the_straight_line() -> None:
    found = trend(points((2020, 20), (2025, 30)), 60)
    assert found.projection == pytest.approx(40)


@given(
    st.floats(0, 49), st.floats(0, 49), st.integers(2, 9), st.integers(1, 9)
)  # fmt: skip
def test_the_mirror_of_a_series_has_the_same_rate(
    first: float, last: float, years: int, more: int
) -> None:
    baseline, latest = Point(2010, first), Point(2010 + years, last)
    year = 2010 + years + more
    rate = rate_of(baseline, latest, Aim(50, year, "city"), "higher", "linear")
    mirrored = rate_of(
        Point(2010, 100 - first), Point(2010 + years, 100 - last), Aim(50, year, "city"), "lower",
        "linear",
    )  # fmt: skip
    assert rate == pytest.approx(mirrored, abs=1e-9)


@given(st.floats(0, 49), st.floats(0, 49), st.floats(0.1, 20), st.floats(-50, 50))
def test_a_change_of_unit_leaves_the_rate(
    first: float, last: float, factor: float, shift: float
) -> None:
    def rate(scale: float, offset: float) -> float | None:
        ends = Point(2010, first * scale + offset), Point(2015, last * scale + offset)
        return rate_of(*ends, Aim(50 * scale + offset, 2030, "city"), "higher", "linear")

    assume(abs(50 - first) > 1)
    assert rate(1, 0) == pytest.approx(rate(factor, shift), abs=1e-6)


def test_data_points_give_their_indicator_a_trend_if_they_agree() -> None:
    same = [TrendResult("x.a", "improving"), TrendResult("x.b", "improving")]
    assert pool_trends("x", same).trend == "improving"
    mixed = [TrendResult("x.a", "improving"), TrendResult("x.b", "deterioration")]
    assert (pool_trends("x", mixed).trend, pool_trends("x", mixed).reason) == (
        "not-assessed", "data-points",
    )  # fmt: skip
    assert pool_trends("x", []).reason == "no-data"


# Each reason, each edge, each figure that is told with a trend.


def test_without_points_or_direction_there_is_a_reason_and_no_figure() -> None:
    assert trend([], 60) == TrendResult("x", "not-assessed", "no-data")
    told = trend(points((2018, 20), (2022, 30)), 60, direction="none")
    assert told == TrendResult("x", "not-assessed", "no-direction")


def test_all_that_is_told_of_a_series() -> None:
    assert trend(points((2020, 20), (2025, 30)), 60) == TrendResult(
        "x", "limited", baseline_year=2020, baseline=20, latest_year=2025, latest=30,
        target=60, target_year=2030, target_from="city", rate=0.5, change=2.0, score_change=2.0,
        projection=40.0, points=2, slope=2.0, probability=1.0,
    )  # fmt: skip


def test_what_lies_between_first_and_last_decides_nothing() -> None:
    series = points((2018, 20), (2019, 90), (2022, 40))
    found = trend(series, 60)
    assert (found.trend, found.rate) == ("on-track", pytest.approx((20 / 4) / (40 / 12)))
    late = points((2020, 20), (2026, 90), (2028, 40))
    assert trend(late, 60, 2027).trend == "passed"
    early = points((2018, 20), (2019, 20), (2026, 40))
    assert trend(early, 60, 2024).trend == "passed"


def test_a_target_missed_by_less_than_one_is_missed() -> None:
    assert trend(points((2018, 20), (2022, 59.5)), 60).trend == "on-track"
    assert trend(points((2018, 59.5), (2022, 40)), 60).rate == pytest.approx(
        (-19.5 / 4) / (0.5 / 12)
    )


def test_no_change_is_little_change_and_its_projection_is_the_value() -> None:
    still = points((2018, 20), (2022, 20))
    assert trend(still, None).trend == "little-change"
    assert (trend(still, 60).rate, trend(still, 60).projection) == (0, 20)


def test_without_a_target_nothing_is_told_of_one() -> None:
    found = trend(points((2020, 20), (2025, 30)), None)
    assert (found.target, found.target_year, found.target_from) == (None, None, "")
    assert (found.trend, found.change, found.score_change) == ("improving", 2, 2)
    assert (found.rate, found.projection) == (None, None)


def test_one_value_has_no_change() -> None:
    found = trend(points((2022, 20)), 60)
    assert (found.baseline_year, found.latest, found.change, found.score_change) == (
        2022, 20, None, None,
    )  # fmt: skip


def test_a_value_without_a_score_gives_no_change_of_score() -> None:
    series = points((2020, 20), (2022, 25), (2025, 30))
    for unscored in (20, 30):
        scores = {20: 20.0, 25: 25.0, 30: 30.0, unscored: None}
        aim = Aim(60, None, "goalpost")
        found = classify_trend("x", series, "higher", aim, scores.get, POLICY)
        assert (found.trend, found.reason) == ("not-assessed", "no-worst-value")
        assert (found.score_change, found.change) == (None, 2)


def test_as_many_years_as_the_policy_asks_are_enough() -> None:
    assert POLICY.minimum_years == 2
    assert trend(points((2020, 20), (2022, 30)), 60).trend == "on-track"


def test_the_baseline_at_the_target_counts_as_achieved_then() -> None:
    assert trend(points((2018, 60), (2022, 55)), 60).trend == "deterioration"
    assert trend(points((2018, 60), (2022, 55)), 60).rate is None


def test_the_target_year_itself_has_passed() -> None:
    found = trend(points((2020, 20), (2025, 40)), 60, 2025)
    assert (found.trend, found.rate, found.projection) == ("passed", 0.5, None)
    assert trend(points((2020, 20), (2025, 40)), 60, 2026).trend == "acceleration-needed"
    assert trend(points((2020, 20), (2025, 40)), 60, 2020).rate is None


def test_growth_across_zero_is_no_rate() -> None:
    policy = POLICY.model_copy(update={"method": "cagr"})
    series = points((2020, -1), (2022, 1))
    found = classify_trend("x", series, "higher", Aim(9, 2030, "city"), None, policy)
    assert (found.trend, found.reason, found.rate) == ("not-assessed", "growth-undefined", None)
    passed = classify_trend("x", series, "higher", Aim(9, 2021, "city"), None, policy)
    assert (passed.trend, passed.rate) == ("passed", None)


def test_falling_towards_a_lower_target_is_growth_towards_it() -> None:
    """10 to 8 in 3 years, 5 wanted in 10: (1 - 0.8^(1/3)) / (1 - 0.5^(1/10)) = 1.0697."""
    ends = Point(2015, 10), Point(2018, 8)
    ratio = rate_of(*ends, Aim(5, 2025, "city"), "lower", "cagr")
    assert ratio == pytest.approx((1 - 0.8 ** (1 / 3)) / (1 - 0.5 ** (1 / 10)))
    away = rate_of(Point(2015, 8), Point(2018, 10), Aim(5, 2025, "city"), "lower", "cagr")
    assert away is not None
    assert away < 0


def test_classes_are_told_apart_to_nine_places() -> None:
    rates = {0.95 - 4e-10: "on-track", 0.95 - 6e-10: "acceleration-needed",
             0.6 - 4e-10: "acceleration-needed", 0.6 - 6e-10: "limited",
             -4e-10: "limited", -6e-10: "deterioration"}  # fmt: skip
    assert {rate: class_of_rate(rate, POLICY) for rate in rates} == rates
    changes = {1 - 4e-10: "improving", 1 - 6e-10: "little-change",
               -1 + 4e-10: "deterioration", -1 + 6e-10: "little-change"}  # fmt: skip
    assert {change: class_of_change(change, 2, POLICY) for change in changes} == changes


def test_a_slow_change_of_many_years_is_a_change() -> None:
    """0.9 points a year are 12.6 in 14 years and 3.6 in 4; without a limit only the pace counts."""
    policy = POLICY.model_copy(update={"score_moved": 5})
    assert class_of_change(-0.9, 14, policy) == "deterioration"
    assert class_of_change(0.9, 14, policy) == "improving"
    assert class_of_change(0.9, 4, policy) == "little-change"
    assert class_of_change(0.5, 10, policy) == "improving"
    pace_only = POLICY.model_copy(update={"score_moved": None})
    assert class_of_change(-0.9, 14, pace_only) == "little-change"
    falling = {2010 + year: 60 - 0.9 * year for year in range(15)}
    found = assess_trend(falling, "higher", goalposts=(0, 100), score_moved=5)
    assert found.told == "deterioration"


def test_what_was_moved_over_all_years_counts_in_parts_of_a_point() -> None:
    policy = POLICY.model_copy(update={"score_moved": 5})
    moved = {4.6: "little-change", 5 - 4e-10: "improving", 5 - 6e-10: "little-change"}
    assert {points: class_of_change(points / 10, 10, policy) for points in moved} == moved
    keen = POLICY.model_copy(update={"score_change": 0.01})
    assert class_of_change(0.05, 10, keen) == "improving"
    any_change = POLICY.model_copy(update={"score_change": 0})
    assert class_of_change(0, 10, any_change) == "little-change"


def test_progress_turns_a_series_so_that_more_is_better() -> None:
    series, aim = points((2020, 70), (2021, 50), (2022, 60)), Aim(60, 2030, "city")
    assert progress_of(series, aim, "higher") == [70, 50, 60]
    assert progress_of(series, aim, "lower") == [-70, -50, -60]
    assert progress_of(series, aim, "towards") == [-10, -10, 0]
    assert progress_of(series, None, "towards") == [70, 50, 60]


def test_the_slope_towards_a_value_is_that_of_the_distance_to_it() -> None:
    found = trend(points((2018, 80), (2020, 76), (2022, 72)), 60, direction="towards")
    assert found.slope == pytest.approx(-2)
    without = trend(points((2018, 80), (2020, 76), (2022, 72)), None, direction="towards")
    assert without.slope == pytest.approx(-2)
    from_below = trend(points((2018, 40), (2020, 44), (2022, 48)), 60, direction="towards")
    assert from_below.slope == pytest.approx(-2)


def test_distance_left_by_direction() -> None:
    assert [distance_left(70, 60, way) for way in ("higher", "lower", "towards")] == [-10, 10, 10]
    assert [distance_left(50, 60, way) for way in ("higher", "lower", "towards")] == [10, -10, 10]


def test_data_points_that_are_not_assessed_give_no_trend() -> None:
    nothing = TrendResult("x.a", "not-assessed", "no-data")
    assert pool_trends("x", [nothing]) == TrendResult("x", "not-assessed", "no-data")
    mixed = pool_trends("x", [nothing, TrendResult("x.b", "improving")])
    assert mixed == TrendResult("x", "not-assessed", "data-points")
    assert pool_trends("x", [TrendResult("x.b", "improving")]) == TrendResult("x", "improving")


def test_an_indicator_inherits_what_may_not_be_said_of_its_data_points() -> None:
    clear = TrendResult("x.a", "improving", untold="")
    chance = TrendResult("x.b", "improving", untold="by-chance")
    assert pool_trends("x", [clear, clear]).told == "improving"
    assert pool_trends("x", [clear, chance]).told == "unclear"
    met = TrendResult("x.a", "achieved", moving_away=False)
    assert pool_trends("x", [met, replace(met, moving_away=True)]).moving_away
