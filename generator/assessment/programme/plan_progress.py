"""Follow-up of a city: its action plan at the as-of date, its reviews, its indicators since.

In: the plan, the reviews, the decisions on recommendations. Out: one record, or None for a city
with neither plan nor review.
"""

from collections.abc import Iterable, Mapping

from generator.assessment.programme.review_states import (
    Implementation,
    ReviewResult,
    follow_reviews,
    implementation,
)
from generator.assessment.programme.schedule import ActionResult, schedule_actions
from generator.assessment.results import CityResult
from generator.assessment.trend.movement import Movement, movements
from generator.frozen import dataclass
from generator.model.city_records import ActionPlan, CityRecommendations, Review
from generator.model.framework import Framework
from generator.model.publication import City, documents_in

PLAN = "action-plan.yml"
REVIEWS = "reviews"
ADVICE = "recommendations.yml"


@dataclass(frozen=True)
class FollowUp:
    """`movements` since the plan was adopted; `review_movements` by the year of the review."""

    plan: ActionPlan | None
    reviews: Mapping[int, Review]
    actions: Mapping[str, ActionResult]
    budget: float | None
    spent: float | None
    implementation: Implementation
    review_results: tuple[ReviewResult, ...]
    movements: tuple[Movement, ...]
    review_movements: Mapping[int, tuple[Movement, ...]]


def follow_up_city(
    framework: Framework, city: City, result: CityResult, as_of: str
) -> FollowUp | None:
    """Return the follow-up of a city at the as-of date; None without a plan and a review."""
    plan, reviews, advice = plan_of(city), reviews_of(city), advice_of(city)
    if plan is None and not reviews:
        return None
    ordered = [reviews[year] for year in sorted(reviews)]
    actions = plan.actions.values() if plan is not None else ()
    return FollowUp(
        plan=plan,
        reviews=reviews,
        actions=schedule_actions(plan, as_of, framework.policy.follow_up) if plan else {},
        budget=_total(one.budget for one in actions),
        spent=_total(one.spent for one in actions),
        implementation=implementation(ordered, plan, advice),
        review_results=follow_reviews(reviews, plan, advice),
        movements=_since_adoption(framework, result, plan, int(as_of[:4]), None),
        review_movements={
            year: _since_adoption(framework, result, plan, year, _before(reviews, year))
            for year in reviews
        },
    )


def plan_of(city: City) -> ActionPlan | None:
    document = city.documents.get(PLAN)
    plan: ActionPlan | None = document.record if document is not None else None
    return plan


def advice_of(city: City) -> CityRecommendations | None:
    document = city.documents.get(ADVICE)
    advice: CityRecommendations | None = document.record if document is not None else None
    return advice


def reviews_of(city: City) -> Mapping[int, Review]:
    """Return the reviews of a city by the year that their file is named by."""
    reviews = documents_in(city.documents, REVIEWS)
    return {int(year): one.record for year, one in reviews.items() if year.isdecimal()}


def adopted_in(plan: ActionPlan | None) -> int | None:
    """Return the year from which a plan counts: of its adoption, else the first of its period."""
    text = (plan.adopted or plan.period or "") if plan is not None else ""
    return int(text[:4]) if text[:4].isdecimal() else None


def _since_adoption(
    framework: Framework,
    result: CityResult,
    plan: ActionPlan | None,
    until: int,
    previous: int | None,
) -> tuple[Movement, ...]:
    adopted = adopted_in(plan)
    if plan is None or adopted is None:
        return ()
    named = [name for action in plan.actions.values() for name in action.indicators]
    return movements(framework, result, named, adopted, until, previous)


def _before(reviews: Mapping[int, Review], year: int) -> int | None:
    return max((one for one in reviews if one < year), default=None)


def _total(amounts: Iterable[float | None]) -> float | None:
    """Return the sum of the amounts that are stated; None if none is."""
    stated = [one for one in amounts if one is not None]
    return sum(stated) if stated else None
