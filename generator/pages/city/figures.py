"""The other pages of a city's figures: all its indicators, its series, its data and sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.city_records import Boundary
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.cell import Cell, Term
from generator.views.city_chapters import Chapter, all_chapters
from generator.views.city_figures import Note, ObservationRow, observation_rows, status_notes
from generator.views.city_header import CityHeader, city_header
from generator.views.downloads import Download, city_downloads
from generator.views.key_facts import ContextRow, context_rows
from generator.views.record_tables import cited, importance_table, revision_table, waiver_table
from generator.views.scales import area_scales, difference_text
from generator.views.series import Figure, drawn_below, series_page, series_view
from generator.views.site import Site
from generator.views.sources import ListedSource, listed_source
from generator.views.table import Table
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class AllIndicators:
    """What the page of all indicators of a city shows."""

    header: CityHeader
    chapters: list[Chapter]
    scales: list[Term]
    difference: str
    areas: Table


@dataclass(frozen=True, slots=True)
class CityData:
    """What the page of a city's data shows."""

    header: CityHeader
    observations: list[ObservationRow]
    has_quality: bool
    context: list[ContextRow]
    sources: list[ListedSource]
    boundary: Boundary | None
    boundary_source: Cell
    importance: Table
    revisions: Table
    waivers: Table
    statuses: list[Note]
    downloads: list[Download]


@dataclass(frozen=True, slots=True)
class AllSeries:
    """What the page of all series of an area shows."""

    header: CityHeader
    area: str
    back: Target
    drawings: list[Figure]


def compose_city_indicators(site: Site, city: City) -> Page:
    """Return the table of all indicators of a city, on both scales."""
    result = site.results[city.id]
    head = _head(site, city, "indicators")
    view = AllIndicators(
        header=city_header(site, city, head.target),
        chapters=all_chapters(site, city),
        scales=[
            Term(site.say("trace.score"), site.say("scales.score-is")),
            Term(site.say("trace.points"), site.say("scales.points-are")),
        ],
        difference=difference_text(site, result),
        areas=area_scales(site, result),
    )
    return Page(head, "city-indicators.md.jinja", view)


def compose_city_data(site: Site, city: City) -> Page:
    """Return every row of a city's files with its source: values, context, sources."""
    head, boundary = _head(site, city, "data"), city.record.boundary
    view = CityData(
        header=city_header(site, city, head.target),
        observations=observation_rows(site, city),
        has_quality=any(row.quality or row.verified is not None for row in city.observations),
        context=context_rows(site, city),
        sources=[listed_source(site, row) for row in city.sources],
        boundary=boundary,
        boundary_source=cited(city, boundary.source if boundary else None),
        importance=importance_table(site, city),
        revisions=revision_table(site, city),
        waivers=waiver_table(site, city),
        statuses=status_notes(site, city),
        downloads=city_downloads(site, city.id),
    )
    return Page(head, "city-data.md.jinja", view)


def _head(site: Site, city: City, tab: str) -> Head:
    return Head(
        target=targets.tab(city.id, tab),
        name=city.record.name,
        title=site.say(f"title.city-{tab}", city=city.record.name),
        description=site.say(f"description.city-{tab}", city=city.record.name),
        section="cities",
        contents=False,
    )


def compose_series(site: Site, city: City) -> Iterator[Page]:
    """Yield a page for each top area with more series than its chapter shows."""
    for top in site.publication.framework.children(site.publication.record.main_scheme):
        names = drawn_below(site, city, top.area)
        if len(names) > site.editorial.chapter_series:
            yield _series_page(site, city, top, names)


def _series_page(site: Site, city: City, top: Area, names: list[str]) -> Page:
    target = series_page(city, top)
    observables = site.results[city.id].observables
    title = site.say("title.series", city=city.record.name, area=top.name)
    view = AllSeries(
        header=city_header(site, city, target),
        area=top.name,
        back=targets.city(city.id),
        drawings=[series_view(site, city, observables[name]) for name in names],
    )
    head = Head(target, city.record.name, title, "cities", title=title, contents=False)
    return Page(head, "city-series.md.jinja", view)
