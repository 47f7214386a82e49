"""What of a prose text would not be set as its author meant: each with its line.

The parser that prints prose judges it: what it makes of a text and cannot be set has vanished.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from generator.frozen import dataclass
from generator.language.prose import (
    HEADING,
    MAXIMUM_PART,
    NOTE_MARK,
    QUOTED,
    RUN,
    SCHEMES,
    TAGS,
    apart,
    numbered,
    parse_prose,
)
from generator.model.lookalikes import host_of, leads_elsewhere, mixes_scripts

LEVEL, SKIPPED, UNKNOWN, CUT = "level", "skipped", "unknown", "cut"
RAW, LINK, OPEN_LINK, NOTE = "raw", "link", "open-link", "note"
ELSEWHERE = "elsewhere"

WRITTEN = {
    "img": re.compile(r"!\["),
    "hr": re.compile(r"^ {0,3}([-*_] *){3,}$"),
    "h1": re.compile(r"^=+ *$"),
    "h2": re.compile(r"^-+ *$"),
    "pre": re.compile(r"^(?: {4}|\t)"),
}
"""How what cannot be set is written, by the tag that the parser makes of it."""
ANY_HEADING = re.compile(r"^(#{1,6}) *([^#\s].*?) *#*$")
RAW_HTML = re.compile(r"</?[A-Za-z][^<>]*>")
CODE = re.compile(r"`[^`]*`")
OPEN = re.compile(r"\[[^\[\]]*\]\([^()\s]*(?=\s|$)")
TARGET = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.S)
FILE = re.compile(r"\.md(?:#|$)")
"""The end of what leads to a text among the inputs: the site has no such file."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


@dataclass(frozen=True, slots=True)
class ProseFault:
    """`line` counts from 1 in the text; `found` is the piece that is wrong."""

    kind: str
    line: int
    found: str
    expected: str = ""


def prose_faults(text: str, within: bool) -> Iterator[ProseFault]:
    """Yield the faults of a text; `within`: links to pages of the site are allowed."""
    lines, notes = apart(text)
    order = numbered("\n".join(lines), notes)
    yield from _headings(lines)
    yield from _cuts(lines)
    for at, line in enumerate(lines, 1):
        bare = CODE.sub("", line)
        yield from (ProseFault(RAW, at, one[0]) for one in RAW_HTML.finditer(bare))
        yield from (ProseFault(OPEN_LINK, at, one[0]) for one in OPEN.finditer(bare))
        marks = re.finditer(NOTE_MARK, bare)
        yield from (ProseFault(NOTE, at, one[0]) for one in marks if one[1] not in order)
    for at, line in enumerate(text.split("\n"), 1):
        name = next((name for name in notes if line.startswith(f"[^{name}]:")), "")
        if name and name not in order:
            yield ProseFault(NOTE, at, f"[^{name}]")
    yield from _made(lines, order, within)


def _headings(lines: Sequence[str]) -> Iterator[ProseFault]:
    """Yield headings of a level that there is not, or that skip one."""
    above = 1
    for at, line in enumerate(lines, 1):
        heading = ANY_HEADING.match(line)
        if not heading:
            continue
        level = len(heading[1])
        if not HEADING.match(line):
            yield ProseFault(LEVEL, at, line, f"## {heading[2]}")
        elif level > above + 1:
            yield ProseFault(SKIPPED, at, line, f"{'#' * (above + 1)} {heading[2]}")
        above = max(2, min(level, 4))


def _cuts(lines: Sequence[str]) -> Iterator[ProseFault]:
    """Yield paragraphs that are too long to be set, and runs of one mark."""
    length, start = 0, 1
    for at, line in enumerate([*lines, ""], 1):
        if not line:
            if length > MAXIMUM_PART + 1:
                yield ProseFault(CUT, start, str(length - 1), str(MAXIMUM_PART))
            length, start = 0, at + 1
        else:
            length += len(line) + 1
        yield from (ProseFault(CUT, at, run[0][:8], "40") for run in RUN.finditer(line))
        yield from (ProseFault(CUT, at, run[0][:8], "8") for run in QUOTED.finditer(line))


def _made(lines: Sequence[str], order: Sequence[str], within: bool) -> Iterator[ProseFault]:
    """Yield what the parser makes of each part and cannot be set, at the line that says it."""
    starts = [at for at, line in enumerate(lines) if HEADING.match(line)]
    for start, end in zip([-1, *starts], [*starts, len(lines)], strict=True):
        body = lines[start + 1 : end]
        html = parse_prose("\n".join(body), tuple(order))
        for tag in sorted(set(re.findall(r"<([a-z][a-z0-9]*)", html)) - TAGS):
            written = WRITTEN.get(tag)
            places = [at for at, line in enumerate(body) if written and written.search(line)]
            if re.fullmatch("h[1-6]", tag) and not places:
                continue  # a line that begins with #, of which the levels are told
            for at in places or [0]:
                found = body[at].strip() if places else tag
                yield ProseFault(UNKNOWN, start + at + 2, found, tag)
        for target, shown in TARGET.findall(html):
            scheme = SCHEME.match(target)
            page = within and not FILE.search(target)
            if (scheme and scheme[0].lower() not in SCHEMES) or not (scheme or page):
                at = next((at for at, line in enumerate(body) if target in line), 0)
                yield ProseFault(LINK, start + at + 2, target)
            elif leads_elsewhere(unescape(shown), target) or mixes_scripts(host_of(target)):
                at = next((at for at, line in enumerate(body) if unescape(target) in line), 0)
                yield ProseFault(ELSEWHERE, start + at + 2, unescape(target))
