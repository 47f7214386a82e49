"""How the score, the points, the trend and the urgency of an observable came about."""

from dataclasses import replace

from generator.assessment.results import IndicatorResult
from generator.assessment.traces import Trace
from generator.assessment.trend_results import TrendResult
from generator.assessment.urgency_results import UrgencyResult
from generator.model.publication import City
from generator.views.certainty import holds_text
from generator.views.explanation.lines import (
    STEP_DECIMALS,
    Line,
    Part,
    input_line,
    setting_line,
)
from generator.views.site import Site
from generator.views.urgency_words import trend_text, urgency_text


def trace_part(site: Site, city: City, heading: str, trace: Trace, printed: str) -> Part:
    """Return a trace as a part: its inputs, its steps, its settings, its result."""
    number = site.language.number
    lines = [input_line(site, city, one) for one in trace.inputs]
    lines += [Line(site.say(f"trace.{key}"), number(step, STEP_DECIMALS))
              for key, step in trace.steps]  # fmt: skip
    lines += [setting_line(site, key, value) for key, value in trace.settings]
    return Part(
        heading=site.say(heading),
        formula=site.say(f"formula.{trace.formula}"),
        lines=tuple(lines),
        exact=number(trace.result) if trace.result is not None else "",
        printed=printed,
    )


def points_part(site: Site, result: IndicatorResult, percent: float, points: int) -> Part:
    """Return the published scale: the share of the benchmark, then points."""
    number = site.language.number
    post = result.goalpost
    published = result.observable.direction == "higher" and post is not None and bool(post.best)
    edges = site.publication.framework.policy.points
    steps = (site.say("points.step", n=worth, low=number(edge)) for worth, edge in edges.items())
    lines = [
        Line(
            site.say("trace.percent"),
            f"{number(percent, STEP_DECIMALS)} %",
            site.language.enumerate(steps),
        )
    ]
    return Part(
        heading=site.say("trace.points"),
        formula=site.say("formula.percent" if published else "formula.percent-from-score"),
        lines=tuple(lines),
        exact="",
        printed=site.say("points.of", n=points, most=max(edges)),
    )


def trend_part(site: Site, city: City, trend: TrendResult) -> Part:
    """Return how a series moves: its first and latest value, what it should reach, the class."""
    number = site.language.number
    inputs = trend.trace.inputs if trend.trace else ()
    points = [one for one in inputs if one.name == "point"]
    ends = [points[0], points[-1]] if len(points) > 1 else points
    aims = [one for one in inputs if one.name == "target"]
    lines = [
        input_line(site, city, replace(one, name=name))
        for name, one in zip(("baseline", "latest"), ends, strict=False)
    ]
    lines += [input_line(site, city, one) for one in aims]
    if len(points) > len(ends):
        between = site.say("trace.values-between", n=len(points) - len(ends))
        lines.append(Line(between, ""))
    if trend.since is not None:
        lines.append(Line(site.say("trace.since"), str(trend.since)))
    if trend.told != trend.trend:
        lines.append(Line(site.say("trace.by-ends"), "", site.word("trend", trend.trend)))
    if trend.trace:
        lines += [
            Line(site.say(f"trace.{key}"), number(step, STEP_DECIMALS))
            for key, step in trend.trace.steps
        ]
        kept = ("method", "minimum_years", *_thresholds(trend))
        lines += [
            setting_line(site, f"trend.{key}", value)
            for key, value in trend.trace.settings
            if key in kept
        ]
    basis = "rate" if trend.rate is not None else "score"
    return Part(
        heading=site.say("trend"),
        formula=site.say(f"formula.trend-{basis}") if trend.change is not None else "",
        lines=tuple(lines),
        exact=number(trend.rate) if trend.rate is not None else "",
        printed=trend_text(site, trend),
    )


def _thresholds(trend: TrendResult) -> tuple[str, ...]:
    by_rate = ("on_track", "acceleration_needed")
    return by_rate if trend.rate is not None else ("score_change", "score_moved")


def urgency_part(site: Site, urgency: UrgencyResult) -> Part:
    """Return the urgency of an observable as a product."""
    number = site.language.number
    importance = site.say(
        f"urgency.importance-from-{urgency.importance_from}", n=urgency.importance
    )
    lines = [
        Line(site.say("urgency.gap"), number(urgency.gap, STEP_DECIMALS),
             site.say("urgency.gap-is")),
        Line(site.say("urgency.importance"), number(urgency.importance_factor), importance),
        Line(site.say("trend"), number(urgency.trend_factor), site.word("trend", urgency.trend)),
        levels_line(site),
    ]  # fmt: skip
    lines += [Line(site.say("urgency.confirm"), "", site.say(f"urgency.confirm-{why}"))
              for why in urgency.confirm]  # fmt: skip
    lines.append(Line(site.say("urgency.robustness"), "", holds_text(site, urgency)))
    return Part(
        heading=site.say("urgency"),
        formula=site.say("formula.urgency"),
        lines=tuple(lines),
        exact=number(urgency.urgency),
        printed=urgency_text(site, urgency),
    )


def levels_line(site: Site) -> Line:
    """Return the levels of urgency with their lower edges, in the file of the policy."""
    policy = site.publication.framework.policy.urgency
    steps = site.language.enumerate(
        site.say("urgency.step", level=site.say(f"urgency.{level}"), low=site.language.number(edge))
        for level, edge in policy.levels.items()
    )
    return replace(setting_line(site, "urgency.levels", ""), detail=steps)
