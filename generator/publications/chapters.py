"""A chapter for each top area: a computed sentence, the table with its notes, the charts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.assessment.own_results import own_results
from generator.assessment.results import CityResult, IndicatorResult
from generator.charts import Figure
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.publications.glance import Chart, Titled, drawn
from generator.publications.indicator_rows import PrintedRow, rows_of, signs_of
from generator.publications.numbered_sources import References
from generator.publications.prose_tree import PrintedPart, printed_parts
from generator.views.area_rows import area_word
from generator.views.cell import Flag
from generator.views.city_chapters import grouped_by_area
from generator.views.city_standing import is_led_by_wheel
from generator.views.doubt_words import area_doubts
from generator.views.sentences import lead_sentences
from generator.views.series import comparability_note, most_telling
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Chapter:
    """An area: what it is, how it stands as a whole, its indicators by category, its charts."""

    title: str
    description: str
    lead: str
    whole: str
    caption: str
    groups: Sequence[Titled[PrintedRow]]
    signs: Sequence[Flag]
    figures: Sequence[Chart]


@dataclass(frozen=True, slots=True)
class Section:
    """Prose of a city, a judgement: its author, date and basis."""

    title: str
    author: str
    date: str
    basis: str
    parts: Sequence[PrintedPart]


def chapters(
    site: Site, city: City, references: References, figures: Mapping[str, tuple[str, Figure]]
) -> Iterator[Chapter]:
    """Yield the chapters of the areas for which the city's files hold anything."""
    framework, result = site.publication.framework, site.results[city.id]
    for top in framework.children(site.publication.record.main_scheme):
        members = {name: result.indicators[name] for name in framework.placed_below(top.area)}
        told = [one for one in members.values() if one.is_told]
        if told:
            own = replace(result, indicators=members)
            yield Chapter(
                title=top.name,
                description=top.description or "",
                lead=" ".join(lead_sentences(site, own, top.area)),
                whole=whole(site, result, top.area),
                caption=site.say("caption.indicators-of", area=top.name),
                groups=list(_groups(site, top, told, references)),
                signs=signs_of(site, told),
                figures=list(_figures(site, city, told, references, figures)),
            )


def own_chapter(
    site: Site, city: City, references: References, figures: Mapping[str, tuple[str, Figure]]
) -> Iterator[Chapter]:
    """Yield the chapter of the city's own indicators, if it has figures of any."""
    year = site.publication.profile_year(city)
    results = own_results(site.publication.framework, city, year).values()
    told = [one for one in results if one.is_told]
    if told:
        title = site.say("heading.own-indicators")
        names = {key: record.name for key, record in city.own_indicators.items()}
        by_indicator = groupby(told, key=lambda one: one.observable.indicator)
        groups = [
            Titled(names[key], [row for one in own for row in rows_of(site, one, references)])
            for key, own in by_indicator
        ]
        yield Chapter(
            title=title,
            description="",
            lead=site.say("lead.own-indicators"),
            whole="",
            caption=title,
            groups=groups,
            signs=signs_of(site, told),
            figures=list(_figures(site, city, told, references, figures)),
        )


def whole(site: Site, result: CityResult, area: str) -> str:
    """Return the sentence on an area as a whole: its band, or why it has none."""
    key = "rated" if result.areas[area].band else "unrated"
    said = site.say(f"publication.whole-{key}", word=area_word(site, result, area))
    doubts = area_doubts(site, result, area)
    return f"{said} {site.say('publication.doubts', doubts=doubts)}" if doubts else said


def _groups(
    site: Site, top: Area, told: Sequence[IndicatorResult], references: References
) -> Iterator[Titled[PrintedRow]]:
    """Yield the rows of an area under the names of the categories."""
    for group in grouped_by_area(site, top, told):
        rows = [row for one in group.indicators for row in rows_of(site, one, references)]
        yield Titled(group.title, rows)


def _figures(
    site: Site,
    city: City,
    told: Sequence[IndicatorResult],
    references: References,
    figures: Mapping[str, tuple[str, Figure]],
) -> Iterator[Chart]:
    """Yield the charts of an area with what differs and their source."""
    for one in (carrier for result in told for carrier in result.carriers):
        chart = figures.get(one.observable.id)
        shown = one.selection.shown
        if chart is None or shown is None:
            continue
        source = city.source_of.get(shown.source)
        name = (source.publisher or source.title) if source else ""
        number = references.number(shown.source)
        said = site.say("publication.source", source=name, number=number)
        yield drawn(chart, comparability_note(site, one), said)


def printed_subjects(site: Site, city: City, drawn: Collection[str]) -> set[str]:
    """Return which charts of a city are printed: the overviews and what says most in a chapter.

    A wheel of few rated indicators says less than the rows, in print as on the profile.
    """
    framework, result = site.publication.framework, site.results[city.id]
    printed = {"wheel", "trends"} if is_led_by_wheel(site, result) else {"trends"}
    for top in framework.children(site.publication.record.main_scheme):
        below = [
            part.observable.id
            for name in framework.placed_below(top.area)
            for part in result.indicators[name].carriers
        ]
        kept = [name for name in below if name in drawn]
        printed.update(most_telling(result, kept, site.editorial.chapter_series))
    year = site.publication.profile_year(city)
    return printed | set(own_results(framework, city, year))


def sections(city: City) -> list[Section]:
    """Return the prose of a city in the order that its editors gave."""
    return [
        Section(
            title=section.record.title,
            author=section.record.author,
            date=section.record.date or "",
            basis=section.record.basis,
            parts=printed_parts(section.text),
        )
        for _, section in city.sections_in_order
    ]
