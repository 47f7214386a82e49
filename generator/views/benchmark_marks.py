"""Where a value stands on a scale: on its way to a target, or between trailing and leading cities.

Decides nothing: scores and positions come from the assessment. The two never share a mark.
"""

import math

from generator.assessment.comparison.peer_comparison import Summary
from generator.assessment.rating.data_errors import is_decided_by_error, probability_reached
from generator.assessment.results import FULL, IndicatorResult, Interval
from generator.assessment.shares import as_percent
from generator.assessment.trend_results import TrendResult
from generator.frozen import dataclass
from generator.model.framework_tables import Goalpost
from generator.model.rounding import round_half_up
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a value stands between the two ends of a scale, 0 to 1, and the same in words.

    `short` leaves out whose the ends are.
    """

    position: float
    label: str
    short: str = ""


def way_text(site: Site, result: IndicatorResult) -> str:
    """Return how much of the way to what is asked is gone; nothing for floors and classes."""
    asked = asked_text(site, result)
    if not asked or result.score is None:
        return ""
    if result.is_reached:
        return site.say("way.reached", asked=asked)
    return site.say("way", share=_share_text(site, result.score), asked=asked)


def reach_doubt(site: Site, result: IndicatorResult) -> str:
    """Return that the error of a figure decides on which side of its target it lies, if so.

    And how probably it is reached, never as sure.
    """
    framework = site.publication.framework
    if not is_decided_by_error(framework, result):
        return ""
    probability = probability_reached(framework, result)
    if probability is None:
        return site.say("reach.within-error")
    share = min(99, max(1, as_percent(probability)))
    return site.say("reach.probably", share=site.language.number(share, 0))


def leaving_text(site: Site, trend: TrendResult | None) -> str:
    """Return since when a target that is reached is being left, and which way; else nothing."""
    if trend is None or not trend.moving_away:
        return ""
    return site.say(f"leaving.{trend.leaving}", year=str(trend.baseline_year or ""))


def _share_text(site: Site, score: float) -> str:
    """Return a score short of its target as a whole per cent, where that keeps its side.

    Never as 100, which is reached, nor as the edge of a band that it has not come to.
    """
    edges = (*site.publication.framework.policy.bands.values(), FULL)
    whole = round_half_up(score, 0)
    if any(score < edge <= whole for edge in edges):
        return site.language.number(math.floor(score * 10) / 10, 1)
    return site.language.number(score, 0)


def asked_text(site: Site, result: IndicatorResult) -> str:
    """Return who asks for the target of a result; nothing for floors and classes."""
    post = result.goalpost
    if result.band is None or result.score is None or post is None or post.classes:
        return ""
    return site.say(f"asked.{post.kind}")


def bar_view(site: Site, result: IndicatorResult) -> Bar | None:
    """Return where a value stands between its worst value and its target; None for floors."""
    post = result.goalpost
    if result.band is None or result.score is None or post is None:
        return None
    score = site.language.number(result.score, 1)
    if post.best is None or post.worst is None:
        label = site.say("bar.words", score=score)
    else:
        label = site.say(
            "bar.label",
            score=score,
            worst=site.language.number(post.worst),
            best=site.language.number(post.best),
        )
    return Bar(result.score / 100, label)


def tick_view(site: Site, result: IndicatorResult) -> Bar | None:
    """Return where a value stands between the trailing and the leading cities, and which."""
    post = result.leading
    if result.position is None or post is None:
        return None
    label = site.say(
        "position.between",
        position=site.language.number(result.position, 0),
        interval=_interval_text(site, result.position_interval),
        ends=ends_text(site, post),
    )
    short = site.say("position.short", position=site.language.number(result.position, 0))
    return Bar(result.position / 100, label, short)


def ends_short(site: Site, post: Goalpost) -> str:
    """Return which leading cities: so many on record of which years, or what is published."""
    return site.say(
        "key.on-record" if len(post.cities) > 1 else "key.published",
        n=len(post.cities),
        cities=site.language.by_semicolons(post.cities),
        years=years_of(post),
    )


def years_of(post: Goalpost) -> str:
    """Return the years of the figures that a benchmark is made of, with a dash between them."""
    return (post.years or "").replace("-", "\N{EN DASH}")


def ends_text(site: Site, post: Goalpost) -> str:
    """Return between whom a position lies: how many cities of which years, or what is published."""
    return site.say(
        "ends.on-record" if len(post.cities) > 1 else "ends.published",
        n=len(post.cities),
        cities=site.language.by_semicolons(post.cities),
        years=years_of(post),
    )


def _interval_text(site: Site, interval: Interval | None) -> str:
    """Return the interval of a position with a space before it; nothing without one."""
    if interval is None:
        return ""
    low, high = (site.language.number(end, 0) for end in (interval.low, interval.high))
    return f" {site.say('interval.short', low=low, high=high)}"


def beside_peers(
    site: Site, label: str, spread: Summary | None
) -> tuple[str, tuple[float, float] | None]:
    """Return the middle half of some cities for a bar or strip, and the label that says it."""
    if spread is None or spread.lower_quartile is None or spread.upper_quartile is None:
        return label, None
    low, high = spread.lower_quartile, spread.upper_quartile
    said = site.say(
        "bar.peers",
        n=spread.cities,
        low=site.language.number(low, 1),
        high=site.language.number(high, 1),
    )
    return f"{label}. {said}", (low / 100, high / 100)
