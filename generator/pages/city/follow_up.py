"""The follow-up of a city: its action plan at the as-of date, indicators since, reviews."""

from dataclasses import dataclass

from generator.model.publication import City
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.action_plan import PlanProgress, plan_progress
from generator.views.cell import ListItem
from generator.views.city_header import CityHeader, city_header
from generator.views.follow_up import (
    implementation_sentence,
    implementation_states,
    reviews_listed,
)
from generator.views.movements import movements_since_adoption
from generator.views.site import Site
from generator.views.table import Table


@dataclass(frozen=True, slots=True)
class Followed:
    """What is followed up: the plan, if there is one, and what became of what was accepted."""

    plan: PlanProgress | None
    implementation: str
    states: Table
    movements: Table
    reviews: list[ListItem]


@dataclass(frozen=True, slots=True)
class CityFollowUp:
    """What the follow-up page of a city shows; without a plan and a review, how to begin."""

    header: CityHeader
    city: str
    followed: Followed | None


def compose_follow_up(site: Site, city: City) -> Page:
    """Return the action plan of a city with its schedule, indicators since then, and reviews."""
    head = Head(
        target=targets.tab(city.id, "follow-up"),
        name=city.record.name,
        title=site.say("title.follow-up", city=city.record.name),
        description=site.say("description.follow-up", city=city.record.name),
        section="cities",
        contents=False,
    )
    view = CityFollowUp(city_header(site, city, head.target), city.id, _followed(site, city))
    return Page(head, "follow-up.md.jinja", view)


def _followed(site: Site, city: City) -> Followed | None:
    follow_up = site.undertakings[city.id].follow_up
    if follow_up is None:
        return None
    return Followed(
        plan=plan_progress(site, city, follow_up),
        implementation=implementation_sentence(site, follow_up.implementation),
        states=implementation_states(site, city, follow_up.implementation),
        movements=movements_since_adoption(site, city, follow_up.movements),
        reviews=reviews_listed(site, city, follow_up),
    )
