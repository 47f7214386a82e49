"""What the check says of mutants, counted against where it must say it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.problems import Place, Problem, Severity
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant, Spot, make
from tests.editing.test_mistakes import restored


@dataclass
class Tally:
    """Of how many mutants something holds, and of how many it could."""

    held: int = 0
    drawn: int = 0
    short: list[str] = field(default_factory=list)

    def add(self, holds: bool, about: str) -> None:
        self.drawn += 1
        self.held += holds
        if not holds:
            self.short.append(about)

    @property
    def share(self) -> float:
        return self.held / self.drawn if self.drawn else 1.0


@dataclass
class Measured:
    """The shares of harmful mutants that were stopped, and told in the right line and column."""

    stopped: Tally = field(default_factory=Tally)
    line: Tally = field(default_factory=Tally)
    column: Tally = field(default_factory=Tally)
    warned: Tally = field(default_factory=Tally)


def said_of(ground: Ground, mutant: Mutant) -> list[Problem]:
    """Return what the check says of a mutant beyond what it says of the valid publication."""
    standing = Counter(map(_sameness, ground.standing))
    with mutated(ground, mutant):
        found = ground.judge().problems
    new = Counter(map(_sameness, found)) - standing
    return [problem for problem in found if _sameness(problem) in new]


@contextmanager
def mutated(ground: Ground, mutant: Mutant) -> Iterator[None]:
    """Make a fault, and undo it afterwards."""
    files = [mutant.file, *([mutant.renamed] if mutant.renamed else [])]
    with restored([ground.root / file for file in files]):
        make(ground.root, mutant)
        yield


def _sameness(problem: Problem) -> tuple[object, ...]:
    """Return what tells a problem from others, wherever its line has moved to."""
    values = frozenset((name, text) for name, text in problem.values.items() if name != "line")
    return (problem.code, problem.place.file, problem.found, problem.expected, values)


def measure_harmful(ground: Ground, mutant: Mutant, measured: Measured) -> None:
    """Count whether a harmful mutant was stopped, and where this was said."""
    found = said_of(ground, mutant)
    errors = [one for one in found if one.severity is Severity.ERROR]
    about = f"{mutant.fault}: {mutant.file} {_of(mutant.spots)} {mutant.wrote!r} – {_told(found)}"
    in_file = [(one, each) for one in errors for each in mutant.spots if one.place.file == each[0]]
    measured.stopped.add(bool(in_file), about)
    if not in_file:
        return
    if any(each[1] for each in mutant.spots):
        in_line = [(one, each) for one, each in in_file if _lines(one) & each[1]]
        measured.line.add(bool(in_line), about)
        if in_line and any(each[2] for each in mutant.spots):
            right = any(_names(one.place) & each[2] for one, each in in_line)
            measured.column.add(right, about)


def measure_doubtful(ground: Ground, mutant: Mutant, measured: Measured) -> None:
    """Count whether anything is said of a suspicious figure in its line."""
    found = said_of(ground, mutant)
    file, lines, _ = mutant.spots[0]
    told = any(one.place.file == file and _lines(one) & lines for one in found)
    measured.warned.add(told, f"{mutant.fault}: {file} {sorted(lines)} {mutant.wrote!r}")


def _lines(problem: Problem) -> set[int]:
    return {problem.place.line or 0, *problem.lines}


def _names(place: Place) -> set[str]:
    path = (place.field or "").split(".")
    return {place.field or "", next((name for name in reversed(path) if not name.isdigit()), "")}


def _of(spots: Iterable[Spot]) -> str:
    return " or ".join(f"{sorted(lines)} {sorted(fields)}" for _, lines, fields in spots)


def _told(found: Sequence[Problem]) -> str:
    told = [
        f"{one.code}@{one.place.file.rpartition('/')[2]}:{one.place.line}:{one.place.field}"
        for one in found
    ]
    return ", ".join(told[:4]) or "nothing"
