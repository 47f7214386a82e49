"""Which recommendations of the library a city's figures call for, and how urgently.

In: the library, what is known of a city with its urgencies, its own file of decisions. Out: a
proposal per recommendation with its trace, in a total order. Nothing is written by a machine:
an expert wrote each text, and an expert accepts, adapts or rejects it.
"""

from collections.abc import Iterable, Mapping

from generator.assessment.advice.condition_evaluation import (
    Evaluation,
    Known,
    Leaf,
    deciding_leaves,
    evaluate,
)
from generator.assessment.advice.urgency import importance_of, level_of
from generator.assessment.results import REACHED
from generator.frozen import dataclass
from generator.model.city_records import CityRecommendations, Decision, OwnRecommendation
from generator.model.framework import Framework
from generator.model.library_records import LibraryRecommendation

PROPOSED = "proposed"
NOT_PROPOSED = "not-proposed"
SUPPRESSED = "suppressed"
UNCHECKED = "unchecked"

SETTLED = ("rejected", "in-place")
"""Decisions after which nothing is proposed: the city does not want it, or does it already."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A recommendation of the library for one city.

    `priority` is 0 to 1 and `level` its level of urgency. `because` are the leaves that made it
    proposed, `needs` the leaves without a value that would decide. `unless` is kept where
    it was evaluated.
    """

    recommendation: str
    state: str
    when: Evaluation
    unless: Evaluation | None
    priority: float
    level: str
    because: tuple[Leaf, ...]
    needs: tuple[Leaf, ...]
    decision: Decision | None

    @property
    def triggers(self) -> tuple[Leaf, ...]:
        """The leaves of indicators among the reasons."""
        return tuple(leaf for leaf in self.because if leaf.subject == "indicator")

    @property
    def rests_on_gaps(self) -> bool:
        """Whether missing figures alone are the reason: it asks to measure, not to act."""
        return bool(self.triggers) and all(leaf.facet == "reported" for leaf in self.triggers)


@dataclass(frozen=True)
class CityAdvice:
    """All that a city is advised: the library's proposals by id, in order, and its own."""

    proposals: Mapping[str, Proposal]
    own: Mapping[str, OwnRecommendation]
    unfounded: tuple[str, ...]
    """Own recommendations with neither a reported finding nor a stated reason."""
    unanswered: Mapping[str, tuple[str, ...]]
    """Leaf areas of the main scheme with weak indicators (those named) and no recommendation."""

    def in_state(self, *states: str) -> tuple[Proposal, ...]:
        return tuple(one for one in self.proposals.values() if one.state in states)

    @property
    def standing(self) -> tuple[Proposal, ...]:
        """What is proposed or was decided in favour of, without what is settled."""
        return tuple(filter(is_standing, self.proposals.values()))


def is_settled(proposal: Proposal) -> bool:
    """Return whether the city has rejected a recommendation, or does already what it says."""
    return proposal.decision is not None and proposal.decision.decision in SETTLED


def is_standing(proposal: Proposal) -> bool:
    """Return whether it is proposed or was decided in favour of, and is not settled."""
    open_or_decided = proposal.state == PROPOSED or proposal.decision is not None
    return open_or_decided and not is_settled(proposal)


def advise_city(
    framework: Framework,
    library: Mapping[str, LibraryRecommendation],
    known: Known,
    main_scheme: str,
) -> CityAdvice:
    """Return what a city is advised."""
    record = _recommendations(known)
    proposals = sorted(
        (
            propose(framework, name, one, known, record.decisions.get(name))
            for name, one in library.items()
        ),
        key=lambda one: _order(framework, library[one.recommendation], one),
    )
    by_id = {one.recommendation: one for one in proposals}
    advice = CityAdvice(by_id, record.own, _unfounded(record.own, known), {})
    answered: list[LibraryRecommendation | OwnRecommendation] = [
        *(library[one.recommendation] for one in advice.standing),
        *record.own.values(),
    ]
    weak = _unanswered(framework, known, answered, main_scheme)
    return CityAdvice(advice.proposals, advice.own, advice.unfounded, weak)


