"""The Sustainable Development Goals of the mission, and which city figures speak to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.framework_tables import SdgLine
from generator.pages.link_list import compose_links
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.cell import Link
from generator.views.goals import (
    Goal,
    goal_items,
    goal_name,
    goal_title,
    goal_view,
    goals_of_mission,
)
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class GoalPage:
    """What the page of a goal shows."""

    eyebrow: str
    goal: Goal


def compose_sdgs(site: Site) -> Iterator[Page]:
    """Yield the index of goals, and a page for each goal of the mission."""
    yield _index_page(site)
    for goal in goals_of_mission(site):
        yield _goal_page(site, goal)


def _index_page(site: Site) -> Page:
    head = Head(
        target=targets.page("sdgs"),
        name=site.say("section.sdgs"),
        description=site.say("description.sdgs"),
        section="sdgs",
        kind="kind.page",
        contents=False,
    )
    return compose_links(site, head, goal_items(site))


def _goal_page(site: Site, goal: SdgLine) -> Page:
    head = Head(
        target=targets.goal(goal.goal),
        name=goal.text,
        title=goal_title(site, goal),
        description=goal.text,
        section="sdgs",
        trail=(Link(site.say("section.sdgs"), targets.page("sdgs")),),
        kind="kind.sdg",
        context=goal_name(site, goal),
        contents=False,
    )
    view = GoalPage(goal_name(site, goal), goal_view(site, goal))
    return Page(head, "sdg.md.jinja", view)
