"""Publication to results: one module per step, pure functions, no disk, no language.

A city's result depends on that city's files and the framework alone. Each result carries its
trace. `assess_city` is the way in. The other names serve those who use this package as a library:
they take and give plain values, and run what rates the cities. Each is loaded when it is first
asked for: who needs one step does not pay for all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.assessment.assessed_city import assess_city
    from generator.assessment.comparison.ranking import Ranked
    from generator.assessment.comparison.twin_matching import Similarity
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
    from generator.assessment.rating.benchmarking import band_of, points_of, pooled_percent
    from generator.assessment.results import CityResult
    from generator.assessment.trend.growth import Growth
    from generator.assessment.trend_results import TrendResult

__all__ = [
    "CityResult", "Factor", "Growth", "Member", "Pair", "Ranked", "Ratings", "Similarity",
    "TrendResult", "UncertaintyAnalysis", "Unused", "abatement_cost", "analyse_uncertainty",
    "annual_equivalent", "assess_city", "assess_growth", "assess_trend",
    "band_of", "benefit_cost_ratio", "irr", "mirr", "npv", "payback", "points_of",
    "pooled_percent", "profitability_index", "rank_cities", "rate_tables", "similarity",
]  # fmt: skip

_RETURNS = (
    "abatement_cost", "annual_equivalent", "benefit_cost_ratio", "irr", "mirr", "npv", "payback",
    "profitability_index",
)  # fmt: skip
_MODULES = {
    "assessed_city": ("assess_city",),
    "comparison.ranking": ("Ranked",),
    "comparison.twin_matching": ("Similarity",),
    "investment.returns": _RETURNS,
    "library.coherence": ("Member", "Pair"),
    "library.comparisons": ("rank_cities", "similarity"),
    "library.node_ratings": ("Unused",),
    "library.rated_tables": ("rate_tables",),
    "library.ratings": ("Ratings",),
    "library.series_trends": ("assess_growth", "assess_trend"),
    "library.uncertainty_analysis": ("Factor", "UncertaintyAnalysis", "analyse_uncertainty"),
    "rating.benchmarking": ("band_of", "points_of", "pooled_percent"),
    "results": ("CityResult",),
    "trend.growth": ("Growth",),
    "trend_results": ("TrendResult",),
}
"""The names of each module below this package."""


def __getattr__(name: str) -> Any:
    """Return a name of this package; its module is loaded by that."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
