"""What is meant by a text that stands in place of a number: marks, flags, units, words.

All patterns run in linear time. `meaning_of` never raises: what it cannot tell has no number.
"""

import re
from decimal import Decimal
from typing import NamedTuple

MAXIMUM_DIGITS = 24
"""Longest number that is read; no statistic needs more."""

NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")

_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+\Z")
_SMALL = re.compile(r"[+-]?0,[0-9]+\Z")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}([ \u00a0\u202f\u2009'’_,][0-9]{3})+(\.[0-9]+)?\Z")
_EUROPEAN = re.compile(r"[+-]?[0-9]{1,3}([ .\u00a0\u202f\u2009'’][0-9]{3})+,[0-9]+\Z")
_POINTS = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3}){2,}\Z")
_LEADING = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_GOES_ON = re.compile(r"\s*[^\s0-9]?\s?[0-9]")
_BEHIND = re.compile(r"[^0-9]*\Z")
_FLAG = re.compile(r"\(?[A-Za-z](?:\)? ?,? ?\(?[A-Za-z])?\)?\Z|\*+\Z")
"""One or two letters or stars behind a number, by which statistical offices mark a figure."""
_ABOUT = re.compile(
    r"(?:ca?\.|circa|about|around|approx\.?|approximately|env\.|environ|rund|около|примерно|[~≈])\s*",
    re.I,
)
_BOUND = re.compile(
    r"(?:below|under|less than|up to|at most|above|over|more than|at least|[<>≤≥]=?)\s*", re.I
)
_BRACKETS = re.compile(r"\(([0-9][^()]*)\)\Z")
_CURRENCY = re.compile(r"[€$£¥₽₸₴₺₾₼]\s*")
_SCALES = {
    "thousand": 3, "million": 6, "millions": 6, "mln": 6, "mn": 6, "billion": 9, "bn": 9,
    "тыс": 3, "млн": 6, "млрд": 9,
}  # fmt: skip
"""Words for powers of ten, and the number of zeros that each stands for."""
_LETTERS = {"k": 3, "m": 6}
"""Letters that may stand for a power of ten, or for a mark or a unit."""
_SPAN = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*[-–—]\s*([0-9]+(?:\.[0-9]+)?)\Z")
"""Two numbers with a dash between them."""
_DEGREES = re.compile(
    r"([0-9]{1,3})\s*°\s*([0-9]{1,2})\s*[′']\s*"
    r"(?:([0-9]{1,2}(?:\.[0-9]{1,4})?)\s*(?:[″\"]|''))?\s*([NSEW])?\Z"
)
_LOOK_ALIKE = str.maketrans("OoОоlI", "000011")
_MINUS = {0x2212: "-", 0x2013: "-"}

_MISSING = {
    "-", "--", "–", "—", ".", "..", "...", "…", ":", "?", "n/a", "na", "n.a.", "nan", "none",
    "null", "nr", "n.r.", "x", "#n/a", "no data", "not available", "not reported", "missing",
    "unknown",
}  # fmt: skip


SHORTENED = "exponent"
"""The reason of a number that a spreadsheet has shortened, such as `2.1E+06`."""


class Meaning(NamedTuple):
    """The code of the problem, and what is meant: `expected` is to be written.

    `sure`: it can mean nothing else. `number` is the one of which a flag or a unit was taken, as
    far as it is plain; `reason` tells forms of a message apart.
    `other`: the end of a span, or the number with all its digits if a letter behind it stands for
    thousands or millions.
    """

    code: str
    expected: str = ""
    sure: bool = False
    reason: str = ""
    number: str = ""
    other: str = ""


def is_missing_word(text: str) -> bool:
    """Return whether a text is one that stands for "no value"."""
    return text.strip().lower() in _MISSING


def meaning_of(text: str) -> Meaning:
    """Return what is meant by a text that is no number."""
    if is_missing_word(text):
        return Meaning("value-missing-word")
    if len(text) > 2 * MAXIMUM_DIGITS:
        return Meaning("number-invalid")
    if text.startswith("#"):
        return Meaning("number-invalid", reason="sheet")
    bare = text.strip()
    for reading in (_led_in, _as_span, _in_degrees, _marked, _of_other_signs, _with_a_tail):
        meant = reading(bare)
        if meant is not None:
            return meant
    return _with_an_exponent(bare)


def _led_in(text: str) -> Meaning | None:
    """Return the meaning of a number with a word, a sign or an apostrophe before it."""
    if text[:1] in ("'", "’") and NUMBER.match(text[1:]):
        return Meaning("number-invalid", text[1:], sure=True)  # by which a spreadsheet keeps text
    kinds = ((_ABOUT, "number-with-flag", "about"), (_BOUND, "number-invalid", "bound"))
    for pattern, code, reason in kinds:
        match = pattern.match(text)
        number = _plain(text[match.end() :]) if match else ""
        if number:
            return Meaning(code, reason=reason, number=number)
    match = _CURRENCY.match(text)
    number = _plain(text[match.end() :]) if match else ""
    if number:
        return Meaning("number-with-unit", number, number=number)
    bracketed = _BRACKETS.match(text)
    number = _plain(bracketed[1]) if bracketed else ""
    return Meaning("number-invalid", reason="brackets", number=number) if number else None


