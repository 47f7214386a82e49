"""A chapter for each area with figures; those with few share one."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from generator.assessment.own_results import own_results
from generator.assessment.results import CityResult, IndicatorResult
from generator.frozen import dataclass
from generator.language.stops import begun
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.publications.drawn_charts import Chart, drawn
from generator.publications.indicator_rows import (
    Note,
    Notes,
    PrintedRow,
    has_figure,
    rows_of,
    signs_of,
)
from generator.publications.narrative import Telling, is_told, tellings
from generator.publications.overview import Section, section
from generator.publications.setting import Setting
from generator.views.area_rows import area_word
from generator.views.cell import Flag
from generator.views.city_chapters import grouped_by_area
from generator.views.city_standing import is_led_by_wheel
from generator.views.doubt_words import area_doubts
from generator.views.series import comparability_note, most_telling
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators of a category: told one by one, and the charts that show them."""

    title: str
    tellings: tuple[Telling, ...]
    figures: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of a table under the name of their category."""

    title: str
    rows: tuple[PrintedRow, ...]


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The indicators that have a figure, with the signs at them and their notes."""

    caption: str
    groups: tuple[RowGroup, ...]
    signs: tuple[Flag, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """An area as a whole: mark, words, and what speaks against the figures behind them.

    `lead`: how much is known of it; blank where it is the only one of its chapter.
    """

    name: str
    lead: str
    mark: str
    word: str
    doubts: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands in a chapter, from its opening to its table.

    `lead`: blank where several areas have one each. `running_title`: where the title is too long.
    """

    title: str
    running_title: str
    lead: str
    standings: tuple[AreaStanding, ...]
    sections: tuple[Section, ...]
    groups: tuple[Group, ...]
    table: IndicatorTable


def chapters(setting: Setting) -> Iterator[Chapter]:
    """Yield the chapters of the areas that have figures, then that of the city's own indicators.

    Areas of few figures share a chapter, those first of whose figures something is told.
    """
    site = setting.site
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    told, fewest = {top: figures_below(setting, top) for top in tops}, site.editorial.chapter_from
    for top, results in told.items():
        if len(results) >= fewest:
            yield _chapter(setting, [top], results)
    few = [top for top, results in told.items() if 0 < len(results) < fewest]
    if few:
        carriers = {top: [below for one in told[top] for below in one.carriers] for top in few}
        few.sort(key=lambda top: not any(is_told(setting, one) for one in carriers[top]))
        yield _chapter(setting, few, [one for top in few for one in told[top]])
    yield from own_chapter(setting)


def figures_below(setting: Setting, top: Area) -> list[IndicatorResult]:
    """Return the indicators below a top area that have a figure."""
    framework, indicators = setting.site.publication.framework, setting.result.indicators
    members = (indicators[name] for name in framework.placed_below(top.area))
    return [one for one in members if any(has_figure(carrier) for carrier in one.carriers)]


def _chapter(setting: Setting, tops: list[Area], told: list[IndicatorResult]) -> Chapter:
    site = setting.site
    name = site.language.enumerate([top.name for top in tops])
    areas = {top.area for top in tops}
    prose = [one for one in setting.city.sections_in_order if one[1].record.area in areas]
    groups = [
        (group.title, list(group.indicators))
        for top in tops
        for group in grouped_by_area(site, top, _below(setting, top, told))
    ]
    return Chapter(
        title=name,
        running_title=_running_title(setting, tops),
        lead="" if len(tops) > 1 else setting.areas_lead(tops),
        standings=tuple(_standing(setting, top, is_one=len(tops) == 1) for top in tops),
        sections=tuple(section(setting, *one) for one in prose),
        groups=tuple(_groups(setting, groups)),
        table=_table(setting, setting.say("chapter.indicators-of", area=name), groups),
    )


def _running_title(setting: Setting, tops: Sequence[Area]) -> str:
    """Return the first of some areas with the number of the others."""
    first, others = tops[0].name, len(tops) - 1
    return setting.say("chapter.several", first=first, n=others) if others else first


def _below(setting: Setting, top: Area, told: Sequence[IndicatorResult]) -> list[IndicatorResult]:
    names = set(setting.site.publication.framework.placed_below(top.area))
    return [one for one in told if one.observable.id in names]


def _standing(setting: Setting, top: Area, *, is_one: bool) -> AreaStanding:
    site, result = setting.site, setting.result
    found = result.areas[top.area]
    doubts = area_doubts(site, result, top.area)
    word = area_word(site, result, top.area)
    return AreaStanding(
        name=top.name,
        lead="" if is_one else setting.areas_lead([top]),
        mark=found.band or "not-rated",
        word=setting.prose(begun(word)),
        doubts=setting.prose(f"{doubts}.") if doubts else "",
    )


def _groups(
    setting: Setting, groups: Sequence[tuple[str, Sequence[IndicatorResult]]]
) -> Iterator[Group]:
    for title, members in groups:
        told = tuple(telling for one in members for telling in tellings(setting, one))
        figures = tuple(_figures(setting, members))
        if told or figures:
            yield Group(title, told, figures)


def _figures(setting: Setting, members: Sequence[IndicatorResult]) -> Iterator[Chart]:
    """Yield the charts of some indicators with what differs and their source."""
    for one in (carrier for member in members for carrier in member.carriers):
        chart, shown = setting.figures.get(one.observable.id), one.selection.shown
        if chart is not None and shown is not None:
            note = comparability_note(setting.site, one)
            message = (setting.prose(chart[0]), chart[1])
            yield drawn(one.observable.id, message, note, setting.cite(shown.source))


def _table(
    setting: Setting, caption: str, groups: Sequence[tuple[str, Sequence[IndicatorResult]]]
) -> IndicatorTable:
    notes = Notes()
    rows = [
        RowGroup(title, tuple(row for one in members for row in rows_of(setting, one, notes)))
        for title, members in groups
    ]
    shown = [one for _, members in groups for one in members]
    return IndicatorTable(caption, tuple(rows), tuple(signs_of(setting, shown)), notes.listed)


def city_table(setting: Setting, areas: Sequence[Area]) -> IndicatorTable:
    """Return the indicators of some top areas that have a figure, each area a group."""
    groups = [(top.name, figures_below(setting, top)) for top in areas]
    held = [(title, members) for title, members in groups if members]
    return _table(setting, setting.say("chapter.figures-of", city=setting.city.record.name), held)


def own_chapter(setting: Setting) -> Iterator[Chapter]:
    """Yield the chapter of the city's own indicators, if it has figures of any."""
    site, city = setting.site, setting.city
    year = site.publication.profile_year(city)
    results = own_results(site.publication.framework, city, year).values()
    told = [one for one in results if any(has_figure(carrier) for carrier in one.carriers)]
    if not told:
        return
    names = {key: record.name for key, record in city.own_indicators.items()}
    by_indicator = groupby(told, key=lambda one: one.observable.indicator)
    groups = [(names[key], list(members)) for key, members in by_indicator]
    yield Chapter(
        title=setting.say("heading.own-indicators"),
        running_title=setting.say("heading.own-indicators"),
        lead=setting.say("lead.own-indicators"),
        standings=(),
        sections=(),
        groups=tuple(_groups(setting, groups)),
        table=_table(setting, setting.say("heading.own-indicators"), groups),
    )


def printed_subjects(site: Site, city: City, drawn: Collection[str]) -> set[str]:
    """Return which charts of a city are printed: the overviews and what says most in a chapter.

    A wheel of few rated indicators says less than the rows, in print as on the profile.
    """
    framework, result = site.publication.framework, site.results[city.id]
    printed = {"wheel", "trends"} if is_led_by_wheel(site, result) else {"trends"}
    for top in framework.children(site.publication.record.main_scheme):
        below = _drawn_below(result, framework.placed_below(top.area), drawn)
        printed.update(most_telling(result, below, site.editorial.chapter_series))
    year = site.publication.profile_year(city)
    return printed | set(own_results(framework, city, year))


def _drawn_below(result: CityResult, names: Sequence[str], drawn: Collection[str]) -> list[str]:
    parts = (part for name in names for part in result.indicators[name].carriers)
    return [part.observable.id for part in parts if part.observable.id in drawn]
