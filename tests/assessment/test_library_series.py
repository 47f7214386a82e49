"""Trends of plain series, through the one public import."""

import pytest

from generator.assessment import (
    Growth,
    assess_growth,
    assess_trend,
)


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
    assert assess_growth({2015: 5.0}, "higher") == Growth(None, None, "")
    assert assess_growth({}, "higher", 9, 2030) == Growth(None, None, "")
    assert assess_growth({2015: 9.0}, "higher", 9, 2030) == Growth(None, 5.0, "achieved")


def test_growth_near_a_limit_is_judged_more_mildly() -> None:
    """Open SDG: C = 1 - 0.9^4.44 = 0.3736, so that 0.44 % a year is moderate from 90 of 100 on."""
    found = assess_growth({2015: 90, 2020: 92}, "higher", limit=100)
    coefficient = 1 - 0.9**4.44
    assert (found.status, found.value) == ("moderate", pytest.approx(0.0044055, abs=1e-7))
    assert found.score == pytest.approx(250 * 0.00440546 / coefficient - 1.25, abs=1e-4)
    assert assess_growth({2015: 90, 2020: 92}, "higher").status == "limited"
    assert assess_growth({2015: 100, 2020: 100}, "higher", limit=100).score == 5


def test_series_may_have_gaps_and_need_a_direction() -> None:
    found = assess_trend({2015: 90, 2019: None, 2023: 93}, "higher", target=100, target_year=2030)
    assert found.rate == pytest.approx(0.5625)
    for ask in (assess_trend, assess_growth):
        with pytest.raises(ValueError, match="direction: higher"):
            ask({2015: 1, 2020: 2}, "up")
    with pytest.raises(ValueError, match="target: needs its year"):
        assess_growth({2015: 1, 2020: 2}, "higher", 9)
