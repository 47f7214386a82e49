"""The follow-up of a city: its action plan at the as-of date, indicators since, reviews."""

from collections.abc import Iterable
from typing import Any

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.review_states import Implementation
from generator.assessment.programme.schedule import ActionResult, MilestoneResult
from generator.assessment.trend.movement import Movement
from generator.model.city_records import Milestone, PlannedAction
from generator.model.city_tables import Observation
from generator.model.publication import City
from generator.pages.page import Page, compose_old
from generator.views.addresses import relative_address
from generator.views.city_header import city_header, tab_at
from generator.views.linked_cells import recommendation_cell, source_cell
from generator.views.money import money, money_fact, per_cent
from generator.views.site import Site
from generator.views.values import View, full_name, print_number, unit_label

ALARMING = ("overdue", "due-soon")


def follow_up_folder(city: str) -> str:
    return f"cities/{city}/follow-up"


def review_folder(city: str, year: int) -> str:
    return f"{follow_up_folder(city)}/{year}"


def compose_follow_up(site: Site, city: City) -> Page:
    """Return the action plan of a city with its schedule, indicators since then, and reviews."""
    folder = follow_up_folder(city.id)
    found = site.undertakings[city.id].follow_up
    values = {
        "header": city_header(site, city, tab_at(folder)),
        "found": found is not None,
        "files": {"plan": f"cities/{city.id}/action-plan.yml",
                  "review": f"cities/{city.id}/reviews/<year>.yml"},
        "plan": plan_view(site, city, found, folder) if found and found.plan else None,
        "implementation": implementation_view(site, found.implementation) if found else None,
        "states": state_rows(site, city, found.implementation, folder) if found else [],
        "movements": movement_rows(site, city, found.movements) if found else [],
        "reviews": review_links(site, city, found, folder) if found else [],
    }  # fmt: skip
    return compose_old(
        site,
        "follow-up.md.jinja",
        folder,
        values,
        title=site.say("title.follow-up", city=city.record.name),
        description=site.say("description.follow-up", city=city.record.name),
        section="cities",
        hide_contents=True,
    )


def plan_view(site: Site, city: City, found: FollowUp, here: str) -> View:
    """Return the plan: what it is, its figures, a row for each action with its milestones."""
    plan = found.plan
    if plan is None:
        raise ValueError(city.id)
    currency = plan.currency or ""
    document = source_cell(city, plan.document)
    parts = [
        site.say("plan.adopted", date=site.language.date(plan.adopted)) if plan.adopted else "",
        site.say("plan.period", period=plan.period) if plan.period else "",
    ]
    return {
        "title": plan.title,
        "about": " · ".join(part for part in parts if part),
        "document": document,
        "as_of": site.language.date(site.publication.record.as_of),
        "facts": plan_facts(site, found, currency),
        "actions": [
            action_view(site, city, name, plan.actions[name], one, currency, here)
            for name, one in found.actions.items()
        ],
        "milestones": [
            {
                "title": plan.actions[name].title,
                "rows": [
                    milestone_row(site, plan.actions[name].milestones[one.milestone], one)
                    for one in result.milestones
                ],
            }
            for name, result in found.actions.items()
            if result.milestones
        ],
    }


def plan_facts(site: Site, found: FollowUp, currency: str) -> list[View]:
    """Return the figures of a plan: actions by schedule, what is implemented, money."""
    schedules = [one.schedule for one in found.actions.values()]
    counts = [(name, schedules.count(name)) for name in ("completed", *ALARMING)]
    facts: list[View] = [
        {"label": site.say("plan.actions"), "number": site.language.number(len(schedules), 0)}
    ]
    facts += [
        {"label": site.say(f"schedule.{name}"), "number": site.language.number(count, 0)}
        for name, count in counts
    ]
    rate = found.implementation.rate
    facts.append(
        {"label": site.say("implementation.rate"),
         **({"text": site.say("implementation.none")} if rate is None
            else {"number": site.language.number(100 * rate, 0), "unit": "%"})}
    )  # fmt: skip
    if found.budget is not None:
        spent = found.spent
        note = "" if spent is None else site.say("plan.spent", amount=money(site, spent, currency))
        fact = money_fact(site, site.say("plan.budget"), found.budget, currency, note)
        facts.append({"label": fact.label, "number": fact.number, "unit": fact.unit, "note": note})
    return facts


def action_view(
    site: Site,
    city: City,
    name: str,
    action: PlannedAction,
    result: ActionResult,
    currency: str,
    here: str,
) -> View:
    """Return the row of an action."""
    return {
        "id": f"action-{name}",
        "title": action.title,
        "lead": action.lead or "",
        "time": time_text(site, action),
        "status": site.word("action-status", action.status),
        "schedule": result.schedule,
        "schedule_word": schedule_word(site, result),
        "behind": site.say("schedule.behind") if result.behind else "",
        "progress": action.progress_pct,
        "progress_text": f"{site.language.number(action.progress_pct, 0)}\N{NO-BREAK SPACE}%"
        if action.progress_pct is not None else "",
        "expected": result.expected_progress,
        "progress_label": progress_label(site, action, result),
        "budget": money(site, action.budget, currency) if action.budget is not None else "",
        "spent": site.say("plan.spent", amount=money(site, action.spent, currency))
        if action.spent is not None else "",
        "links": action_links(site, city, action, here),
        "evidence": source_cell(city, action.evidence),
    }  # fmt: skip


