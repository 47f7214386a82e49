"""The indicators of a city area by area: its fingerprint, its chapters, and what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.assessment.evidence_states import was_collected
from generator.assessment.results import MISSING, CityResult, IndicatorResult
from generator.assessment.urgency_results import DataGap
from generator.frozen import dataclass
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.views import targets
from generator.views.called_for import advised_rows, called_for
from generator.views.cell import Link
from generator.views.evidence_words import absence_text, state_sentences, uncollected_text
from generator.views.scales import scales_of
from generator.views.series import Figure, drawn_below, most_telling, series_page, series_view
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target
from generator.views.values import (
    IndicatorGroup,
    IndicatorRow,
    indicator_rows,
)


@dataclass(frozen=True, slots=True)
class FingerprintGroup:
    """The marks of all indicators of an area; `missing` where nothing is reported."""

    name: str
    bands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A core indicator without a value, and what a value would bring."""

    name: str
    target: Target
    reason: str


@dataclass(frozen=True, slots=True)
class MissingFigures:
    """Why indicators have no figure, in sentences, and the first core ones that the city lacks."""

    n: int
    sentences: tuple[str, ...]
    rows: tuple[MissingRow, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """An area of a profile: its series and its indicators.

    `left_out`: how many indicators stand on their own page only; `series`: how many are drawn in
    all, on the page `all_series` if they are too many. `uncollected`: for how many nobody looked.
    """

    name: str
    groups: tuple[IndicatorGroup, ...]
    left_out: int = 0
    drawings: tuple[Figure, ...] = ()
    series: int = 0
    all_series: Target = NOWHERE
    uncollected: str = ""


def fingerprint(site: Site, result: CityResult) -> list[FingerprintGroup]:
    """Return the mark of every indicator below each top area, in order."""
    framework = site.publication.framework

    def band(result: IndicatorResult) -> str:
        return result.sign if result.is_reported else "missing"

    return [
        FingerprintGroup(
            top.name,
            tuple(band(result.indicators[name]) for name in framework.placed_below(top.area)),
        )
        for top in framework.children(site.publication.record.main_scheme)
    ]


def missing_figures(site: Site, result: CityResult) -> MissingFigures:
    """Return the core indicators without a value, in the order of the assessment."""
    absent = [one for one in result.indicators.values() if not one.is_reported]
    rows = [
        MissingRow(
            result.indicators[gap.indicator].observable.name,
            targets.indicator(gap.indicator),
            _gap_text(site, result.indicators[gap.indicator], gap),
        )
        for gap in result.data_gaps[: site.editorial.gaps_listed]
    ]
    sentences = state_sentences(site, absent)
    return MissingFigures(len(absent), tuple(sentences), tuple(rows))


def _gap_text(site: Site, result: IndicatorResult, gap: DataGap) -> str:
    """Return why a figure is lacking, and what one would bring."""
    lacking = site.say("missing.O") if gap.reason == MISSING else absence_text(site, result)
    would = "missing.would-be-rated" if gap.assessable else "missing.no-benchmark"
    return site.language.by_semicolons((lacking, site.say(would)))


def chapters(site: Site, city: City, result: CityResult) -> Iterator[Chapter]:
    """Yield a chapter for each top area that has something reported or said to be missing.

    A long chapter keeps the rows that are rated and the series that say most, and leads to the
    pages that hold the others.
    """
    calls = called_for(site, city)
    framework = site.publication.framework
    for top in framework.children(site.publication.record.main_scheme):
        told = [
            result.indicators[name]
            for name in framework.placed_below(top.area)
            if result.indicators[name].is_told
        ]
        if told:
            yield _chapter(site, city, result, top, told, calls)


def _chapter(
    site: Site,
    city: City,
    result: CityResult,
    top: Area,
    told: Sequence[IndicatorResult],
    calls: Mapping[str, Link],
) -> Chapter:
    rated = [one for one in told if one.is_rated]
    kept = rated if len(told) > site.editorial.chapter_indicators and rated else told
    drawn = drawn_below(site, city, top.area)
    return Chapter(
        name=top.name,
        groups=tuple(_groups(site, top, kept, city.id, calls)),
        left_out=len(told) - len(kept),
        drawings=tuple(
            series_view(site, city, result.observables[key])
            for key in most_telling(result, drawn, site.editorial.chapter_series)
        ),
        series=len(drawn),
        all_series=series_page(city, top)
        if len(drawn) > site.editorial.chapter_series
        else NOWHERE,
    )


def _groups(
    site: Site,
    top: Area,
    indicators: Sequence[IndicatorResult],
    city: str,
    calls: Mapping[str, Link],
) -> Iterator[IndicatorGroup]:
    """Yield the rows of a chapter under the names of the categories."""
    for group in grouped_by_area(site, top, indicators):
        rows = (row for one in group.indicators for row in advised_rows(site, one, city, calls))
        yield IndicatorGroup(group.title, group.target, tuple(rows))


@dataclass(frozen=True, slots=True)
class _Together:
    title: str
    target: Target
    indicators: tuple[IndicatorResult, ...]


def grouped_by_area(
    site: Site, top: Area, indicators: Sequence[IndicatorResult]
) -> list[_Together]:
    """Return indicators below a top area in their order, neighbours of one area together."""
    found: list[_Together] = []
    for one in indicators:
        area = site.publication.framework.area_of_indicator(one.observable.id, top.scheme)
        target = targets.area(area.area) if area else NOWHERE
        if found and found[-1].target == target:
            found[-1] = replace(found[-1], indicators=(*found[-1].indicators, one))
        else:
            found.append(_Together(area.name if area else "", target, (one,)))
    return found


def all_chapters(site: Site, city: City) -> list[Chapter]:
    """Return every indicator of a city that somebody looked for, area by area, on both scales."""
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    return [_whole_chapter(site, city, top) for top in tops]


def _whole_chapter(site: Site, city: City, top: Area) -> Chapter:
    indicators = site.results[city.id].indicators
    members = [indicators[name] for name in site.publication.framework.placed_below(top.area)]
    collected = [one for one in members if was_collected(one)]
    groups = tuple(
        IndicatorGroup(
            group.title or top.name,
            group.target,
            tuple(row for one in group.indicators for row in _both_scales(site, one, city.id)),
        )
        for group in grouped_by_area(site, top, collected)
    )
    return Chapter(top.name, groups, uncollected=uncollected_text(site, members))


def _both_scales(site: Site, indicator: IndicatorResult, city: str) -> Iterator[IndicatorRow]:
    """Yield the rows of an indicator and of its data points, with score and points."""
    carriers = {one.observable.id: one for one in indicator.carriers}
    for row in indicator_rows(site, indicator, city):
        scales = None if row.head else scales_of(site, carriers[row.observable])
        yield replace(row, scales=scales)
