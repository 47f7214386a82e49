"""What hints say to write is written, as a program or an editor would who follows them exactly."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.model.tables import raw_field
from generator.problems import Problem, Replacement, Severity
from generator.problems.notation import written_in
from generator.problems.render import form_of, load_messages
from generator.read.text_encodings import DecodedText, decode

MESSAGES = load_messages("en")
OTHER_STEPS = {"exponent", "conversion", "count", "financial"}
"""Reasons whose hint asks for more than one text to be written, or to look something up."""


def errors_after(
    problems: Iterable[Problem], root: Path, check: Callable[[], Iterable[Problem]]
) -> list[str]:
    """Follow the hints of problems, check again, and return what is wrong at their places then."""
    listed = list(problems)
    mended = [(problem, piece) for problem in listed for piece in pieces_of(problem, root)]
    if not mended:
        return []
    before = {key_of(problem) for problem in listed}
    for problem, piece in last_first(mended):
        replace_in(root / problem.place.file, piece)
    spots = {(problem.place.file, piece.line, problem.place.field) for problem, piece in mended}
    gone = {key_of(problem) for problem, _ in mended}
    return [
        f"{problem.code.value}: {problem.place}"
        for problem in check()
        if key_of(problem) in gone
        or (spot_of(problem) in spots and is_error(problem) and key_of(problem) not in before)
    ]


def pieces_of(problem: Problem, root: Path) -> tuple[Replacement, ...]:
    """Return the replacements of a problem, else what its hint names to be written.

    A file that is not saved as UTF-8 is to be saved anew as a whole.
    """
    path = root / problem.place.file
    if path.is_file() and decode(path.read_bytes()) != DecodedText(text_of(path)):
        return ()
    by_hand = tuple(written_by_hand(problem, root))
    if by_hand and len(problem.replacements) == 1:
        assert by_hand[0].new == problem.replacements[0].new, "the hint says what a program writes"
    return problem.replacements or by_hand


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig", errors="ignore")


def written_by_hand(problem: Problem, root: Path) -> Iterable[Replacement]:
    """Return what the hint of a problem says to write, in place of the cell or scalar."""
    place, expected = problem.place, problem.expected
    written = written_in(place.file, expected, problem.code)
    says_so = "{written}" in form_of(problem, "hint", MESSAGES)
    is_alternative = " / " in expected or problem.values.get("reason") in OTHER_STEPS
    if not expected or is_alternative or not says_so or not place.character:
        return
    lines = (root / place.file).read_text(encoding="utf-8-sig").split("\n")
    line = lines[(place.line or 0) - 1]
    if place.file.endswith(".csv") and lines[0].count(";") > lines[0].count(","):
        return  # a table to be saved anew as a whole
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
