"""The pages of a city on which every rating is explained, one section for each."""

from collections.abc import Iterator

from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.cell import Link
from generator.views.explanation.of_city import (
    ExplanationGroup,
    area_explanations,
    indicator_explanations,
)
from generator.views.site import Site
from generator.views.targets import Target


def compose_computed(site: Site, city: City) -> Iterator[Page]:
    """Yield the page "how this was computed" of the indicators, and that of the areas."""
    indicators, areas = targets.explanations(city.id), targets.explanations(city.id, "/")
    to_areas = Link(site.say("section.areas"), areas)
    to_indicators = Link(site.say("section.indicators"), indicators)
    yield _page(site, city, indicators, indicator_explanations(site, city), to_areas)
    yield _page(site, city, areas, area_explanations(site, city), to_indicators)


def _page(
    site: Site, city: City, target: Target, groups: list[ExplanationGroup], other: Link
) -> Page:
    return city_page(
        site,
        city,
        target,
        "city-computed.md.jinja",
        subject="computed",
        groups=groups,
        other=other,
    )
