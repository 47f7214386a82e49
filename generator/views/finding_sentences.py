"""What leads a profile: targets reached or near, what is urgent, clear changes, each with figures.

Only what the gate lets pass (`assessment/rating/headline_gate.py`); what may not lead is counted,
and stands in the tables. Names follow a colon: they need no case or article in any language.
"""

from collections.abc import Iterable, Iterator

from generator.assessment.rating.data_errors import NEAR
from generator.assessment.rating.headline_gate import leading, leading_urgencies, may_be_named
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.trend_results import DIRECTED, TrendResult
from generator.assessment.urgency_results import UrgencyResult
from generator.model.city_tables import Observation
from generator.views.benchmark_marks import asked_text, reach_doubt, way_text
from generator.views.certainty import band_words
from generator.views.doubt_words import why_text
from generator.views.sentences import end_rows, listed, moved_series, printed
from generator.views.site import Site
from generator.views.units import with_unit
from generator.views.values import full_name, word_of


def finding_sentences(site: Site, result: CityResult) -> list[str]:
    """Return what stands out: targets reached or near, what is urgent, what moved."""
    return [
        *none_leads(site, result),
        *_best(site, result),
        *urgency_sentences(site, result),
        *_moving_away(site, result),
        *movement_sentences(site, result),
    ]


def findings_above_urgency(site: Site, result: CityResult) -> list[str]:
    """Return what stands out, without what the section on urgency says on the same page."""
    below = {*_nothing_urgent(site, result), *unsaid_urgency(site, result)}
    return [sentence for sentence in finding_sentences(site, result) if sentence not in below]


def figure_text(site: Site, result: IndicatorResult) -> str:
    """Return an observable with its value, unit, year and how it stands to its target."""
    row = result.selection.shown
    if row is None:
        raise ValueError(result.observable.id)
    return site.say(
        "headline.figure",
        name=full_name(site, result),
        value=with_unit(site, printed(site, row, result), result.observable.unit),
        year=_year(site, row),
        mark=_standing(site, result),
    )


def _standing(site: Site, result: IndicatorResult) -> str:
    """Return how a figure stands to its target, and which other bands are possible."""
    asked = asked_text(site, result)
    if not asked:
        return word_of(site, result)
    reached = site.say("headline.measured-by", asked=asked)
    way = reached if result.is_reached else way_text(site, result)
    parts = (way, band_words(site, result.band, result.interval), reach_doubt(site, result))
    return " ".join(filter(None, parts))


def none_leads(site: Site, result: CityResult) -> Iterator[str]:
    """Yield that none of the rated figures may lead, and why."""
    reasons = [
        reason
        for name, reason in result.headlines.items()
        if name in result.observables and not result.observables[name].data_points
    ]
    if reasons and "" not in reasons:
        n = len(reasons)
        yield site.say("sentence.none-leads", n=n, why=why_text(site, reasons, n))


