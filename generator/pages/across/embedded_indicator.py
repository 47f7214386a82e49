"""The charts of an indicator by themselves: other sites show one of them in a frame."""

from collections.abc import Iterator, Sequence

from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.indicator_cities import ObservableChapter
from generator.views.site import Site


def compose_embedded_indicator(
    site: Site, indicator: str, chapters: Sequence[ObservableChapter]
) -> Iterator[Page]:
    """Yield the page of an indicator's charts; none where nothing is drawn."""
    drawn = [one for one in chapters if one.strip or one.series]
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
