"""A number or a date that cannot be is named at its place, whatever column or key it stands in."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.problems import Problem
from tests.checks.nonsense import declared, said_of

UNIT = "in the unit of an indicator, of which any may be a difference or an end of a scale"
UNRANGED = "of an observable without a range here; with one: test_possible_values.py"
LOWEST = "the lower end of a range, which any number may be; its upper end is held against it"
SIGNED = "a difference, which goes both ways"
ELSEWHERE = "named where the sum, the order or the factor is judged that it spoils"

ANYTHING: Mapping[str, str] = {
    "BundleOverlap.less": UNIT, "Test.above": UNIT, "Test.at_least": UNIT,
    "PracticeResult.after": UNRANGED, "PracticeResult.before": UNRANGED,
    "IndicatorRecord.minimum": LOWEST, "ObservableRecord.minimum": LOWEST,
    "OwnIndicator.minimum": LOWEST, "context-variables.minimum": LOWEST, "units.minimum": LOWEST,
    "ConditionEffect.change": SIGNED, "Emission.tco2e_avoided": SIGNED,
    "Impact.central": SIGNED, "Impact.high": SIGNED, "Impact.low": SIGNED,
    "PackageEffect.central": SIGNED, "PackageEffect.high": SIGNED, "PackageEffect.low": SIGNED,
    "PracticeResult.change": SIGNED,
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
    return said_of(fictitious, tmp_path_factory.mktemp("nonsense"), ANYTHING)


@pytest.mark.parametrize("name", sorted(declared()))
def test_nonsense_is_named_at_its_place(name: str, said: Mapping[str, Problem | None]) -> None:
    assert (said[name] is None) is (name in ANYTHING)
