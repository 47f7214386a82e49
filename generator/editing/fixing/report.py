"""What was repaired, and what was not, for people: a diff and a report."""

from collections.abc import Iterator
from difflib import unified_diff

from generator.editing.fixing import Fixed, Refusal
from generator.problems import Severity
from generator.problems.render import Messages, as_text, one_line, place_of, sentence_of
from generator.read.text_encodings import UTF_8, decode

COLORS = {"+": "green", "-": "red", "@": "cyan"}
"""The colour of a line of a diff, by its first letter."""

Line = tuple[str, str | None]
"""A line and its colour."""


def diff_of(fixed: Fixed, messages: Messages) -> Iterator[Line]:
    """Yield the lines of a unified diff; what cannot be seen in a text is shown by its number."""
    for file, data in fixed.after.items():
        before = decode(fixed.before[file])
        encoding = before.encoding if before else UTF_8
        if encoding != UTF_8:
            said = messages["fix"]["saved_anew"].replace("{encoding}", encoding)
            yield f"{one_line(file)}: {said}", "yellow"
        old, new = (_lines(text.text if text else "") for text in (before, decode(data)))
        for line in unified_diff(old, new, f"a/{file}", f"b/{file}", lineterm=""):
            yield one_line(line), COLORS.get(line[0])


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


def report_of(fixed: Fixed, messages: Messages, *, written: bool) -> str:
    """Return what is left to a person, what was refused and why, and how much was repaired."""
    words = messages["fix"]
    number, files = str(len(fixed.made)), str(len(fixed.after))
    end = words["written" if written else "shown"] if fixed.made else words["nothing"]
    faults = [problem for problem in fixed.left if problem.severity is not Severity.NOTE]
    left = [words["left"], as_text(faults, messages)] if faults else []
    refused = [_refusal(refusal, messages) for refusal in fixed.refused]
    done = end.replace("{n}", number).replace("{files}", files)
    return "\n".join([*left, *refused, done])


def _refusal(refusal: Refusal, messages: Messages) -> str:
    words, problem = messages["fix"], refusal.repair.problem
    then = refusal.then
    why = words["otherwise"]
    if then is not None:
        why = words["then"].replace("{place}", place_of(then))
        why = why.replace("{problem}", sentence_of(then, messages))
    place = place_of(problem)
    return words["refused"].replace("{place}", place).replace("{code}", problem.code.value) + why
