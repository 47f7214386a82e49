"""Action plan and reviews: schedule, milestones, implementation, movement; laws."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.programme.plan_progress import FollowUp, follow_up_city
from generator.assessment.programme.review_states import implementation
from generator.assessment.programme.schedule import (
    check_milestones,
    first_day,
    last_day,
    schedule_action,
)
from generator.model.city_records import Milestone, PlannedAction
from generator.model.policy_records import FollowUpPolicy
from tests.assessment.made_up import CITY, known_of, publish

POLICY = FollowUpPolicy.model_construct(due_soon_days=90, behind=0.20)
TODAY = date(2026, 11, 1)


def action(**values: object) -> PlannedAction:
    return PlannedAction.model_construct(**{"title": "x", "status": "ongoing", **values})


@pytest.mark.parametrize(
    ("due", "status", "schedule"),
    [
        ("2026-10-31", "ongoing", "overdue"),
        ("2026-10", "not-started", "overdue"),
        ("2026", "ongoing", "due-soon"),
        ("2026-11-01", "ongoing", "due-soon"),
        ("2027-01-30", "ongoing", "due-soon"),
        ("2027-01-31", "ongoing", "on-schedule"),
        (None, "ongoing", "not-scheduled"),
        ("2020", "completed", "completed"),
        ("2020", "postponed", "postponed"),
        ("2020", "cancelled", "cancelled"),
    ],
)
def test_the_schedule_follows_from_the_due_date(
    due: str | None, status: str, schedule: str
) -> None:
    found = schedule_action("x", action(due=due, status=status), TODAY, POLICY)
    assert found.schedule == schedule


@pytest.mark.parametrize(
    ("progress", "status", "behind"),
    [(29, "ongoing", True), (30, "ongoing", False), (None, "ongoing", False),
     (None, "not-started", True), (0, "completed", False)],
)  # fmt: skip
def test_progress_is_behind_by_more_than_a_fifth_of_the_time(
    progress: float | None, status: str, behind: bool
) -> None:
    """Half of the time has passed: 50 of 100 days."""
    today = date(2026, 4, 11)
    one = action(start="2026-02-20", due="2026-05-31", progress_pct=progress, status=status)
    found = schedule_action("x", one, today, POLICY)
    assert found.behind == behind
    if status != "completed":
        assert found.expected_progress == pytest.approx(0.5)


def test_a_year_ends_on_its_last_day_and_starts_on_its_first() -> None:
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2026") == date(2026, 12, 31)
    assert first_day("2026") == date(2026, 1, 1)
    assert first_day("2026-03") == date(2026, 3, 1)


def test_milestones_slip_by_days() -> None:
    milestones = {
        "tender": Milestone(title="t", planned="2025-01-31", revised="2025-03", actual="2025-04"),
        "works": Milestone(title="t", planned="2026-06-01", revised="2026-12-01"),
        "opening": Milestone(title="t", planned="2026-10"),
        "party": Milestone(title="t"),
    }
    found = [(one.state, one.slip_days) for one in check_milestones(milestones, TODAY)]
    assert found == [("reached", 89), ("ahead", 183), ("missed", None), ("undated", None)]


DAYS = st.dates(date(2015, 1, 1), date(2040, 1, 1))


@given(DAYS, DAYS, st.integers(0, 4000))
def test_a_later_day_never_turns_overdue_into_on_schedule(
    due: date, today: date, later: int
) -> None:
    one = action(due=due.isoformat())
    now = schedule_action("x", one, today, POLICY).schedule
    then = schedule_action("x", one, today + timedelta(days=later), POLICY).schedule
    order = ("on-schedule", "due-soon", "overdue")
    assert order.index(then) >= order.index(now)


PLAN = """\
title: Plan
adopted: 2020-05-02
currency: EUR
actions:
  buses:
    title: Buses
    start: 2020
    due: 2027
    budget: 200
    spent: 50
    status: ongoing
    progress_pct: 40
    recommendations: [own-one]
    indicators: [air-pollution, water-consumption]
  lamps:
    title: Lamps
    status: not-started
    recommendations: [own-two]
"""
OWN = "{title: T, text: T, areas: [action/transport], addressee: city, author: A, basis: B}"
FILES = {
    "action-plan.yml": PLAN,
    "recommendations.yml": f"own:\n  own-one: {OWN}\n  own-two: {OWN}\n  own-three: {OWN}\n",
    "reviews/2021.yml": (
        "date: 2021-12-01\nauthor: A\nbasis: B\n"
        "recommendations: {own-one: {state: under-way}, own-three: {state: under-way}}\n"
        "actions: {buses: {status: not-started}}\n"
    ),
    "reviews/2022.yml": (
        "date: 2022-12-01\nauthor: A\nbasis: B\n"
        "recommendations: {own-one: {state: implemented}, own-three: {state: superseded}}\n"
        "actions: {buses: {status: ongoing, progress_pct: 40}}\n"
    ),
    "observations.csv": (
        "observable,period,value,unit,source\n"
        "air-pollution.pm2-5,2019,40,µg/m³,book\n"
        "air-pollution.pm2-5,2021,35,µg/m³,book\n"
        "air-pollution.pm2-5,2022,29,µg/m³,book\n"
        "water-consumption,2022,350,litres per capita per day,book\n"
    ),
}


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> FollowUp:
    publication = publish(tmp_path_factory.mktemp("follow"), FILES)
    known = known_of(publication)
    city = publication.cities[CITY]
    found = follow_up_city(publication.framework, city, known.result, "2026-11-01")
    assert found is not None
    return found


def test_sums_are_of_what_is_stated(followed: FollowUp) -> None:
    assert (followed.budget, followed.spent) == (200, 50)


def test_each_review_is_set_against_the_one_before(followed: FollowUp) -> None:
    first, second = followed.review_results
    assert (first.year, first.recommendations["own-one"].previous) == (2021, None)
    step = second.recommendations["own-one"]
    assert (step.state, step.previous) == ("implemented", "under-way")
    assert (second.actions["buses"].state, second.actions["buses"].previous) == (
        "ongoing", "not-started",
    )  # fmt: skip


def test_what_is_superseded_leaves_the_implementation_rate(followed: FollowUp) -> None:
    """own-one is implemented, own-two not started, own-three superseded: 1 of 2."""
    found = followed.implementation
    assert (found.implemented, found.accepted, found.superseded, found.rate) == (1, 2, 1, 0.5)
    assert followed.review_results[0].implementation.rate == 0


def test_nothing_accepted_has_no_rate() -> None:
    assert implementation([], None, None).rate is None


def test_indicators_are_set_against_their_figure_at_adoption(followed: FollowUp) -> None:
    air, water = followed.movements
    assert air.observable == "air-pollution.pm2-5"
    assert air.baseline is not None
    assert air.baseline.value == "40"
    assert (air.change, air.word) == (-11, "better")
    assert (water.baseline, water.change, water.word) == (None, None, "")


def test_a_review_sees_figures_up_to_its_year(followed: FollowUp) -> None:
    air = followed.review_movements[2021][0]
    assert air.latest is not None
    assert (air.latest.value, air.previous, air.change) == ("35", None, -5)
    later = followed.review_movements[2022][0]
    assert later.previous is not None
    assert (later.previous.value, later.change) == ("35", -11)


def test_a_city_without_plan_and_review_has_no_follow_up(tmp_path: Path) -> None:
    publication = publish(tmp_path, {})
    known = known_of(publication)
    city = publication.cities[CITY]
    assert follow_up_city(publication.framework, city, known.result, "2026-11-01") is None
