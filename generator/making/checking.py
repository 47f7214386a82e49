"""From folders to all problems of one run; imports nothing that only a build needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks import apply_waivers, check_cities, check_publication
from generator.making.garbage_collection import without_collecting
from generator.model.publication import Publication
from generator.problems import Problem, Problems, Severity, sort_problems
from generator.problems.folding import fold
from generator.read.publication_reader import read_publication


@dataclass(frozen=True)
class Checked:
    """What a check found. `publication` is None if the framework cannot be used."""

    publication: Publication | None
    problems: tuple[Problem, ...]
    waived: int

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What is wrong: values held back are a state, no fault."""
        return tuple(one for one in self.problems if one.severity is not Severity.NOTE)


def check(root: Path, cities: Sequence[str] = (), *, alone: bool = False) -> Checked:
    """Read the publication below `root` and judge it; all problems of one run.

    Of all cities, or of those named; `alone`: their folders are judged, and `content/` is not.
    """
    problems = Problems()
    with without_collecting():
        publication = read_publication(root, problems, cities, alone=alone)
        if publication is None:
            return Checked(None, fold(sort_problems(problems)), 0)
        (check_cities if alone else check_publication)(publication, problems)
        return judged(publication, problems)


def judged(publication: Publication, problems: Iterable[Problem]) -> Checked:
    """Return the problems that stand, one for each cause."""
    standing, waived = apply_waivers(publication, problems)
    return Checked(publication, fold(sort_problems(standing)), waived)
