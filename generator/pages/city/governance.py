"""The governance of a city: procedure, committee, meetings, plans, capacity."""

from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.governance import chapters, governance_sentences, not_recorded
from generator.views.site import Site


def compose_governance(site: Site, city: City) -> Page:
    """Return the page of what the city has set up, and how far the programme has come in it."""
    return city_page(
        site,
        city,
        targets.tab(city.id, "governance"),
        "governance.md.jinja",
        subject="city-governance",
        lead=" ".join(governance_sentences(site, city)),
        chapters=chapters(site, city),
        missing=not_recorded(site, city),
    )
