"""The figures at the top of a profile: at most one of each kind, each with what it is held against.

Only what the gate lets pass (`assessment/rating/headline_gate.py`). A kind without a figure is
absent: nothing is called best or worst.
"""

from collections.abc import Iterator
from itertools import islice

from generator.assessment.rating.headline_gate import leading_targets, leading_urgencies
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.trend_results import TrendResult
from generator.frozen import dataclass
from generator.views import targets
from generator.views.cell import Link, Mark
from generator.views.dates import periods
from generator.views.sentences import end_rows, moved_series, printed
from generator.views.site import Site
from generator.views.units import unit_beside
from generator.views.urgency_words import trend_text
from generator.views.values import full_name, mark_view


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """A large number: of which kind, what, when, and how it stands.

    `before`: the first value of a change, blank without one.
    """

    kind: str
    number: str
    unit: str
    period: str
    name: Link
    mark: Mark
    before: str = ""


def headline_figures(site: Site, result: CityResult) -> list[HeadlineFigure]:
    """Return a target reached, what is urgent or of high urgency, and what changed.

    An indicator leads once: under the first of these, and the next figure under the others.
    """
    found: dict[Link, HeadlineFigure] = {}
    for candidates in (_reached, _urgent, _changed):
        fresh = (one for one in candidates(site, result) if one.name not in found)
        found |= {one.name: one for one in islice(fresh, 1)}
    return list(found.values())


def _reached(site: Site, result: CityResult) -> Iterator[HeadlineFigure]:
    for one in leading_targets(site.publication.framework, result):
        yield _figure(site, result, one, site.say("headline-kind.reached"))


def _urgent(site: Site, result: CityResult) -> Iterator[HeadlineFigure]:
    highest = tuple(site.publication.framework.policy.urgency.levels)[-2:]
    for urgency in leading_urgencies(result):
        if urgency.level in highest:
            one = result.observables[urgency.observable]
            level = site.say(f"urgency.{urgency.level}")
            yield _figure(site, result, one, site.say("headline-kind.urgent", level=level))


def _changed(site: Site, result: CityResult) -> Iterator[HeadlineFigure]:
    for trend in moved_series(result):
        yield _change(site, result, trend)


def _figure(site: Site, result: CityResult, one: IndicatorResult, kind: str) -> HeadlineFigure:
    row = one.selection.shown
    if row is None:
        raise ValueError(one.observable.id)
    number = printed(site, row, one)
    return HeadlineFigure(
        kind,
        number,
        unit_beside(site, one.observable.unit, number),
        str(row.period),
        Link(full_name(site, one), targets.indicator(one.observable.indicator)),
        mark_view(site, one, targets.how(result.city, one.observable.id), city=result.city),
    )


def _change(site: Site, result: CityResult, trend: TrendResult) -> HeadlineFigure:
    one = result.observables[trend.observable]
    first, last = end_rows(result, trend)
    word, number = trend_text(site, trend), printed(site, last, one)
    return HeadlineFigure(
        site.say("headline-kind.changed", trend=site.language.inside(word)),
        number,
        unit_beside(site, one.observable.unit, number),
        periods(first.period, last.period),
        Link(full_name(site, one), targets.indicator(one.observable.indicator)),
        mark_view(site, one, targets.how(result.city, one.observable.id), city=result.city),
        before=printed(site, first, one),
    )
