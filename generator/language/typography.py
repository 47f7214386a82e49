"""The spaces that a language sets between its signs, so that no line ends before them."""

import re

_FRENCH = (
    (re.compile(r"(?<=\S) (?=[:;!?%»])"), "\N{NO-BREAK SPACE}"),
    (re.compile(r"(?<=«) (?=\S)"), "\N{NO-BREAK SPACE}"),
)
_SHORT = "в|к|с|о|у|и|а|на|не|по|из|за|от|до|для"
"""Prepositions, conjunctions and particles that stand at no end of a line."""
_RUSSIAN = (
    (re.compile(r"(?<=\S) (?=[—–] )"), "\N{NO-BREAK SPACE}"),
    (re.compile(r"(?<=[\d}]) (?=%)"), "\N{NO-BREAK SPACE}"),
    (re.compile(rf"(?<!\w)({_SHORT}) (?=\w)", re.IGNORECASE), "\\1\N{NO-BREAK SPACE}"),
)
_TIGHT = re.compile(
    r"&(?:nbsp|#160|#xa0);[:;]?|&#?\w+;|(?<![\s\"\N{NO-BREAK SPACE}])([:;])(?=[\s<\"]|$)"
)
"""A colon or semicolon without a space before it; the end of a character reference is none."""
_PASSAGE_BEGINS = re.compile(r"(?<=«) $")
_PASSAGE_ENDS = re.compile(r"^ (?=[:;!?%»](?:[\s<\".,)]|$))")
"""Spaces at the ends of a part of a page: beyond them is a passage or an element."""
_RULES = {"fr": _FRENCH, "ru": _RUSSIAN}


def spaced(text: str, code: str) -> str:
    """Return a text with the no-break spaces that the typography of its language asks for.

    French: before : ; ! ? % and within guillemets; Russian: before a dash and per cent, after
    short prepositions and conjunctions.
    """
    for pattern, space in _RULES.get(code, ()):
        text = pattern.sub(space, text)
    return text


def parted(text: str, code: str) -> str:
    """Return a part of a page, between its tags, with all these spaces.

    French has colons and semicolons stand apart, which code and templates set as in English.
    """
    if code == "fr":
        for end in (_PASSAGE_BEGINS, _PASSAGE_ENDS):
            text = end.sub("\N{NO-BREAK SPACE}", text)
        text = _TIGHT.sub(
            lambda found: f"\N{NO-BREAK SPACE}{found[1]}" if found[1] else found[0], text
        )
    return spaced(text, code)
