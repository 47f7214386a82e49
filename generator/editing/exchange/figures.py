"""A cell of another system to a figure and its status: `12.3 b`, `:`, `1 234,5`, `12.3` and `P`."""

import re

from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.misread_numbers import meaning_of
from generator.model.scalars import is_number

_MARKED = re.compile(r"\A(?P<number>[^A-Za-z*]*[0-9])\s*(?P<marks>[A-Za-z*]{1,4})\Z")
"""A number with marks behind it."""

NO_FIGURE = "not a number"


@dataclass(frozen=True)
class Figure:
    """A figure as text; `status` is a code of ours, `marks` those that stand for none."""

    text: str = ""
    status: str = ""
    marks: str = ""


class NotAFigure(ValueError):
    """The cell holds neither a number nor a mark."""


def figure_of(cell: str, state: str, framework: Framework) -> Figure:
    """Return the figure of a cell whose status may stand beside it.

    Raises:
        NotAFigure: the cell can mean several things, or nothing.
    """
    text, marks = cell.strip(), [state.strip()] if state.strip() else []
    if not text or text.casefold() in framework.flag_of or text.startswith(":"):
        reason = text.removeprefix(":").strip() or text
        return _without_number([reason, *marks], framework)
    if not is_number(text) and (match := _MARKED.match(text)):
        text = match["number"].strip()
        marks += _separate(match["marks"], framework)
    if not is_number(text):
        meant = meaning_of(text)
        if not (meant.sure and is_number(meant.expected)):
            raise NotAFigure(cell)
        text = meant.expected
    status, rest = _status_of(marks, framework)
    if status and framework.status_of[status].value == "forbidden":
        return Figure("", status, rest)
    return Figure(text, status, rest)


def _without_number(marks: list[str], framework: Framework) -> Figure:
    """Return the reason why there is no figure; the first mark that says one counts."""
    said = [mark for mark in marks if mark]
    status, rest = _status_of(said, framework)
    if status and framework.status_of[status].value == "required":
        return Figure("", "", " ".join(said))
    return Figure("", status, rest)


def _separate(marks: str, framework: Framework) -> list[str]:
    """Return marks written together, such as `bp`, one by one."""
    return [marks] if marks.casefold() in framework.flag_of else list(marks)


def _status_of(marks: list[str], framework: Framework) -> tuple[str, str]:
    """Return the status of the first mark that has one, and the marks that say something else."""
    statuses, rest = [], []
    for mark in marks:
        flag = framework.flag_of.get(mark.casefold())
        if mark in framework.status_of:
            statuses.append(mark)
        elif flag is not None and flag.status:
            statuses.append(flag.status)
        else:
            rest.append(mark)
    kept = [status for status in dict.fromkeys(statuses) if status != "A"]
    return (kept[0] if kept else "A" if statuses else ""), " ".join([*kept[1:], *rest])
