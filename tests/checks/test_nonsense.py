"""A number or a date that cannot be is named at its place, whatever column or key it stands in."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.problems import Problem
from tests.checks.nonsense import declared, said_of

UNIT = "in the unit of an indicator, of which any may be a difference or an end of a scale"
SIGNED = "a difference, which goes both ways"
ELSEWHERE = "named where the sum, the order or the factor is judged that it spoils"

ANYTHING: Mapping[str, str] = {
    "Baseline.value": UNIT, "BundleOverlap.less": UNIT, "PracticeResult.after": UNIT,
    "PracticeResult.before": UNIT, "Test.above": UNIT, "Test.at_least": UNIT,
    "IndicatorRecord.maximum": UNIT, "IndicatorRecord.minimum": UNIT,
    "ObservableRecord.maximum": UNIT, "ObservableRecord.minimum": UNIT,
    "OwnIndicator.maximum": UNIT, "OwnIndicator.minimum": UNIT,
    "context-variables.maximum": UNIT, "context-variables.minimum": UNIT,
    "units.maximum": UNIT, "units.minimum": UNIT,
    "goalposts.worst": UNIT, "goalposts.worst_above": UNIT, "goalposts.worst_of_five": UNIT,
    "observations.lower": UNIT, "observations.upper": UNIT,
    "ConditionEffect.change": SIGNED, "Emission.tco2e_avoided": SIGNED,
    "Impact.central": SIGNED, "Impact.high": SIGNED, "Impact.low": SIGNED,
    "PackageEffect.central": SIGNED, "PackageEffect.high": SIGNED, "PackageEffect.low": SIGNED,
    "PracticeResult.change": SIGNED, "SharedItem.amount": SIGNED,
    "conversions.factor": SIGNED, "conversions.offset": SIGNED,
    "IndicatorRecord.importance": ELSEWHERE, "ObservableRecord.importance": ELSEWHERE,
    "OwnIndicator.importance": ELSEWHERE, "TrendPolicy.acceleration_needed": ELSEWHERE,
    "UrgencyPolicy.default_importance": ELSEWHERE,
    "areas.weight": ELSEWHERE, "placements.weight": ELSEWHERE,
}  # fmt: skip
"""Number -> why no value of it is nonsense."""


@pytest.fixture(scope="module")
def said(
    fictitious: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Problem | None]:
    return said_of(fictitious, tmp_path_factory.mktemp("nonsense"))


@pytest.mark.parametrize("name", sorted(declared()))
def test_nonsense_is_named_at_its_place(name: str, said: Mapping[str, Problem | None]) -> None:
    assert (said[name] is None) is (name in ANYTHING)
