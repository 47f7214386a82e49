"""Compound growth, as Statistics Canada publishes it."""

import pytest

from generator.assessment.trend.growth import limit_coefficient, measure_growth


def test_growth_against_a_target() -> None:
    found = measure_growth(50, 60, 5, "higher", target=100, years_given=15)
    assert found.value == pytest.approx((1.2 ** (1 / 5) - 1) / (2 ** (1 / 15) - 1))
    assert (found.status, measure_growth(50, 100, 5, "higher", 100, 15).score) == (
        "moderate", 5,
    )  # fmt: skip


def test_growth_from_zero_takes_a_thousandth() -> None:
    found = measure_growth(0, 0.002, 1, "higher")
    assert found.value == pytest.approx(1)


def test_zero_that_stays_zero_is_no_deterioration() -> None:
    found = measure_growth(0, 0, 5, "higher")
    assert (found.value, found.status) == (0, "limited")
    assert measure_growth(0, 0, 5, "higher", target=10, years_given=15).status == "limited"
    assert measure_growth(5, 0, 5, "higher").status == "deterioration"


def test_growth_across_zero_is_not_defined() -> None:
    assert measure_growth(-1, 1, 5, "higher").value is None


def test_growth_of_a_negative_value_counts_by_its_magnitude() -> None:
    assert measure_growth(-10, -5, 1, "higher").value == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("base", "limit", "coefficient"),
    [(100, 100, 0), (50, 100, 1 - 0.5**4.44), (150, 100, 1 - 0.5**4.44), (200, 100, 1), (0, 0, 1)],
)
def test_thresholds_are_lowered_near_a_limit(base: float, limit: float, coefficient: float) -> None:
    assert limit_coefficient(base, limit) == pytest.approx(coefficient)


def test_a_value_held_at_its_limit_is_substantial_progress() -> None:
    found = measure_growth(100, 100, 5, "higher", limit=100)
    assert (found.status, found.score) == ("substantial", 5)


@pytest.mark.parametrize(("growth", "score"), [(0.015, 2.5), (0.005, 0), (0, -2.5), (-0.02, -5)])
def test_the_score_of_growth_without_a_target(growth: float, score: float) -> None:
    assert measure_growth(100, 100 * (1 + growth), 1, "higher").score == pytest.approx(score)
