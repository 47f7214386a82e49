"""A figure that cannot be read, with the mark by which its office says why.

Offices write a letter behind a figure (`12.3 b`) or a sign in its place (`:`). Here the figure
stands in `value` and what the mark says in `status`: a mark that is only deleted gets lost.
"""

import re

from generator.checks.places import cell_problem, mended_by_cells
from generator.model.city_tables import ContextFigure, Observation
from generator.model.framework import Framework
from generator.model.framework_tables import Status
from generator.model.scalars import Fault
from generator.model.tables import Table
from generator.model.usage_tables import Flag
from generator.problems import Code, Problem

_NORMAL = "A"
_SIGNS = re.compile(r"([:.…?–—-]+)\s*\(?([a-z])\)?\Z|\(?([a-z])\)?\Z", re.I)
"""A sign with a letter behind it, or a letter alone: the letter says more."""


def value_problem(
    framework: Framework, table: Table[Observation], row: Observation, fault: Fault
) -> Problem:
    """Return the problem of a value that is no number."""
    text, number = (row.value or "").strip(), fault.values.get("number", "")
    if number and fault.values.get("reason") == "letter":
        flags = _flags_behind(framework, text)
        if flags and not _is_unit(framework, row, text):
            return _flagged(framework, table, row, number, flags)
    sign = _sign_of(framework, text)
    if sign is not None:
        return _missing(framework, table, row, sign)
    return _plain(framework, table, row, fault)


def _plain(
    framework: Framework, table: Table[Observation], row: Observation, fault: Fault
) -> Problem:
    number = fault.values.get("number", "")
    is_letter = fault.values.get("reason") == "letter"
    expected = fault.expected or (number if is_letter else "")
    same_unit = bool(expected and number) and _is_unit(framework, row, row.value or "")
    write = {"value": expected} if fault.sure or same_unit else {}
    values = {key: value for key, value in fault.values.items() if value != "letter"}
    code = Code(fault.code)
    problem = cell_problem(code, table, row, "value", "", expected, **values)
    return mended_by_cells(problem, table, row, write)


def figure_problem(table: Table[ContextFigure], row: ContextFigure, fault: Fault) -> Problem:
    """Return the problem of a context figure that is no number: it has no status, only a note."""
    code, number = Code(fault.code), fault.values.get("number", "")
    if fault.values.get("reason") == "letter":
        values = {"number": number, "meaning": _behind(row.value), "reason": "note"}
        return cell_problem(Code.NUMBER_WITH_FLAG, table, row, "value", **values)
    if code is Code.VALUE_MISSING_WORD:
        return cell_problem(code, table, row, "value", reason="filled")
    problem = cell_problem(code, table, row, "value", "", fault.expected, **fault.values)
    return mended_by_cells(problem, table, row, {"value": fault.expected} if fault.sure else {})


def _behind(text: str) -> str:
    return re.split(r"[0-9]", text)[-1].strip()


def _is_unit(framework: Framework, row: Observation, text: str) -> bool:
    """Return whether what stands behind a number is the unit of the row, in one spelling of it."""
    behind = _behind(text)
    alias = framework.unit_by_alias.get(behind.casefold())
    return bool(row.unit) and row.unit in (behind, alias.unit if alias else None)


def _flags_behind(framework: Framework, text: str) -> list[Flag]:
    """Return the flags behind a number; none if a letter is no flag, or says there is no value."""
    behind = _behind(text).casefold()
    whole = framework.flag_of.get(behind)
    marks = [behind] if whole else [letter for letter in behind if letter.isalpha()]
    flags = [framework.flag_of[mark] for mark in marks if mark in framework.flag_of]
    return flags if len(flags) == len(marks) else []


def _flagged(
    framework: Framework,
    table: Table[Observation],
    row: Observation,
    number: str,
    flags: list[Flag],
) -> Problem:
    statuses = [flag.status for flag in flags if flag.status]
    values = {
        "number": number,
        "meaning": "; ".join(flag.meaning for flag in flags),
        "status": " / ".join(statuses),
        "reason": _reason_of(framework, statuses, len(flags)),
    }
    write = {}
    if values["reason"] == "status" and (row.status or _NORMAL) in (_NORMAL, *statuses):
        write = {"value": number, "status": statuses[0]}
    problem = cell_problem(Code.NUMBER_WITH_FLAG, table, row, "value", **values)
    return mended_by_cells(problem, table, row, write)


def _reason_of(framework: Framework, statuses: list[str], flags: int) -> str:
    """Return which form of the hint fits the flags behind a number."""
    if any(_forbids(framework, status) for status in statuses):
        return "hidden"
    if flags > 1:
        return "several"
    return "note" if statuses in ([], [_NORMAL]) else "status"


def _forbids(framework: Framework, status: str | None) -> bool:
    known = framework.status_of.get(status or _NORMAL)
    return known is not None and known.value == "forbidden"


def _sign_of(framework: Framework, text: str) -> Flag | None:
    """Return the flag that stands alone in place of a number."""
    match = _SIGNS.match(text)
    letter = (match[2] or match[3] or "").casefold() if match else ""
    flag = framework.flag_of.get(letter) if letter else None
    return flag or framework.flag_of.get(text.casefold())


def _missing(
    framework: Framework, table: Table[Observation], row: Observation, sign: Flag
) -> Problem:
    values = {"meaning": sign.meaning, "known": _missing_statuses(framework), "reason": "open"}
    write: dict[str, str] = {}
    if _forbids(framework, row.status):
        values["reason"], write = "said", {"value": ""}
    elif sign.status and _forbids(framework, sign.status):
        write = {"value": "", "status": sign.status}
        label = framework.status_of[sign.status].label
        values.update(reason="status", status=sign.status, label=label)
    problem = cell_problem(Code.VALUE_MISSING_WORD, table, row, "value", **values)
    return mended_by_cells(problem, table, row, write)


def _missing_statuses(framework: Framework) -> str:
    rows: list[Status] = [row for row in framework.statuses if row.value == "forbidden"]
    return ", ".join(f"{row.status} {row.label.lower()}" for row in rows)
