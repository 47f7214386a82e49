"""The lines from which anyone can rebuild the ratings: policy, certainty, trends, urgency."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.assessment.results import CityResult, IndicatorResult, Interval
from generator.assessment.trend_results import TrendResult
from generator.model.framework_records import RatingPolicy
from generator.model.rebuilt_tables import Certainty, Setting, TrendLine, UrgencyLine

PLACES = 6
"""Of what is computed: more than is printed, fewer than differ from machine to machine."""


def setting_lines(policy: RatingPolicy) -> Iterator[Setting]:
    """Yield every number and word of the policy by the keys that lead to it."""
    for keys, value in _leaves(policy.model_dump(mode="json", by_alias=True, exclude_none=True)):
        yield Setting(0, setting=keys, value=value)


def _leaves(settings: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in settings.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{before}{key}.")
        elif isinstance(value, list):
            yield f"{before}{key}", "; ".join(map(str, value))
        else:
            yield f"{before}{key}", str(value)


def certainty_lines(result: CityResult) -> Iterator[Certainty]:
    """Yield every score and position of a city with its interval."""
    for name, one in result.observables.items():
        if one.score is not None or one.position is not None:
            yield _certainty(result.city, name, one.score, one.interval, one)
    for name, area in result.areas.items():
        if area.score is not None:
            yield _certainty(result.city, name, area.score, area.interval)


def _certainty(
    city: str,
    name: str,
    score: float | None,
    interval: Interval | None,
    placed: IndicatorResult | None = None,
) -> Certainty:
    beside = placed.position_interval if placed else None
    return Certainty(
        0,
        city=city,
        id=name,
        score=_exact(score),
        low=_exact(interval.low if interval else None),
        median=_exact(interval.median if interval else None),
        high=_exact(interval.high if interval else None),
        bands=tuple(f"{band}={share:g}" for band, share in interval.bands) if interval else (),
        position=_exact(placed.position if placed else None),
        position_low=_exact(beside.low if beside else None),
        position_high=_exact(beside.high if beside else None),
    )


def trend_lines(result: CityResult) -> Iterator[TrendLine]:
    """Yield the trend of every indicator and data point of which the files tell."""
    for name, trend in result.trends.items():
        if result.observables[name].is_told:
            yield _trend(result.city, name, trend)


def _trend(city: str, name: str, one: TrendResult) -> TrendLine:
    return TrendLine(
        0,
        city=city,
        id=name,
        trend=one.trend,
        told=one.told,
        reason=one.reason or None,
        untold=one.untold or None,
        since=one.since,
        baseline_year=one.baseline_year,
        baseline=_exact(one.baseline),
        latest_year=one.latest_year,
        latest=_exact(one.latest),
        points=one.points or None,
        target=one.target,
        target_year=one.target_year,
        target_from=one.target_from or None,
        rate=_exact(one.rate),
        change=_exact(one.change),
        score_change=_exact(one.score_change),
        slope=_exact(one.slope),
        probability=_exact(one.probability),
        moving_away=one.moving_away or None,
    )


def urgency_lines(result: CityResult) -> Iterator[UrgencyLine]:
    """Yield the urgency of what is rated by a target, and of areas."""
    for name, one in result.urgencies.items():
        yield UrgencyLine(
            0, city=result.city, id=name, urgency=round(one.urgency, PLACES), level=one.level,
            importance=one.importance, importance_from=one.importance_from, holds=one.holds,
        )  # fmt: skip
    for name, area in result.area_urgencies.items():
        yield UrgencyLine(
            0, city=result.city, id=name, urgency=round(area.urgency, PLACES), level=area.level,
            holds=area.holds,
        )  # fmt: skip


def _exact(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)
