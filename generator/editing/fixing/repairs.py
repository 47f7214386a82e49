"""From problems to repairs: the smallest pieces that can be made, or refused, by themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.editing.fixing.meaning import reads_as_meant
from generator.editing.fixing.source_text import NotThere, SourceText, overlap
from generator.editing.fixing.whole_files import WHOLE
from generator.frozen import dataclass
from generator.problems import Code, Problem, Replacement

Spot = tuple[Code, str, str | None, int | None]
"""Code, file, field and line of a problem."""


@dataclass(frozen=True)
class Repair:
    """What mends a problem in one line, by its `pieces`; without pieces, in its whole file."""

    problem: Problem
    line: int | None
    pieces: tuple[Replacement, ...] = ()

    @property
    def file(self) -> str:
        return self.problem.place.file

    @property
    def spot(self) -> Spot:
        return (self.problem.code, self.file, self.problem.place.field, self.line)


def spots_of(problem: Problem) -> Iterator[Spot]:
    """Yield every place in which the fault of a problem stands."""
    place = problem.place
    for line in (place.line, *problem.lines):
        yield problem.code, place.file, place.field, line


def repairs_of(problems: Iterable[Problem], files: Mapping[str, bytes]) -> list[Repair]:
    """Return what can be made next; what mends a whole file comes before its pieces.

    Of repairs that would replace the same piece only the first is given.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    listed = (_of_file(file, found, files) for file, found in by_file.items() if file in files)
    return [repair for repairs in listed for repair in repairs]


def _of_file(file: str, found: Sequence[Problem], files: Mapping[str, bytes]) -> list[Repair]:
    for code, rewrite in WHOLE.items():
        problem = next((one for one in found if one.code == code), None)
        if problem is None:
            continue
        if rewrite(file, files[file]) is not None:
            return [Repair(problem, problem.place.line)]
        if code == Code.FILE_ENCODING:
            return []
    return list(_without_overlap(_by_line(found)))


def _by_line(found: Iterable[Problem]) -> Iterator[Repair]:
    for problem in found:
        lines: dict[int, list[Replacement]] = {}
        for piece in problem.replacements:
            lines.setdefault(piece.line, []).append(piece)
        for line, pieces in lines.items():
            yield Repair(problem, line, tuple(pieces))


def _without_overlap(repairs: Iterable[Repair]) -> Iterator[Repair]:
    taken: dict[int | None, list[Replacement]] = {}
    for repair in repairs:
        beside = taken.setdefault(repair.line, [])
        if not overlap(repair.pieces, beside):
            beside.extend(repair.pieces)
            yield repair


def repaired(files: Mapping[str, bytes], repairs: Iterable[Repair]) -> dict[str, bytes] | None:
    """Return the files with repairs made; None if one would not read as it is meant."""
    made, by_file = dict(files), dict[str, list[Repair]]()
    for repair in repairs:
        by_file.setdefault(repair.file, []).append(repair)
    for file, listed in by_file.items():
        data = _repaired_file(file, files[file], listed)
        if data is None:
            return None
        made[file] = data
    return made


def _repaired_file(file: str, data: bytes, repairs: Sequence[Repair]) -> bytes | None:
    pieces = [piece for repair in repairs for piece in repair.pieces]
    if not pieces:
        return WHOLE[repairs[0].problem.code](file, data)
    try:
        source = SourceText.of(data)
        return source.replaced(pieces).data if reads_as_meant(file, source, pieces) else None
    except (NotThere, UnicodeDecodeError):
        return None
