"""The likely cause of a fault in the syntax of YAML, and the text without it.

A fault is mended only so that the rest of the file can be read and judged: of the changes that
let the parser pass the line, the likeliest is taken, and it is what the hint proposes. Where none
does, the line and what stands below it are left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from generator.frozen import dataclass

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Lines = tuple[str, ...]

_VALUE = re.compile(r"(\s*(?:- )?[^\s:\"'#][^:]*:\s+)(\S.*)")
_QUOTED = re.compile(r"(\s*(?:- )?(?:[^\s:\"'#][^:]*:\s+)?)([\"'])(.*)")
_NO_SPACE = re.compile(r"(\s*(?:- )?[\w-]+):([^\s/:].*)")
_MARKS = "%@`*&!|>?-"
TAB_WIDTHS = (2, 4, 6, 8)
"""How many spaces a tab may stand for, the likeliest first."""


@dataclass(frozen=True)
class Fault:
    """Where the parser stops: the line and column, from 0, and where what it reads began."""

    line: int
    column: int
    begun: int


@dataclass(frozen=True)
class Mending:
    """A text without a fault. `line`, from 0, is the one at fault; `lost`: it was left out."""

    lines: Lines
    line: int
    reason: str
    lost: bool = False

    @property
    def written(self) -> str:
        """What should be written instead of the line; blank if it is not known."""
        return "" if self.lost else self.lines[self.line].strip()

    @property
    def spaces(self) -> int:
        """How many spaces the line should begin with."""
        return _indent(self.lines[self.line])


def fault_of(error: yaml.MarkedYAMLError, lines: Lines) -> Fault:
    """Return where an error of the parser stands in a text."""
    last = max((index for index, line in enumerate(lines) if line.strip()), default=0)
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark if "block" not in str(error.context) else None
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Fault(min(line, last), column, min(begun.line if begun else line, last))


def mend(lines: Lines, fault: Fault) -> Mending:
    """Return the likeliest mending of the first fault of a text."""
    for mending in _candidates(lines, fault):
        after = _first_fault(mending.lines)
        if after is None or (after.line > mending.line and after.line != fault.line):
            return mending
    line = _begin(lines, fault)
    reason = "" if ":" in lines[line] else "key"
    return Mending(without_block(lines, line), line, reason, lost=True)


def _begin(lines: Lines, fault: Fault) -> int:
    """Return where a fault begins: where no line above has a colon, the first of them lacks it."""
    above = [index for index in range(fault.begun) if lines[index].split("#")[0].strip()]
    return above[0] if above and not any(":" in lines[index] for index in above) else fault.begun


def without_block(lines: Lines, line: int) -> Lines:
    """Return the lines with one of them blank, and what stands further in below it."""
    own, end = _indent(lines[line]), line + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > own):
        end += 1
    return (*lines[:line], *("" for _ in lines[line:end]), *lines[end:])


def quoted(text: str) -> str:
    """Return a text in the quotation marks that it needs."""
    text = text.strip(" \t“”„")
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def value_quoted(line: str) -> str | None:
    """Return a line with its value in quotation marks; None if it has no value."""
    match = _VALUE.fullmatch(line)
    return match[1] + quoted(match[2]) if match else None


def _first_fault(lines: Lines) -> Fault | None:
    try:
        for _ in yaml.parse("\n".join(lines), Loader=LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return fault_of(error, lines)
    return None


def _candidates(lines: Lines, fault: Fault) -> Iterator[Mending]:
    """Yield what the cause may be, the likeliest first."""
    yield from _conflict(lines, fault)
    yield from _tabs(lines, fault)
    before = [index for index in range(fault.line) if lines[index].strip()][-1:]
    near = list(dict.fromkeys((fault.begun, fault.line, *before, *_open_text(lines))))
    for reason, change in CHANGES.items():
        for index in near:
            changed = change(lines[index])
            if changed is not None:
                yield Mending(_with(lines, index, changed), index, reason)
    yield from _indents(lines, fault.line)


def _with(lines: Lines, index: int, line: str) -> Lines:
    return (*lines[:index], line, *lines[index + 1 :])


def _conflict(lines: Lines, fault: Fault) -> Iterator[Mending]:
    """Two versions between marks of a merge: the first is kept."""
    begin = next((i for i in range(fault.begun + 1) if lines[i].startswith("<<<<<<<")), None)
    rest = range(begin or 0, len(lines))
    middle = next((i for i in rest if lines[i].startswith("=======")), None)
    end = next((i for i in rest if lines[i].startswith(">>>>>>>")), None)
    if begin is not None and middle is not None and end is not None and middle < end:
        kept = (*lines[:begin], "", *lines[begin + 1 : middle])
        blank = ("",) * (end + 1 - middle)
        yield Mending((*kept, *blank, *lines[end + 1 :]), begin, "conflict")


def _tabs(lines: Lines, fault: Fault) -> Iterator[Mending]:
    """Tabs at the beginning of lines, all of one habit."""
    led = [i for i, line in enumerate(lines) if "\t" in line[: len(line) - len(line.lstrip())]]
    for width in TAB_WIDTHS if led else ():
        plain = tuple(_without_tabs(line, width) for line in lines)
        yield Mending(plain, led[0], "tab")


def _without_tabs(line: str, width: int) -> str:
    bare = line.lstrip()
    return line[: len(line) - len(bare)].replace("\t", " " * width) + bare


def _open_text(lines: Lines) -> list[int]:
    """Return the line in which the last text in quotation marks begins that goes over several."""
    begun: list[int] = []
    try:
        events: Iterable[Any] = yaml.parse("\n".join(lines), Loader=LOADER)
        for event in events:
            first, last = event.start_mark.line, event.end_mark.line
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"') and first < last:
                begun = [first]
    except yaml.YAMLError:
        pass
    return begun


def _requoted(line: str) -> str | None:
    """Return a line whose quotation marks match."""
    match = _QUOTED.fullmatch(line)
    if match is None:
        return None
    before, mark, rest = match[1], match[2], match[3].rstrip()
    if rest.endswith(mark):
        return before + quoted(rest[:-1])
    return before + quoted(rest if mark not in rest else mark + rest)


def _with_colon(line: str) -> str | None:
    match = _VALUE.fullmatch(line)
    if match is None or match[2][0] in "\"'[{|>":
        return None
    return value_quoted(line) if ": " in match[2] or match[2].endswith(":") else None


def _with_mark(line: str) -> str | None:
    match = _VALUE.fullmatch(line)
    return value_quoted(line) if match and match[2][0] in _MARKS else None


def _bracketed(line: str) -> str | None:
    """Return a line whose brackets match, one closed at its end or the last one left out."""
    bare = line.rstrip()
    for opening, closing in ("[]", "{}"):
        missing = bare.count(opening) - bare.count(closing)
        if missing == 1:
            return bare + closing
        if missing == -1 and bare.endswith(closing):
            return bare[:-1]
    return None


def _spaced(line: str) -> str | None:
    match = _NO_SPACE.fullmatch(line)
    return f"{match[1]}: {match[2]}" if match else None


CHANGES: Mapping[str, Callable[[str], str | None]] = {
    "colon": _with_colon,
    "quote": _requoted,
    "mark": _with_mark,
    "bracket": _bracketed,
    "space": _spaced,
}
"""What may be wrong within a line, the likeliest first."""


def _indents(lines: Lines, index: int) -> Iterator[Mending]:
    """The line, and what belongs to it, begins where one above it does."""
    own, end = _indent(lines[index]), index + 1
    while end < len(lines) and lines[end].strip() and _indent(lines[end]) >= own:
        end += 1
    for indent in dict.fromkeys(_indents_above(lines[:index])):
        if indent != own:
            moved = tuple(_moved(line, indent - own) for line in lines[index:end])
            reason = "indent" if indent else "start"
            yield Mending((*lines[:index], *moved, *lines[end:]), index, reason)


def _indents_above(lines: Sequence[str]) -> Iterator[int]:
    """Yield where the lines above begin, the nearest first; in a list also what is listed."""
    for line in reversed(lines):
        if line.strip():
            if line.lstrip().startswith("- "):
                yield _indent(line) + 2
            yield _indent(line)


def _moved(line: str, by: int) -> str:
    return " " * max(_indent(line) + by, 0) + line.lstrip(" ") if line.strip() else line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