def _as_span(text: str) -> Meaning | None:
    """Return the meaning of two numbers from the lower to the higher, which stand apart here."""
    match = _SPAN.match(text)
    if match is None or float(match[1]) >= float(match[2]):
        return None
    return Meaning("number-invalid", reason="span", number=match[1], other=match[2])


def _in_degrees(text: str) -> Meaning | None:
    """Return the decimal degrees of degrees, minutes and seconds, to four places: eleven metres."""
    match = _DEGREES.match(text)
    if match is None:
        return None
    degrees, minutes, seconds, side = match.groups()
    size = int(degrees) + int(minutes) / 60 + float(seconds or 0) / 3600
    sign = "-" if side in ("S", "W") else ""
    return Meaning("number-invalid", f"{sign}{round(size, 4):g}", reason="degrees")


def _marked(text: str) -> Meaning | None:
    """Return the meaning of a number with marks between thousands or a decimal comma."""
    if _COMMA.match(text) and (_SMALL.match(text) or not _GROUPED.match(text)):
        return Meaning("number-decimal-comma", text.replace(",", "."), sure=True)
    if _GROUPED.match(text):
        plain = re.sub(r"[^0-9.+-]", "", text)
        if "," in text and text.count(",") == 1 and "." not in text:
            return Meaning("number-separator", f"{plain} / {text.replace(',', '.')}")
        return Meaning("number-separator", plain, sure=True)
    if _EUROPEAN.match(text):
        whole, _, decimals = text.rpartition(",")
        plain = f"{re.sub('[^0-9+-]', '', whole)}.{decimals}"
        return Meaning("number-decimal-comma", plain, sure=True)
    if _POINTS.match(text):
        return Meaning("number-separator", text.replace(".", ""), sure=True)
    return None


def _of_other_signs(text: str) -> Meaning | None:
    """Return the meaning of a number with another minus, or with letters for digits."""
    bare = text.translate(_MINUS)
    if NUMBER.match(bare):
        return Meaning("number-invalid", bare, sure=True)
    digits = bare.translate(_LOOK_ALIKE)
    if NUMBER.match(digits) and any(letter.isdigit() for letter in bare):
        return Meaning("number-invalid", digits)
    return None


def _with_a_tail(text: str) -> Meaning | None:
    """Return the meaning of a number with a flag, a unit or another number behind it."""
    behind = _BEHIND.search(text)
    tail = behind[0] if behind else ""
    number = _plain(text.removesuffix(tail)) if tail else ""
    zeros = _SCALES.get(tail.strip().rstrip(".").casefold())
    if number and zeros:
        return Meaning("number-with-unit", _scaled(number, zeros), reason="scale")
    if number and _FLAG.match(tail.strip()):
        zeros = _LETTERS.get(tail.strip().casefold(), 0)
        scaled = _scaled(number, zeros) if zeros else ""
        return Meaning("number-with-unit", reason="letter", number=number, other=scaled)
    if number:
        return Meaning("number-with-unit", number, number=number)
    leading = _LEADING.match(text)
    rest = text[leading.end() :].lstrip() if leading else ""
    if leading is None or rest.startswith(("e", "E", ".", ",")):
        return None
    several = _GOES_ON.match(rest)  # 20-22, 1/3, 47°04: which one is meant?
    return Meaning("number-invalid") if several else Meaning("number-with-unit", leading[0])


def _scaled(number: str, zeros: int) -> str:
    return f"{Decimal(number).scaleb(zeros):f}".removesuffix(".0")


def _plain(text: str) -> str:
    """Return the number meant by a text before a tail; blank if it is not sure."""
    bare = text.strip().translate(_MINUS)
    if NUMBER.match(bare):
        return bare
    meant = _marked(bare)
    return meant.expected if meant and meant.sure else ""


def _with_an_exponent(text: str) -> Meaning:
    """Return the meaning of a number in other digits, or such as `2.1E+06`."""
    bare = text.translate(_MINUS)
    try:
        exact = Decimal(bare)
    except ArithmeticError:
        return Meaning("number-invalid")
    if exact.is_finite() and abs(exact.adjusted()) < MAXIMUM_DIGITS:
        reason = SHORTENED if "e" in bare.lower() else ""
        return Meaning("number-invalid", f"{exact:f}", sure=not reason, reason=reason)
    return Meaning("number-invalid")
