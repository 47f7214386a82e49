"""Trends of plain series, for those who use this package as a library."""

from collections.abc import Collection, Mapping

from generator.assessment.growth import Growth, measure_growth
from generator.assessment.normalisation import normalise
from generator.assessment.plain_tables import read_goalposts
from generator.assessment.results import TrendResult
from generator.assessment.trend import BREAK, Aim, Point, classify_trend
from generator.model.framework_records import TrendPolicy

Series = Mapping[int, float]
"""Year to value."""


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
) -> TrendResult:
    """Return the class of a series and its rate towards a target.

    `direction` is higher, lower or towards; `method` linear or cagr; `breaks` are the years in
    which a new series begins. Without a target year the change of the score between `goalposts`
    (worst, best) counts, in points per year. The baseline is the first value from `base_year` on.
    """
    policy = TrendPolicy.model_construct(
        method=method,
        minimum_years=minimum_years,
        on_track=on_track,
        acceleration_needed=acceleration_needed,
        score_change=score_change,
    )
    post = None if goalposts is None else read_goalposts({"series": goalposts})["series"]
    points = [
        Point(year, series[year], BREAK if year in breaks else "A")
        for year in _years(series, base_year)
    ]
    aim = None if target is None else Aim(target, target_year, "given")
    score = None if post is None else (lambda value: normalise(value, post))
    return classify_trend("series", points, direction, aim, score, policy)


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
    defined: one value only, or a change of sign.
    """
    years = _years(series, base_year)
    if len(years) < 2:
        return Growth(None, None, "")
    first, last = years[0], years[-1]
    given = (target_year or 0) - first
    return measure_growth(
        series[first], series[last], last - first, direction, target, given, limit
    )


def _years(series: Series, base_year: int | None) -> list[int]:
    return sorted(year for year in series if base_year is None or year >= base_year)
