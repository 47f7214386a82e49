"""The action plan of a city at the as-of date: its figures, its actions, their milestones."""

from collections.abc import Iterator, Mapping

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.schedule import ActionResult, MilestoneResult
from generator.frozen import dataclass
from generator.model.city_records import Milestone, PlannedAction
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.key_facts import Fact
from generator.views.linked_cells import source_cell
from generator.views.money import NO_BREAK, money, money_fact
from generator.views.site import Site
from generator.views.table import Column, Group, Table, group_of, heads_of

COUNTED = ("completed", "overdue", "due-soon")
"""The states of a schedule of which the figures of a plan say how many there are."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action with its schedule.

    `progress`: 0 to 100, `expected`: what it should be by now, 0 to 1; None where the plan does
    not say. `behind`: that it is less than expected, in words.
    """

    id: str
    title: str
    lead: str
    time: str
    status: str
    schedule: str
    schedule_word: str
    behind: str
    progress: float | None
    progress_text: str
    expected: float | None
    progress_label: str
    budget: str
    spent: str
    links: tuple[Link, ...]
    evidence: Link | str


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """A plan: what it is, its figures, its actions, and their milestones by action."""

    title: str
    about: str
    document: Link | str
    as_of: str
    facts: tuple[Fact, ...]
    actions: tuple[ActionRow, ...]
    milestones: Table


def plan_progress(site: Site, city: City, follow_up: FollowUp) -> PlanProgress | None:
    """Return how far the plan of a city has come; None without a plan."""
    plan = follow_up.plan
    if plan is None:
        return None
    currency = plan.currency or ""
    about = [
        site.say("plan.adopted", date=site.date(plan.adopted)) if plan.adopted else "",
        site.say("plan.period", period=plan.period) if plan.period else "",
    ]
    return PlanProgress(
        title=plan.title,
        about=" · ".join(part for part in about if part),
        document=source_cell(city, plan.document),
        as_of=site.date(site.publication.record.as_of),
        facts=tuple(_facts(site, follow_up, currency)),
        actions=tuple(
            _action_row(site, city, name, plan.actions[name], result, currency)
            for name, result in follow_up.actions.items()
        ),
        milestones=_milestones(site, plan.actions, follow_up.actions),
    )


def _facts(site: Site, follow_up: FollowUp, currency: str) -> Iterator[Fact]:
    """Yield the figures of a plan: actions by schedule, what is implemented, money."""
    number = site.language.number
    schedules = [result.schedule for result in follow_up.actions.values()]
    yield Fact(site.say("plan.actions"), number(len(schedules), 0))
    for name in COUNTED:
        yield Fact(site.say(f"schedule.{name}"), number(schedules.count(name), 0))
    rate, label = follow_up.implementation.rate, site.say("implementation.rate")
    if rate is None:
        yield Fact(label, text=site.say("implementation.none"))
    else:
        yield Fact(label, number(100 * rate, 0), unit="%")
    if follow_up.budget is not None:
        label, note = site.say("plan.budget"), _spent(site, follow_up.spent, currency)
        yield money_fact(site, label, follow_up.budget, currency, note)


def _spent(site: Site, amount: float | None, currency: str) -> str:
    if amount is None:
        return ""
    return site.say("plan.spent", amount=money(site, amount, currency))


def _action_row(
    site: Site, city: City, name: str, action: PlannedAction, result: ActionResult, currency: str
) -> ActionRow:
    days = (site.date(action.start), site.date(action.due))
    return ActionRow(
        id=targets.action_anchor(name),
        title=action.title,
        lead=action.lead or "",
        time=" – ".join(day for day in days if day),
        status=site.word("action-status", action.status),
        schedule=result.schedule,
        schedule_word=_schedule_word(site, result),
        behind=site.say("schedule.behind") if result.behind else "",
        progress=action.progress_pct,
        progress_text=progress_text(site, action.progress_pct),
        expected=result.expected_progress,
        progress_label=_progress_label(site, action, result),
        budget=money(site, action.budget, currency) if action.budget is not None else "",
        spent=_spent(site, action.spent, currency),
        links=tuple(_concerned(site, city, action)),
        evidence=source_cell(city, action.evidence),
    )


def progress_text(site: Site, progress_pct: float | None) -> str:
    """Return how much is done in per cent; blank if nobody says."""
    if progress_pct is None:
        return ""
    return f"{site.language.number(progress_pct, 0)}{NO_BREAK}%"


def _progress_label(site: Site, action: PlannedAction, result: ActionResult) -> str:
    if action.progress_pct is None:
        return ""
    progress = site.language.number(action.progress_pct, 0)
    if result.expected_progress is None:
        return site.say("progress.label", progress=progress)
    expected = site.language.number(100 * result.expected_progress, 0)
    return site.say("progress.label-expected", progress=progress, expected=expected)


def _schedule_word(site: Site, result: ActionResult) -> str:
    """Return the state of a schedule in words, with the days where they matter."""
    if result.schedule == "overdue" and result.days_left is not None:
        return site.say("schedule.overdue-by", n=-result.days_left)
    if result.schedule == "due-soon" and result.days_left is not None:
        return site.say("schedule.due-in", n=result.days_left)
    return site.say(f"schedule.{result.schedule}")


def _concerned(site: Site, city: City, action: PlannedAction) -> Iterator[Link]:
    """Yield the projects and the indicators of an action."""
    records = site.undertakings[city.id].records
    for name in action.projects:
        if name in records:
            yield Link(records[name].title, targets.project(city.id, name))
    for name in action.indicators:
        indicator = site.publication.framework.indicators[name]
        yield Link(indicator.name, targets.indicator(name))


@dataclass(frozen=True, slots=True)
class _Dated:
    milestone: Milestone
    result: MilestoneResult


def _milestones(
    site: Site, actions: Mapping[str, PlannedAction], results: Mapping[str, ActionResult]
) -> Table:
    """Return the milestones of the actions that have any, under the title of each."""
    columns = _milestone_columns(site)
    groups: list[Group] = []
    for name, result in results.items():
        known = actions[name].milestones
        rows = [_Dated(known[one.milestone], one) for one in result.milestones]
        if rows:
            groups.append(group_of(columns, rows, actions[name].title))
    return Table(site.say("caption.milestones"), heads_of(columns), tuple(groups))


def _milestone_columns(site: Site) -> tuple[Column[_Dated], ...]:
    def slip(row: _Dated) -> str:
        days = row.result.slip_days
        return "" if days is None else site.say("milestone.slip", n=days)

    say, date = site.say, site.date
    return (
        Column("milestone", say("milestone"), lambda row: row.milestone.title),
        Column("planned", say("milestone.planned"), lambda row: date(row.milestone.planned)),
        Column("revised", say("milestone.revised"), lambda row: date(row.milestone.revised)),
        Column("actual", say("milestone.actual"), lambda row: date(row.milestone.actual)),
        Column("status", say("status"), lambda row: say(f"milestone.{row.result.state}")),
        Column("slip", say("milestone.slip-column"), slip, number=True),
    )
