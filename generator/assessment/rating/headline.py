"""What may lead: the one gate through which a figure, an area or a change becomes a headline.

In: results with all that they are made of. Out: why each may not lead, or nothing. First lines,
titles of charts, lists of what is urgent, countries, search and print go by the answer, which
stands in the results; none judges for itself. What may not lead is not said, and keeps its place
in tables with its mark.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.assessment.rating.data_errors import NEAR, REPORT
from generator.assessment.results import FULL, HELD_BACK, AreaResult, CityResult, IndicatorResult
from generator.assessment.urgency_results import UrgencyResult
from generator.model.city_records import CityRecord
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.territories import CITY, PROXY, territory_of

TERRITORY, UNDATED, OLD = "territory", "undated", "old"
STATUS, CLIPPED, UNRATED = "status", "clipped", "unrated"
WORST_FIRST = (HELD_BACK, PROXY, TERRITORY, UNDATED, OLD, STATUS, CLIPPED, UNRATED)
"""What speaks against a headline, the worst first: a parent has the worst of its parts."""
COMPARABLE = (None, "exact", NEAR)
NORMAL, BREAK = "yes", "B"


def may_lead(result: CityResult, subject: str) -> bool:
    """Return whether an observable or area of a city may lead."""
    return result.headlines.get(subject) == ""


def leading(result: CityResult) -> list[IndicatorResult]:
    """Return the figures of a city that may lead, in the order of the framework."""
    return [
        one
        for name, one in result.observables.items()
        if may_lead(result, name) and not one.data_points
    ]


def leading_urgencies(result: CityResult) -> list[UrgencyResult]:
    """Return the urgencies of the figures that may lead, the most urgent first."""
    names = [one.observable.id for one in leading(result)]
    found = [result.urgencies[name] for name in names if name in result.urgencies]
    return sorted(found, key=lambda one: -one.urgency)


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
    return found | {name: _worst(_below(areas, found, name)) for name in rated}


def why_not_leading(
    framework: Framework, record: CityRecord, result: IndicatorResult, year: int
) -> str:
    """Return why a result may not lead; of an indicator with data points the worst of theirs."""
    parts = [one for one in result.carriers if one.selection.value is not None or one.is_rated]
    flags = [flag for one in parts for flag in _flags(framework, record, one, year)]
    return _worst(flags if result.is_rated else [*flags, UNRATED])


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
    doubt = HELD_BACK if _is_overtaken(result) else ""
    return _worst((doubt, first, last, OLD if _is_old(framework, rows[-1], year) else ""))


def _flags(
    framework: Framework, record: CityRecord, result: IndicatorResult, year: int
) -> Iterator[str]:
    """Yield what speaks against a result that carries a value."""
    row = result.selection.shown
    if result.doubts or _is_overtaken(result):
        yield HELD_BACK
    if row is not None:
        yield flag_of(framework, record, row)
        if _is_old(framework, row, year):
            yield OLD
    if result.is_rated and _is_clipped(result):
        yield CLIPPED


def _is_overtaken(result: IndicatorResult) -> bool:
    """Return whether a later figure is held back, so that the one in use is in doubt too."""
    shown = result.selection.shown
    period = shown.period if shown else None
    return period is not None and any(
        row.period is not None and row.period.last > period.last
        for row, reason in result.selection.aside
        if reason == HELD_BACK
    )


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


def _worst(flags: Iterator[str] | Sequence[str]) -> str:
    held = set(flags)
    return next((flag for flag in WORST_FIRST if flag in held), "")
