"""A city to its result: the steps in their order."""

from generator.assessment.advice.urgency import (
    area_urgencies_of,
    data_gaps_of,
    priorities_of,
    urgencies_of,
)
from generator.assessment.evidence_states import is_sure
from generator.assessment.plausibility.findings import by_row, standing
from generator.assessment.plausibility.relations_held import findings_of
from generator.assessment.rating.area_ratings import aggregate_areas
from generator.assessment.rating.headline_gate import headlines_of, unnamed_of
from generator.assessment.rating.indicator_ratings import assess_observables
from generator.assessment.results import CityResult
from generator.assessment.trend.towards_target import count_trends
from generator.assessment.trend.trend_inputs import trends_of
from generator.model.framework import Framework
from generator.model.publication import City


def assess_city(framework: Framework, city: City, profile_year: int, as_of: str = "") -> CityResult:
    """Return the assessment of one city for the situation of `profile_year`.

    It depends on the city and the framework alone, and can be kept under a hash of the two.
    Values that the relations of the framework speak against are held back, unless a waiver
    of the city holds on `as_of`; without a date each holds. What may lead is judged by the age
    of the figures on that date, without one in the profile year.
    """
    from generator.assessment.rating.replication import with_intervals  # brings NumPy

    findings = by_row(standing(city, findings_of(framework, city), as_of))
    observables, indicators = assess_observables(framework, city, profile_year, findings)
    areas = aggregate_areas(framework, indicators)
    seen_in = int(as_of[:4]) if as_of else profile_year
    trends = trends_of(framework, city, observables, profile_year, seen_in)
    urgencies = urgencies_of(framework, city, observables, trends, profile_year)
    area_urgencies = area_urgencies_of(framework, areas, urgencies)
    headlines = headlines_of(framework, city.record, observables, areas, seen_in)
    told = {name: one for name, one in area_urgencies.items() if not headlines.get(name)}
    result = CityResult(
        city=city.id,
        profile_year=profile_year,
        indicators=indicators,
        areas=areas,
        observables=observables,
        trends=trends,
        area_trends={
            area: count_trends(trends, [indicators[name] for name in framework.placed_below(area)])
            for area in areas
        },
        urgencies=urgencies,
        area_urgencies=area_urgencies,
        data_gaps=data_gaps_of(framework, city, indicators),
        priorities=priorities_of(framework, city, told),
        findings=findings,
        headlines=headlines,
        unnamed=unnamed_of(framework, city.record, observables, seen_in),
        sure=sum(map(is_sure, indicators.values())),
        years=frozenset(
            row.period.last for row in city.observations if row.period and row.has_figure
        ),
    )
    return with_intervals(framework, result)
