"""The published U4SSC scale: percentage of the benchmark, points 1 to 4, bands.

Per observable 95 % of the benchmark and more give 4 points, from 66 % 3, from 33 % 2, else 1. A
category, sub-dimension or dimension is the sum of points over four times the number scored.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from generator.model.framework_tables import Goalpost

Step = TypeVar("Step", int, str)


def percent_of_benchmark(
    value: float, goalpost: Goalpost, direction: str, score: float | None
) -> float | None:
    """Return how much of the benchmark is reached, in per cent.

    Higher is better: 100 x / T, as U4SSC computes it. For other directions, and for words, the
    published text gives no rule: the score stands in, which the pages say.
    """
    if direction == "higher" and goalpost.best is not None and goalpost.best > 0:
        return 100.0 * value / goalpost.best
    return score


def _step_of(percent: float, edges: Mapping[Step, float]) -> Step:
    """Return the highest step whose lower edge is reached, else the lowest.

    Rounded to nine places first, since 100 x / T is 65.99999999999999 at T = 80, x = 52.8.
    """
    percent = round(percent, 9)
    reached = [step for step, edge in edges.items() if percent >= edge]
    return max(reached, key=edges.__getitem__) if reached else min(edges, key=edges.__getitem__)


def points_of(percent: float, edges: Mapping[int, float]) -> int:
    """Return the points of a percentage of the benchmark; `edges`: points to their lower edge."""
    return _step_of(percent, edges)


def band_of(score: float, edges: Mapping[str, float]) -> str:
    """Return the band of a score or percentage; `edges`: band to its lower edge, inclusive."""
    return _step_of(score, edges)


def pooled_percent(points: Iterable[int], maximum: int) -> float | None:
    """Return the percentage of a group: the sum of points over the most it could have."""
    scored = list(points)
    return 100.0 * sum(scored) / (maximum * len(scored)) if scored else None


def edges_as_settings(
    kind: str, edges: Mapping[str, float] | Mapping[int, float]
) -> tuple[tuple[str, float | str], ...]:
    """Return lower edges as settings of a trace, such as `bands.low`; one tuple for all traces."""
    return _edges_as_settings(kind, tuple(edges.items()))


@lru_cache(maxsize=64)
def _edges_as_settings(
    kind: str, edges: tuple[tuple[str | int, float], ...]
) -> tuple[tuple[str, float | str], ...]:
    return tuple((f"{kind}.{name}", edge) for name, edge in edges)
