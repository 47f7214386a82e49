"""How the score of an area came about: parts, coverage, bounds, interval, robustness, urgency."""

from collections.abc import Iterator, Mapping

from generator.assessment.results import AreaResult, AreaUrgency, Interval, Robustness
from generator.model.publication import City
from generator.views import targets
from generator.views.area_rows import median_text, reached_text
from generator.views.certainty import holds_text, percent
from generator.views.explanation.lines import (
    STEP_DECIMALS,
    Line,
    Part,
    setting_line,
    subject_name,
)
from generator.views.explanation.parts import levels_line
from generator.views.site import Site
from generator.views.targets import NOWHERE
from generator.views.urgency_words import level_text


def standing_part(site: Site, area: AreaResult) -> Part:
    """Return how many targets of an area are reached, and the median of its positions."""
    number = site.language.number
    lines = [Line(site.say("targets-reached"), reached_text(site, area))]
    lines.append(Line(site.say("positions"), number(area.positioned, 0)))
    median = area.median_position
    return Part(
        heading=site.say("median-position"),
        formula=site.say("formula.median-position"),
        lines=tuple(lines),
        exact="" if median is None else number(median),
        printed=median_text(site, area),
    )


def area_part(site: Site, city: City, area: AreaResult) -> Part:
    number, policy = site.language.number, site.publication.framework.policy
    lines = [
        Line(
            name=subject_name(site, part.child),
            number=number(part.points, STEP_DECIMALS),
            detail=site.say(
                "trace.contribution",
                score=number(part.score, 1),
                share=number(100 * part.weight, 1),
            ),
            target=targets.how(city.id, part.child),
        )
        for part in area.contributions
    ]
    lines += [
        Line(
            site.say("trace.coverage"),
            f"{number(100 * area.assessable_coverage, 1)} %",
            site.say("trace.of-assessable", n=area.rated, m=area.assessable),
        ),
        Line(
            site.say("trace.framework-coverage"),
            f"{number(100 * area.framework_coverage, 1)} %",
            site.say("trace.of-all", n=area.rated, m=area.total),
        ),
        Line(
            site.say("trace.flagged"),
            f"{number(100 * area.flagged_share, 1)} %",
            site.say("n-of-m", n=area.flagged, m=area.inputs),
        ),
    ]
    if area.low != area.high:
        lines.append(Line(site.say("trace.low"), number(area.low, 1)))
        lines.append(Line(site.say("trace.high"), number(area.high, 1)))
    minimum = policy.coverage.minimum_rated
    lines.append(setting_line(site, "coverage.minimum_rated", minimum))
    return Part(
        heading=site.say("trace.score"),
        formula=site.say("formula.aggregate-arithmetic"),
        lines=tuple(lines),
        exact=number(area.score or 0.0),
        printed=number(area.score or 0.0, 1),
    )


def area_points_part(site: Site, area: AreaResult) -> Part:
    """Return the pooled points of an area on the published scale."""
    number = site.language.number
    most = max(site.publication.framework.policy.points)
    percent = area.points_percent or 0.0
    return Part(
        heading=site.say("trace.points"),
        formula=site.say("formula.pooled-points", most=most),
        lines=(
            Line(site.say("trace.points-sum"), number(area.points, 0)),
            Line(site.say("trace.points-scored"), number(area.points_scored, 0)),
        ),
        exact=f"{number(percent)} %",
        printed=f"{number(percent, 1)} %",
    )


def area_urgency_part(site: Site, city: City, urgency: AreaUrgency) -> Part:
    """Return the urgency of an area as the weighted mean over its rated indicators."""
    number = site.language.number
    lines = [
        Line(
            name=subject_name(site, one.name),
            number=number(one.value, 2) if isinstance(one.value, float) else one.value,
            detail=site.say("trace.share", share=number(100 * one.weight, 1)),
            target=targets.how(city.id, one.name),
        )
        for one in urgency.trace.inputs
    ]
    lines.append(levels_line(site))
    lines.append(Line(site.say("urgency.robustness"), "", holds_text(site, urgency)))
    return Part(
        heading=site.say("urgency"),
        formula=site.say("formula.urgency-of-area"),
        lines=tuple(lines),
        exact=number(urgency.urgency),
        printed=level_text(site, urgency.urgency, urgency.level),
    )


def interval_part(site: Site, interval: Interval) -> Part:
    """Return the interval of a score over the replications, its bands, and what was varied."""
    number, policy = site.language.number, site.publication.framework.policy
    varied = policy.uncertainty
    settings: Mapping[str, float | str] = {
        "replications": policy.replications,
        "seed": str(policy.seed),
        "uncertainty.weights": varied.weights,
        "uncertainty.goalposts": varied.goalposts,
    }
    return Part(
        heading=site.say("trace.interval"),
        formula=site.say("formula.interval"),
        lines=(*_shares(site, interval), *(setting_line(site, *pair) for pair in settings.items())),
        exact="",
        printed=site.say(
            "interval.of-three",
            low=number(interval.low, 1),
            median=number(interval.median, 1),
            high=number(interval.high, 1),
        ),
    )


def _shares(site: Site, interval: Interval) -> Iterator[Line]:
    for band, share in interval.bands:
        yield Line(site.say(f"band.{band}"), percent(site, share))


def robustness_part(site: Site, city: City, area: AreaResult, found: Robustness) -> Part:
    """Return the score of an area under other assumptions; it is no rating."""
    lines = [Line(site.say("robustness.geometric"), _score(site, found.geometric))]
    lines += [
        Line(
            site.say("robustness.weights", name=site.word("weight-set", name)), _score(site, score)
        )
        for name, score in found.weight_sets.items()
    ]
    lines += [
        Line(
            site.say("robustness.without", name=subject_name(site, one.child)),
            _score(site, one.score),
            site.language.signed(one.change, 1) if one.change is not None else "",
            target=targets.how(city.id, one.child) if one.score is not None else NOWHERE,
        )
        for one in found.removals
    ]
    return Part(site.say("trace.robustness"), site.say("formula.robustness"), tuple(lines), "", "")


def _score(site: Site, score: float | None) -> str:
    return "–" if score is None else site.language.number(score, 1)


def movement_part(site: Site, trends: Mapping[str, int]) -> Part | None:
    """Return how many indicators of an area have each trend; arrows are not averaged."""
    if not trends:
        return None
    words = site.publication.framework.words.get("trend", {})
    lines = [
        Line(words[trend], site.language.number(trends[trend], 0))
        for trend in words
        if trend in trends
    ]
    return Part(site.say("trace.trends"), "", tuple(lines), "", "")


def unlocking_part(site: Site, area: AreaResult) -> Part | None:
    """Return which values would raise the coverage of an area that is not rated."""
    if area.band is not None or not area.unlocking:
        return None
    lines = tuple(_unlocking(site, area))
    return Part(site.say("trace.unlocking"), site.say("formula.unlocking"), lines, "", "")


def _unlocking(site: Site, area: AreaResult) -> Iterator[Line]:
    for observable in area.unlocking:
        indicator = site.publication.framework.observables[observable].indicator
        yield Line(subject_name(site, observable), "", target=targets.indicator(indicator))
