"""The Theil-Sen slope and the Mann-Kendall test: published values, all orders counted, laws."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.trend import robust_slope
from generator.assessment.trend.robust_slope import mann_kendall, theil_sen


def counted(values: list[float]) -> float:
    """Return the probability by going through every order of the values."""

    def score(order: tuple[float, ...]) -> int:
        return sum(
            (later > earlier) - (later < earlier)
            for at, earlier in enumerate(order)
            for later in order[at + 1 :]
        )

    found = [score(order) for order in permutations(values)]
    strength = abs(score(tuple(values)))
    return sum(abs(one) >= strength for one in found) / len(found) if strength else 1.0


@pytest.mark.parametrize(
    "values",
    [
        [1.0, 2.0],
        [1.0, 2.0, 3.0, 4.0],
        [2.0, 1.0, 4.0, 3.0, 5.0],
        [1.0, 1.0, 2.0, 3.0, 3.0],
        [5.0, 5.0, 5.0, 4.0, 5.0, 5.0],
        [12.0, 60.0, 50.0, 60.0, 20.0, 20.0, 12.0],
    ],
)
def test_the_test_counts_all_orders_of_the_values(values: list[float]) -> None:
    assert mann_kendall(values) == pytest.approx(counted(values))


@pytest.mark.parametrize(
    ("points", "strength", "probability"),
    [
        # Kendall (1975), table of the exact distribution of S: P(S >= strength), one-sided.
        (4, 6, 0.042), (5, 8, 0.042), (5, 10, 0.0083), (8, 16, 0.031), (10, 21, 0.036),
    ],
)  # fmt: skip
def test_the_table_of_kendall(points: int, strength: int, probability: float) -> None:
    pairs = points * (points - 1) // 2
    counts = robust_slope._orders_by_inversions((1,) * points)
    tail = sum(counts[: (pairs - strength) // 2 + 1]) / sum(counts)
    assert tail == pytest.approx(probability, abs=6e-4)


def test_the_approximation_joins_the_exact_test(monkeypatch: pytest.MonkeyPatch) -> None:
    values = [float((7 * at) % 23 + at // 3) for at in range(robust_slope.EXACT_UP_TO)]
    exact = mann_kendall(values)
    monkeypatch.setattr(robust_slope, "EXACT_UP_TO", 0)
    assert mann_kendall(values) == pytest.approx(exact, abs=0.01)


def test_one_wild_year_does_not_turn_the_slope() -> None:
    series = [(2010 + at, 10.0 + at) for at in range(9)]
    assert theil_sen(series) == pytest.approx(1.0)
    series[4] = (2014, 500.0)
    assert theil_sen(series) == pytest.approx(1.0)
    assert theil_sen([(2015, 6.0), (2020, 16.0)]) == pytest.approx(2.0)
    assert theil_sen([(2015, 6.0)]) is None


@given(st.lists(st.integers(-5, 5).map(float), min_size=2, max_size=12))
def test_a_series_and_its_mirror_are_as_likely(values: list[float]) -> None:
    mirrored = [-value for value in values]
    assert mann_kendall(values) == pytest.approx(mann_kendall(mirrored))
    assert mann_kendall(values) == pytest.approx(mann_kendall(values[::-1]))
    assert 0 < mann_kendall(values) <= 1
