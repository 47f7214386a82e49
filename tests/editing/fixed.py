"""What must hold of every repair, whatever it repairs."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.editing.fixing import Fixed, fix
from generator.editing.fixing.repairs import Repair
from generator.making.checking import check
from generator.problems import Problem, Severity
from tests.editing.test_mistakes import restored


def problems_of(root: Path, cities: Sequence[str], alone: bool) -> tuple[Problem, ...]:
    return check(root, cities, alone=alone).problems


def assert_sound(root: Path, cities: Sequence[str]) -> Fixed:
    """Repair, and hold what comes of it against the check and against the files as they were."""
    before = check(root, cities, alone=bool(cities)).problems
    fixed = fix(root, cities, problems_of)
    assert all((root / file).read_bytes() == data for file, data in fixed.before.items())
    with restored([root / file for file in fixed.after]):
        for file, data in fixed.after.items():
            (root / file).write_bytes(data)
            assert_kept(fixed.before[file], data, [one for one in fixed.made if one.file == file])
        after = check(root, cities, alone=bool(cities)).problems
        told = {one[:3] for one in errors(problem for problem in before if problem.lines)}
        new = set(errors(after)) - set(errors(before))
        assert {one[:3] for one in new} <= told, "no error that was not there, by itself or folded"
        gone = {spot(one) for one in fixed.made if not one.problem.lines}
        assert not gone & set(errors(after)), "what was repaired is gone"
        again = fix(root, cities, problems_of)
        assert (again.made, again.after) == ((), {}), "a second time there is nothing to repair"
        assert len(again.refused) == len(fixed.refused)
    return fixed


def assert_kept(before: bytes, after: bytes, made: Sequence[Repair]) -> None:
    """Where pieces were replaced, other lines have the bytes that they had."""
    if all(repair.pieces for repair in made):
        lines = {piece.line for repair in made for piece in repair.pieces}
        old, new = (data.splitlines(keepends=True) for data in (before, after))
        assert len(old) == len(new)
        assert {
            at for at, pair in enumerate(zip(old, new, strict=True), 1) if len(set(pair)) > 1
        } == lines


def errors(problems: Iterable[Problem]) -> list[tuple[str, str, str | None, str]]:
    """Return code, file, field and what was found of every error: lines may move."""
    return [
        (problem.code.value, problem.place.file, problem.place.field, problem.found)
        for problem in problems
        if problem.severity is Severity.ERROR
    ]


def spot(repair: Repair) -> tuple[str, str, str | None, str]:
    place = repair.problem.place
    return (repair.problem.code.value, place.file, place.field, repair.problem.found)


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    return {file.rpartition("/")[2]: data.decode("utf-8") for file, data in files.items()}
