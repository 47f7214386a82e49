"""Annual reviews: what became of every recommendation and action, and how much is implemented.

A recommendation is accepted if it was accepted or adapted by decision, or taken up in the action
plan or a review. What was superseded or rejected later leaves the count, and is counted beside.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.frozen import dataclass
from generator.model.city_records import ActionPlan, CityRecommendations, Review

IMPLEMENTED = "implemented"
NOT_STARTED = "not-started"
SUPERSEDED = "superseded"
REJECTED = "rejected"
ACCEPTING = ("accepted", "adapted")


@dataclass(frozen=True, slots=True)
class Step:
    """A state in a review, and the one in the review before (None if it was not reviewed)."""

    state: str
    previous: str | None


@dataclass(frozen=True, slots=True)
class Implementation:
    """`rate` is implemented over accepted, 0 to 1; None if nothing was accepted."""

    implemented: int
    accepted: int
    superseded: int
    rejected: int
    rate: float | None
    states: Mapping[str, str]
    """Every recommendation that was ever accepted, with its state."""


@dataclass(frozen=True)
class ReviewResult:
    """One annual review, `year` being the name of its file."""

    year: int
    recommendations: Mapping[str, Step]
    actions: Mapping[str, Step]
    implementation: Implementation


def follow_reviews(
    reviews: Mapping[int, Review], plan: ActionPlan | None, advice: CityRecommendations | None
) -> tuple[ReviewResult, ...]:
    """Return every review by year, each compared with the one before."""
    found: list[ReviewResult] = []
    years = sorted(reviews)
    for at, year in enumerate(years):
        before = [reviews[one] for one in years[:at]]
        found.append(_follow(year, reviews[year], before, plan, advice))
    return tuple(found)


def _follow(
    year: int,
    review: Review,
    before: Sequence[Review],
    plan: ActionPlan | None,
    advice: CityRecommendations | None,
) -> ReviewResult:
    known = latest_states(before)
    acted = {name: one.status for past in before for name, one in past.actions.items()}
    return ReviewResult(
        year=year,
        recommendations={
            name: Step(one.state, known.get(name)) for name, one in review.recommendations.items()
        },
        actions={name: Step(one.status, acted.get(name)) for name, one in review.actions.items()},
        implementation=implementation([*before, review], plan, advice),
    )


def latest_states(reviews: Iterable[Review]) -> Mapping[str, str]:
    """Return the last state of every recommendation in reviews that are in order."""
    return {name: one.state for review in reviews for name, one in review.recommendations.items()}


def implementation(
    reviews: Sequence[Review], plan: ActionPlan | None, advice: CityRecommendations | None
) -> Implementation:
    """Return how many of the accepted recommendations are implemented after some reviews."""
    known = latest_states(reviews)
    accepted = dict.fromkeys(_accepted(plan, advice), NOT_STARTED)
    states = {**accepted, **known}
    count = list(states.values()).count
    standing = len(states) - count(SUPERSEDED) - count(REJECTED)
    done = count(IMPLEMENTED)
    rate = done / standing if standing else None
    return Implementation(done, standing, count(SUPERSEDED), count(REJECTED), rate, states)


def _accepted(plan: ActionPlan | None, advice: CityRecommendations | None) -> Iterable[str]:
    if advice is not None:
        for name, decision in advice.decisions.items():
            if decision.decision in ACCEPTING:
                yield name
    if plan is not None:
        for action in plan.actions.values():
            yield from action.recommendations
