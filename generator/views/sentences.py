"""Computed sentences: from results to words, so that no text can contradict a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.assessment.evidence_states import count_evidence
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.trend_results import DIRECTED, TrendResult
from generator.model.city_tables import Observation
from generator.model.publication import City
from generator.views import targets
from generator.views.evidence_words import counts_text, state_sentences
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.urgency_words import trend_text
from generator.views.values import full_name, print_number, unit_beside

IMPROVED = "sentence.improved", "sentence.improved-such-as"
WORSENED = "sentence.worsened", "sentence.worsened-such-as"
"""What is said of series that moved one way: of all of them, and of more than are named."""


@dataclass(frozen=True, slots=True)
class Change:
    """How a series moved: both ends as printed, each with the mark of its status.

    `direction`, up or down, is that of the value; `word` is the class of the trend.
    """

    name: str
    target: Target
    how: Target
    direction: str
    before: str
    before_mark: str
    after: str
    after_mark: str
    unit: str
    period: str
    word: str


def lead_sentences(site: Site, result: CityResult) -> list[str]:
    """Return the first lines of a profile: the three numbers, then why there is no figure."""
    indicators = list(result.indicators.values())
    sentences = [counts_text(site, count_evidence(indicators))]
    if any(one.is_rated for one in indicators):
        sentences += standing_sentences(site, result)
    return [*sentences, *state_sentences(site, indicators)]


def standing_sentences(site: Site, result: CityResult) -> Iterator[str]:
    """Yield how many targets are reached, and the median position, of the city as a whole."""
    whole = result.areas[site.publication.record.main_scheme]
    if whole.targets:
        yield site.say("sentence.reached", n=whole.targets, reached=whole.reached)
    if whole.median_position is not None:
        median = site.language.number(whole.median_position, 0)
        yield site.say("sentence.median", n=whole.positioned, median=median)


def finding_sentences(site: Site, result: CityResult) -> list[str]:
    """Return what stands out: nearest to the targets, most urgent, what improved and worsened.

    Names follow a colon, so that they need no case or article in any language.
    """
    sentences = []
    for key, names in (
        ("sentence.strongest", strongest(site, result)),
        ("sentence.most-urgent", urgent_names(site, result)),
        ("sentence.moving-away", moving_away_names(site, result)),
    ):
        if names:
            listed = site.language.enumerate(names)
            sentences.append(site.say(key, n=len(names), names=listed))
    return [*sentences, *_no_urgency(site, result), *movement_sentences(site, result)]


def strongest(site: Site, result: CityResult) -> list[str]:
    """Return the indicators in the upper half of the bands, the best first."""
    bands = tuple(site.publication.framework.policy.bands)
    upper = bands[len(bands) // 2 :]
    rated = [one for one in result.indicators.values() if one.band in upper]
    rated.sort(key=lambda one: -(one.score or 0.0))
    return [full_name(site, one) for one in rated[: site.editorial.named_in_sentence]]


def urgent_names(site: Site, result: CityResult) -> list[str]:
    """Return the indicators at the highest level of urgency, the most urgent first."""
    highest = tuple(site.publication.framework.policy.urgency.levels)[-1]
    found = [
        one
        for one in result.urgencies.values()
        if one.level == highest and one.observable in result.indicators
    ]
    found.sort(key=lambda one: -one.urgency)
    return [
        full_name(site, result.indicators[one.observable])
        for one in found[: site.editorial.named_in_sentence]
    ]


def _no_urgency(site: Site, result: CityResult) -> list[str]:
    """Return that nothing is urgent, if there are targets of which one might be."""
    levels = tuple(site.publication.framework.policy.urgency.levels)
    found = [one for one in result.urgencies.values() if one.observable in result.indicators]
    if not found or any(one.level == levels[-1] for one in found):
        return []
    high = [
        full_name(site, result.indicators[one.observable])
        for one in sorted(found, key=lambda one: -one.urgency)
        if one.level == levels[-2]
    ]
    if high:
        names = site.language.enumerate(high[: site.editorial.named_in_sentence])
        return [site.say("sentence.high", names=names)]
    return [site.say("sentence.none-urgent", n=len(found))]


def moving_away_names(site: Site, result: CityResult) -> list[str]:
    """Return the series that are at their target and move away from it."""
    return [
        full_name(site, result.observables[trend.observable])
        for trend in result.trends.values()
        if trend.moving_away and not result.observables[trend.observable].data_points
    ]


def movement_sentences(site: Site, result: CityResult) -> list[str]:
    """Return the series that moved for the better, and for the worse.

    Only of changes that may be said; if there are series and none may, that. None is called the
    largest, since targets and positions have no common scale.
    """
    moved = moved_series(result)
    if not moved:
        return _no_change(site, result)
    rising = [trend for trend in moved if (trend.score_change or 0.0) > 0]
    falling = [trend for trend in moved if (trend.score_change or 0.0) < 0]
    return [
        _movement_sentence(site, result, keys, trends)
        for keys, trends in ((IMPROVED, rising), (WORSENED, falling))
        if trends
    ]


def _movement_sentence(
    site: Site, result: CityResult, keys: tuple[str, str], trends: Sequence[TrendResult]
) -> str:
    """Return the series that moved one way; of a single one from where to where, of many some."""
    named = trends[: site.editorial.named_in_sentence]
    names = (full_name(site, result.observables[trend.observable]) for trend in named)
    listed = site.language.enumerate(names)
    if len(named) < len(trends):
        return site.say(keys[1], n=len(trends), names=listed)
    return site.say(keys[0], n=len(trends), names=listed, **_ends(site, result, trends[0]))


def _no_change(site: Site, result: CityResult) -> list[str]:
    """Return that no change can be told, if there are series of which one might be."""
    unclear = sum(
        trend.trend in DIRECTED and not result.observables[name].data_points
        for name, trend in result.trends.items()
    )
    return [site.say("sentence.no-change", n=unclear)] if unclear else []


def _ends(site: Site, result: CityResult, trend: TrendResult) -> dict[str, str]:
    """Return both ends of a series in words; the unit stands once, at the later one."""
    one = result.observables[trend.observable]
    first, last = end_rows(result, trend)
    unit = unit_beside(site, one.observable.unit)
    return {
        "before": _printed(site, first, one),
        "after": f"{_printed(site, last, one)} {unit}".strip(),
        "start": str(first.period),
        "end": str(last.period),
    }


def end_rows(result: CityResult, trend: TrendResult) -> tuple[Observation, Observation]:
    """Return the first and the last observation of a trend."""
    series = result.observables[trend.observable].selection.series
    rows = {row.period.last: row for row in series if row.period}
    return rows[trend.baseline_year or 0], rows[trend.latest_year or 0]


def moved_series(result: CityResult) -> list[TrendResult]:
    """Return the trends whose change may be said, the largest change of the score first."""
    moved = [
        trend
        for name, trend in result.trends.items()
        if not trend.untold and trend.score_change and not result.observables[name].data_points
    ]
    moved.sort(key=lambda trend: (-abs(round(trend.score_change or 0.0, 9)), trend.observable))
    return moved


def changes(site: Site, city: City, result: CityResult) -> list[Change]:
    """Return the series whose score moved most per year, of changes that may be said."""
    listed = moved_series(result)[: site.editorial.changes_listed]
    return [_change(site, city, result, trend) for trend in listed]


def _change(site: Site, city: City, result: CityResult, trend: TrendResult) -> Change:
    one = result.observables[trend.observable]
    first, last = end_rows(result, trend)
    return Change(
        name=full_name(site, one),
        target=targets.indicator(one.observable.indicator),
        how=targets.how(city.id, trend.observable),
        direction="up" if trend.rises else "down",
        before=_printed(site, first, one),
        before_mark=_mark(site, first),
        after=_printed(site, last, one),
        after_mark=_mark(site, last),
        unit=unit_beside(site, one.observable.unit),
        period=f"{first.period} – {last.period}",
        word=trend_text(site, trend),
    )


def _printed(site: Site, row: Observation, result: IndicatorResult) -> str:
    """Return a value with the sign of a near measure."""
    sign = "≈\N{NO-BREAK SPACE}" if row.comparability == "near" else ""
    return sign + print_number(site, row, result.observable)


def _mark(site: Site, row: Observation) -> str:
    """Return the mark of the status of a value; nothing for a normal one."""
    status = site.publication.framework.status_of.get(row.status or "A")
    return (status.mark or "") if status else ""
