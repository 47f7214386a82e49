"""What-if ratings and achieved shares: worked examples, overlap, limits, laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.investment.achievement import Achievement, achieved, achieved_share
from generator.assessment.investment.impact import (
    WhatIf,
    expected_value,
    largest_of_groups,
    what_if,
)
from generator.assessment.results import CityResult
from generator.model.framework import Framework
from generator.model.project_records import Baseline, BundleOverlap, Impact
from generator.model.scalars import Period
from tests.assessment.made_up import FILES, known_of, publish

PM = "air-pollution.pm2-5"
INTERNET = "household-internet-access"


def impact(observable: str, central: float, kind: str = "absolute", **more: object) -> Impact:
    return Impact.model_construct(
        **{
            "variant": None, "low": None, "high": None, "year": 2026, "baseline": None,
            "evidence": "model", "overlap_group": None, **more,
            "observable": observable, "kind": kind, "central": central,
        }
    )  # fmt: skip


@pytest.fixture(scope="module")
def framework_and_result(tmp_path_factory: pytest.TempPathFactory) -> tuple[Framework, CityResult]:
    rows = FILES["observations.csv"] + "".join(
        f"{name},2021,90,%,book,\n" for name in ("basic-water-supply", "household-sanitation")
    )
    publication = publish(tmp_path_factory.mktemp("impact"), {"observations.csv": rows})
    return publication.framework, known_of(publication).result


Both = tuple[Framework, CityResult]


def test_the_ratings_are_made_again_with_the_expected_value(framework_and_result: Both) -> None:
    """80.2 % of households and 10 points more: 90.2 of 100."""
    found = what_if(*framework_and_result, [impact(INTERNET, 10, low=5, high=30)])
    (effect,) = found.observables
    assert effect.before.value == 80.2
    assert effect.low.value == pytest.approx(85.2)
    assert effect.central.value == pytest.approx(90.2)
    assert effect.high.value == 100
    assert effect.central.score is not None
    assert effect.before.score is not None
    assert effect.central.score > effect.before.score
    assert {one.subject for one in found.areas} >= {"u4ssc/economy"}


def test_a_relative_effect_is_a_share_of_the_value(framework_and_result: Both) -> None:
    found = what_if(*framework_and_result, [impact(PM, -0.1, "relative")])
    assert found.observables[0].central.value == pytest.approx(26.1)


def test_an_effect_without_a_rated_baseline_is_not_scored(framework_and_result: Both) -> None:
    found = what_if(*framework_and_result, [impact("open-data", 5), impact("nothing", 1)])
    assert found == WhatIf((), (), {"open-data": "baseline-missing", "nothing": "baseline-missing"})


def test_no_change_changes_nothing(framework_and_result: Both) -> None:
    found = what_if(*framework_and_result, [impact(PM, 0), impact(INTERNET, 0, "relative")])
    assert found.areas == ()
    assert all(one.before == one.low == one.central == one.high for one in found.observables)


def test_a_value_stays_within_what_its_unit_allows(framework_and_result: Both) -> None:
    result = framework_and_result[1].observables[INTERNET]
    assert expected_value(result, [impact(INTERNET, 500)], "central") == 100
    assert expected_value(result, [impact(INTERNET, -500)], "central") == 0


def test_projects_add_up_and_a_group_counts_once(framework_and_result: Both) -> None:
    result = framework_and_result[1].observables[INTERNET]
    separate = [impact(INTERNET, 2), impact(INTERNET, 3)]
    together = [impact(INTERNET, 2, overlap_group="a"), impact(INTERNET, 3, overlap_group="a")]
    assert expected_value(result, separate, "central") == pytest.approx(85.2)
    assert expected_value(result, together, "central") == pytest.approx(83.2)


def test_relative_effects_multiply(framework_and_result: Both) -> None:
    result = framework_and_result[1].observables[PM]
    halves = [impact(PM, -0.5, "relative"), impact(PM, -0.5, "relative")]
    assert expected_value(result, halves, "central") == pytest.approx(29 / 4)


def test_an_overlap_of_a_bundle_shortens_the_change(framework_and_result: Both) -> None:
    """-10 % less 1 %, of 29: 29 x 0.91; and never over to the other side."""
    framework, result = framework_and_result
    less = [BundleOverlap.model_construct(observable=PM, less=0.01)]
    found = what_if(framework, result, [impact(PM, -0.1, "relative")], less)
    assert found.observables[0].central.value == pytest.approx(29 * 0.91)
    one = result.observables[PM]
    assert expected_value(one, [impact(PM, -2)], "central", less=5) == 29


GROUPS = st.lists(st.tuples(st.floats(-50, 50), st.sampled_from(["a", "b"])), min_size=1)


@given(GROUPS)
def test_an_overlap_group_counts_no_more_than_its_largest(parts: list[tuple[float, str]]) -> None:
    impacts = [impact(PM, change, overlap_group=group) for change, group in parts]
    kept = largest_of_groups(impacts)
    assert len(kept) == len({group for _, group in parts})
    for one in kept:
        same = [abs(change) for change, group in parts if group == one.overlap_group]
        assert abs(one.central) == max(same)


# Afterwards.

BASELINE = Baseline.model_construct(value=40.0, period=Period(2019, 2019))


def test_the_achieved_share_is_what_came_about_of_what_was_expected(
    framework_and_result: Both,
) -> None:
    """From 40 to 20 expected, 29 reached: 11 of 20."""
    framework, result = framework_and_result
    found = achieved(framework, result.observables[PM], impact(PM, -20, baseline=BASELINE))
    assert (found.actual, found.actual_period, found.reason) == (29, "2021", "")
    assert found.share == pytest.approx(0.55)
    assert found.early


@pytest.mark.parametrize(
    ("actual", "share"), [(40, 0), (20, 1), (10, 1.5), (45, -0.25)]
)  # fmt: skip
def test_over_all_and_reverse_movement_are_printed_as_they_are(actual: float, share: float) -> None:
    assert achieved_share(40, 20, actual) == share


def test_an_expected_value_equal_to_the_baseline_has_no_share() -> None:
    assert achieved_share(40, 40, 30) is None


@pytest.mark.parametrize(
    ("start", "change", "reason"),
    [
        (None, -20, "baseline-missing"),
        (Baseline.model_construct(value=40.0, period=Period(2021, 2021)), -20, "no-later-figure"),
        (BASELINE, 0, "no-change-expected"),
    ],
)
def test_without_a_share_the_reason_is_given(
    framework_and_result: Both, start: Baseline | None, change: float, reason: str
) -> None:
    framework, result = framework_and_result
    found: Achievement = achieved(
        framework, result.observables[PM], impact(PM, change, baseline=start)
    )
    assert (found.share, found.reason) == (None, reason)
