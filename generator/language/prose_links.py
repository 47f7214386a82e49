"""Brackets in prose: which begin a link, so that the parser looks at no others.

The parser searches the end of a paragraph from every bracket that might begin a link, which costs
the square of their number. What is shown as typed anyway is told apart here in one pass.
"""

import re

TOKEN = re.compile(r"\\.|`+[^`]*`+|[\[\]()]")
"""What brackets are told by; one behind a backslash or in code is a letter like any other."""
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:", re.MULTILINE)
DEEPEST = 3
"""So many brackets may stand in each other in the text of a link."""
OPEN, CLOSED = "\ue05b", "\ue05d"
"""Stand for brackets that the parser passes over."""


def without_idle_brackets(paragraph: str, defined: bool) -> str:
    """Return a paragraph in which each `[` that begins no link is shown as typed.

    `defined`: the text says elsewhere where links lead, as `[name]: address` does.
    """
    opened = [match for match in TOKEN.finditer(paragraph) if match[0] in ("[", "]", "(", ")")]
    if sum(match[0] == "[" for match in opened) <= DEEPEST:
        return paragraph
    ends, depths = _pairs(paragraph, opened)
    idle = dict.fromkeys(_idle(paragraph, ends, depths, defined), OPEN)
    idle |= {ends[at]: CLOSED for at in idle if at in ends}
    return "".join(idle.get(at, letter) for at, letter in enumerate(paragraph))


def with_brackets(html: str) -> str:
    """Return what the parser has made, with the brackets that it passed over."""
    return html.replace(OPEN, "[").replace(CLOSED, "]")


def _pairs(paragraph: str, marks: list[re.Match[str]]) -> tuple[dict[int, int], dict[int, int]]:
    """Return where each `[` and `(` ends, and how deep each `[` stands in others."""
    ends: dict[int, int] = {}
    depths: dict[int, int] = {}
    squares: list[int] = []
    rounds: list[int] = []
    for match in marks:
        at = match.start()
        if match[0] == "[":
            squares.append(at)
            depths[at] = len(squares)
        elif match[0] == "(":
            rounds.append(at)
        else:
            before = squares if match[0] == "]" else rounds
            if before:
                ends[before.pop()] = at
    return ends, depths


def _idle(paragraph: str, ends: dict[int, int], depths: dict[int, int], defined: bool) -> list[int]:
    """Return the brackets that are not closed, too deep, or before an address that is none."""
    found = []
    for at, depth in depths.items():
        end = ends.get(at)
        if end is None or depth > DEEPEST:
            found.append(at)
        elif paragraph[end + 1 : end + 2] == "(":
            address = ends.get(end + 1)
            if address is None or "[" in paragraph[end + 1 : min(address, end + 500)]:
                found.append(at)
        elif not defined and paragraph[at + 1] != "^":
            found.append(at)
    return found
