"""Gap x importance x trend: what needs action most, and which data are missing.

A judgement of the framework (or, with a reason, of the city) is the importance; the committee's
own order is no input and stands beside the evidence.
"""

import math
from collections.abc import Iterator, Mapping

from generator.assessment.rating.benchmarking import band_of, edges_as_settings
from generator.assessment.results import (
    MISSING,
    NOT_FOUND,
    AreaResult,
    AreaUrgency,
    Contribution,
    IndicatorResult,
)
from generator.assessment.traces import Trace, TraceInput
from generator.assessment.trend_results import TrendResult
from generator.assessment.urgency_results import DataGap, Priority, UrgencyResult
from generator.model.framework import Framework
from generator.model.policy_records import UrgencyPolicy
from generator.model.publication import City

CORE = "core"
LACKING = (MISSING, NOT_FOUND)
"""Why a figure is a gap of the data: the city has none, or it was looked for in vain."""
LARGEST = 3


def urgency_of(gap: float, importance: float, trend: float) -> float:
    """Return min(1, gap x importance x trend); the gap is (100 - score) / 100."""
    return min(1.0, gap * importance * trend)


def urgencies_of(
    framework: Framework,
    city: City,
    observables: Mapping[str, IndicatorResult],
    trends: Mapping[str, TrendResult],
    year: int,
) -> Mapping[str, UrgencyResult]:
    """Return the urgency of every rated observable of a city."""
    return {
        name: _assess(framework, city, result, trends[name].told, year)
        for name, result in observables.items()
        if result.score is not None
    }


def _assess(
    framework: Framework, city: City, result: IndicatorResult, trend: str, year: int
) -> UrgencyResult:
    policy = framework.policy.urgency
    gap = (100.0 - (result.score or 0.0)) / 100.0
    importance, origin = importance_of(framework, city, result)
    weight, pace = policy.importance[importance], policy.trend[trend]
    urgency = urgency_of(gap, weight, pace)
    level = level_of(urgency, policy)
    return UrgencyResult(
        observable=result.observable.id,
        urgency=urgency,
        level=level,
        gap=gap,
        importance=importance,
        importance_from=origin,
        importance_factor=weight,
        trend=trend,
        trend_factor=pace,
        confirm=tuple(_to_confirm(result, policy, year)),
        trace=Trace(
            "urgency",
            (
                TraceInput("gap", gap),
                TraceInput("importance", weight, status=str(importance), source=origin),
                TraceInput("trend", pace, status=trend),
            ),
            (),
            _levels(policy),
            urgency,
            level,
        ),
    )


def importance_of(framework: Framework, city: City, result: IndicatorResult) -> tuple[int, str]:
    """Return the importance, 1 to 3, and who judged so: `city` or `framework`."""
    own = city.record.importance
    for name in (result.observable.id, result.observable.indicator):
        if name in own:
            return own[name].value, "city"
    default = framework.policy.urgency.default_importance
    return result.observable.importance or default, "framework"


def level_of(urgency: float, policy: UrgencyPolicy) -> str:
    """Return the level whose lower edge is reached; edges belong to the level above."""
    return band_of(urgency, policy.levels)


def _levels(policy: UrgencyPolicy) -> tuple[tuple[str, float | str], ...]:
    return edges_as_settings("urgency.levels", policy.levels)


def _to_confirm(result: IndicatorResult, policy: UrgencyPolicy, year: int) -> Iterator[str]:
    """Yield why the figure must be confirmed before anyone acts on it."""
    rows = [one.selection.shown for one in result.carriers if one.score is not None]
    if any(row is not None and row.status in policy.confirm_statuses for row in rows):
        yield "status"
    periods = [row.period.last for row in rows if row is not None and row.period is not None]
    if any(year - last > policy.confirm_after_years for last in periods):
        yield "age"


