"""The other pages of a city's figures: all its indicators, its series, its data and sources."""

from collections.abc import Iterator

from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.breakdowns import breakdown_table
from generator.views.cell import Link, Term
from generator.views.city_chapters import all_chapters
from generator.views.city_figures import observation_rows, status_notes
from generator.views.city_header import city_header
from generator.views.described_data import data_of_city
from generator.views.downloads import city_downloads
from generator.views.key_facts import context_rows
from generator.views.record_tables import (
    cited,
    importance_table,
    revision_table,
    search_table,
    waiver_table,
)
from generator.views.revision_log import last_change_text
from generator.views.scales import area_scales, difference_text
from generator.views.series import drawn_below, series_page, series_view
from generator.views.site import Site
from generator.views.sources import listed_source


def compose_city_indicators(site: Site, city: City) -> Page:
    """Return the table of all indicators of a city, on both scales."""
    result = site.results[city.id]
    return city_page(
        site,
        city,
        targets.tab(city.id, "indicators"),
        "city-indicators.md.jinja",
        subject="city-indicators",
        contents=False,
        chapters=all_chapters(site, city),
        breakdowns=breakdown_table(site, city),
        scales=[
            Term(site.say("trace.score"), site.say("scales.score-is")),
            Term(site.say("trace.points"), site.say("scales.points-are")),
        ],
        difference=difference_text(site, result),
        areas=area_scales(site, result),
    )


def compose_city_data(site: Site, city: City) -> Page:
    """Return every row of a city's files with its source: values, context, sources."""
    boundary = city.record.boundary
    return city_page(
        site,
        city,
        targets.tab(city.id, "data"),
        "city-data.md.jinja",
        subject="city-data",
        contents=False,
        described=data_of_city(site, city),
        observations=observation_rows(site, city),
        has_quality=any(row.quality or row.verified is not None for row in city.observations),
        context=context_rows(site, city),
        sources=[listed_source(site, row) for row in city.sources],
        boundary=boundary,
        boundary_source=cited(site, city, boundary.source if boundary else None),
        searched=search_table(site, city),
        importance=importance_table(site, city),
        revisions=revision_table(site, city),
        last_change=last_change_text(site, city),
        waivers=waiver_table(site, city),
        statuses=status_notes(site, city),
        downloads=city_downloads(site, city.id),
        wanted=Link(site.say("question.title"), targets.tab(city.id, "wanted")),
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
    head = Head(target, city.record.name, title, "cities", title=title, contents=False)
    return page(
        head,
        "city-series.md.jinja",
        header=city_header(site, city, target),
        area=top.name,
        back=targets.city(city.id),
        drawings=[series_view(site, city, observables[name]) for name in names],
    )
