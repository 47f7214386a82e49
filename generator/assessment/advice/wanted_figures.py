"""Which figures a city may be asked for, and what each would tell.

In: what is known of a city, and what it is advised. Out: the indicators without a figure that
can be rated, those first that would tell most. What is confidential, or cannot exist, is not
asked for.
"""

from collections.abc import Collection

from generator.assessment.advice.condition_evaluation import Evaluation, Known, Leaf
from generator.assessment.advice.proposals import (
    UNCHECKED,
    CityAdvice,
    Proposal,
    is_settled,
)
from generator.assessment.advice.urgency import CORE, importance_of
from generator.assessment.rating.selection import CONFIDENTIAL
from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.framework_tables import has_scale

AREA, RATED, RECOMMENDATION, POSITION, SHOWN = (
    "area", "rated", "recommendation", "position", "shown",
)  # fmt: skip
GAINS = (AREA, RATED, RECOMMENDATION, POSITION, SHOWN)
"""What a figure would tell, most first."""

CANNOT_EXIST = "M"
NOT_ASKED_FOR = (CONFIDENTIAL, CANNOT_EXIST)
"""Statuses of a figure that nobody can send."""


@dataclass(frozen=True, slots=True)
class WantedFigure:
    """An indicator without a figure that can be rated; `gains` is in the order of `GAINS`.

    `areas` would be rated with it; of the `recommendations` it would settle the conditions.
    """

    indicator: str
    gains: tuple[str, ...]
    areas: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()


def wanted_figures(
    framework: Framework, known: Known, advice: CityAdvice, main_scheme: str
) -> tuple[WantedFigure, ...]:
    """Return the figures to ask for: by what they would tell, then by importance."""
    tops = tuple(area.area for area in framework.children(main_scheme))
    found = [
        _wanted(framework, known, advice, tops, result)
        for result in known.result.indicators.values()
        if not has_usable_figure(result) and not is_out_of_reach(result)
    ]

    def order(one: WantedFigure) -> tuple[int, int, int, bool]:
        result = known.result.indicators[one.indicator]
        importance, _ = importance_of(framework, known.city, result)
        is_core = framework.indicators[one.indicator].level == CORE
        return (GAINS.index(one.gains[0]), -len(one.recommendations), -importance, not is_core)

    return tuple(sorted(found, key=order))


def has_usable_figure(result: IndicatorResult) -> bool:
    """Return whether an indicator, or a data point of it, has a figure that may be rated."""
    return any(
        one.selection.shown is not None
        and one.selection.shown.has_figure
        and not one.selection.reason
        for one in result.carriers
    )


def is_out_of_reach(result: IndicatorResult) -> bool:
    """Return whether all that is on record says that nobody can send the figure."""
    rows = [one.selection.shown for one in result.carriers]
    return all(row is not None and row.status in NOT_ASKED_FOR for row in rows)


def _wanted(
    framework: Framework,
    known: Known,
    advice: CityAdvice,
    tops: Collection[str],
    result: IndicatorResult,
) -> WantedFigure:
    name = result.observable.id
    areas = tuple(top for top in tops if _completes(framework, known, top, result))
    settled = tuple(
        proposal.recommendation
        for proposal in advice.in_state(UNCHECKED)
        if not is_settled(proposal) and _settles(proposal, known, result)
    )
    told = {
        AREA: bool(areas),
        RATED: result.has_target,
        RECOMMENDATION: bool(settled),
        POSITION: result.is_assessable and not result.has_target,
    }
    gains = tuple(gain for gain, holds in told.items() if holds)
    return WantedFigure(name, gains or (SHOWN,), areas, settled)


def _completes(framework: Framework, known: Known, area: str, result: IndicatorResult) -> bool:
    """Return whether an area lacks this one rated target for its score."""
    lacking = framework.policy.coverage.minimum_rated - known.result.areas[area].rated
    return result.counts and lacking == 1 and result.observable.id in framework.placed_below(area)


def _settles(proposal: Proposal, known: Known, result: IndicatorResult) -> bool:
    """Return whether a figure would make a condition true or false, not by being there alone."""
    figures = [leaf for leaf in proposal.needs if _is_of_figure(leaf, known, result)]
    return any(leaf.facet != "reported" for leaf in figures) and _would_be_known(
        proposal.when, known, result
    )


def _would_be_known(evaluation: Evaluation, known: Known, result: IndicatorResult) -> bool:
    """Return whether a condition has a result, or has one whatever the figure turns out to be."""
    if evaluation.result is not None:
        return True
    if evaluation.leaf is not None:
        return _is_of_figure(evaluation.leaf, known, result)
    return all(_would_be_known(part, known, result) for part in evaluation.parts)


def _is_of_figure(leaf: Leaf, known: Known, result: IndicatorResult) -> bool:
    """Return whether a figure of an indicator answers a leaf; a trend needs several."""
    names = {result.observable.id, *(one.observable.id for one in result.data_points)}
    if leaf.subject != "indicator" or leaf.name not in names:
        return False
    asked = known.result.observables[leaf.name]
    leading = asked.leading is not None and has_scale(asked.leading)
    return {
        "reported": True,
        "value": True,
        "score": asked.has_target,
        "position": leading,
    }.get(leaf.facet, False)
