"""Rates of few events: the range that chance leaves, and no jump that speaks against a year."""

from dataclasses import replace
from typing import Any

import pytest

from generator.assessment.plausibility.relations_held import findings_of
from generator.assessment.rating.data_errors import error_of
from generator.assessment.rating.few_events import (
    bounds_of,
    chance_range,
    is_of_few_events,
    poisson_range,
)
from generator.model.city_tables import Observation
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.roots import make_root

RARE = "maternal-mortality-rate"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    found = read_publication(make_root(tmp_path_factory.mktemp("few") / "root", "osh"), Problems())
    assert isinstance(found, Publication)
    return found


@pytest.mark.parametrize(
    ("events", "low", "high"),
    [(0, 0.0, 2.996), (1, 0.051, 4.744), (3, 0.818, 7.754), (10, 5.425, 16.962)],
)
def test_the_range_is_that_of_published_tables(events: int, low: float, high: float) -> None:
    """Garwood (1936), 90 %: half the quantiles of chi-square with 2 k and 2 k + 2 degrees."""
    assert poisson_range(events) == pytest.approx((low, high), abs=1e-3)


def year(read: Publication, **cells: Any) -> Observation:
    row = next(row for row in read.cities["osh"].observations if row.observable == RARE)
    return replace(row, **cells)


def test_counted_events_give_the_range_of_the_rate(read: Publication) -> None:
    """2 deaths on 5000 births are 40 on 100 000; by chance 7.1 to 125.9."""
    row = year(read, value="40", numerator=2.0, denominator=5000.0)
    low, high = chance_range(read.framework, row) or (0.0, 0.0)
    assert (low, high) == pytest.approx((7.107, 125.916), abs=1e-2)
    assert error_of(read.framework, row, 40.0) == pytest.approx((high - low) / 2)
    assert bounds_of(read.framework, replace(row, lower=30.0, upper=50.0)) == (30.0, 50.0)


def test_without_the_events_no_base_is_assumed(read: Publication) -> None:
    row = year(read)
    assert row.numerator is None
    assert chance_range(read.framework, row) is None
    assert is_of_few_events(read.framework, RARE, row)


def test_enough_events_are_judged_like_any_other_rate(read: Publication) -> None:
    row = year(read, numerator=20.0, denominator=50000.0)
    assert not is_of_few_events(read.framework, RARE, row)
    assert chance_range(read.framework, row) is None
    assert not is_of_few_events(read.framework, "physicians", year(read))


def test_no_jump_speaks_against_a_rate_of_few_events(read: Publication) -> None:
    """Osh: 13.5 and 16.7 in a series about 50 are one or two deaths less, and count."""

    def speak(framework: Any) -> int:
        found = findings_of(framework, read.cities["osh"])
        return sum(RARE in str(one) for one in found)

    indicators = dict(read.framework.indicators)
    indicators[RARE] = indicators[RARE].model_copy(update={"few_events": None})
    assert speak(read.framework) == 0
    assert speak(replace(read.framework, indicators=indicators)) == 2
