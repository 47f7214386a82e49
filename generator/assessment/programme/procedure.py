"""How far the programme has come in a city: its committee by group, its procedure by step.

The groups and the steps, in their order, are closed lists of the framework.
"""

from collections.abc import Iterable, Sequence

from generator.frozen import dataclass
from generator.model.city_records import ProcedureStep
from generator.model.governance_tables import CommitteeMember

DONE = "done"
NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class GroupMembers:
    """A stakeholder group with its members on the as-of date, in the order of the file."""

    group: str
    members: tuple[CommitteeMember, ...]


@dataclass(frozen=True, slots=True)
class Representation:
    """Which groups sit in the committee; `former` are members whose time has ended."""

    groups: tuple[GroupMembers, ...]
    former: tuple[CommitteeMember, ...]

    @property
    def present(self) -> tuple[str, ...]:
        return tuple(one.group for one in self.groups if one.members)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(one.group for one in self.groups if not one.members)


@dataclass(frozen=True, slots=True)
class StepState:
    """A step of the procedure; `record` is None if the city's file does not name it."""

    step: str
    record: ProcedureStep | None

    @property
    def status(self) -> str:
        return self.record.status if self.record else ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """The steps in order. A step that does not apply counts neither as done nor as open."""

    steps: tuple[StepState, ...]

    @property
    def done(self) -> int:
        return sum(one.status == DONE for one in self.steps)

    @property
    def applicable(self) -> int:
        return sum(one.status != NOT_APPLICABLE for one in self.steps)

    @property
    def next(self) -> StepState | None:
        """The first open step after the last that is done; None if there is none.

        An earlier step without a record is not open: what followed it has been done.
        """
        last = max((at for at, one in enumerate(self.steps) if one.status == DONE), default=-1)
        later = self.steps[last + 1 :]
        return next((one for one in later if one.status != NOT_APPLICABLE), None)


def check_representation(
    groups: Iterable[str], committee: Iterable[CommitteeMember], as_of: str
) -> Representation:
    """Return the members of each group on `as_of`; who joins later is not counted yet.

    A year or month as the end of a membership lasts until its last day.
    """
    rows = list(committee)
    former = tuple(row for row in rows if row.until and row.until < as_of[: len(row.until)])
    today = [
        row
        for row in rows
        if row not in former and (row.since is None or row.since[: len(as_of)] <= as_of)
    ]
    return Representation(
        tuple(
            GroupMembers(group, tuple(row for row in today if row.group == group))
            for group in groups
        ),
        former,
    )


def follow_procedure(steps: Iterable[str], recorded: Sequence[ProcedureStep]) -> Procedure:
    """Return every step with its record; of several records of a step the last holds."""
    by_step = {one.step: one for one in recorded}
    return Procedure(tuple(StepState(step, by_step.get(step)) for step in steps))
