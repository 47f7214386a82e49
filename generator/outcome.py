"""What became of a build, as those who build tell it to those who show it."""

import os
from pathlib import Path

from generator.frozen import dataclass
from generator.problems import Problem


@dataclass(frozen=True)
class Outcome:
    """Whether it was built and, if not, why: errors among `problems`, or a `refusal` in words.

    Warnings stand in `problems` in either case.
    """

    built: bool
    problems: tuple[Problem, ...] = ()
    refusal: str = ""


def reason_of(problem: OSError, root: Path) -> str:
    """Say that an input went away while it was read, or that the build cannot be written."""
    named = Path(os.fsdecode(problem.filename)) if problem.filename else root
    inputs = (root / name for name in ("content", "cities", "theme"))
    if isinstance(problem, FileNotFoundError) and any(map(named.is_relative_to, inputs)):
        return f"{named.relative_to(root).as_posix()} went away while it was read; build again."
    return f"The build cannot be written: {problem}"
