"""How a result came about, as a reader follows it: one composition for the page and the command.

In: a result with its trace. Out: an `Explanation` whose parts each hold a formula, its numbers
with file, line and source, the steps between, the settings, and the result unrounded and as
printed. Computes nothing: every number stands in the trace or the result.
"""

from collections.abc import Iterable, Iterator

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.proposals import Proposal
from generator.assessment.results import AreaResult, CityResult, IndicatorResult
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.area_rows import area_word
from generator.views.cell import Link
from generator.views.corrections import correction_links
from generator.views.explanation.lines import Line, Part, answer_of, area_name, figure_lines
from generator.views.explanation.of_advice import advice_parts
from generator.views.explanation.of_areas import (
    area_part,
    area_points_part,
    area_urgency_part,
    interval_part,
    movement_part,
    robustness_part,
    standing_part,
    unlocking_part,
)
from generator.views.explanation.parts import points_part, trace_part, trend_part, urgency_part
from generator.views.site import Site
from generator.views.values import full_name


@dataclass(frozen=True, slots=True)
class Explanation:
    """How all results of one subject came about; `figures` are the values behind a mean.

    `corrections`: how a reader puts the figure right.
    """

    subject: str
    anchor: str
    title: str
    answer: str
    parts: tuple[Part, ...]
    figures: tuple[Line, ...] = ()
    corrections: tuple[Link, ...] = ()


def explain(site: Site, city: City, subject: str) -> Explanation | None:
    """Return the explanation of an observable, an area or a recommendation, else None."""
    result = site.results[city.id]
    if subject in result.observables:
        return explain_observable(site, city, result.observables[subject])
    if subject in result.areas and "/" in subject:
        return explain_area(site, city, result, result.areas[subject])
    for one in _proposals(site, city):
        if one.recommendation == subject:
            return explain_proposal(site, city, one)
    return None


def subjects(site: Site, city: City) -> tuple[str, ...]:
    """Return the ids that can be explained, indicators first. A whole scheme has no rating."""
    result = site.results[city.id]
    areas = (area for area in result.areas if "/" in area)
    return (*result.observables, *areas, *(one.recommendation for one in _proposals(site, city)))


def _proposals(site: Site, city: City) -> tuple[Proposal, ...]:
    return tuple(site.guidance.get(city.id, Guidance()).advice.proposals.values())


def explain_proposal(site: Site, city: City, one: Proposal) -> Explanation:
    """Return why a recommendation is proposed to a city, or why not."""
    return Explanation(
        subject=one.recommendation,
        anchor=targets.how_anchor(one.recommendation),
        title=site.publication.recommendations[one.recommendation].title,
        answer=site.say(f"checked.{one.state}"),
        parts=advice_parts(site, city, one),
    )


def explain_observable(site: Site, city: City, result: IndicatorResult) -> Explanation:
    """Return how the score, and the points, of an indicator or a data point came about."""
    parts = []
    if result.trace is not None:
        printed = site.language.number(result.score or 0.0, 1)
        parts.append(trace_part(site, city, "trace.score", result.trace, printed))
    if result.position_trace is not None:
        printed = site.language.number(result.position or 0.0, 1)
        parts.append(trace_part(site, city, "position", result.position_trace, printed))
    if result.percent is not None and result.points is not None:
        parts.append(points_part(site, result, result.percent, result.points))
    if result.interval is not None:
        parts.append(interval_part(site, result.interval))
    if result.position_trace is not None and result.position is not None:
        printed = site.language.number(result.position, 1)
        parts.append(trace_part(site, city, "trace.position", result.position_trace, printed))
    if result.position_interval is not None:
        parts.append(interval_part(site, result.position_interval))
    assessment = site.results[city.id]
    trend = assessment.trends.get(result.observable.id)
    if trend is not None and result.is_reported:
        parts.append(trend_part(site, city, trend))
    urgency = assessment.urgencies.get(result.observable.id)
    if urgency is not None:
        parts.append(urgency_part(site, urgency))
    behind = result.data_points if result.data_points else (() if result.is_rated else (result,))
    return Explanation(
        subject=result.observable.id,
        anchor=targets.how_anchor(result.observable.id),
        title=full_name(site, result),
        answer=answer_of(site, result),
        parts=tuple(parts),
        figures=tuple(figure_lines(site, city, behind)),
        corrections=correction_links(site, city, result),
    )


def explain_area(site: Site, city: City, result: CityResult, area: AreaResult) -> Explanation:
    """Return how the score of an area came about, and how sure it is."""
    framework = site.publication.framework
    members = [result.indicators[name] for name in framework.placed_below(area.area)]
    return Explanation(
        subject=area.area,
        anchor=targets.how_anchor(area.area),
        title=area_name(site, area.area),
        answer=area_word(site, result, area.area),
        parts=tuple(_area_parts(site, city, result, area)),
        figures=tuple(figure_lines(site, city, _carriers(members))),
    )


def _area_parts(site: Site, city: City, result: CityResult, area: AreaResult) -> Iterator[Part]:
    yield standing_part(site, area)
    if area.score is not None:
        yield area_part(site, city, area)
    unlocking = unlocking_part(site, area)
    if unlocking:
        yield unlocking
    if area.interval:
        yield interval_part(site, area.interval)
    if area.robustness:
        yield robustness_part(site, city, area, area.robustness)
    if area.points_percent is not None:
        yield area_points_part(site, area)
    movement = movement_part(site, result.area_trends.get(area.area, {}))
    if movement:
        yield movement
    urgency = result.area_urgencies.get(area.area)
    if urgency is not None:
        yield area_urgency_part(site, city, urgency)


def _carriers(members: Iterable[IndicatorResult]) -> Iterator[IndicatorResult]:
    for member in members:
        yield from (one for one in member.carriers if one.is_rated)
