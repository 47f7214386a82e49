"""Publication to results: one module per step, pure functions, no disk, no language.

A city's result depends on that city's files and the framework alone. Each result carries its
trace. `assess_city` is the way in. The other names serve those who use this package as a library:
they take and give plain values, and run what rates the cities.
"""

from generator.assessment.advice.urgency import (
    area_urgencies_of,
    data_gaps_of,
    priorities_of,
    urgencies_of,
)
from generator.assessment.comparison.ranking import Ranked
from generator.assessment.comparison.twin_matching import Similarity
from generator.assessment.evidence_states import is_sure
from generator.assessment.investment.returns import (
    abatement_cost,
    annual_equivalent,
    benefit_cost_ratio,
    irr,
    mirr,
    npv,
    payback,
    profitability_index,
)
from generator.assessment.library.coherence import Member, Pair
from generator.assessment.library.comparisons import rank_cities, similarity
from generator.assessment.library.node_ratings import Unused
from generator.assessment.library.rated_tables import rate_tables
from generator.assessment.library.ratings import Ratings
from generator.assessment.library.series_trends import assess_growth, assess_trend
from generator.assessment.library.uncertainty_analysis import (
    Factor,
    UncertaintyAnalysis,
    analyse_uncertainty,
)
from generator.assessment.plausibility.findings import by_row, standing
from generator.assessment.plausibility.relations_held import findings_of
from generator.assessment.rating.area_ratings import aggregate_areas
from generator.assessment.rating.benchmarking import band_of, points_of, pooled_percent
from generator.assessment.rating.headline_gate import headlines_of, unnamed_of
from generator.assessment.rating.indicator_ratings import assess_observables
from generator.assessment.results import CityResult
from generator.assessment.trend.growth import Growth
from generator.assessment.trend.towards_target import count_trends
from generator.assessment.trend.trend_inputs import trends_of
from generator.assessment.trend_results import TrendResult
from generator.model.framework import Framework
from generator.model.publication import City

__all__ = [
    "CityResult", "Factor", "Growth", "Member", "Pair", "Ranked", "Ratings", "Similarity",
    "TrendResult", "UncertaintyAnalysis", "Unused", "abatement_cost", "analyse_uncertainty",
    "annual_equivalent", "assess_city", "assess_growth", "assess_trend",
    "band_of", "benefit_cost_ratio", "irr", "mirr", "npv", "payback", "points_of",
    "pooled_percent", "profitability_index", "rank_cities", "rate_tables", "similarity",
]  # fmt: skip


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
