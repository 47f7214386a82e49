"""The committee by group and the procedure by step."""

from generator.assessment.programme.procedure import check_representation, follow_procedure
from generator.model.city_records import ProcedureStep
from generator.model.governance_tables import CommitteeMember

GROUPS = ("administration", "citizens", "finance")
STEPS = ("request", "experts", "study")


def member(name: str, group: str, since: str | None = None, until: str | None = None):
    return CommitteeMember(1, organisation=name, group=group, role=None, since=since, until=until,
                           source="s")  # fmt: skip


def step(name: str, status: str) -> ProcedureStep:
    return ProcedureStep(step=name, status=status)


def test_a_group_without_a_member_today_is_missing() -> None:
    committee = [
        member("City hall", "administration", since="2024"),
        member("Old bank", "finance", until="2025-12-31"),
        member("Coming union", "citizens", since="2027-01"),
    ]
    found = check_representation(GROUPS, committee, "2026-11-01")
    assert found.present == ("administration",)
    assert found.missing == ("citizens", "finance")
    assert [row.organisation for row in found.former] == ["Old bank"]


def test_a_year_as_an_end_lasts_until_its_last_day() -> None:
    committee = [member("Bank", "finance", until="2026")]
    assert check_representation(GROUPS, committee, "2026-11-01").present == ("finance",)


def test_the_next_step_follows_the_last_that_is_done() -> None:
    found = follow_procedure(STEPS, [step("request", "done"), step("study", "planned")])
    assert found.next is not None
    assert found.next.step == "experts"
    assert (found.done, found.applicable) == (1, 3)


def test_what_was_not_recorded_before_a_step_that_is_done_is_not_next() -> None:
    assert follow_procedure(STEPS, [step("study", "done")]).next is None
    found = follow_procedure((*STEPS, "publication"), [step("study", "done")])
    assert found.next is not None
    assert found.next.step == "publication"


def test_a_step_that_does_not_apply_is_neither_done_nor_open() -> None:
    found = follow_procedure(
        STEPS, [step("request", "done"), step("experts", "not-applicable"), step("study", "done")]
    )
    assert found.next is None
    assert (found.done, found.applicable) == (2, 2)


def test_without_records_everything_is_still_to_come() -> None:
    found = follow_procedure(STEPS, [])
    assert found.next is not None
    assert found.next.step == "request"
    assert found.done == 0
