"""How to build, who follows it, and what came of it."""

from typing import Protocol

from generator.frozen import dataclass
from generator.problems import Problem


class Observer(Protocol):
    """Whoever follows a build."""

    def begin(self, stage: str) -> None:
        """A stage begins, and the one before has ended."""

    def advance(self, done: int, total: int | None) -> None:
        """Of the stage so many things are done, of as many, if that is known."""

    def tell(self, line: str) -> None:
        """Something worth a line was done."""


@dataclass(frozen=True)
class Choices:
    """How to build.

    `cities`: only these, if any. `jobs`: processes, by default one a processor. `anew`: nothing
    that was built before is used. `pdf`: publications, too. `cluster`: the address of a cluster
    that makes the units; "" for this machine.
    """

    cities: tuple[str, ...] = ()
    jobs: int | None = None
    anew: bool = False
    pdf: bool = True
    cluster: str = ""


@dataclass(frozen=True)
class Built:
    """The problems that stand, how many warnings are waived, how many pages there are.

    `pages` is None if the build was refused.
    """

    problems: tuple[Problem, ...]
    waived: int
    pages: int | None


class Refused(Exception):
    """There is an error; everything is to be checked, so that all errors are told at once."""


class NotMade(Exception):
    """Something cannot be made, from what the root holds or by a cluster; the text says why."""
