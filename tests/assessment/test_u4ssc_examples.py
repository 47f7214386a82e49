"""The worked examples that U4SSC prints, row by row."""

import pytest

from generator.assessment.rating.benchmarking import (
    band_of,
    edges_as_settings,
    percent_of_benchmark,
    points_of,
    pooled_percent,
)
from generator.assessment.rating.normalisation import normalise
from generator.model.framework_tables import Goalpost

EDGES = {1: 0.0, 2: 33.0, 3: 66.0, 4: 95.0}
BANDS = {"low": 0.0, "moderate": 33.0, "good": 66.0, "at-benchmark": 95.0}
PRINTED = {"low": "0-33", "moderate": "33-66", "good": "66-95", "at-benchmark": "95+"}


@pytest.mark.parametrize(
    ("percent", "points"),
    [(0, 1), (32.9, 1), (33, 2), (65.9, 2), (66, 3), (94.9, 3), (95, 4), (130, 4)],
)
def test_percentage_of_the_benchmark_gives_points(percent: float, points: int) -> None:
    assert points_of(percent, EDGES) == points


@pytest.mark.parametrize(
    ("points", "percent", "band"),
    [((1, 3, 4, 1), 56.25, "33-66"), ((3, 4, 2), 75.0, "66-95")],
)
def test_a_category_pools_the_points_of_what_is_reported(
    points: tuple[int, ...], percent: float, band: str
) -> None:
    pooled = pooled_percent(points, 4)
    assert pooled == percent
    assert PRINTED[band_of(pooled, BANDS)] == band


@pytest.mark.parametrize(
    ("value", "band"),
    [(57.1, "95+"), (56.9, "66-95"), (39.7, "66-95"), (39.5, "33-66"), (19.9, "33-66"),
     (19.7, "0-33")],
)  # fmt: skip
def test_fixed_broadband_with_a_benchmark_of_sixty(value: float, band: str) -> None:
    goalpost = Goalpost(
        1, observable="x", family="target", worst=0.0, best=60.0, reason="printed example"
    )
    score = normalise(value, goalpost)
    percent = percent_of_benchmark(value, goalpost, "higher", score)
    assert percent is not None
    assert PRINTED[band_of(percent, BANDS)] == band


@pytest.mark.parametrize("value", [57.0, 39.6, 19.8])
def test_an_edge_belongs_to_the_band_above(value: float) -> None:
    goalpost = Goalpost(
        1, observable="x", family="target", worst=0.0, best=60.0, reason="printed example"
    )
    percent = percent_of_benchmark(value, goalpost, "higher", None)
    assert percent is not None
    assert points_of(percent, EDGES) > points_of(percent - 0.01, EDGES)


def test_an_edge_that_floating_point_misses_is_reached() -> None:
    assert points_of(100 * 52.8 / 80, EDGES) == 3
    assert points_of(66 - 4e-10, EDGES) == 3
    assert points_of(66 - 6e-10, EDGES) == 2


def test_below_the_lowest_edge_the_lowest_band_counts_in_whatever_order_they_stand() -> None:
    upside_down = dict(reversed(BANDS.items()))
    for edges in (BANDS, upside_down):
        assert [band_of(score, edges) for score in (-5, 50, 120)] == [
            "low", "moderate", "at-benchmark",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("direction", "best", "percent"),
    [("higher", 80.0, 50.0), ("higher", 0.5, 8000.0), ("lower", 80.0, 12.0),
     ("towards", 80.0, 12.0), ("higher", 0.0, 12.0), ("higher", -1.0, 12.0),
     ("higher", None, 12.0)],
)  # fmt: skip
def test_the_score_stands_in_where_the_published_text_has_no_rule(
    direction: str, best: float | None, percent: float
) -> None:
    goalpost = Goalpost(1, observable="x", family="target", worst=100.0, best=best, reason="test")
    assert percent_of_benchmark(40.0, goalpost, direction, 12.0) == percent


def test_a_trace_has_the_lower_edges_among_its_settings() -> None:
    assert edges_as_settings("points", {1: 0.0, 2: 33.0}) == (("points.1", 0.0), ("points.2", 33.0))
