"""The governance of a city: procedure, committee, meetings, plans, capacity."""

from dataclasses import dataclass

from generator.model.publication import City
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.city_header import CityHeader, city_header
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
from generator.views.table import Table


@dataclass(frozen=True, slots=True)
class CityGovernance:
    """What the governance page of a city shows; `folder` is that of its files."""

    header: CityHeader
    folder: str
    lead: str
    procedure: Table
    committee: Table
    former: str
    meetings: Table
    plans: Table
    capacity: Table


def compose_governance(site: Site, city: City) -> Page:
    """Return the page of what the city has set up, and how far the programme has come in it."""
    head = Head(
        target=targets.tab(city.id, "governance"),
        name=city.record.name,
        title=site.say("title.city-governance", city=city.record.name),
        description=site.say("description.city-governance", city=city.record.name),
        section="cities",
    )
    view = CityGovernance(
        header=city_header(site, city, head.target),
        folder=f"cities/{city.id}",
        lead=" ".join(governance_sentences(site, city)),
        procedure=procedure_table(site, city),
        committee=committee_table(site, city),
        former=former_members(site, city),
        meetings=meetings_table(site, city),
        plans=plans_table(site, city),
        capacity=capacity_table(site, city),
    )
    return Page(head, "governance.md.jinja", view)
