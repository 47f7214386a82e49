"""What can never be true, whatever the figures, and what can."""

from pathlib import Path
from typing import Any

import pytest

from generator.checks.conditions import Asked, contradictions
from generator.making.checking import check
from generator.model.condition_records import Condition
from generator.model.framework import Framework

CHECKOUT = Path(__file__).resolve().parents[2]
RATE, PM = "unemployment-rate", "air-pollution.pm2-5"


@pytest.fixture(scope="module")
def framework() -> Framework:
    publication = check(CHECKOUT).publication
    assert publication is not None
    return publication.framework


def faults(framework: Framework, node: dict[str, Any]) -> list[str]:
    condition = Condition.model_validate(node)
    return [fault for _, fault in contradictions(condition, (), Asked(), framework)]


@pytest.mark.parametrize(
    ("parts", "subject"),
    [
        ([{"country": ["AT"]}, {"country": ["DE"]}], "country"),
        ([{"indicator": RATE, "reported": "no"},
          {"indicator": RATE, "value": {"above": "5"}}], RATE),
        ([{"indicator": RATE, "score": {"below": "9"}},
          {"indicator": RATE, "reported": "no"}], RATE),
        ([{"area": "action/energy", "rated": "no"},
          {"area": "action/energy", "score": {"below": "9"}}], "action/energy"),
        ([{"governance": "mobility-plan", "state": ["absent"]},
          {"governance": "mobility-plan", "state": ["adopted"]}], "mobility-plan"),
        ([{"indicator": PM, "trend": ["limited"]}, {"indicator": PM, "trend": ["achieved"]}], PM),
        ([{"indicator": PM, "value": {"below": "0"}}], PM),
        ([{"indicator": RATE, "value": {"at_least": "101"}}], RATE),
    ],
)  # fmt: skip
def test_what_excludes_itself_is_found(
    framework: Framework, parts: list[dict[str, Any]], subject: str
) -> None:
    assert faults(framework, {"all": parts})[:1] == [subject]
    if len(parts) > 1:
        assert faults(framework, {"any": parts}) == []


@pytest.mark.parametrize(
    "parts",
    [
        [{"indicator": RATE, "reported": "no"}, {"indicator": PM, "value": {"above": "5"}}],
        [{"project_in": "action/energy", "stage": ["concept"]},
         {"project_in": "action/energy", "stage": ["operation"]}],
        [{"indicator": RATE, "value": {"at_most": "100"}}],
        [{"indicator": RATE, "value": {"at_least": "5"}},
         {"indicator": RATE, "value": {"at_most": "5"}}],
    ],
)  # fmt: skip
def test_what_can_hold_together_is_no_fault(
    framework: Framework, parts: list[dict[str, Any]]
) -> None:
    assert faults(framework, {"all": parts}) == []
