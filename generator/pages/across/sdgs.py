"""The Sustainable Development Goals of the mission, and which city figures speak to them."""

from generator.pages.link_list import compose_links
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.goals import (
    goal_items,
    goal_name,
    goal_title,
    goal_view,
    goals_of_mission,
)
from generator.views.site import Site

INDEX = targets.page("sdgs")


def compose_goals(site: Site) -> Page:
    """Return the index of the goals of the mission."""
    head = Head(
        target=INDEX,
        name=site.say("section.sdgs"),
        description=site.say("description.sdgs"),
        section="sdgs",
        kind="kind.page",
        contents=False,
    )
    return compose_links(site, head, goal_items(site))


def compose_goal(site: Site, number: str) -> Page:
    """Return the page of a goal."""
    goal = next(goal for goal in goals_of_mission(site) if goal.goal == number)
    head = Head(
        target=targets.goal(goal.goal),
        name=goal.text,
        title=goal_title(site, goal),
        description=goal.text,
        section="sdgs",
        trail=(Link(site.say("section.sdgs"), INDEX),),
        kind="kind.sdg",
        context=goal_name(site, goal),
        contents=False,
    )
    return page(
        head,
        "sdg.md.jinja",
        eyebrow=goal_name(site, goal),
        goal=goal_view(site, goal),
    )
