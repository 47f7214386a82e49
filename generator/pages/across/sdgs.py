"""The Sustainable Development Goals of the mission, and which city figures speak to them.

Lists, never an index: each figure says how closely it stands to the goal, target or indicator.
"""

from collections.abc import Iterator

from generator.assessment.rating.goal_ratings import assess_goal
from generator.model.framework_records import SdgLink
from generator.model.framework_tables import SdgLine
from generator.model.publication import City
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.values import View, mark_of, value_view, word_of


def compose_sdgs(site: Site) -> Iterator[Page]:
    """Yield the index of goals, and a page for each goal of the mission."""
    goals = [row for row in site.publication.framework.sdg if row.target is None]
    goals.sort(key=lambda row: int(row.goal))
    yield _index_page(site, goals)
    for goal in goals:
        yield _goal_page(site, goal)


def linked(site: Site, goal: str) -> list[tuple[str, SdgLink]]:
    """Return the indicators that speak to a goal, with how, in the order of the framework."""
    return [
        (name, link)
        for name, record in site.publication.framework.indicators.items()
        for link in record.sdg
        if link.goal_number == goal
    ]


def _name(site: Site, goal: SdgLine) -> str:
    return site.say("sdg.goal", number=goal.goal)


def _index_page(site: Site, goals: list[SdgLine]) -> Page:
    folder = "sdgs"
    links = [
        {
            "title": f"{_name(site, goal)}: {goal.text}",
            "href": relative_address(folder, f"sdgs/{goal.goal}"),
            "text": site.say("sdg.speaking", n=len({name for name, _ in linked(site, goal.goal)})),
        }
        for goal in goals
    ]
    return compose_old(
        site,
        "links.md.jinja",
        folder,
        {
            "name": site.say("section.sdgs"),
            "lead": site.say("description.sdgs"),
            "links": links,
        },
        title=site.say("section.sdgs"),
        description=site.say("description.sdgs"),
        section="sdgs",
        hide_contents=True,
        search=(old_entry(folder, site.say("section.sdgs"), site.say("kind.page")),),
    )


def _goal_page(site: Site, goal: SdgLine) -> Page:
    folder = f"sdgs/{goal.goal}"
    links, policy = linked(site, goal.goal), site.publication.framework.policy.sdg
    lines = [row for row in site.publication.framework.sdg if row.goal == goal.goal and row.target]
    values = {
        "name": goal.text,
        "eyebrow": _name(site, goal),
        "trail": [
            {"text": site.say("section.sdgs"), "href": relative_address(folder, "sdgs")},
            {"text": _name(site, goal)},
        ],
        "lead": site.say("lead.sdg", n=len({name for name, _ in links})) if lines else "",
        "lines": [_line_view(site, row, links, folder) for row in lines],
        "indicators": [
            _indicator_view(site, name, folder) for name in dict.fromkeys(name for name, _ in links)
        ],
        "weights": {
            relation: site.language.number(weight, 2) for relation, weight in policy.weights.items()
        },
        "minimum": policy.minimum,
        "standing": [_standing_row(site, city, goal.goal, folder) for city in site.cities if lines],
        "others": _others(site, lines, links, folder),
    }
    return compose_old(
        site,
        "sdg.md.jinja",
        folder,
        values,
        title=f"{_name(site, goal)}: {goal.text}",
        description=goal.text,
        section="sdgs",
        hide_contents=True,
        search=(old_entry(folder, goal.text, site.say("kind.sdg"), _name(site, goal)),),
    )


def _standing_row(site: Site, city: City, goal: str, here: str) -> list[View | str]:
    """Return a city, the mean of its rated indicators that speak to a goal, and how many."""
    found = assess_goal(site.publication.framework, site.results[city.id].indicators, goal)
    number = site.language.number
    if found.score is None:
        mean: View | str = {"missing": site.say("sdg.too-few")}
    else:
        mean = number(found.score, 1)
    return [
        {"text": city.record.name, "href": relative_address(here, f"cities/{city.id}")},
        mean,
        site.say("n-of-m", n=found.rated, m=found.linked),
        site.say("sdg.coverage", share=number(found.coverage * 100, 0)),
    ]


def _line_view(site: Site, row: SdgLine, links: list[tuple[str, SdgLink]], here: str) -> View:
    """Return a target or indicator of the mission with the indicators that speak to it."""
    number = row.indicator or row.target or ""
    is_target = row.indicator is None
    speaking = [
        _speaker(site, name, link, here)
        for name, link in links
        if (
            link.target == number and link.indicator is None
            if is_target
            else link.indicator == number
        )
    ]
    return {"number": number, "text": row.text, "is_target": is_target, "speaking": speaking}


def _speaker(site: Site, name: str, link: SdgLink, here: str) -> View:
    return {
        "name": site.publication.framework.indicators[name].name,
        "href": relative_address(here, f"indicators/{name}"),
        "relation": site.word("sdg-relation", link.relation).lower(),
    }


def _others(
    site: Site, lines: list[SdgLine], links: list[tuple[str, SdgLink]], here: str
) -> list[View]:
    """Return the links to the goal as a whole, or to lines that the mission does not name."""
    numbers = {row.indicator or row.target for row in lines}
    return [
        {**_speaker(site, name, link, here), "number": link.indicator or link.target or ""}
        for name, link in links
        if (link.indicator or link.target) not in numbers
    ]


def _indicator_view(site: Site, indicator: str, here: str) -> View:
    """Return an indicator with the figures of all cities."""
    rows = []
    for city in site.cities:
        for one in site.results[city.id].indicators[indicator].carriers:
            if one.selection.shown is None or one.selection.value is None:
                continue
            point = f", {one.observable.name}" if one.observable.is_data_point else ""
            rows.append(
                [
                    {
                        "text": f"{city.record.name}{point}",
                        "href": relative_address(here, f"cities/{city.id}"),
                    },
                    {"value": value_view(site, one.selection.shown, one.observable, city.id)},
                    {"band": mark_of(one), "word": word_of(site, one)},
                ]
            )
    record = site.publication.framework.indicators[indicator]
    return {
        "title": record.name,
        "href": relative_address(here, f"indicators/{indicator}"),
        "rows": rows,
    }
