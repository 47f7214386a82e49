"""Laws of the ratings of whole cities: what may change a result, and what may not."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assessment import assess_city, rate_tables
from generator.assessment.advice.urgency import urgency_of
from generator.assessment.rating.normalisation import normalise
from generator.assessment.results import CityResult
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.framework_tables import Goalpost, has_scale
from generator.model.publication import City, Publication
from generator.model.scalars import Period
from generator.problems import Problems
from generator.read.publication_reader import read_publication

ROOT = Path(__file__).resolve().parents[2]
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def publication() -> Publication:
    found = read_publication(ROOT, Problems(), ["almaty"])
    assert found is not None
    return found


@cache
def framework() -> Framework:
    """Return the framework without relations: what is impossible would be held back."""
    shipped = publication().framework
    return replace(shipped, relations=replace(shipped.relations, rows=()))


COUNTRY = "AT"
"""A country for which every row of goalposts holds."""

TARGETS = {
    key: post
    for key in framework().observables
    if (post := framework().target_of(key, COUNTRY)) and has_scale(post) and post.scores is None
}
SCALED = sorted(TARGETS)
COUNTED = sorted(key for key, post in TARGETS.items() if not post.floor)
LED = sorted(key for key in framework().observables if framework().leading_of(key, COUNTRY))


def city(rows: Mapping[str, float], order: int = 1, name: str = "made-up") -> City:
    """Return a city made up, with values as shares of the way from worst to best."""
    template = next(iter(publication().cities.values()))
    observations = [
        Observation(
            line, observable=key, period=Period(2024, 2024), value=f"{_value(key, share):.6f}",
            unit=framework().observables[key].unit, source="book",
        )
        for line, (key, share) in enumerate(rows.items(), start=2)
    ]  # fmt: skip
    table = replace(template.observations, rows=tuple(observations[::order]))
    document = template.document
    record = document.record.model_copy(update={"country": COUNTRY, "profile_year": 2024})
    document = replace(document, record=record)
    return replace(template, id=name, document=document, observations=table)


def _value(key: str, share: float) -> float:
    post = TARGETS.get(key) or framework().leading_of(key, COUNTRY)
    assert post is not None
    worst, best = post.worst or 0.0, post.best or 0.0
    return worst + share * (best - worst)


def assess(rows: Mapping[str, float], order: int = 1) -> CityResult:
    return assess_city(framework(), city(rows, order), 2024)


ROWS = st.dictionaries(st.sampled_from(SCALED), st.floats(0, 1), max_size=len(SCALED))


@FEW
@given(ROWS)
def test_no_order_of_rows_changes_a_result(rows: dict[str, float]) -> None:
    forward, backward = assess(rows), assess(rows, order=-1)
    assert forward == backward


@FEW
@given(ROWS, st.data())
def test_a_better_value_lowers_no_score_and_raises_no_urgency(
    rows: dict[str, float], data: Any
) -> None:
    if not rows:
        return
    key = data.draw(st.sampled_from(sorted(rows)))
    better = {**rows, key: data.draw(st.floats(rows[key], 1))}
    before, after = assess(rows), assess(better)
    for area, one in before.areas.items():
        if one.score is not None:
            assert after.areas[area].score >= one.score - 1e-6
    assert after.urgencies[key].urgency <= before.urgencies[key].urgency + 1e-6


@FEW
@given(ROWS)
def test_every_area_adds_up_within_its_bounds_and_its_interval(rows: dict[str, float]) -> None:
    for area in assess(rows).areas.values():
        assert 0 <= area.low <= area.high <= 100 + 1e-9
        if area.score is None:
            assert area.interval is None
            continue
        assert area.low - 1e-9 <= area.score <= area.high + 1e-9
        total = sum(part.points for part in area.contributions)
        assert total == pytest.approx(area.score, abs=1e-9)
        assert area.interval is not None
        assert area.interval.low <= area.score <= area.interval.high
        complete = round(area.assessable_coverage, 9) == 1
        assert (area.high - area.low < 1e-6) == complete


@FEW
@given(ROWS)
def test_no_area_is_rated_below_the_limits_of_the_policy(rows: dict[str, float]) -> None:
    limits = framework().policy.coverage
    for name, area in assess(rows).areas.items():
        if area.band is not None:
            assert "/" in name  # there is no score over all areas
            assert area.rated >= limits.minimum_rated
        else:
            assert area.reason


@FEW
@given(st.dictionaries(st.sampled_from(sorted({*SCALED, *LED})), st.floats(0, 1)))
def test_no_family_of_benchmarks_reads_the_other(rows: dict[str, float]) -> None:
    both = assess(rows)
    alone = {family: assess_city(only(family), city(rows), 2024) for family in FAMILIES}
    targets, leading = alone["target"], alone["leading-cities"]
    for key, one in both.observables.items():
        other = targets.observables[key]
        assert (one.score, one.band) == (other.score, other.band)
        assert one.position == leading.observables[key].position
    for name, area in both.areas.items():
        other = targets.areas[name]
        assert (area.score, area.low, area.high) == (other.score, other.low, other.high)
        assert (area.targets, area.reached) == (other.targets, other.reached)
        assert area.median_position == leading.areas[name].median_position
    assert both.urgencies.keys() == targets.urgencies.keys()
    assert not leading.urgencies


FAMILIES = ("target", "leading-cities")


@cache
def only(family: str) -> Framework:
    """Return the framework with the benchmarks of one family."""
    table = framework().goalposts
    rows = tuple(post for post in table if post.family == family)
    return replace(framework(), goalposts=replace(table, rows=rows))


@FEW
@given(ROWS)
def test_floors_are_reached_or_not_and_enter_no_mean(rows: dict[str, float]) -> None:
    result = assess(rows)
    without = assess({key: share for key, share in rows.items() if not TARGETS[key].floor})
    for name, area in result.areas.items():
        assert area.score == without.areas[name].score
        assert area.targets - without.areas[name].targets == sum(
            bool(TARGETS[key].floor)
            for key in rows
            if framework().observables[key].indicator in framework().placed_below(name)
            if result.observables[key].is_rated
        )
    for key in rows:
        if TARGETS[key].floor:
            assert result.observables[key].band is None


def test_the_same_seed_gives_the_same_intervals_and_another_one_others() -> None:
    rows = dict.fromkeys(SCALED, 0.4)
    first, again = assess(rows), assess(rows)
    assert first == again
    policy = framework().policy.model_copy(update={"seed": 7})
    other = assess_city(replace(framework(), policy=policy), city(rows), 2024)
    area = next(name for name, one in first.areas.items() if one.interval)
    assert first.areas[area].interval != other.areas[area].interval
    assert first.areas[area].score == other.areas[area].score


@given(
    st.floats(0, 100), st.floats(0, 100), st.floats(0, 100).filter(lambda best: best > 1)
)  # fmt: skip
def test_a_mirrored_scale_gives_the_mirrored_value_the_same_score(
    value: float, worst: float, best: float
) -> None:
    if abs(best - worst) < 1e-3:
        return
    here = normalise(value, goalpost(worst, best))
    mirrored = goalpost(100 - worst, 100 - best)
    assert here == pytest.approx(normalise(100 - value, mirrored), abs=1e-6)


def goalpost(worst: float, best: float) -> Goalpost:
    return Goalpost(0, observable="x", family="target", worst=worst, best=best, reason="")


@FEW
@given(st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 100), min_size=1), st.floats(0, 100))
def test_another_city_changes_nothing_in_a_library_rating(
    values: dict[str, float], other: float
) -> None:
    posts = dict.fromkeys("abcdef", (0, 100))
    alone = rate_tables({"one": values}, posts, replications=50)["one"]
    beside = rate_tables({"one": values, "two": {"a": other}}, posts, replications=50)["one"]
    assert alone == beside


@pytest.mark.parametrize("rows", [{}, {SCALED[0]: 0.5}])
def test_an_empty_city_and_one_indicator_are_assessed(rows: dict[str, float]) -> None:
    found = assess(rows)
    assert sum(one.score is not None for one in found.observables.values()) == len(rows)
    assert all(area.band is None for area in found.areas.values())


@given(st.floats(0, 1), st.sampled_from([0.5, 0.75, 1.0]), st.floats(0.5, 1.5))
def test_urgency_lies_between_nothing_and_one(gap: float, weight: float, pace: float) -> None:
    assert 0 <= urgency_of(gap, weight, pace) <= 1
