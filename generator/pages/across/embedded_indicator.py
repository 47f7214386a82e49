"""The charts of an indicator by themselves: other sites show one of them in a frame."""

from collections.abc import Iterator

from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.indicator_cities import observable_chapters
from generator.views.site import Site


def compose_embedded_indicator(site: Site, indicator: str) -> Iterator[Page]:
    """Yield the page of an indicator's charts; none where nothing is drawn."""
    drawn = [one for one in observable_chapters(site, indicator) if one.strip or one.series]
    if not drawn:
        return
    name = site.publication.framework.indicators[indicator].name
    title = site.say("title.embedded-indicator", indicator=name)
    head = Head(
        target=targets.embedded_indicator(indicator),
        name=name,
        title=title,
        description=title,
        section="indicators",
        contents=False,
        framed=True,
    )
    yield page(
        head,
        "embedded-indicator.md.jinja",
        observables=drawn,
        indicator=targets.indicator(indicator),
    )
