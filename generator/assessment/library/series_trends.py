"""Trends of plain series, for those who use this package as a library."""

from collections.abc import Collection, Mapping

from generator.assessment.library.input_tables import number_of, read_goalposts
from generator.assessment.rating.normalisation import distance_to_best
from generator.assessment.trend.growth import Growth, measure_growth
from generator.assessment.trend.telling import with_telling
from generator.assessment.trend.towards_target import Aim, Point, classify_trend
from generator.assessment.trend_results import TrendResult
from generator.model.policy_records import HeadlinePolicy, TrendPolicy

Series = Mapping[int, float | None]
"""Year to value; None or NaN if it is missing."""


def assess_trend(
    series: Series,
    direction: str,
    target: float | None = None,
    target_year: int | None = None,
    *,
    goalposts: object = None,
    method: str = "linear",
    base_year: int | None = None,
    breaks: Collection[int] = (),
    minimum_years: int = 2,
    on_track: float = 0.95,
    acceleration_needed: float = 0.60,
    score_change: float = 1.0,
    score_moved: float | None = None,
    minimum_points: int = 5,
    level: float = 0.10,
    error: float = 0.0,
) -> TrendResult:
    """Return the class of a series and its rate towards a target.

    `direction` is higher, lower or towards; `method` linear or cagr; `breaks` are the years in
    which a new series begins, with a value or without. Without a target year the change of the
    score between `goalposts` (worst, best) counts: `score_change` points per year make a change,
    or, if given, `score_moved` from the first year to the last. The baseline is the first
    value from `base_year` on. `untold` says why the change may not be said: fewer points than
    `minimum_points`, slope or test (at `level`) against it, or no more than the `error` that each
    value may have, in its unit. `moving_away`: the target is achieved, and it may be said that the
    series leaves it.
    """
    if direction not in ("higher", "lower", "towards"):
        raise ValueError("direction: higher, lower or towards")
    if method not in ("linear", "cagr"):
        raise ValueError("method: linear or cagr")
    policy = TrendPolicy.model_construct(
        method=method,
        minimum_years=minimum_years,
        on_track=on_track,
        acceleration_needed=acceleration_needed,
        score_change=score_change,
        score_moved=score_moved,
    )
    post = None if goalposts is None else read_goalposts({"series": goalposts})["series"]
    points = [Point(year, value, error) for year, value in _values(series, base_year)]
    aim = None if target is None else Aim(target, target_year, "given")
    score = None if post is None else (lambda value: distance_to_best(value, post))
    found = classify_trend("series", points, direction, aim, score, policy, breaks)
    gate = HeadlinePolicy.model_construct(minimum_points=minimum_points, level=level)
    return with_telling(found, points, direction, aim, gate)


def assess_growth(
    series: Series,
    direction: str,
    target: float | None = None,
    target_year: int | None = None,
    *,
    base_year: int | None = None,
    limit: float | None = None,
) -> Growth:
    """Return the progress of a series by compound growth, as Statistics Canada publishes it.

    `direction` is higher or lower. With a target and its year observed over required growth;
    without, growth per year, judged more mildly near a `limit`. `value` is None if growth is not
    defined: one value only, or a change of sign. A target that is reached counts all the same.
    """
    if direction not in ("higher", "lower"):
        raise ValueError("direction: higher or lower")
    if target is not None and target_year is None:
        raise ValueError("target: needs its year")
    values = _values(series, base_year)
    if not values:
        return Growth(None, None, "")
    (first, base), (last, value) = values[0], values[-1]
    given = (target_year or 0) - first
    return measure_growth(base, value, last - first, direction, target, given, limit)


def _values(series: Series, base_year: int | None) -> list[tuple[int, float]]:
    """Return years with their values in order; those without a value are left out."""
    found = ((int(year), number_of(value)) for year, value in series.items())
    return sorted(
        (year, value)
        for year, value in found
        if value is not None and (base_year is None or year >= base_year)
    )
