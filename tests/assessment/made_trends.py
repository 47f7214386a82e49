"""Series written in one line, and the trend of one by the shipped policy."""

from generator.assessment.trend.towards_target import (
    Aim,
    Point,
    classify_trend,
)
from generator.assessment.trend_results import TrendResult
from tests.assessment.policies import shipped

POLICY = shipped().trend


def points(*pairs: tuple[int, float]) -> list[Point]:
    return [Point(*pair) for pair in pairs]


def trend(
    series: list[Point],
    target: float | None,
    year: int | None = 2030,
    direction: str = "higher",
    scored: bool = True,
    breaks: tuple[int, ...] = (),
) -> TrendResult:
    aim = None if target is None else Aim(target, year, "city")
    score = (lambda value: min(100.0, max(0.0, value))) if scored else None
    return classify_trend("x", series, direction, aim, score, POLICY, breaks)
