"""Leading and trailing cities from values on record, and scales at whose ends too many stand."""

import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.comparison.leading_cities import ends_of, on_record
from generator.assessment.rating.indicator_ratings import assess_observables
from generator.assessment.tallies import Tallies, tallies_of
from generator.checks.goalpost_rules import check_scales
from generator.model.benchmark_policy import BenchmarkPolicy
from generator.model.publication import Publication
from tests.assessment.test_laws import assess, city, framework, publication

POLICY = BenchmarkPolicy.model_construct(
    leading=5, trailing=0.05, minimum_cities=10, at_ends=0.25, counted_from=40
)


def test_leading_is_the_mean_of_the_best_five_and_trailing_the_fifth_percentile() -> None:
    """Of 1, 2, …, 21: 5 % of the way is 2, the best five are 17 to 21, in any order."""
    values = [float(value) for value in range(21, 0, -1)]
    assert ends_of(values, True, POLICY) == (2.0, 19.0)
    assert ends_of(values, False, POLICY) == (20.0, 3.0)


def test_fewer_cities_than_the_policy_asks_give_no_ends() -> None:
    assert ends_of([1.0] * 9, True, POLICY) is None
    assert ends_of([1.0] * 10, True, POLICY) == (1.0, 1.0)


@given(st.lists(st.integers(-100, 100), min_size=10, max_size=40))
def test_a_mirrored_record_has_mirrored_ends(values: list[int]) -> None:
    here = ends_of([float(value) for value in values], True, POLICY)
    there = ends_of([float(-value) for value in values], False, POLICY)
    assert here is not None and there is not None
    assert here == pytest.approx(tuple(-end for end in there))


def several(values: list[float]) -> Publication:
    """Return cities with one figure each, written as a share of the way to its best."""
    cities = {
        f"city-{at}": city({"unemployment-rate": value}, name=f"city-{at}")
        for at, value in enumerate(values)
    }
    return replace(publication(), cities=cities, city_ids=tuple(cities))


def test_the_record_of_today_stands_beside_what_is_frozen_and_changes_no_position() -> None:
    found = several([at / 10 for at in range(12)])
    rows = {one.observable: one for one in on_record(found)}
    row = rows["unemployment-rate"]
    assert row.frozen == framework().leading_of("unemployment-rate", "")
    values = [
        float(observation.value or 0)
        for one in found.cities.values()
        for observation in one.observations
    ]
    assert row.best == pytest.approx(statistics.fmean(sorted(values)[:5]))
    assert len(row.cities) == 12
    alone, _ = assess_observables(framework(), found.cities["city-5"], 2024, {})
    assert alone["unemployment-rate"].position == pytest.approx(50, abs=1e-4)


def test_a_figure_that_may_not_be_rated_is_not_on_record() -> None:
    found = several([0.5] * 12)
    proxies = {
        name: replace(
            one,
            observations=replace(
                one.observations,
                rows=tuple(replace(row, comparability="proxy") for row in one.observations),
            ),
        )
        for name, one in found.cities.items()
    }
    (row,) = (
        one
        for one in on_record(replace(found, cities=proxies))
        if one.observable == "unemployment-rate"
    )
    assert (row.cities, row.best) == ((), None)


def tallies(share: float) -> Tallies:
    rows = {"unemployment-rate": share, "potable-water-supply": 1.0, "ghg-emissions": 0.5}
    return tallies_of(city(rows), assess(rows), framework())


def test_floors_do_not_count_among_scores_at_an_end() -> None:
    found = tallies(1.0)
    assert found.scored == {"target": 1, "leading-cities": 2}
    assert found.at_ends == {"leading-cities": 2}  # the target of emissions is beyond the leading


def test_a_build_warns_if_more_than_a_quarter_stands_at_an_end() -> None:
    at_end, within = tallies(1.0), tallies(0.5)
    few = [at_end] * 10 + [within] * 9  # 38 positions
    assert list(check_scales(framework(), few)) == []
    (problem,) = check_scales(framework(), [at_end] * 20)
    assert (problem.code, problem.found, problem.expected) == ("goalpost-at-ends", "40", "40")
    assert problem.severity == "warning"
