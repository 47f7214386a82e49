"""Indicators to a Sustainable Development Goal: the mean of those that speak to it, with coverage.

Weighted by how closely an indicator stands to the goal, as the policy says. A list when fewer
are rated than the policy asks for. Goals are never added up: there is no index of goals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.assessment.rating.aggregation import contributions_of, coverage_of, mean_of
from generator.assessment.rating.composite import indicator_node
from generator.assessment.results import Contribution, IndicatorResult
from generator.model.publication import Framework


@dataclass(frozen=True)
class GoalResult:
    """What a city's figures say of a goal; `score` is None if too few of them are rated.

    `coverage` is the rated share of the weight of all indicators that speak to the goal.
    """

    goal: str
    score: float | None
    rated: int
    linked: int
    coverage: float
    contributions: tuple[Contribution, ...]


def goal_weights(framework: Framework, goal: str) -> Mapping[str, float]:
    """Return the weight of each indicator that speaks to a goal: that of its closest link."""
    weights = framework.policy.sdg.weights
    found: dict[str, float] = {}
    for name, record in framework.indicators.items():
        links = [weights[link.relation] for link in record.sdg if link.goal_number == goal]
        if links:
            found[name] = max(links)
    return found


def assess_goal(
    framework: Framework, indicators: Mapping[str, IndicatorResult], goal: str
) -> GoalResult:
    """Return what the indicators of a city say of a goal."""
    nodes = [
        replace(indicator_node(name, indicators[name].score, scaled=True), weight=weight)
        for name, weight in goal_weights(framework, goal).items()
    ]
    score = mean_of([(one.weight, one.score) for one in nodes])
    contributions = contributions_of(nodes)
    if len(contributions) < framework.policy.sdg.minimum:
        score = None
    return GoalResult(
        goal, score, len(contributions), len(nodes), coverage_of(nodes), contributions
    )
