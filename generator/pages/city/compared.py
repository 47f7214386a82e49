"""A city beside its partners and the cities most like it."""

from generator.model.publication import City
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.beside_whom import compared_with
from generator.views.cell import Link
from generator.views.comparison import compare
from generator.views.site import Site


def compose_compared(site: Site, city: City) -> Page:
    """Return a city side by side with others."""
    cities = compared_with(site, city)
    comparison = compare(site, cities)
    head = Head(
        target=targets.tab(city.id, "compare"),
        name=comparison.name,
        description=" ".join(comparison.lead),
        section="compare",
        trail=(
            Link(site.say("section.compare"), targets.page("compare")),
            Link(city.record.name, targets.city(city.id)),
        ),
        contents=False,
    )
    chosen = site.say("compare.chosen-similar") if len(cities) > 1 else ""
    return page(head, "comparison.md.jinja", comparison=comparison, chosen=chosen)