def area_urgencies_of(
    framework: Framework,
    areas: Mapping[str, AreaResult],
    urgencies: Mapping[str, UrgencyResult],
) -> Mapping[str, AreaUrgency]:
    """Return the urgency of every rated area, the most urgent first."""
    policy = framework.policy.urgency
    found = [
        _assess_area(area, shares, urgencies, policy)
        for area, result in areas.items()
        if result.band is not None and (shares := dict(shares_of(areas, area, 1.0)))
    ]
    found.sort(key=lambda one: -round(one.urgency, 9))
    return {one.area: one for one in found}


def shares_of(
    areas: Mapping[str, AreaResult], area: str, share: float
) -> Iterator[tuple[str, float]]:
    """Yield the rated indicators below an area, each with its share in the area's score."""
    for part in areas[area].contributions:
        if part.child in areas:
            yield from shares_of(areas, part.child, share * part.weight)
        else:
            yield part.child, share * part.weight


def _assess_area(
    area: str,
    shares: Mapping[str, float],
    urgencies: Mapping[str, UrgencyResult],
    policy: UrgencyPolicy,
) -> AreaUrgency:
    members = [(urgencies[name], share) for name, share in shares.items()]
    urgency = math.fsum(one.urgency * share for one, share in members)
    parts = [
        Contribution(one.observable, share, one.urgency, one.urgency * share)
        for one, share in members
    ]
    parts.sort(key=lambda part: -round(part.points, 9))
    level = level_of(urgency, policy)
    inputs = tuple(
        TraceInput(one.observable, one.urgency, status=one.level, weight=share)
        for one, share in members
    )
    trace = Trace("urgency-of-area", inputs, (), _levels(policy), urgency, level)
    return AreaUrgency(area, urgency, level, tuple(parts[:LARGEST]), trace)


def data_gaps_of(
    framework: Framework, city: City, indicators: Mapping[str, IndicatorResult]
) -> tuple[DataGap, ...]:
    """Return the core indicators that the city lacks or that were not found, by importance.

    What nobody looked for is no gap of the city. Among equals those first for which a value
    would give a score.
    """
    gaps = [
        DataGap(
            name, importance_of(framework, city, result)[0], result.reason, result.is_assessable
        )
        for name, result in indicators.items()
        if result.reason in LACKING and framework.indicators[name].level == CORE
    ]
    return tuple(sorted(gaps, key=lambda gap: (-gap.importance, not gap.assessable)))


def priorities_of(
    framework: Framework,
    city: City,
    urgencies: Mapping[str, AreaUrgency],
) -> tuple[Priority, ...]:
    """Return the committee's order of areas beside that of the evidence.

    Compared are the areas that the committee ranked and their siblings. An area that is not among
    the `urgencies`, which may lead, has no place in the order of the evidence.
    """
    chosen = {row.area: row.rank for row in city.priority_areas}
    levels = {area.rpartition("/")[0] for area in chosen}
    named = [row.area for level in levels for row in framework.children(level)]
    rated = [name for name in urgencies if name in named]
    places = _places(rated, urgencies)
    order = sorted(chosen, key=lambda name: chosen[name])
    order += [name for name in rated if name not in chosen]
    return tuple(
        Priority(
            area=name,
            committee_rank=chosen.get(name),
            evidence_rank=places.get(name),
            urgency=urgencies[name].urgency if name in places else None,
            level=urgencies[name].level if name in places else "",
            comparison=_compare(chosen.get(name), places.get(name)),
        )
        for name in order
    )


def _places(rated: list[str], urgencies: Mapping[str, AreaUrgency]) -> Mapping[str, int]:
    """Return the place of each area by urgency; equals share it."""
    values = {name: round(urgencies[name].urgency, 9) for name in rated}
    return {name: 1 + sum(other > values[name] for other in values.values()) for name in rated}


def _compare(committee: int | None, evidence: int | None) -> str:
    if committee is None:
        return "not-chosen"
    if evidence is None:
        return "not-rated"
    if committee == evidence:
        return "same"
    return "higher" if committee < evidence else "lower"
