"""What may be said of a change: borne out by all years, beyond chance and the error of the data."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from generator.assessment.trend.telling import why_untold, with_telling
from generator.assessment.trend.towards_target import (
    Aim,
    Point,
    classify_trend,
    count_trends,
)
from generator.assessment.trend_results import TrendResult
from tests.assessment.made_trends import POLICY, points, trend
from tests.assessment.policies import shipped

RISING = points(*((2015 + at, 20.0 + 5 * at) for at in range(6)))


def untold(series: list[Point], direction: str = "higher", **given: Any) -> str:
    found = trend(series, 60, direction=direction, **given)
    aim = Aim(60, 2030, "city")
    return why_untold(found, series, direction, aim, shipped().evidence.headline)


def test_a_change_that_all_years_bear_out_may_be_said() -> None:
    assert untold(RISING) == ""
    falling = [Point(one.year, 200 - one.value) for one in RISING]
    assert untold(falling, "lower") == ""
    assert untold(falling, "towards") == ""


def leaves(
    values: list[float], direction: str = "higher", target: float = 60, error: float = 0.0
) -> bool:
    series = [Point(2015 + at, value, error) for at, value in enumerate(values)]
    found = trend(series, target, direction=direction)
    aim = Aim(target, 2030, "city")
    assert found.trend == "achieved"
    return with_telling(found, series, direction, aim, shipped().evidence.headline).moving_away


def test_a_reached_target_is_left_if_all_years_lead_away_from_it() -> None:
    falling = [95.0, 92, 88, 85, 80, 76]
    assert leaves(falling)
    assert leaves([*falling, 76.5])  # the newest year alone changes nothing
    assert not leaves(falling[::-1])
    assert leaves([10.0, 14, 18, 25, 31, 40], "lower")


@pytest.mark.parametrize("values", [[70], [70] * 6, [95, 70], [70, 71, 70, 71, 70, 69]])
def test_one_step_or_no_tendency_leaves_no_target(values: list[float]) -> None:
    assert not leaves(values)


def test_a_target_is_not_left_within_the_error_of_the_data() -> None:
    assert leaves([95.0, 92, 88, 85, 80, 76], error=13.0)
    assert not leaves([95.0, 92, 88, 85, 80, 76], error=14.0)


def test_a_series_restarts_before_it_is_said_to_leave_its_target() -> None:
    series = points(*enumerate([95.0, 92, 88, 85, 80, 76], start=2015))
    found = trend(series, 60, breaks=(2018,))
    aim = Aim(60, 2030, "city")
    assert not with_telling(found, series, "higher", aim, shipped().evidence.headline).moving_away


def test_too_few_points_since_a_break_are_not_enough() -> None:
    assert untold(RISING[:5]) == ""
    assert untold(RISING[:4]) == "few-points"
    assert untold(RISING, breaks=(2017,)) == "few-points"


def test_a_first_year_that_stands_alone_does_not_make_a_trend() -> None:
    """Particles in Almaty, 2014 to 2023: 12 to 20 by the ends, downwards by all years."""
    values = [12, 60, 50, 300, 30, 50, 40, 47, 40, 20]
    series = points(*((2014 + at, float(value)) for at, value in enumerate(values)))
    aim = Aim(15, None, "city")
    found = classify_trend("x", series, "lower", aim, lambda x: 2 * (100 - x), POLICY)
    assert (found.trend, found.slope) == ("deterioration", pytest.approx(-2.2, abs=0.3))
    assert why_untold(found, series, "lower", aim, shipped().evidence.headline) == "differs"


def test_what_may_be_chance_is_not_said() -> None:
    series = points((2015, 20), (2016, 45), (2017, 22), (2018, 41), (2019, 30), (2020, 33))
    found = trend(series, 60)
    assert (found.slope or 0) > 0
    assert untold(series) == "by-chance"


def test_a_change_within_the_error_of_the_data_is_not_said() -> None:
    """25 against two errors of 18: the root of 18² + 18² is 25.5."""
    assert untold([replace(one, error=18.0) for one in RISING]) == "within-error"
    assert untold([replace(one, error=17.0) for one in RISING]) == ""


def test_no_change_and_no_trend_are_never_said() -> None:
    assert untold(points((2020, 20))) == "not-assessed"
    still = points(*((2015 + at, 20.0) for at in range(6)))
    assert untold(still) == "differs"
    found = trend(still, None)
    assert why_untold(found, still, "higher", None, shipped().evidence.headline) == "little-change"


def test_an_achieved_target_is_told_and_a_direction_only_if_borne_out() -> None:
    assert TrendResult("x", "achieved", untold="few-points").told == "achieved"
    assert TrendResult("x", "passed", untold="few-points").told == "passed"
    assert TrendResult("x", "limited", untold="few-points").told == "unclear"
    assert TrendResult("x", "limited", untold="").told == "limited"


def test_trends_are_counted_of_what_has_a_value() -> None:
    def member(name: str, reported: bool) -> Any:
        return SimpleNamespace(observable=SimpleNamespace(id=name), is_reported=reported)

    trends = {name: TrendResult(name, "improving", untold="") for name in "abc"}
    trends["d"] = TrendResult("d", "limited", untold="few-points")
    members = [member("a", True), member("b", False), member("c", True), member("d", True)]
    assert count_trends(trends, members) == {"improving": 2, "unclear": 1}
