"""How indicators moved since a plan was adopted: baseline, at the review before, latest.

Facts only: a movement is not attributed to the actions.
"""

from collections.abc import Iterable, Sequence

from generator.assessment.investment.achievement import figure_of, usable_series
from generator.assessment.results import CityResult, IndicatorResult
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.framework import Framework

BETTER = "better"
WORSE = "worse"
UNCHANGED = "unchanged"
CHANGED = "changed"
"""Moved, where no direction says which way is better."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Figures of one observable up to a year; `word` is blank without a later figure."""

    observable: str
    baseline: Observation | None
    previous: Observation | None
    latest: Observation | None
    change: float | None
    word: str


def movements(
    framework: Framework,
    result: CityResult,
    indicators: Iterable[str],
    adopted: int,
    until: int,
    previous: int | None = None,
) -> tuple[Movement, ...]:
    """Return the movement of indicators and their data points from `adopted` to `until` (years)."""
    found = []
    for name in dict.fromkeys(indicators):
        for one in result.indicators[name].carriers:
            rows = usable_series(framework, one)
            if rows:
                found.append(_movement(framework, one, rows, adopted, until, previous))
    return tuple(found)


def _movement(
    framework: Framework,
    result: IndicatorResult,
    rows: Sequence[Observation],
    adopted: int,
    until: int,
    previous: int | None,
) -> Movement:
    baseline = latest_until(rows, adopted)
    latest = latest_until(rows, until)
    middle = latest_until(rows, previous) if previous is not None else None
    if baseline is None or latest is None or latest is baseline:
        return Movement(result.observable.id, baseline, middle, latest, None, "")
    start = figure_of(result, baseline) or 0.0
    end = figure_of(result, latest) or 0.0
    return Movement(
        result.observable.id, baseline, middle, latest, end - start, judged(result, start, end)
    )


def latest_until(rows: Sequence[Observation], year: int) -> Observation | None:
    """Return the last figure whose period ends by a year."""
    past = [row for row in rows if row.period is not None and row.period.last <= year]
    return past[-1] if past else None


def judged(result: IndicatorResult, before: float, after: float) -> str:
    """Return whether a change is for the better: nearer to the benchmark, or in its direction."""
    if before == after:
        return UNCHANGED
    post, direction = result.goalpost, result.observable.direction
    if direction in ("higher", "lower"):
        return BETTER if (after > before) == (direction == "higher") else WORSE
    if direction == "towards" and post is not None and post.best is not None:
        near, far = abs(after - post.best), abs(before - post.best)
        return UNCHANGED if near == far else (BETTER if near < far else WORSE)
    return CHANGED
