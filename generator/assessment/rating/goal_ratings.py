"""Indicators to a Sustainable Development Goal: the mean of those that speak to it, with coverage.

Weighted by how closely an indicator stands to the goal, as the policy says. A list when fewer
are rated than the policy asks for. Goals are never added up: there is no index of goals.
"""

from collections.abc import Mapping

from generator.assessment.rating.aggregation import Limits
from generator.assessment.rating.composite import indicator_node, rate_tree
from generator.assessment.results import Contribution, IndicatorResult
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.hierarchy import Branch


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
    weights = goal_weights(framework, goal)
    tree = Branch(goal, members=tuple(Branch(name, weight) for name, weight in weights.items()))
    nodes = {
        name: indicator_node(name, indicators[name].mean_score, scaled=True) for name in weights
    }
    limits = {goal: Limits(0.0, framework.policy.sdg.minimum)}
    rating = rate_tree(tree, nodes, limits)[goal]
    score = None if rating.reason else rating.node.score
    return GoalResult(
        goal, score, rating.rated, len(weights), rating.coverage, rating.contributions
    )
