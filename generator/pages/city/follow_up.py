"""The follow-up of a city: its action plan at the as-of date, indicators since, reviews."""

from generator.frozen import dataclass
from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.action_plan import PlanProgress, plan_progress
from generator.views.cell import ListItem
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


def compose_follow_up(site: Site, city: City) -> Page:
    """Return the action plan of a city with its schedule, indicators since then, and reviews."""
    return city_page(
        site,
        city,
        targets.tab(city.id, "follow-up"),
        "follow-up.md.jinja",
        subject="follow-up",
        contents=False,
        followed=_followed(site, city),
    )


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
