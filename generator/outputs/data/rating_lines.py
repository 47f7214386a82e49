"""The lines from which anyone can rebuild the ratings: policy, certainty, trends, urgency."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from generator.assessment.rating.data_errors import error_of, probability_reached, range_of
from generator.assessment.rating.few_events import bounds_of
from generator.assessment.results import CityResult, IndicatorResult, Interval
from generator.assessment.trend.towards_target import Aim, Point, distance_left, progress_of
from generator.assessment.trend.trend_inputs import POINT, direction_of, error_at, score_of
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.framework_tables import LEADING_CITIES, TARGET, Goalpost
from generator.model.hierarchy import DEFAULT_WEIGHTS
from generator.model.open_data_rating_tables import (
    Certainty,
    SeriesLine,
    Setting,
    TrendLine,
    UrgencyLine,
    WeightLine,
)
from generator.model.policy_records import RatingPolicy
from generator.model.publication import City

R = TypeVar("R", TrendLine, UrgencyLine)

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


def weight_lines(framework: Framework) -> Iterator[WeightLine]:
    """Yield what counts in each area of each scheme, with the weights in use."""
    for scheme in framework.schemes:
        for area in framework.trees[scheme.scheme, DEFAULT_WEIGHTS].areas:
            for member in area.members or ():
                yield WeightLine(0, area=area.id, member=member.id, weight=member.weight)


def certainty_lines(framework: Framework, result: CityResult) -> Iterator[Certainty]:
    """Yield every score and position of a city with what it is made of, and its interval."""
    for name, one in result.observables.items():
        stated = (
            (TARGET, one.goalpost, one.score, one.interval),
            (LEADING_CITIES, one.leading, one.position, one.position_interval),
        )
        for family, post, score, interval in stated:
            if score is not None:
                scale: dict[str, Any]
                scale = _scale(framework, one, post) if post is not None else {"family": family}
                if family == TARGET:
                    scale |= {"reached": _exact(probability_reached(framework, one))}
                yield _certainty(result.city, name, score, interval, scale)
    for name, area in result.areas.items():
        if area.score is not None:
            yield _certainty(result.city, name, area.score, area.interval, {"family": TARGET})


def _certainty(
    city: str, name: str, score: float, interval: Interval | None, scale: dict[str, Any]
) -> Certainty:
    return Certainty(
        0,
        city=city,
        id=name,
        score=round(score, PLACES),
        low=_exact(interval.low if interval else None),
        median=_exact(interval.median if interval else None),
        high=_exact(interval.high if interval else None),
        bands=tuple(f"{band}={share:g}" for band, share in interval.bands) if interval else (),
        **scale,
    )


def _scale(framework: Framework, one: IndicatorResult, post: Goalpost) -> dict[str, Any]:
    """Return the value that is rated, the range of its replications, the ends of its scale."""
    row, value = one.selection.shown, one.selection.value
    if row is None:
        raise ValueError(one.observable.id)
    known = {"family": post.family, "direction": one.observable.direction}
    if post.scores is not None or value is None:
        return {**known, "value": row.value, "scores": post.scores}
    error = error_of(framework, row, value)
    bounds = bounds_of(framework, row)
    low, high = range_of(framework, one.observable.id)
    ends = ("worst", "worst_of_five", "worst_above", "best", "transform")
    return {
        **known,
        "value": repr(value),
        "value_low": bounds[0] if bounds else value - error,
        "value_high": bounds[1] if bounds else value + error,
        "minimum": None if bounds else low,
        "maximum": None if bounds else high,
        **{end: getattr(post, end) for end in ends},
    }


def series_lines(framework: Framework, city: City, result: CityResult) -> Iterator[SeriesLine]:
    """Yield the years from which each trend is told; `result` has its traces."""
    rows: dict[int | None, Observation] = {row.line: row for row in city.observations}
    for name, trend in result.trends.items():
        one, inputs = result.observables[name], trend.trace.inputs if trend.trace else ()
        target, direction = trend.target, direction_of(one)
        aim = None if target is None else Aim(target, trend.target_year, trend.target_from)
        score = score_of(one.scale)
        for point in inputs:
            if point.name == POINT:
                value = float(point.value)
                at = Point(int(point.period), value)
                yield SeriesLine(
                    0, city=city.id, id=name, year=at.year, value=value,
                    error=error_at(framework, one.goalpost, rows[point.line], value),
                    progress=progress_of([at], aim, direction)[0],
                    left=None if target is None else distance_left(value, target, direction),
                    score=score(value) if score is not None else None,
                )  # fmt: skip


def trend_lines(result: CityResult) -> Iterator[TrendLine]:
    """Yield the trend of every indicator and data point of which the files tell."""
    for name, trend in result.trends.items():
        if result.observables[name].is_told:
            yield _line(TrendLine, trend, city=result.city, id=name)


def urgency_lines(result: CityResult) -> Iterator[UrgencyLine]:
    """Yield the urgency of what is rated by a target, and of areas."""
    for name, one in (*result.urgencies.items(), *result.area_urgencies.items()):
        yield _line(UrgencyLine, one, city=result.city, id=name)


def _line(kind: type[R], result: object, **own: str) -> R:
    """Return a line whose other columns are the fields of the same name of a result, if it has."""
    names = [one.name for one in fields(kind) if one.name not in ("line", *own)]
    cells: dict[str, Any] = {name: _cell(getattr(result, name, None)) for name in names}
    return kind(0, **{**own, **cells})


def _cell(value: Any) -> Any:
    """Return a number to its places; what is empty, none or no as a blank."""
    return _exact(value) if isinstance(value, float) else value or None


def _exact(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)
