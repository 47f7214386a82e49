"""Mechanical faults, repaired where the meaning is certain: nothing is written here.

In: a publication's folder, and what checks one. Out: the files as they should be, and what is left
to a person. Each repair is made in a copy that is checked again: the problem must be gone, and no
other may appear; what does not hold is refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.editing.fixing.repairs import Repair, Spot, repaired, repairs_of, spots_of
from generator.editing.fixing.source_text import lines_gone
from generator.editing.fixing.trial import Check, Trial
from generator.frozen import dataclass
from generator.problems import Code, Problem, Severity, sort_problems


@dataclass(frozen=True)
class Refusal:
    """A repair that was not made; `then` would be wrong, if it is known what."""

    repair: Repair
    then: Problem | None = None


@dataclass(frozen=True)
class Fixed:
    """Files by name, as they are and as they should be, and the problems that stand then."""

    before: Mapping[str, bytes] = field(default_factory=dict)
    after: Mapping[str, bytes] = field(default_factory=dict)
    made: tuple[Repair, ...] = ()
    refused: tuple[Refusal, ...] = ()
    left: tuple[Problem, ...] = ()

    def errors_left(self, written: bool) -> bool:
        """Return whether errors stand in the files, where repairs are `written` or only shown."""
        problems = [*self.left, *(() if written else (repair.problem for repair in self.made))]
        return any(problem.severity is Severity.ERROR for problem in problems)


def fix(root: Path, cities: Sequence[str], check: Check) -> Fixed:
    """Return what can be repaired in some cities, or in the whole publication.

    Raises:
        OSError: no copy can be made, or a file went away.
    """
    found = tuple(check(root, cities, bool(cities)))
    files = _files_of(found, root)
    if not repairs_of(found, files):
        return Fixed(left=found)
    with TemporaryDirectory(prefix="profiles-fix-") as folder:
        wanted = {repair.file for repair in repairs_of(found, files)}
        trial = Trial(root, Path(folder), sorted(wanted), check)
        return _Rounds(found, files, trial).made()


def _files_of(problems: Iterable[Problem], root: Path) -> dict[str, bytes]:
    """Return the files that have problems; a link is none."""
    named = sorted({problem.place.file for problem in problems})
    paths = {file: root / file for file in named}
    return {
        file: path.read_bytes()
        for file, path in paths.items()
        if path.is_file() and not path.is_symlink()
    }


class _Rounds:
    """Repairs made in rounds, until a round makes none: one may make another possible."""

    def __init__(self, found: tuple[Problem, ...], files: dict[str, bytes], trial: Trial) -> None:
        self.trial, self.given = trial, files
        self.others = [problem for problem in found if not trial.covers(problem.place.file)]
        self.standing = tuple(one for one in found if trial.covers(one.place.file))
        self.files, self.done = files, list[Repair]()
        self.refused: dict[Spot, Refusal] = {}

    def made(self) -> Fixed:
        while True:
            self.refused, self.base = {}, self.files
            self.chosen: list[Repair] = []
            self._choose(repairs_of(self.standing, self.files))
            if not self.chosen:
                break
            self.done += self.chosen
        changed = [file for file, data in self.given.items() if self.files[file] != data]
        return Fixed(
            {file: self.given[file] for file in changed},
            {file: self.files[file] for file in changed},
            tuple(self.done),
            tuple(self.refused.values()),
            sort_problems([*self.others, *self.standing]),
        )

    def _choose(self, repairs: list[Repair]) -> None:
        """Make repairs together if nothing is wrong then, else each half by itself."""
        if not repairs:
            return
        files = repaired(self.base, [*self.chosen, *repairs])
        after = self.trial.problems_with(files) if files else ()
        wrong = self._wrong(after, repairs, files) if files else (None,)
        if files and not wrong:
            self.files, self.standing = files, after
            self.chosen += repairs
        elif len(repairs) == 1:
            self.refused[repairs[0].spot] = Refusal(repairs[0], wrong[0])
        else:
            self._choose(repairs[: len(repairs) // 2])
            self._choose(repairs[len(repairs) // 2 :])

    def _wrong(
        self, after: Iterable[Problem], repairs: Sequence[Repair], files: Mapping[str, bytes]
    ) -> tuple[Problem | None, ...]:
        """Return the problems that were not there before, or that should be gone."""
        before = {spot for problem in self.standing for spot in spots_of(problem)}
        before -= {repair.spot for repair in repairs}
        gone = {
            repair.file: lines_gone(self.files[repair.file], files[repair.file])
            for repair in repairs
            if repair.problem.code is Code.TABLE_SEPARATOR
        }
        return tuple(
            problem
            for problem in after
            if self.trial.covers(problem.place.file)
            and not {_as_before(spot, gone) for spot in spots_of(problem)} <= before
        )


def _as_before(spot: Spot, gone: Mapping[str, int]) -> Spot:
    code, file, name, line = spot
    return code, file, name, line + gone.get(file, 0) if line else line
