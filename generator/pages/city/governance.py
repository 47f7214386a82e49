"""The governance of a city: procedure, committee, meetings, plans, capacity."""

from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.governance import (
    capacity_table,
    committee_table,
    former_members,
    governance_sentences,
    meetings_table,
    plans_table,
    procedure_table,
)
from generator.views.site import Site


def compose_governance(site: Site, city: City) -> Page:
    """Return the page of what the city has set up, and how far the programme has come in it."""
    return city_page(
        site,
        city,
        targets.tab(city.id, "governance"),
        "governance.md.jinja",
        subject="city-governance",
        folder=f"cities/{city.id}",
        lead=" ".join(governance_sentences(site, city)),
        procedure=procedure_table(site, city),
        committee=committee_table(site, city),
        former=former_members(site, city),
        meetings=meetings_table(site, city),
        plans=plans_table(site, city),
        capacity=capacity_table(site, city),
    )
