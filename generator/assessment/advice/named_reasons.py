"""Whether the figures that call for a recommendation are sure enough to be named.

In: results with the answers of the gate for headlines, the leaves of a condition. Out: why the
figure behind a leaf may not be named, and whether a proposal rests on one that may.
"""

from generator.assessment.advice.condition_evaluation import Leaf
from generator.assessment.advice.proposals import Proposal
from generator.assessment.rating.headline_gate import WORST_FIRST
from generator.assessment.results import CityResult


def why_unnamed(result: CityResult, leaf: Leaf) -> str:
    """Return why what a leaf rests on may not be named; empty if it may, or is no rated figure.

    That a source says that a figure is missing is no figure. A trend rests on both its ends.
    """
    if leaf.subject == "area":
        return result.headlines.get(leaf.name, "")
    if leaf.subject != "indicator" or leaf.facet == "reported":
        return ""
    trend = result.trends.get(leaf.name) if leaf.facet == "trend" else None
    if trend is not None and trend.unnamed in WORST_FIRST:
        return trend.unnamed
    return result.unnamed.get(leaf.name, "")


def rests_on_named(result: CityResult, proposal: Proposal) -> bool:
    """Return whether a proposal may lead: decided by the city, or called for by a named figure."""
    if proposal.decision is not None or not proposal.because:
        return True
    return any(not why_unnamed(result, leaf) for leaf in proposal.triggers or proposal.because)
