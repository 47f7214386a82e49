"""Goals: the mean of what speaks to them, by how closely it does, with coverage."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.assessment import assess_city
from generator.assessment.rating.goal_ratings import assess_goal, goal_weights
from generator.making.checking import check
from generator.model.framework import Framework
from generator.model.framework_tables import stands_apart

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def almaty():
    publication = check(ROOT, ["almaty"]).publication
    return publication.framework, assess_city(
        publication.framework, publication.cities["almaty"], 2023
    )


def scored(indicators, scores):
    return {name: replace(one, score=scores.get(name)) for name, one in indicators.items()}


def closest(framework: Framework, goal: str, relation: str) -> str:
    """Return the first indicator with such a link that has a target, and no floor."""
    weight = framework.policy.sdg.weights[relation]
    return next(
        name
        for name, one in goal_weights(framework, goal).items()
        if one == weight
        and (post := framework.target_of(name, "KZ"))
        and post.states_benchmark
        and not stands_apart(post)
    )


def test_a_closer_figure_weighs_more(almaty):
    framework, result = almaty
    same, proxy = (closest(framework, "11", relation) for relation in ("same", "proxy"))
    found = assess_goal(framework, scored(result.indicators, {same: 80.0, proxy: 10.0}), "11")
    assert found.score == pytest.approx((1 * 80 + 0.75 * 10) / 1.75)
    assert found.rated == 2
    total = sum(goal_weights(framework, "11").values())
    assert found.coverage == pytest.approx(1.75 / total)


def test_an_indicator_linked_twice_counts_once_by_its_closest_link(almaty):
    framework, _ = almaty
    weights = framework.policy.sdg.weights
    for name, record in framework.indicators.items():
        links = [link for link in record.sdg if link.goal_number == "11"]
        if len(links) > 1:
            strongest = max(weights[link.relation] for link in links)
            assert goal_weights(framework, "11")[name] == strongest


def test_one_rated_figure_gives_a_list_and_no_mean(almaty):
    framework, result = almaty
    same = closest(framework, "11", "same")
    found = assess_goal(framework, scored(result.indicators, {same: 80.0}), "11")
    assert found.score is None
    assert found.rated == 1


def test_contributions_add_up_to_the_mean(almaty):
    framework, result = almaty
    scores = dict.fromkeys(goal_weights(framework, "11"), 40.0) | {
        closest(framework, "11", "proxy"): 90.0
    }
    found = assess_goal(framework, scored(result.indicators, scores), "11")
    assert found.score is not None
    weights = goal_weights(framework, "11")
    entered = sum(weights[name] for name in weights if not result.indicators[name].stands_apart)
    assert found.coverage == pytest.approx(entered / sum(weights.values()))
    assert sum(part.points for part in found.contributions) == pytest.approx(found.score)
