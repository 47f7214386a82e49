"""What a page shows of a check: the text that the command prints, as data for the script.

Words come from `problems/messages/<language>.yml`, part `preview`. Nothing here is markup: the
script writes every text as text.
"""

from generator.frozen import dataclass
from generator.outcome import Outcome
from generator.problems import Severity
from generator.problems.render import Messages, counted, place_of, sentence_of


@dataclass(frozen=True)
class Line:
    """A problem: file, line and column, the code, and what to write instead."""

    place: str
    code: str
    text: str


@dataclass(frozen=True)
class Panel:
    """All that is said of a build. Without errors and refusal that is its warnings alone."""

    language: str
    title: str
    text: str
    refusal: str
    errors: tuple[Line, ...]
    errors_count: str
    warnings: tuple[Line, ...]
    warnings_count: str
    close: str


def panel_of(outcome: Outcome, is_built: bool, messages: Messages) -> Panel | None:
    """Return what pages show of an outcome; None if there is nothing to say.

    `is_built`: there is a site, be it an older one.
    """
    if outcome.built and all(one.severity is Severity.NOTE for one in outcome.problems):
        return None
    words = messages["preview"]
    errors = _lines(outcome, Severity.ERROR, messages)
    warnings = _lines(outcome, Severity.WARNING, messages)
    return Panel(
        language=words["language"],
        title=words["built" if outcome.built else "refused"],
        text="" if outcome.built else words["former" if is_built else "none"],
        refusal=outcome.refusal,
        errors=errors,
        errors_count=counted("error", len(errors), messages) if errors else "",
        warnings=warnings,
        warnings_count=counted("warning", len(warnings), messages) if warnings else "",
        close=words["close"],
    )


def _lines(outcome: Outcome, severity: Severity, messages: Messages) -> tuple[Line, ...]:
    return tuple(
        Line(place_of(problem), problem.code.value, sentence_of(problem, messages))
        for problem in outcome.problems
        if problem.severity == severity
    )
