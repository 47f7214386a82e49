"""What is wrong with an input: where, what was found, what to write instead.

A problem is an ordinary value. Readers and checks collect them; nothing here decides whether
something is a problem. Texts live in `messages/<language>.yml`, so that the check can speak
when `content/` is broken.

`expected` is a hint for people: it may be one of several readings, or an example. What a
program may write by itself stands in `replacements`, and only where the meaning is sure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from generator.frozen import dataclass
from generator.problems.codes import Code, Severity

__all__ = [
    "Code", "Place", "Problem", "Problems", "Replacement", "Severity", "has_errors",
    "sort_problems",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is. `file` is relative to the root, with `/`; lines count from 1.

    In a CSV `column` is the number of the field, `field` its header and `character` the
    position in the line; in YAML `column` is the character and `field` the path of keys.
    """

    file: str
    line: int | None = None
    column: int | None = None
    character: int | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """A piece of the file of a problem, and what is to stand in its place.

    `old` begins at `character` of `line`, both from 1, and ends in the same line. Both texts are
    as the file writes them, quotation marks included; a blank cell is an empty `old`.
    """

    line: int
    character: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `found` is what stands in the file, `expected` what should stand there.

    `replacements` mend it without loss when all of them are made, in its further lines as well;
    empty where a person decides.
    """

    code: Code
    place: Place
    found: str = ""
    expected: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    """Key of the table row or record, by which a waiver names it."""
    lines: tuple[int, ...] = ()
    """Further lines of the file in which the same is wrong."""
    replacements: tuple[Replacement, ...] = ()

    @property
    def severity(self) -> Severity:
        return self.code.severity


class Problems:
    """Collects the problems of one run; reading goes on after each."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(
        self,
        code: Code,
        place: Place,
        found: str = "",
        expected: str = "",
        *,
        key: str = "",
        **values: str,
    ) -> None:
        self._found.append(Problem(code, place, found, expected, values, key))

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether there is an error among problems, so that nothing can be built."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by severity, file, line and column, each once.

    Of the same the last is kept, and rather one of which is known how to mend it.
    """

    def order(problem: Problem) -> tuple[int, str, int, int, str]:
        place = problem.place
        rank = tuple(Severity).index(problem.severity)
        return (rank, place.file, place.line or 0, place.column or 0, problem.code.value)

    unique: dict[tuple[Code, Place, str], Problem] = {}
    for problem in problems:
        same = (problem.code, problem.place, problem.found)
        if problem.replacements or same not in unique or not unique[same].replacements:
            unique[same] = problem
    return tuple(sorted(unique.values(), key=order))
