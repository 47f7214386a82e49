"""What a hint says to write is written: no error stands at its place then.

A replacement is made as a program would make it. Where a hint names a text to write, it is
written in place of the cell or scalar, as an editor would who follows it to the letter.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.tables import raw_field
from generator.problems import Problem, Replacement, Severity
from generator.problems.notation import written_in
from generator.problems.render import form_of, load_messages
from generator.read import publication_reader
from generator.read.folder_contents import FolderContents
from tests.golden.test_problems import CASES, changed_content, check, keeping, make_city

MESSAGES = load_messages("en")
OTHER_STEPS = {"exponent", "conversion", "count", "financial"}
"""Reasons whose hint asks for more than one text to be written."""

Pieces = dict[str, list[Replacement]]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_followed_hint_leads_into_no_new_error(
    path: Path, publication_root: Path, shipped: FolderContents, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "content" not in case:
        monkeypatch.setattr(publication_reader, "read_folder", keeping(shipped))
    for pieces_of in (replacements_of, written_by_hand):
        follow(case, publication_root, pieces_of)


def follow(case: dict[str, Any], root: Path, pieces_of: Any) -> None:
    """Check a case, follow its hints, and check it again."""
    name = case.get("folder", "teststadt")
    make_city(root / "cities", name, case)
    with changed_content(root / "content", case.get("content", {})):
        places = (f"cities/{name}", *(f"content/{file}" for file in case.get("content", {})))
        problems, _ = check(root, places)
        mended = [(problem, piece) for problem in problems for piece in pieces_of(problem, root)]
        if not mended:
            return
        before = {key_of(problem) for problem in problems}
        for problem, piece in last_first(mended):
            replace_in(root / problem.place.file, piece)
        after, _ = check(root, places)
        spots = {(problem.place.file, piece.line, problem.place.field) for problem, piece in mended}
        at_place = [one for one in after if spot_of(one) in spots and is_error(one)]
        assert not [one for one in at_place if key_of(one) not in before], at_place
        gone = {key_of(problem) for problem, _ in mended}
        assert not gone & {key_of(one) for one in after}


def replacements_of(problem: Problem, root: Path) -> Iterable[Replacement]:
    return problem.replacements


def written_by_hand(problem: Problem, root: Path) -> Iterable[Replacement]:
    """Return what the hint of a problem says to write, in place of the cell or scalar."""
    place, expected = problem.place, problem.expected
    written = written_in(place.file, expected, problem.code)
    says_so = "{written}" in form_of(problem, "hint", MESSAGES)
    is_alternative = " / " in expected or problem.values.get("reason") in OTHER_STEPS
    if not expected or is_alternative or not says_so or not place.character:
        return
    line = (root / place.file).read_text(encoding="utf-8-sig").split("\n")[(place.line or 0) - 1]
    raw = raw_field if place.file.endswith(".csv") else raw_scalar
    old = raw(line, place.character)
    if old is not None:
        yield Replacement(place.line or 0, place.character, old, written)


def raw_scalar(line: str, character: int) -> str | None:
    """Return the YAML scalar or key that begins at a character of a line."""
    match = re.match(r"""'[^']*'|"[^"]*"|[^,:\[\]{}#]+""", line[character - 1 :])
    return match[0].rstrip() if match else None


def last_first(mended: list[tuple[Problem, Replacement]]) -> list[tuple[Problem, Replacement]]:
    """Return the replacements from the end of each file, so that places before them stay."""
    unique = {(problem.place.file, piece): problem for problem, piece in mended}
    ordered = sorted(unique, key=lambda key: (key[0], key[1].line, key[1].character), reverse=True)
    return [(unique[key], key[1]) for key in ordered]


def replace_in(path: Path, piece: Replacement) -> None:
    lines = path.read_bytes().decode("utf-8-sig").split("\n")
    line, start = lines[piece.line - 1], piece.character - 1
    assert line.startswith(piece.old, start), (line, piece)
    lines[piece.line - 1] = line[:start] + piece.new + line[start + len(piece.old) :]
    path.write_text("\n".join(lines), encoding="utf-8", newline="")


def key_of(problem: Problem) -> tuple[str, int | None, str | None, str]:
    return (*spot_of(problem), problem.code.value)


def spot_of(problem: Problem) -> tuple[str, int | None, str | None]:
    return problem.place.file, problem.place.line, problem.place.field


def is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR
