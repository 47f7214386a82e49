"""Running text as print sets it: numbers in words, per cent, dashes between years.

The rules of the United Nations Editorial Manual for English, on texts that a program composed:
what editors wrote stays as they wrote it. Other languages keep their numbers as they are.
"""

import re
from functools import lru_cache

from generator.language.stops import begun

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERED = ("area", "class", "figure", "goal", "level", "position", "score", "step", "table")
"""Words whose number is a name or a measure and stays in figures."""

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[\dA-Z“])")
_FIRST = re.compile(r"[1-9]\d{0,2}(?= |,(?!\d))")
_NONE = re.compile(r"(?<![\w.,/–%\u2212-])0(?= (?:of|can|are) )")
_COUNT = re.compile(r"(?<![\w.,/–%\u2212(-])([1-9])(?= (?!per\b|%)[a-z(]|[.;:)](?!\d)|, |$)")
_LARGE = re.compile(r"(?<![\w.,/–-])\d{2,3}(?= [a-z]|[.;)](?!\d)|, |$)")
_PER_CENT = re.compile(r"(?<=\d)[ \u00a0]?%")
_UNIT = re.compile(
    r"(?<=\d) (?=(?:[µ%°]|[kM]?W?h\b|GJ\b|ha\b|km|[kM]?t\b|m[g²³]|m\b|ppb|million\b|billion\b))"
)
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_QUOTED = re.compile(r"(?<![^\s(])\"([^\"\n]{1,200})\"(?=[\s.,;:)?!]|$)")
_RANGE = re.compile(r"(?<![\w/.–-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w-])")
_YEARS = re.compile(r"\b((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\b")


def in_words(number: int) -> str:
    """Return a number from 0 to 999 in English words.

    Raises:
        ValueError: a number beyond these.
    """
    if not 0 <= number <= 999:
        raise ValueError(number)
    if number > 99:
        hundreds, rest = divmod(number, 100)
        return f"{ONES[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return f"{TENS[tens]}-{ONES[ones]}" if ones else TENS[tens]


def dashed(text: str) -> str:
    """Return a text with a dash between two years."""
    return _YEARS.sub("\\1\N{EN DASH}\\2", text)


def with_signs_of_print(text: str) -> str:
    """Return a text with the signs that print has for those of a keyboard.

    Curved apostrophes, curved quotation marks around what is quoted, dashes between years; an
    address stays as it is.
    """
    if "'" not in text and '"' not in text and "-" not in text:
        return text
    text = _QUOTED.sub("“\\1”", text)
    return " ".join(word if "://" in word else _signed(word) for word in text.split(" "))


def _signed(word: str) -> str:
    return _RANGE.sub("\\1\N{EN DASH}\\2", _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", word))


def for_print(text: str, code: str) -> str:
    """Return composed running text as print sets it in a language, such as `en`."""
    text = _UNIT.sub("\N{NO-BREAK SPACE}", dashed(text))
    if code.partition("-")[0] != "en":
        return text
    text = _PER_CENT.sub("\N{NO-BREAK SPACE}per cent", text)
    return " ".join(_sentence(one) for one in _SENTENCE.split(text))


def _sentence(text: str) -> str:
    """Return a sentence: no figure first; counts below ten in words, if no larger one is near."""
    first = _FIRST.match(text)
    if first:
        text = in_words(int(first[0])).capitalize() + text[first.end() :]
    text = _NONE.sub(lambda found: "none" if found.start() else "None", text)
    if _LARGE.search(text):
        return text
    return _COUNT.sub(lambda found: _count(text, found), text)


def _count(text: str, found: re.Match[str]) -> str:
    before = text[: found.start()].rsplit(maxsplit=1)[-1:] if found.start() else []
    named = bool(before) and before[0].lower().strip("(“") in NUMBERED
    is_name = bool(before) and before[0][:1].isupper() and found.start() > len(before[0]) + 1
    return found[0] if named or is_name else ONES[int(found[1])]


PROPER = ("Gini",)
"""Words of names that keep their capital."""


def sentence_case(name: str, code: str) -> str:
    """Return a name in title case as a sentence has it: "Household internet access".

    Abbreviations and proper names keep their capitals. Other languages write names so already.
    """
    if code.partition("-")[0] != "en":
        return name
    words = [re.sub(r"[^\W\d_]+", _lowered, word) for word in name.split(" ")]
    text = " ".join(words)
    return begun(text)


def names_as_words(text: str, names: tuple[str, ...], code: str) -> str:
    """Return a text in which the names of a framework stand as words of a sentence.

    "Household Internet Access" at its start becomes "Household internet access", within it
    "household internet access".
    """
    if code.partition("-")[0] != "en" or not names:
        return text

    def worded(found: re.Match[str]) -> str:
        name = sentence_case(found[0], code)
        if found[1]:
            name = name[: -len(found[1])] + found[1].lower()
        starts = found.start() == 0 or text[: found.start()].endswith((". ", "? ", "! "))
        first = found[0].split(maxsplit=1)[0]
        return name if starts or not _is_lowered(first) else name[:1].lower() + name[1:]

    return _pattern(names).sub(worded, text)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of some names, the longest first, with the word of a data point."""
    listed = sorted((re.escape(name) for name in names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(listed)})(?!\w)(?:: ([A-Z][a-z]+)\b)?")


def _is_lowered(word: str) -> bool:
    return word not in PROPER and (word[:1].islower() or word[1:].islower())


def _lowered(found: re.Match[str]) -> str:
    word = found[0]
    return word if word in PROPER or not word[1:].islower() else word.lower()
