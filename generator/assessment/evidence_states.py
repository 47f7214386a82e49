"""The six states of a cell, city by indicator, and the three numbers that tell how much is known.

Absence is no evidence: only a row of the files with a source says that a city has no figure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field

from generator.assessment.rating.data_errors import EXACT
from generator.assessment.results import (
    HELD_BACK,
    MISSING,
    NOT_COLLECTED,
    NOT_FOUND,
    WITHHELD,
    IndicatorResult,
)
from generator.frozen import dataclass

VALUE = "value"
STATES = (VALUE, MISSING, NOT_FOUND, NOT_COLLECTED, WITHHELD, HELD_BACK)


@dataclass(frozen=True, slots=True)
class EvidenceCounts:
    """Of `total` indicators those with a figure, with a benchmark, and rated; `states` of all."""

    total: int
    figures: int
    benchmarks: int
    rated: int
    states: Mapping[str, int] = field(default_factory=dict)


def state_of(result: IndicatorResult) -> str:
    """Return the state of a cell."""
    if not result.is_reported:
        return result.reason
    shown = [one for one in result.carriers if one.is_reported]
    return HELD_BACK if all(one.doubts for one in shown) else VALUE


@dataclass(frozen=True, slots=True)
class Standing:
    """How an indicator stands: its state as evidence, its sign, and the three that are counted."""

    state: str
    sign: str
    is_reported: bool
    is_assessable: bool
    is_rated: bool


def standing_of(result: IndicatorResult) -> Standing:
    """Return how an indicator stands."""
    return Standing(
        state_of(result), result.sign, result.is_reported, result.is_assessable, result.is_rated
    )


def is_sure(result: IndicatorResult) -> bool:
    """Return whether an indicator is rated, or has an exact figure that is not under review."""
    return result.is_rated or any(
        not one.doubts and (row.comparability or EXACT) == EXACT
        for one in result.carriers
        if (row := one.selection.shown) is not None and one.selection.value is not None
    )


def was_collected(result: IndicatorResult) -> bool:
    """Return whether anybody looked for the figure of an observable, or of a data point of it."""
    return any(state_of(one) != NOT_COLLECTED for one in (result, *result.data_points))


def count_evidence(results: Iterable[IndicatorResult]) -> EvidenceCounts:
    """Return the three numbers of some indicators of a city."""
    return count_standings(map(standing_of, results))


def count_standings(standings: Iterable[Standing]) -> EvidenceCounts:
    """Return the three numbers of indicators of which only the standing is known."""
    listed = list(standings)
    return EvidenceCounts(
        total=len(listed),
        figures=sum(one.is_reported for one in listed),
        benchmarks=sum(one.is_assessable for one in listed),
        rated=sum(one.is_rated for one in listed),
        states=Counter(one.state for one in listed),
    )
