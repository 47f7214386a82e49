"""Computed sentences: from results to words, so that no text can contradict a number."""

from collections.abc import Iterator, Sequence

from generator.assessment.evidence_states import count_evidence
from generator.assessment.rating.headline_gate import NamedStanding, named_standing
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.trend_results import TrendResult
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.publication import City
from generator.views import targets
from generator.views.dates import periods
from generator.views.evidence_words import counts_text, state_sentences
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.units import unit_beside
from generator.views.urgency_words import trend_text
from generator.views.values import full_name, print_number


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


def lead_sentences(site: Site, result: CityResult, area: str = "") -> list[str]:
    """Return the first lines of a profile: the three numbers, then why there is no figure.

    So of an area, of which `result` holds the indicators, for its chapter.
    """
    indicators = list(result.indicators.values())
    return [
        counts_text(site, count_evidence(indicators)),
        *standing_sentences(site, result, area or site.publication.record.main_scheme),
        *state_sentences(site, indicators),
    ]


def standing_sentences(site: Site, result: CityResult, area: str) -> Iterator[str]:
    """Yield how many targets are reached, and the median position, by what may be named."""
    found = named_standing(site.publication.framework, result, area)
    if found.targets:
        yield _targets_reached(site, found)
    if found.doubt:
        names = listed(site, [full_name(site, one) for one in found.doubt])
        yield site.say("sentence.reached-doubt", n=len(found.doubt), names=names)
    if found.median is not None:
        median = site.language.number(found.median, 0)
        yield site.say("sentence.median", n=found.positioned, median=median)


def _targets_reached(site: Site, found: NamedStanding) -> str:
    """Return how many targets are reached, and which."""
    n, reached = found.targets, len(found.reached)
    if not reached:
        return site.say("sentence.reached", n=n, reached=0)
    names = listed(site, [full_name(site, one) for one in found.reached])
    return site.say("sentence.reached-named", n=n, reached=reached, names=names)


def listed(site: Site, texts: Sequence[str]) -> str:
    """Return as many texts as a sentence names, and how many more there are."""
    named = list(texts[: site.editorial.named_in_sentence])
    rest = len(texts) - len(named)
    more = [site.say("headline.more", n=rest)] if rest else []
    return site.language.by_semicolons([*named, *more])


def end_rows(result: CityResult, trend: TrendResult) -> tuple[Observation, Observation]:
    """Return the first and the last observation of a trend."""
    series = result.observables[trend.observable].selection.series
    rows = {row.period.last: row for row in series if row.period}
    return rows[trend.baseline_year or 0], rows[trend.latest_year or 0]


def moved_series(result: CityResult) -> list[TrendResult]:
    """Return the trends whose change may lead, the largest change of the score first."""
    moved = [
        trend
        for name, trend in result.trends.items()
        if not trend.unled
        and (trend.score_change or trend.moving_away)
        and not result.observables[name].data_points
    ]
    moved.sort(key=lambda trend: (-abs(round(trend.score_change or 0.0, 9)), trend.observable))
    return moved


def changes(site: Site, city: City, result: CityResult) -> list[Change]:
    """Return the series whose score moved most per year, of changes that may lead."""
    listed = moved_series(result)[: site.editorial.changes_listed]
    return [_change(site, city, result, trend) for trend in listed]


def _change(site: Site, city: City, result: CityResult, trend: TrendResult) -> Change:
    one = result.observables[trend.observable]
    first, last = end_rows(result, trend)
    after = printed(site, last, one)
    return Change(
        name=full_name(site, one),
        target=targets.indicator(one.observable.indicator),
        how=targets.how(city.id, trend.observable),
        direction="up" if trend.rises else "down",
        before=printed(site, first, one),
        before_mark=_mark(site, first),
        after=after,
        after_mark=_mark(site, last),
        unit=unit_beside(site, one.observable.unit, after),
        period=periods(first.period, last.period),
        word=trend_text(site, trend),
    )


def printed(site: Site, row: Observation, result: IndicatorResult) -> str:
    """Return a value with the sign of a near measure, unless it is a word."""
    unit = site.publication.framework.unit_of.get(result.observable.unit)
    is_word = unit is not None and bool(unit.values)
    sign = "≈\N{NO-BREAK SPACE}" if row.comparability == "near" and not is_word else ""
    return sign + print_number(site, row, result.observable)


def _mark(site: Site, row: Observation) -> str:
    """Return the mark of the status of a value; nothing for a normal one."""
    status = site.publication.framework.status_of.get(row.status or "A")
    return (status.mark or "") if status else ""
