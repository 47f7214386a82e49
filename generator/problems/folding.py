"""One cause, one finding: what is wrong in the same way in many rows is said once.

In: sorted problems. Out: fewer of them, the first of each cause in its place, with the lines of
the others. Values held back are not folded: each is a state of its own figure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.problems import Code, Problem, Severity

SHOWN_OF_A_CODE = 50
"""Number of findings of one code that are shown to people in full."""
ALIKE = 4
"""From how many rows on the same fault of other cells of a column is taken for one cause."""

LINES_SHOWN = 5
"""Number of further lines that are named where the same is wrong."""

Messages = Mapping[str, Mapping[str, str]]

HABITS = frozenset(
    {
        Code.TABLE_CELLS,
        Code.TABLE_NOTE,
        Code.TABLE_QUOTE_OPEN,
        Code.TABLE_QUOTE_BROKEN,
        Code.KEY_REPEATED,
        Code.TEXT_CONTROL,
        Code.TEXT_MISREAD,
        Code.TEXT_LETTER,
        Code.TEXT_LINE_END,
        Code.TEXT_TOO_LONG,
        Code.NUMBER_DECIMAL_COMMA,
        Code.NUMBER_SEPARATOR,
        Code.NUMBER_WITH_UNIT,
        Code.NUMBER_WITH_FLAG,
        Code.NUMBER_INVALID,
        Code.NUMBER_RANGE,
        Code.DATE_INVALID,
        Code.DATE_FUTURE,
        Code.PERIOD_INVALID,
        Code.PERIOD_FUTURE,
        Code.YES_NO_INVALID,
        Code.URL_INVALID,
        Code.ID_INVALID,
        Code.VALUE_IMPOSSIBLE,
        Code.VALUE_WORD,
        Code.VALUE_DIGITS,
        Code.STATUS_FORBIDS_VALUE,
        Code.BOUNDS_OUTSIDE,
    }
)
"""Faults that come from how a whole column is written, whatever its cells say."""


def fold(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return one problem for each cause, in the order in which the first of each stands."""
    listed = list(problems)
    wrong = {problem.place for problem in listed if problem.severity is Severity.ERROR}
    told = (one for one in listed if one.code is not Code.TEXT_LETTER or one.place not in wrong)
    return _folded(_folded(told, _same, 2), _habit, ALIKE)


def _same(problem: Problem) -> tuple[Any, ...] | None:
    """Return what problems of one cause share: the same text is wrong in the same column."""
    place = problem.place
    if place.line is None or problem.severity is Severity.NOTE:
        return None
    return (problem.code, place.file, place.field, problem.found, problem.expected)


def _habit(problem: Problem) -> tuple[Any, ...] | None:
    """Return what problems share that come from how a column is written."""
    place = problem.place
    if problem.code not in HABITS or not place.file.endswith(".csv"):
        return None
    values = (problem.values.get("reason"), problem.values.get("name"), bool(problem.expected))
    return (problem.code, place.file, place.field, *values)


def _folded(problems: Iterable[Problem], cause: Any, least: int) -> tuple[Problem, ...]:
    listed = list(problems)
    groups: dict[Any, list[Problem]] = {}
    for problem in listed:
        groups.setdefault(cause(problem), []).append(problem)
    first = {
        id(group[0]): group
        for shared, group in groups.items()
        if shared is not None and len(group) >= least
    }
    folded = {id(problem) for group in first.values() for problem in group[1:]}
    return tuple(
        _with_lines(problem, first.get(id(problem), ()))
        for problem in listed
        if id(problem) not in folded
    )


def _with_lines(problem: Problem, group: Sequence[Problem]) -> Problem:
    lines = {line for one in group for line in (one.place.line, *one.lines) if line is not None}
    others = sorted(lines - {problem.place.line})
    pieces = dict.fromkeys(piece for one in group for piece in one.replacements)
    return replace(problem, lines=tuple(others), replacements=tuple(pieces)) if others else problem


def capped(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], Mapping[Code, int]]:
    """Return the problems that are shown to people, and how many more there are of a code."""
    shown: list[Problem] = []
    of_code: Counter[Code] = Counter()
    for problem in problems:
        of_code[problem.code] += 1
        if of_code[problem.code] <= SHOWN_OF_A_CODE:
            shown.append(problem)
    more = {code: n - SHOWN_OF_A_CODE for code, n in of_code.items() if n > SHOWN_OF_A_CODE}
    return tuple(shown), more


def also_in(problem: Problem, messages: Messages) -> str:
    """Return in which further lines the same is wrong: the first of them, and how many."""
    lines, words = problem.lines, messages["summary"]
    if not lines:
        return ""
    form = "one" if len(lines) == 1 else "few" if len(lines) <= LINES_SHOWN else "many"
    listed = ", ".join(map(str, lines[:LINES_SHOWN]))
    return words[f"also_{form}"].replace("{n}", str(len(lines))).replace("{lines}", listed)


def more_of(hidden: Mapping[Code, int], messages: Messages) -> list[str]:
    """Return a line for each code of which not every finding is shown."""
    text = messages["summary"]["more"]
    return [text.replace("{n}", str(n)).replace("{code}", code.value) for code, n in hidden.items()]