def propose(
    framework: Framework,
    name: str,
    recommendation: LibraryRecommendation,
    known: Known,
    decision: Decision | None = None,
) -> Proposal:
    """Return whether one recommendation is proposed: `unless` suppresses only if it is true."""
    when = evaluate(recommendation.when, known)
    unless = evaluate(recommendation.unless, known) if recommendation.unless else None
    state = _state(when, unless)
    leaves = tuple(deciding_leaves(when)) if when.result is not False else ()
    reasons, needs = (leaves, ()) if when.result else ((), leaves)
    priority = _priority(framework, recommendation, known, reasons)
    level = level_of(priority, framework.policy.urgency)
    return Proposal(name, state, when, unless, priority, level, reasons, needs, decision)


def _state(when: Evaluation, unless: Evaluation | None) -> str:
    if when.result is False:
        return NOT_PROPOSED
    if unless is not None and unless.result:
        return SUPPRESSED
    return PROPOSED if when.result else UNCHECKED


def _priority(
    framework: Framework,
    recommendation: LibraryRecommendation,
    known: Known,
    reasons: tuple[Leaf, ...],
) -> float:
    """Return the largest urgency among the indicators that triggered.

    A floor that is reached says nothing. Without a rated trigger: the gap that the policy
    assumes, times the importance meant.
    """
    triggers = [leaf.name for leaf in reasons if leaf.subject == "indicator"]
    urgencies, policy = known.result.urgencies, framework.policy.urgency
    observables = known.result.observables
    rated = [
        urgencies[name].urgency
        for name in triggers
        if name in urgencies and observables[name].sign != REACHED
    ]
    if rated:
        return max(rated)
    factors = [weight_of(framework, known, name) for name in triggers or recommendation.indicators]
    return policy.assumed_gap * max(factors, default=policy.importance[policy.default_importance])


def weight_of(framework: Framework, known: Known, observable: str) -> float:
    """Return the factor of the importance of an observable, by the city or the framework."""
    result = known.result.observables[observable]
    return framework.policy.urgency.importance[importance_of(framework, known.city, result)[0]]


def _order(
    framework: Framework, recommendation: LibraryRecommendation, proposal: Proposal
) -> tuple[float, int, str]:
    """Return the place in the order: the most urgent, then the nearest horizon, then the id."""
    horizons = list(framework.words["horizon"])
    return (-proposal.priority, horizons.index(recommendation.horizon), proposal.recommendation)


def _recommendations(known: Known) -> CityRecommendations:
    document = known.city.documents.get("recommendations.yml")
    if document is None:
        return CityRecommendations()
    record: CityRecommendations = document.record
    return record


def _unfounded(own: Mapping[str, OwnRecommendation], known: Known) -> tuple[str, ...]:
    """Return the own recommendations that rest on no reported indicator and give no reason."""
    indicators = known.result.indicators
    return tuple(
        name
        for name, one in own.items()
        if not one.reason and not any(indicators[key].is_reported for key in one.indicators)
    )


def _unanswered(
    framework: Framework,
    known: Known,
    answered: Iterable[LibraryRecommendation | OwnRecommendation],
    scheme: str,
) -> Mapping[str, tuple[str, ...]]:
    """Return the leaf areas with weak indicators that no recommendation speaks to."""
    indicators: set[str] = set()
    areas: set[str] = set()
    for one in answered:
        indicators.update(one.indicators)
        areas.update(one.areas)
    found: dict[str, tuple[str, ...]] = {}
    for area in framework.areas:
        below = framework.indicators_of.get(area.area, ())
        if area.scheme != scheme or area.area in areas:
            continue
        weak = [row.indicator for row in below if _is_weak(framework, known, row.indicator)]
        if weak and not indicators.intersection(weak):
            found[area.area] = tuple(weak)
    return found


def _is_weak(framework: Framework, known: Known, indicator: str) -> bool:
    """Return whether the worst score of an indicator or its data points is weak by the policy."""
    scores = [one.score for one in known.result.indicators[indicator].carriers]
    rated = [score for score in scores if score is not None]
    return bool(rated) and min(rated) < framework.policy.twinning.weak_below
