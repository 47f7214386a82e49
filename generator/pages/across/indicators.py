"""The index of indicators, and one page for each: definition, benchmark, all cities."""

from collections.abc import Iterator, Sequence

from generator.pages.across.embedded_indicator import compose_embedded_indicator
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.described_data import data_of_indicator
from generator.views.downloads import indicator_downloads
from generator.views.indicator_cities import ObservableChapter, observable_chapters
from generator.views.indicator_key_facts import indicator_key_facts
from generator.views.indicators import (
    direction_text,
    indicator_facts,
    indicator_index,
    indicator_sources,
    indicator_trail,
)
from generator.views.library_links import library_links
from generator.views.site import Site


def compose_indicators(site: Site) -> Page:
    """Return the index of indicators by area of the main scheme."""
    lead = site.say("description.indicators", n=len(site.publication.framework.indicators))
    head = Head(
        target=targets.page("indicators"),
        name=site.say("section.indicators"),
        description=lead,
        section="indicators",
        kind="kind.page",
    )
    return page(
        head,
        "indicators.md.jinja",
        lead=lead,
        chapters=indicator_index(site),
    )


def compose_indicator(site: Site, indicator: str) -> Page:
    """Return the page of an indicator."""
    return _page(site, indicator, observable_chapters(site, indicator))


def compose_with_charts(site: Site, indicator: str) -> Iterator[Page]:
    """Yield the page of an indicator, then that of its charts for other sites, if any is drawn."""
    chapters = observable_chapters(site, indicator)
    yield _page(site, indicator, chapters)
    yield from compose_embedded_indicator(site, indicator, chapters)


def _page(site: Site, indicator: str, chapters: Sequence[ObservableChapter]) -> Page:
    record = site.publication.framework.indicators[indicator]
    head = Head(
        target=targets.indicator(indicator),
        name=record.name,
        description=record.definition,
        section="indicators",
        trail=indicator_trail(site, indicator),
        kind="kind.indicator",
        context=record.definition,
        extra=" ".join(
            (
                record.code,
                *record.names,
                *(point.name for point in record.data_points.values()),
                *(link.indicator or "" for link in record.sdg),
            )
        ).strip(),
        described=data_of_indicator(site, indicator),
    )
    return page(
        head,
        "indicator.md.jinja",
        code=record.code,
        eyebrow=site.say(f"level.{record.level}"),
        definition=record.definition,
        direction=direction_text(site, record.direction),
        key_facts=indicator_key_facts(site, indicator),
        facts=indicator_facts(site, indicator),
        observables=chapters,
        has_data_points=bool(record.data_points),
        sources=indicator_sources(site, indicator),
        downloads=indicator_downloads(site, indicator),
        library=library_links(site, indicator),
    )
