"""The Sustainable Development Goals of the mission, and which city figures speak to them.

Lists, never an index: each figure says how closely it stands to the goal, target or indicator.
"""

from collections.abc import Sequence

from generator.assessment.rating.goal_ratings import GoalResult, assess_goal
from generator.frozen import dataclass
from generator.model.framework_records import SdgLink
from generator.model.framework_tables import SdgLine
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Cell, Link, ListItem, Missing, ValueCell
from generator.views.doubt_words import doubts_among
from generator.views.indicator_cities import CityFigure, city_figures
from generator.views.indicators import indicator_link
from generator.views.site import Site
from generator.views.table import Column, Table, group_of, heads_of, lay_out


@dataclass(frozen=True, slots=True)
class Speaker:
    """An indicator that speaks to the line `number` of a goal; `relation` says how closely."""

    indicator: Link
    relation: str
    number: str


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A target of the goal, or an indicator of a target, with what speaks to it."""

    number: str
    text: str
    is_target: bool
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its lines; `others` speak to it as a whole, or to lines not of the mission.

    `weighing` says how the mean of a city comes about. Without lines there is neither. `figures`
    are left to the pages of the indicators where the cities are too many to list.
    """

    lead: str
    lines: tuple[GoalLine, ...]
    others: tuple[Speaker, ...]
    weighing: str
    standing: Table
    figures: Table


@dataclass(frozen=True, slots=True)
class Standing:
    """How a city stands to a goal."""

    city: City
    result: GoalResult


Links = Sequence[tuple[str, SdgLink]]
"""Indicators with how each speaks to a goal."""


def goals_of_mission(site: Site) -> list[SdgLine]:
    """Return the goals in the order of their numbers."""
    goals = (row for row in site.publication.framework.sdg if row.target is None)
    return sorted(goals, key=lambda row: int(row.goal))


def goal_name(site: Site, goal: SdgLine) -> str:
    return site.say("sdg.goal", number=goal.goal)


def goal_title(site: Site, goal: SdgLine) -> str:
    return f"{goal_name(site, goal)}: {goal.text}"


def goal_items(site: Site) -> list[ListItem]:
    """Return the goals, each with how many indicators speak to it."""
    return [
        ListItem(
            goal_title(site, goal),
            targets.goal(goal.goal),
            text=site.say("sdg.speaking", n=len(_names(_links_to(site, goal.goal)))),
        )
        for goal in goals_of_mission(site)
    ]


def goal_view(site: Site, goal: SdgLine) -> Goal:
    """Return what the mission and the figures of the cities say of a goal."""
    links, policy = _links_to(site, goal.goal), site.publication.framework.policy.sdg
    lines = [row for row in site.publication.framework.sdg if row.goal == goal.goal and row.target]
    weights = {name: site.language.number(one, 2) for name, one in policy.weights.items()}
    named = {row.indicator or row.target for row in lines}
    return Goal(
        lead=site.say("lead.sdg", n=len(_names(links))) if lines else "",
        lines=tuple(_line(site, row, links) for row in lines),
        others=tuple(
            _speaker(site, name, link)
            for name, link in links
            if (link.indicator or link.target) not in named
        ),
        weighing=site.say("sdg.how", **weights, minimum=policy.minimum),
        standing=_standing_table(site, goal.goal, site.cities if lines else ()),
        figures=_figure_table(site, () if site.is_large else _names(links)),
    )


def _links_to(site: Site, goal: str) -> Links:
    """Return the indicators that speak to a goal, in the order of the framework."""
    return [
        (name, link)
        for name, record in site.publication.framework.indicators.items()
        for link in record.sdg
        if link.goal_number == goal
    ]


def _names(links: Links) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, _ in links))


def _line(site: Site, row: SdgLine, links: Links) -> GoalLine:
    """Return a target or indicator of the mission with the indicators that speak to it."""

    def speaks(link: SdgLink) -> bool:
        if row.indicator is not None:
            return link.indicator == row.indicator
        return link.indicator is None and link.target == row.target

    return GoalLine(
        number=row.indicator or row.target or "",
        text=row.text,
        is_target=row.indicator is None,
        speakers=tuple(_speaker(site, name, link) for name, link in links if speaks(link)),
    )


def _speaker(site: Site, name: str, link: SdgLink) -> Speaker:
    return Speaker(
        indicator=indicator_link(site, name),
        relation=site.word_inside("sdg-relation", link.relation),
        number=link.indicator or link.target or "",
    )


def _standing_table(site: Site, goal: str, cities: Sequence[City]) -> Table:
    """Return the cities, the mean of the rated indicators of each, and how many there are."""
    number, framework = site.language.number, site.publication.framework

    def name(row: Standing) -> Link:
        return Link(row.city.record.name, targets.city(row.city.id))

    def mean(row: Standing) -> Cell:
        score = row.result.score
        return Missing(site.say("sdg.too-few")) if score is None else number(score, 1)

    def rated(row: Standing) -> str:
        return site.say("n-of-m", n=row.result.rated, m=row.result.linked)

    def covered(row: Standing) -> str:
        return site.say("sdg.coverage", share=number(row.result.coverage * 100, 0))

    def doubts(row: Standing) -> str:
        result, parts = site.results[row.city.id], row.result.contributions
        if row.result.score is None:
            return ""
        return doubts_among(site, result, (result.indicators[part.child] for part in parts))

    columns = [
        Column("city", site.say("city"), name),
        Column("mean", site.say("sdg.mean"), mean, number=True),
        Column("rated", site.say("rated"), rated, number=True),
        Column("covered", site.say("sdg.weight-covered"), covered, number=True),
        Column("note", site.say("note"), doubts),
    ]
    rows = (
        Standing(city, assess_goal(framework, site.results[city.id].indicators, goal))
        for city in cities
    )
    return lay_out(site.say("caption.sdg-standing"), columns, rows).filled()


def _figure_table(site: Site, indicators: Sequence[str]) -> Table:
    """Return the figures of all cities, a group for each indicator that has any."""
    columns = [
        Column[CityFigure]("city", site.say("city"), lambda row: Link(row.name, row.target)),
        Column[CityFigure]("value", site.say("value"), lambda row: ValueCell(row.value)),
        Column[CityFigure]("rating", site.say("rating"), lambda row: row.mark),
    ]
    names = ((indicator_link(site, name), city_figures(site, name)) for name in indicators)
    groups = (group_of(columns, rows, name.text, name.target) for name, rows in names if rows)
    return Table(site.say("caption.sdg-figures"), heads_of(columns), tuple(groups))