def _best(site: Site, result: CityResult) -> Iterator[str]:
    """Yield the targets that are reached, then what is in the upper half of the bands."""
    bands = tuple(site.publication.framework.policy.bands)
    found = sorted(
        (one for one in leading(result) if one.band in bands[len(bands) // 2 :]),
        key=lambda one: -(one.score or 0.0),
    )
    reached = [figure_text(site, one) for one in found if one.is_reached]
    if reached:
        yield site.say("sentence.target-reached", n=len(reached), figures=listed(site, reached))
    for band in bands[::-1]:
        texts = [figure_text(site, one) for one in found if one.band == band and not one.is_reached]
        if texts:
            yield site.say(
                "sentence.in-band", band=site.say(f"band.{band}"), figures=listed(site, texts)
            )


def urgent_title(site: Site, result: CityResult) -> str:
    """Return what stands above what is urgent or high, be it nothing."""
    if _at_level(site, result, -1):
        return site.say("heading.urgent")
    return site.say("heading.high" if _at_level(site, result, -2) else "heading.nothing-urgent")


def urgent_lead(site: Site, result: CityResult) -> str:
    """Return that nothing is urgent, for above the list; nothing where something is listed."""
    return " ".join(_nothing_urgent(site, result))


def urgent_rest(site: Site, result: CityResult) -> str:
    """Return what the list of what is urgent leaves out, for below it."""
    return " ".join(unsaid_urgency(site, result))


def urgency_sentences(site: Site, result: CityResult) -> Iterator[str]:
    """Yield what is urgent, or that nothing is, and of how many figures it is not said."""
    highest, high = (_at_level(site, result, place) for place in (-1, -2))
    if highest:
        yield site.say("sentence.urgent", figures=_figures(site, result, highest))
    yield from _nothing_urgent(site, result)
    if high:
        yield site.say("sentence.high", figures=_figures(site, result, high))
    yield from unsaid_urgency(site, result)


def _nothing_urgent(site: Site, result: CityResult) -> Iterator[str]:
    """Yield that nothing is urgent, if there are figures of which one might be.

    What is of high urgency is named instead: "nothing" beside it would say the opposite.
    """
    count = sum(
        may_be_named(result, name) and not result.observables[name].data_points
        for name in result.urgencies
    )
    if count and not (_at_level(site, result, -1) or _at_level(site, result, -2)):
        unsaid = any(unsaid_urgency(site, result))
        yield site.say("sentence.few-urgent" if unsaid else "sentence.none-urgent", n=count)


def unsaid_urgency(site: Site, result: CityResult) -> Iterator[str]:
    """Yield how many figures would be urgent or high and may not lead, and why."""
    upper = tuple(site.publication.framework.policy.urgency.levels)[-2:]
    reasons = [
        result.headlines.get(name, "")
        for name, one in result.urgencies.items()
        if one.level in upper and not result.observables[name].data_points
    ]
    yield from _unsaid(site, "sentence.urgency-unsaid", reasons)


def _unsaid(site: Site, key: str, reasons: Iterable[str]) -> Iterator[str]:
    found = [reason for reason in reasons if reason]
    if found:
        yield site.say(key, n=len(found), why=why_text(site, found, len(found)))


def _at_level(site: Site, result: CityResult, place: int) -> list[UrgencyResult]:
    """Return what may lead of the level of urgency at a place of the policy."""
    level = tuple(site.publication.framework.policy.urgency.levels)[place]
    return [one for one in leading_urgencies(result) if one.level == level]


def _figures(site: Site, result: CityResult, urgencies: Iterable[UrgencyResult]) -> str:
    found = [figure_text(site, result.observables[one.observable]) for one in urgencies]
    return listed(site, found)


def _moving_away(site: Site, result: CityResult) -> Iterator[str]:
    """Yield the series that are at their target and move away from it."""
    found = [
        change_text(site, result, trend) for trend in moved_series(result) if trend.moving_away
    ]
    if found:
        yield site.say("sentence.moving-away", n=len(found), changes=listed(site, found))


def movement_sentences(site: Site, result: CityResult) -> Iterator[str]:
    """Yield the series that moved for the better, and for the worse; if none may be said, that.

    None is called the largest, since targets and positions have no common scale.
    """
    moved = moved_series(result)
    rest = [trend for trend in moved if not trend.moving_away]
    better = [trend for trend in rest if (trend.score_change or 0.0) > 0]
    worse = [trend for trend in rest if (trend.score_change or 0.0) < 0]
    for key, trends in (("sentence.improved", better), ("sentence.worsened", worse)):
        if trends:
            texts = [change_text(site, result, trend) for trend in trends]
            yield site.say(key, n=len(trends), changes=listed(site, texts))
    yield from _changes_not_named(site, result, bool(moved))


def _changes_not_named(site: Site, result: CityResult, others: bool) -> Iterator[str]:
    """Yield how many clear changes may not lead, and why; without any that no change can be told.

    `others`: whether changes are named. Without a series of several years there is nothing to say.
    """
    trends = [
        trend
        for name, trend in result.trends.items()
        if (trend.trend in DIRECTED or trend.moving_away)
        and not result.observables[name].data_points
    ]
    clear = [trend.unled for trend in trends if trend.unled and not trend.untold]
    if clear:
        why = why_text(site, clear)
        yield site.say("sentence.change-unsaid", n=len(clear), why=why)
    elif trends and not others:
        yield site.say("sentence.no-change", n=len(trends))


def change_text(site: Site, result: CityResult, trend: TrendResult) -> str:
    """Return a series with both ends; the unit stands once, at the later one."""
    one = result.observables[trend.observable]
    first, last = end_rows(result, trend)
    change = site.say(
        "headline.change",
        name=full_name(site, one),
        before=printed(site, first, one),
        after=with_unit(site, printed(site, last, one), one.observable.unit),
        start=str(first.period),
        end=str(last.period),
    )
    near = _near(site, last)
    return site.say("headline.near-change", change=change, near=near) if near else change


def _year(site: Site, row: Observation) -> str:
    """Return the period of a figure, and that it is a near measure."""
    near = _near(site, row)
    return (
        site.say("headline.near-year", year=str(row.period), near=near) if near else str(row.period)
    )


def _near(site: Site, row: Observation) -> str:
    """Return the word for a near measure, of one."""
    return site.word_inside("comparability", NEAR) if row.comparability == NEAR else ""