def progress_label(site: Site, action: PlannedAction, result: ActionResult) -> str:
    if action.progress_pct is None:
        return ""
    progress = site.language.number(action.progress_pct, 0)
    if result.expected_progress is None:
        return site.say("progress.label", progress=progress)
    expected = site.language.number(100 * result.expected_progress, 0)
    return site.say("progress.label-expected", progress=progress, expected=expected)


def time_text(site: Site, action: PlannedAction) -> str:
    start = site.language.date(action.start) if action.start else ""
    due = site.language.date(action.due) if action.due else ""
    return " – ".join(part for part in (start, due) if part)


def schedule_word(site: Site, result: ActionResult) -> str:
    """Return the state of a schedule in words, with the days where they matter."""
    if result.schedule == "overdue" and result.days_left is not None:
        return site.say("schedule.overdue-by", n=-result.days_left)
    if result.schedule == "due-soon" and result.days_left is not None:
        return site.say("schedule.due-in", n=result.days_left)
    return site.say(f"schedule.{result.schedule}")


def action_links(site: Site, city: City, action: PlannedAction, here: str) -> list[View]:
    """Return the projects and indicators of an action."""
    records = site.undertakings[city.id].records
    framework = site.publication.framework
    projects = [
        {
            "text": records[name].title,
            "href": relative_address(here, f"cities/{city.id}/projects/{name}"),
        }
        for name in action.projects
        if name in records
    ]
    indicators = [
        {
            "text": framework.indicators[name].name,
            "href": relative_address(here, f"indicators/{name}"),
        }
        for name in action.indicators
    ]
    return [*projects, *indicators]


def milestone_row(site: Site, milestone: Milestone, result: MilestoneResult) -> list[View | str]:
    dates = [site.language.date(one) if one else "" for one in
             (milestone.planned, milestone.revised, milestone.actual)]  # fmt: skip
    slip = "" if result.slip_days is None else site.say("milestone.slip", n=result.slip_days)
    return [milestone.title, *dates, site.say(f"milestone.{result.state}"), slip]


def implementation_view(site: Site, found: Implementation) -> str:
    """Return in a sentence how many of the accepted recommendations are implemented."""
    parts = [
        site.say("implementation.none-sentence") if found.rate is None
        else site.say("implementation.sentence", n=found.implemented, m=found.accepted,
                      rate=per_cent(site, found.rate, 0))
    ]  # fmt: skip
    for name in ("superseded", "rejected"):
        count = getattr(found, name)
        if count:
            parts.append(site.say(f"implementation.{name}", n=count))
    return " ".join(parts)


def state_rows(site: Site, city: City, found: Implementation, here: str) -> list[list[Any]]:
    """Return every accepted recommendation with its state now."""
    return [
        [
            recommendation_cell(site, city, name),
            site.word("implementation-state", state),
        ]
        for name, state in found.states.items()
    ]


def movement_rows(
    site: Site, city: City, found: Iterable[Movement], previous: bool = False
) -> list[list[Any]]:
    """Return how indicators moved: baseline, perhaps the review before, latest, target, word."""
    rows: list[list[Any]] = []
    targets = {row.observable: row for row in sorted(city.targets, key=lambda row: -row.year)}
    for one in found:
        result = site.results[city.id].observables[one.observable]
        observable = result.observable
        goal = targets.get(one.observable)
        cells = [one.baseline, one.previous, one.latest] if previous else [one.baseline, one.latest]
        rows.append(
            [
                full_name(site, result),
                *(_figure(site, row, one.observable, city) for row in cells),
                unit_label(site, observable.unit),
                f"{goal.value} ({goal.year})" if goal else "",
                site.say(f"movement.{one.word}") if one.word
                else {"missing": site.say("movement.no-later")},
            ]
        )  # fmt: skip
    return rows


def _figure(site: Site, row: Observation | None, observable: str, city: City) -> str:
    if row is None:
        return ""
    known = site.results[city.id].observables[observable].observable
    return f"{print_number(site, row, known)} ({row.period})"


def review_links(site: Site, city: City, found: FollowUp, here: str) -> list[View]:
    """Return the reviews, the latest first."""
    return [
        {
            "title": site.say("review.of", year=str(year)),
            "href": relative_address(here, review_folder(city.id, year)),
            "date": site.language.date(review.date),
            "text": review.author,
        }
        for year, review in sorted(found.reviews.items(), reverse=True)
    ]
