"""Figures told in sentences: how each stands to what is asked, and how it moved."""

from collections.abc import Iterator

from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.publications.indicator_rows import has_figure, target_of
from generator.publications.setting import Setting
from generator.views.benchmark_marks import asked_text, reach_doubt, tick_view
from generator.views.remarks import told
from generator.views.sentences import end_rows, printed
from generator.views.units import with_unit
from generator.views.urgency_words import trend_text
from generator.views.values import shown_value, word_of


@dataclass(frozen=True, slots=True)
class Telling:
    """An indicator told: its name, sentences, sources, and what the margin says of the figure.

    `figure`: the observable whose chart shows it, blank without one.
    """

    name: str
    text: str
    sources: tuple[str, ...]
    figure: str
    aside: str


def tellings(setting: Setting, one: IndicatorResult) -> Iterator[Telling]:
    """Yield what there is to tell of an indicator, or of each of its data points with a figure."""
    for carrier in one.carriers:
        row = carrier.selection.shown
        if row is None or not is_told(setting, carrier):
            continue
        yield Telling(
            name=setting.name(carrier),
            text=telling(setting, carrier, row),
            sources=setting.cite(row.source),
            figure=carrier.observable.id if carrier.observable.id in setting.figures else "",
            aside=_aside(setting, carrier),
        )


def is_told(setting: Setting, one: IndicatorResult) -> bool:
    """Return whether something is to be told of a figure: its rating, or how its series moved."""
    trend = setting.result.trends.get(one.observable.id)
    return has_figure(one) and (one.is_rated or (trend is not None and not trend.reason))


def telling(setting: Setting, one: IndicatorResult, row: Observation) -> str:
    """Return the figure in a sentence, how sure that is, and how the series moved."""
    return setting.prose(_standing(setting, one, row), *_movement(setting, one))


def _standing(setting: Setting, one: IndicatorResult, row: Observation) -> str:
    site = setting.site
    unit = site.publication.framework.unit_of.get(one.observable.unit)
    said = {
        "value": with_unit(site, printed(site, row, one), one.observable.unit),
        "year": str(row.period) if row.period else site.say("period-not-stated"),
    }
    kind = "answer" if unit is not None and unit.values else "figure"
    doubt = reach_doubt(site, one)
    if asked_text(site, one):
        key = "reached" if one.is_reached else "way"
        said |= {"asked": asked_text(site, one), "target": _target(setting, one)}
        said |= {"doubt": f", {doubt}" if doubt else ""}
        return site.say(f"telling.{key}", **said)
    if one.is_rated and (tick := tick_view(site, one)) and one.score is None:
        return site.say("telling.position", position=tick.label, **said)
    return site.say(f"telling.{kind}", word=word_of(site, one), **said)


def _target(setting: Setting, one: IndicatorResult) -> str:
    """Return what is asked with its unit."""
    target = target_of(setting, one)
    is_number = one.goalpost is not None and one.goalpost.best is not None
    return with_unit(setting.site, target, one.observable.unit) if is_number else target


def _movement(setting: Setting, one: IndicatorResult) -> Iterator[str]:
    """Yield how a series moved, if that may be said."""
    site, trend = setting.site, setting.result.trends.get(one.observable.id)
    if trend is None or trend.reason or trend.baseline_year is None or trend.latest_year is None:
        return
    first, last = end_rows(setting.result, trend)
    if first is not last:
        yield site.say(
            "telling.before" if one.is_reached else "telling.trend",
            year=str(first.period),
            before=with_unit(site, printed(site, first, one), one.observable.unit),
            trend=site.language.inside(trend_text(site, trend)),
        )


def _aside(setting: Setting, one: IndicatorResult) -> str:
    """Return what the margin says beside a figure: its territory, other sources, a review."""
    remarks = shown_value(setting.site, one, setting.city.id).remarks
    return " ".join(told(*remarks))
