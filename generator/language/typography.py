"""The spaces that a language sets between its signs, so that no line ends before them."""

import re

_TIE = "\N{NO-BREAK SPACE}"
_MONTHS_FRENCH = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_MONTHS_RUSSIAN = "янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек"
_SHORT = "в|к|с|о|у|и|а|на|не|по|из|за|от|до|для"
"""Prepositions, conjunctions and particles that stand at no end of a line."""
_UNITS_FRENCH = "ans?|M|Md|ha|t|k?m|[kMG]?Wh?|GJ|[µmk]g|°C"
_UNITS_RUSSIAN = (
    "млн|млрд|тыс|км|м|га|кг|т|мкг|мг|ГДж|кВт|МВт|лет|год(?:[аеу]|ом|ы|ов|ам|ах)?|гг?\\."
)
_APOSTROPHE = (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "\N{RIGHT SINGLE QUOTATION MARK}")
_LAST_NUMBER = (re.compile(rf"(?<=:) (?=[≈−]?{_TIE}?\d+(?:,\d+)?{_TIE}?[.;)](?:[\s\"]|$))"), _TIE)
"""A number behind a colon that ends its sentence or part of one."""
_DASH = (re.compile(r"(?<=\S) (?=[—–] )"), _TIE)
_DOT = (re.compile(r"(?<=\S) (?=· )"), _TIE)
"""A dot between facts in a row stays at the end of its line."""
_FRENCH = (
    (re.compile(r"(?<=\S) (?=[:;!?%»])"), _TIE),
    (re.compile(r"(?<=«) (?=\S)"), _TIE),
    (re.compile(rf"(?:(?<=\d)|(?<=\der)) (?=(?:{_MONTHS_FRENCH})\b)"), _TIE),
    (re.compile(r"(?<!\w)(à|de|en|sur) (?=[≈−]?\s?\d)"), f"\\1{_TIE}"),
    (re.compile(rf"(?<=\d) (?=sur{_TIE}\d|(?:{_UNITS_FRENCH})(?![a-zà-ÿ]))"), _TIE),
    _DASH,
    _DOT,
    _LAST_NUMBER,
    _APOSTROPHE,
)
_RUSSIAN = (
    _DASH,
    _DOT,
    (re.compile(r"(?<=[\d}]) (?=%)"), _TIE),
    (re.compile(rf"(?<![\w/])({_SHORT}) (?=[\w≈−«{{])", re.IGNORECASE), f"\\1{_TIE}"),
    (re.compile(rf"(?<=[\d}}]) (?=(?:{_UNITS_RUSSIAN})(?![а-яё]))"), _TIE),
    (re.compile(rf"(?<=\d) (?=(?:{_MONTHS_RUSSIAN})[а-я]*|из{_TIE}\d)"), _TIE),
    _LAST_NUMBER,
    _APOSTROPHE,
)
_TIGHT = re.compile(
    r"&(?:nbsp|#160|#xa0);[:;]?|&#?\w+;|(?<![\s\"\N{NO-BREAK SPACE}])([:;])(?=[\s<\"]|$)"
)
"""A colon or semicolon without a space before it; the end of a character reference is none."""
_PASSAGE_BEGINS = re.compile(r"(?<=«) $")
_PASSAGE_ENDS = re.compile(r"^ (?=[:;!?%»](?:[\s<\".,)]|$))")
"""Spaces at the ends of a part of a page: beyond them is a passage or an element."""
_SHORT_ENDS = re.compile(rf"(?<![\w/])({_SHORT}) $", re.IGNORECASE)
_DOT_BEGINS = re.compile(r"^ (?=· ?$)")
"""The space before a dot between two elements of a page."""
_RULES = {"fr": _FRENCH, "ru": _RUSSIAN}


def spaced(text: str, code: str) -> str:
    """Return a text with the no-break spaces that the typography of its language asks for.

    French: before : ; ! ? % and within guillemets; Russian: before per cent, after short
    prepositions and conjunctions. Both: before a dash, between the parts of a date and of “2 of
    5”, a number and its unit, a preposition and its number. Apostrophes are set curved.
    """
    for pattern, space in _RULES.get(code, ()):
        text = pattern.sub(space, text)
    return text


def beside(number: str, unit: str, code: str) -> str:
    """Return a number and its unit as they stand in a line, together where the language asks."""
    return spaced(f"{number}{_TIE if code in _RULES else ' '}{unit}".rstrip(f" {_TIE}"), code)


def parted(text: str, code: str) -> str:
    """Return a part of a page, between its tags, with all these spaces.

    French has colons and semicolons stand apart, which code and templates set as in English.
    """
    if code in _RULES:
        text = _DOT_BEGINS.sub(_TIE, text)
    if code == "ru":
        text = _SHORT_ENDS.sub(f"\\1{_TIE}", text)
    if code == "fr":
        for end in (_PASSAGE_BEGINS, _PASSAGE_ENDS):
            text = end.sub("\N{NO-BREAK SPACE}", text)
        text = _TIGHT.sub(
            lambda found: f"\N{NO-BREAK SPACE}{found[1]}" if found[1] else found[0], text
        )
    return spaced(text, code)
