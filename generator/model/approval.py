"""Whether a city has confirmed what is published."""

from typing import Annotated

from generator.model.records import Date, Line, PastDate, Record, Refers, Words

STATES = "vocabulary:approval-state"
APPROVED = "approved"
"""The state that `profiles approve` alone writes: with who, when and a checksum."""


def approving_command(city: str) -> str:
    """Return the command that writes that a city has approved its files."""
    return f'profiles approve {city} --by "…" --role "…"'


class Approval(Record):
    """`approval.yml`: whether the city has confirmed what is published.

    `content` is the checksum of the files that were confirmed.
    """

    state: Annotated[Line, Refers(STATES)]
    approved_by: Words | None = None
    role: Words | None = None
    date: PastDate | None = None
    embargo: Date | None = None
    content: Line | None = None

    @property
    def is_stated(self) -> bool:
        """Whether the file says that the city has approved; files must fit it too."""
        return self.state == APPROVED and bool(self.content)
