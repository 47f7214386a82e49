"""The charts of a city by themselves: other sites show one of them in a frame."""

from collections.abc import Iterator

from generator.model.publication import City
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.series import drawn_alone
from generator.views.site import Site


def compose_embedded(site: Site, city: City) -> Iterator[Page]:
    """Yield the page of a city's charts; none where nothing is drawn."""
    charts = list(drawn_alone(site, city))
    if not charts:
        return
    name = city.record.name
    head = Head(
        target=targets.embedded(city.id),
        name=name,
        title=site.say("title.embedded", city=name),
        description=site.say("title.embedded", city=name),
        section="cities",
        contents=False,
        framed=True,
    )
    yield page(head, "embedded.md.jinja", charts=charts, profile=targets.city(city.id))
