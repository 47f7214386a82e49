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

WITHOUT = (MISSING, WITHHELD, NOT_FOUND, NOT_COLLECTED)
"""The states without a figure, what a source says first."""


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
    """Return a sentence for each state without a figure, and for what is under review."""
    states = count_evidence(results).states
    return [
        site.say(f"evidence.{state}", n=states[state])
        for state in (HELD_BACK, *WITHOUT)
        if states.get(state)
    ]


def uncollected_text(site: Site, results: Iterable[IndicatorResult]) -> str:
    """Return for how many indicators nobody looked, in a sentence; "" for none."""
    n = sum(not was_collected(one) for one in results)
    return site.say(f"evidence.{NOT_COLLECTED}", n=n) if n else ""


def absence_text(site: Site, result: IndicatorResult) -> str:
    """Return why nothing stands in a cell for which no row of the files says anything."""
    if result.reason == NOT_FOUND:
        return site.say("state.not-found", year=result.searched[:4])
    return site.say("state.not-collected")
