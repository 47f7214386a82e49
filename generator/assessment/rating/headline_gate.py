"""What may lead: the one gate through which a figure, an area or a change becomes a headline.

In: results with all that they are made of. Out: why each may not lead, or nothing. First lines,
titles of charts, lists of what is urgent, countries, search and print go by the answer, which
stands in the results; none judges for itself. What may not lead is not said, and keeps its place
in tables with its mark. A figure that may be *named* is sure enough to stand outside of a table
with its value; to lead it must also be rated, and not stand at a clipped end.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from generator.assessment.rating.data_errors import REPORT, is_decided_by_error
from generator.assessment.rating.other_figures import COMPARABLE, is_disputed, later_held_back
from generator.assessment.results import (
    FULL,
    HELD_BACK,
    AreaResult,
    CityResult,
    IndicatorResult,
)
from generator.assessment.urgency_results import UrgencyResult
from generator.frozen import dataclass
from generator.model.city_records import CityRecord
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.territories import CITY, PROXY, territory_of

OVERTAKEN, DISPUTED, TERRITORY, UNDATED = "overtaken", "disputed", "territory", "undated"
OLD, STATUS, TURNED, CLIPPED, UNRATED = "old", "status", "turned", "clipped", "unrated"
WORST_FIRST = (
    HELD_BACK, OVERTAKEN, PROXY, TERRITORY, DISPUTED, UNDATED, OLD, STATUS, TURNED, CLIPPED,
    UNRATED,
)  # fmt: skip
"""What speaks against a headline, the worst first: a parent has the worst of its parts."""
NORMAL, BREAK = "yes", "B"


def may_lead(result: CityResult, subject: str) -> bool:
    """Return whether an observable or area of a city may lead."""
    return result.headlines.get(subject) == ""


def may_be_named(result: CityResult, observable: str) -> bool:
    """Return whether the figure of an observable may stand outside of a table with its value."""
    return result.unnamed.get(observable) == ""


def leading(result: CityResult) -> list[IndicatorResult]:
    """Return the figures of a city that may lead, in the order of the framework."""
    return [
        one
        for name, one in result.observables.items()
        if may_lead(result, name) and not one.data_points
    ]


def leading_targets(framework: Framework, result: CityResult) -> list[IndicatorResult]:
    """Return the reached targets that may lead: none of which the figure's error decides."""
    reached = (one for one in leading(result) if one.is_reached)
    return [one for one in reached if not is_decided_by_error(framework, one)]


def leading_urgencies(result: CityResult) -> list[UrgencyResult]:
    """Return the urgencies of the figures that may lead, the most urgent first."""
    urgent = set(result.urgencies)
    found = [
        result.urgencies[name]
        for name in result.observables
        if name in urgent and may_lead(result, name) and not result.observables[name].data_points
    ]
    return sorted(found, key=lambda one: -one.urgency)


@dataclass(frozen=True, slots=True)
class NamedStanding:
    """Targets and positions of the figures of an area that may be named.

    Of the `targets`, floors among them, those `reached`; in `doubt` are those so near to their
    target that the error of the figure decides. `median` is that of the indicators `positioned`,
    from the policy's minimum on.
    """

    targets: int
    reached: tuple[IndicatorResult, ...]
    doubt: tuple[IndicatorResult, ...]
    positioned: int
    median: float | None


def named_standing(framework: Framework, result: CityResult, area: str) -> NamedStanding:
    """Return how a city stands in an area by the figures that may be named alone."""
    members = [result.indicators[name] for name in framework.placed_below(area)]
    targets = [
        one
        for member in members
        for one in member.carriers
        if one.score is not None and may_be_named(result, one.observable.id)
    ]
    positions = [
        one.position
        for one in members
        if one.position is not None and may_be_named(result, one.observable.id)
    ]
    enough = len(positions) >= framework.policy.coverage.minimum_rated
    return NamedStanding(
        targets=len(targets),
        reached=tuple(one for one in targets if one.is_reached),
        doubt=tuple(one for one in targets if is_decided_by_error(framework, one)),
        positioned=len(positions),
        median=median(positions) if enough else None,
    )


def unnamed_among(
    result: CityResult, indicators: Iterable[IndicatorResult]
) -> tuple[int, list[str]]:
    """Return how many figures of some indicators are rated, and why some may not be named."""
    rated = [one for member in indicators for one in member.carriers if one.is_rated]
    reasons = (result.unnamed.get(one.observable.id, "") for one in rated)
    return len(rated), [reason for reason in reasons if reason]


