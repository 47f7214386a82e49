"""Every formula by its name, and a result computed again from its trace alone.

In: a trace with its inputs, steps and settings. Out: the result and the word that it led to. A
trace that does not give its own result again is a fault of this package.
"""

import math
from collections.abc import Callable, Mapping

from generator.assessment.advice.urgency import urgency_of
from generator.assessment.comparison.peer_comparison import percentile_of
from generator.assessment.rating.aggregation import Limits, mean_of, why_not_rated
from generator.assessment.rating.benchmarking import (
    band_of,
    percent_of_benchmark,
    points_of,
    pooled_percent,
)
from generator.assessment.rating.normalisation import distance_to_best, normalise, score_words
from generator.assessment.traces import Trace
from generator.assessment.trend.towards_target import Aim, Point, classify_trend
from generator.frozen import dataclass
from generator.model.framework_tables import TARGET, YES_NO, Goalpost
from generator.model.policy_records import TrendPolicy


@dataclass(frozen=True, slots=True)
class Recomputed:
    result: float | None
    outcome: str = ""


def recompute(trace: Trace) -> Recomputed:
    """Return the result of a trace, from its inputs, steps and settings."""
    return FORMULAS[trace.formula](trace)


def _settings(trace: Trace) -> Mapping[str, float | str]:
    return dict(trace.settings)


def _edges(trace: Trace, kind: str) -> dict[str, float]:
    """Return the lower edges of a scale among the settings: `bands.low` -> low."""
    return {
        name.removeprefix(f"{kind}."): float(edge)
        for name, edge in trace.settings
        if name.startswith(f"{kind}.")
    }


def _input(trace: Trace, name: str) -> float | None:
    found = next((one.value for one in trace.inputs if one.name == name), None)
    return None if found is None else float(found)


def _goalpost(trace: Trace, transform: str = "linear") -> Goalpost:
    return Goalpost(
        0,
        observable="",
        family=TARGET,
        worst=_input(trace, "worst"),
        worst_above=_input(trace, "worst_above"),
        best=_input(trace, "best"),
        transform=transform,
        reason="",
    )


def _banded(trace: Trace, score: float | None) -> Recomputed:
    edges = _edges(trace, "bands")
    return Recomputed(score, "" if score is None or not edges else band_of(score, edges))


def _normalise(trace: Trace) -> Recomputed:
    value = _input(trace, "value")
    post = _goalpost(trace, trace.formula.removeprefix("normalise-"))
    return _banded(trace, None if value is None else normalise(value, post))


def _word(trace: Trace) -> Recomputed:
    words = {one.name: str(one.value) for one in trace.inputs}
    post = Goalpost(0, observable="", family=YES_NO, scores=words["scores"], reason="")
    return _banded(trace, score_words(post).get(words["value"]))


def _mean(trace: Trace) -> Recomputed:
    return _banded(trace, mean_of([(1.0, float(one.value)) for one in trace.inputs]))


def _aggregate(trace: Trace) -> Recomputed:
    """Return the weighted mean; its band only if the limits among the settings are kept."""
    score = mean_of([(one.weight, float(one.value)) for one in trace.inputs])
    steps = dict(trace.steps)
    limits = Limits(0.0, int(float(_settings(trace)["coverage.minimum_rated"])))
    reason = why_not_rated(limits, score, steps["coverage"], steps["rated"])
    return Recomputed(score) if reason else _banded(trace, score)


def _percent(trace: Trace) -> Recomputed:
    score, direction = _input(trace, "score"), str(_settings(trace)["direction"])
    words = any(one.name == "scores" for one in trace.inputs)
    value = 0.0 if words else _input(trace, "value") or 0.0
    percent = percent_of_benchmark(value, _goalpost(trace), direction, score)
    edges = {int(points): edge for points, edge in _edges(trace, "points").items()}
    return Recomputed(percent, "" if percent is None else str(points_of(percent, edges)))


def _pooled_points(trace: Trace) -> Recomputed:
    maximum = int(float(_settings(trace)["points.maximum"]))
    return _banded(trace, pooled_percent([int(float(one.value)) for one in trace.inputs], maximum))


def _trend(trace: Trace) -> Recomputed:
    settings = _settings(trace)
    points = [
        Point(int(one.period), float(one.value)) for one in trace.inputs if one.name == "point"
    ]
    aims = [
        Aim(float(one.value), int(one.period) if one.period else None, "")
        for one in trace.inputs
        if one.name == "target"
    ]
    policy = TrendPolicy.model_construct(
        method=str(settings["method"]),
        minimum_years=int(float(settings["minimum_years"])),
        on_track=float(settings["on_track"]),
        acceleration_needed=float(settings["acceleration_needed"]),
        score_change=float(settings["score_change"]),
        score_moved=float(moved) if (moved := settings.get("score_moved")) else None,
    )
    found = classify_trend(
        "", points, str(settings["direction"]), aims[0] if aims else None, _score_of(trace), policy
    )
    return Recomputed(found.rate, found.trend)


def _score_of(trace: Trace) -> Callable[[float], float | None] | None:
    """Return the function from value to score: that of the goalposts, or of words none."""
    settings = _settings(trace)
    if settings["scale"] == "words":
        return lambda value: value
    if settings["scale"] == "none":
        return None
    post = _goalpost(trace, str(settings["transform"]) or "linear")
    return lambda value: distance_to_best(value, post)


def _urgency(trace: Trace) -> Recomputed:
    gap, importance, trend = (float(one.value) for one in trace.inputs)
    urgency = urgency_of(gap, importance, trend)
    return Recomputed(urgency, band_of(urgency, _edges(trace, "urgency.levels")))


def _urgency_of_area(trace: Trace) -> Recomputed:
    urgency = math.fsum(float(one.value) * one.weight for one in trace.inputs)
    return Recomputed(urgency, band_of(urgency, _edges(trace, "urgency.levels")))


def _comparison(trace: Trace) -> Recomputed:
    settings = _settings(trace)
    scores = {one.name: float(one.value) for one in trace.inputs}
    minimum = int(float(settings["comparison.minimum"]))
    own = scores[str(settings["city"])]
    return Recomputed(percentile_of(own, sorted(scores.values()), minimum))


FORMULAS: Mapping[str, Callable[[Trace], Recomputed]] = {
    "normalise-linear": _normalise,
    "normalise-log": _normalise,
    "normalise-fourth-root": _normalise,
    "score-of-word": _word,
    "mean-of-data-points": _mean,
    "aggregate-arithmetic": _aggregate,
    "percent-of-benchmark": _percent,
    "pooled-points": _pooled_points,
    "trend": _trend,
    "urgency": _urgency,
    "urgency-of-area": _urgency_of_area,
    "comparison": _comparison,
}
