"""What became of a build, as those who build tell it to those who show it."""

from dataclasses import dataclass

from generator.problems import Problem


@dataclass(frozen=True)
class Outcome:
    """Whether it was built and, if not, why: errors among `problems`, or a `refusal` in words.

    Warnings stand in `problems` in either case.
    """

    built: bool
    problems: tuple[Problem, ...] = ()
    refusal: str = ""