def headlines_of(
    framework: Framework,
    record: CityRecord,
    observables: Mapping[str, IndicatorResult],
    areas: Mapping[str, AreaResult],
    year: int,
) -> Mapping[str, str]:
    """Return why each rated observable and area may not lead in `year`; empty if it may."""
    found = {
        name: why_not_leading(framework, record, result, year)
        for name, result in observables.items()
        if result.is_rated
    }
    rated = (name for name, area in areas.items() if area.band is not None)
    return found | {name: worst_of(_below(areas, found, name)) for name in rated}


def unnamed_of(
    framework: Framework,
    record: CityRecord,
    observables: Mapping[str, IndicatorResult],
    year: int,
) -> Mapping[str, str]:
    """Return why the figure of each observable may not be named in `year`; empty if it may."""
    return {
        name: worst_of(_flags(framework, record, result, year))
        for name, result in observables.items()
        if result.is_reported
    }


def why_not_leading(
    framework: Framework, record: CityRecord, result: IndicatorResult, year: int
) -> str:
    """Return why a result may not lead; of an indicator with data points the worst of theirs."""
    flags = list(_flags(framework, record, result, year))
    flags += [CLIPPED for one in result.carriers if one.is_rated and _is_clipped(one)]
    return worst_of(flags if result.is_rated else [*flags, UNRATED])


def flag_of(framework: Framework, record: CityRecord, row: Observation) -> str:
    """Return what keeps a figure from any headline, whatever its age; empty if nothing does."""
    if row.comparability not in COMPARABLE:
        return PROXY
    if territory_of(row, record) != CITY:
        return TERRITORY
    if row.period is None or row.period_basis == REPORT:
        return UNDATED
    status = framework.status_of.get(row.status or "A")
    return "" if status is None or status.rated == NORMAL else STATUS


def why_not_led(
    framework: Framework,
    record: CityRecord,
    result: IndicatorResult,
    rows: Sequence[Observation],
    year: int,
) -> str:
    """Return why a change over some rows of a result may not lead: what is against either end.

    A break before the first of them is behind it.
    """
    begin = replace(rows[0], status=None) if rows[0].status == BREAK else rows[0]
    first, last = (flag_of(framework, record, row) for row in (begin, rows[-1]))
    doubt = OVERTAKEN if later_held_back(result.selection) else ""
    return worst_of((doubt, first, last, OLD if _is_old(framework, rows[-1], year) else ""))


def worst_of(flags: Iterable[str]) -> str:
    """Return the worst of what speaks against some figures; empty if nothing does."""
    held = set(flags)
    return next((flag for flag in WORST_FIRST if flag in held), "")


def _flags(
    framework: Framework, record: CityRecord, result: IndicatorResult, year: int
) -> Iterator[str]:
    """Yield what speaks against the figures that a result is made of: those rated, if it is."""
    for one in result.carriers:
        if result.is_rated and not one.is_rated:
            continue
        row = one.selection.shown
        if one.doubts:
            yield HELD_BACK
        if later_held_back(one.selection):
            yield OVERTAKEN
        if is_disputed(framework, record, one):
            yield DISPUTED
        if row is not None and one.is_reported:
            yield flag_of(framework, record, row)
            if _is_old(framework, row, year):
                yield OLD


def _is_old(framework: Framework, row: Observation, year: int) -> bool:
    """Return whether a figure is older in `year` than one that may be rated."""
    age = framework.observables[row.observable].max_age_years or framework.policy.max_age_years
    return row.period is not None and row.period.last < year - age


def _is_clipped(result: IndicatorResult) -> bool:
    """Return whether a result stands at an end that does not tell it from others beyond it.

    So does a floor that is reached, which nearly all reach, and a position at either end of the
    cities on record. A target is reached, or its worst value passed, in fact.
    """
    if result.score is not None:
        return result.stands_apart and result.score >= FULL
    return result.position is not None and not 0.0 < result.position < FULL


def _below(areas: Mapping[str, AreaResult], found: Mapping[str, str], area: str) -> Iterator[str]:
    """Yield what speaks against the indicators in the score of an area."""
    for part in areas[area].contributions:
        if part.child in areas:
            yield from _below(areas, found, part.child)
        else:
            yield found.get(part.child, UNRATED)
