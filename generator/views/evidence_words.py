"""How much is known of a city, in words: three numbers, and the six states of a cell."""

from collections.abc import Iterable

from generator.assessment.evidence_states import EvidenceCounts, count_evidence, was_collected
from generator.assessment.results import (
    HELD_BACK,
    MISSING,
    NOT_COLLECTED,
    NOT_FOUND,
    WITHHELD,
    IndicatorResult,
)
from generator.views.site import Site

PARTLY = "partly"
TOLD = (HELD_BACK, MISSING, WITHHELD, NOT_FOUND, PARTLY, NOT_COLLECTED)
"""What is said of figures that are not rated or not there, what a source says first."""


def counts_text(site: Site, counts: EvidenceCounts) -> str:
    """Return the three numbers: with a figure, with a benchmark, rated."""
    return site.say(
        "evidence.counts",
        figures=counts.figures,
        total=counts.total,
        benchmarks=counts.benchmarks,
        rated=counts.rated,
    )


def state_sentences(site: Site, results: Iterable[IndicatorResult]) -> list[str]:
    """Return a sentence for each state without a figure, and for what is under review.

    Of some indicators only a data point was looked for, in vain.
    """
    listed = list(results)
    counts = dict(count_evidence(listed).states)
    uncollected = sum(not was_collected(one) for one in listed)
    counts[PARTLY] = counts.get(NOT_COLLECTED, 0) - uncollected
    counts[NOT_COLLECTED] = uncollected
    return [site.say(f"evidence.{state}", n=counts[state]) for state in TOLD if counts.get(state)]


def uncollected_text(site: Site, results: Iterable[IndicatorResult]) -> str:
    """Return for how many indicators nobody looked, in a sentence; "" for none."""
    n = sum(not was_collected(one) for one in results)
    return site.say(f"evidence.{NOT_COLLECTED}", n=n) if n else ""


def absence_text(site: Site, result: IndicatorResult) -> str:
    """Return why nothing stands in a cell for which no row of the files says anything."""
    if result.reason == NOT_FOUND:
        return site.say("state.not-found", year=result.searched[:4])
    return site.say("state.not-collected")
