"""Whether actions of a plan are on time at the as-of date, and how far milestones have slipped.

A date of the files may be a year or a month: an end counts to its last day, a start from its
first.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from generator.frozen import dataclass
from generator.model.city_records import ActionPlan, Milestone, PlannedAction
from generator.model.policy_records import FollowUpPolicy

COMPLETED = "completed"
OVERDUE = "overdue"
DUE_SOON = "due-soon"
ON_SCHEDULE = "on-schedule"
NOT_SCHEDULED = "not-scheduled"
PUT_ASIDE = ("postponed", "cancelled")
"""Statuses of an action that stand in place of a schedule."""

REACHED = "reached"
MISSED = "missed"
AHEAD = "ahead"
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class MilestoneResult:
    """`slip_days`: actual or revised date less the planned one; None where one is missing."""

    milestone: str
    state: str
    slip_days: int | None


@dataclass(frozen=True, slots=True)
class ActionResult:
    """An action at the as-of date. Shares are 0 to 1; `days_left` is below zero when overdue."""

    action: str
    schedule: str
    days_left: int | None
    expected_progress: float | None
    behind: bool
    milestones: tuple[MilestoneResult, ...]


def schedule_actions(
    plan: ActionPlan, as_of: str, policy: FollowUpPolicy
) -> Mapping[str, ActionResult]:
    """Return where every action of a plan stands, by id, in the order of the file."""
    today = last_day(as_of)
    return {name: schedule_action(name, one, today, policy) for name, one in plan.actions.items()}


def schedule_action(
    name: str, action: PlannedAction, today: date, policy: FollowUpPolicy
) -> ActionResult:
    """Return where one action stands: its schedule, and whether its progress is behind it."""
    left = (last_day(action.due) - today).days if action.due else None
    running = action.status not in (COMPLETED, *PUT_ASIDE)
    expected = expected_progress(action, today) if running else None
    return ActionResult(
        action=name,
        schedule=schedule_of(action.status, left, policy),
        days_left=left if running else None,
        expected_progress=expected,
        behind=is_behind(action, expected, policy),
        milestones=tuple(check_milestones(action.milestones, today)),
    )


def schedule_of(status: str, days_left: int | None, policy: FollowUpPolicy) -> str:
    """Return the state of a schedule; a status that sets the action aside stands for itself."""
    if status in (COMPLETED, *PUT_ASIDE):
        return status
    if days_left is None:
        return NOT_SCHEDULED
    if days_left < 0:
        return OVERDUE
    return DUE_SOON if days_left <= policy.due_soon_days else ON_SCHEDULE


def expected_progress(action: PlannedAction, today: date) -> float | None:
    """Return the share of the time from start to due date that has passed, 0 to 1."""
    if not action.start or not action.due:
        return None
    start, due = first_day(action.start), last_day(action.due)
    length = (due - start).days
    if length <= 0:
        return 1.0 if today >= due else 0.0
    return min(1.0, max(0.0, (today - start).days / length))


def is_behind(action: PlannedAction, expected: float | None, policy: FollowUpPolicy) -> bool:
    """Return whether progress is less than expected by more than the policy's tolerance.

    What has not started has made no progress; progress that is not stated is not judged.
    """
    progress = action.progress_pct
    if progress is None and action.status == "not-started":
        progress = 0.0
    if progress is None or expected is None:
        return False
    return round(progress / 100.0, 9) < round(expected - policy.behind, 9)


def check_milestones(milestones: Mapping[str, Milestone], today: date) -> Iterable[MilestoneResult]:
    """Yield whether each milestone was reached, missed or lies ahead, and its slip in days."""
    for name, one in milestones.items():
        due = one.revised or one.planned
        if one.actual:
            state = REACHED
        elif due is None:
            state = UNDATED
        else:
            state = MISSED if last_day(due) < today else AHEAD
        moved = one.actual or one.revised
        slip = (last_day(moved) - last_day(one.planned)).days if moved and one.planned else None
        yield MilestoneResult(name, state, slip)


def first_day(text: str) -> date:
    """Return the first day of `2026`, `2026-03` or `2026-03-15`."""
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """Return the last day of `2026`, `2026-03` or `2026-03-15`."""
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
    return date(year, month, day)
