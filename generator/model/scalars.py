"""How the text of one cell or YAML scalar is read: numbers, dates, periods, ids, addresses.

Every function takes the text and returns the value, or raises `Fault` with the code of the
problem, what was expected, and further values for its message. All patterns run in linear
time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from urllib.parse import urlsplit

from generator.model.misread_dates import (
    meaning_of_date,
    meaning_of_period,
    meaning_of_year,
    meaning_of_yes_no,
)
from generator.model.misread_numbers import MAXIMUM_DIGITS, NUMBER, Meaning, meaning_of

MAXIMUM_TEXT = 2000
"""Longest text of a cell or YAML scalar, in characters: it goes through a Markdown parser."""

RESERVED = frozenset({"index", "con", "nul", "aux", "prn"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
"""Ids that cannot be the name of a file or folder: of every page, or of devices of Windows."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")
"""A place in a label that is filled when it is shown."""
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?\Z")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"\\^`{|}]*)?\Z", re.I)
"""An address without its beginning, such as `www.example.org/page`."""
_NOT_IN_ADDRESS = re.compile(r'[\s<>"\\^`{|}]')
_EMAIL = re.compile(r"[^\s@<>\"(),:;\\]+@[^\s@<>\"(),:;\\]+\.[^\s@<>\"(),:;\\.]+\Z")
_AT = re.compile(r"\s*[(\[]?\s*\bat\b\s*[)\]]?\s*", re.I)
_LETTERS = str.maketrans("асеорхуіѕјԁһАВЕКМНОРСТХ‐‑‒–—_", "aceopxyisjdhABEKMHOPCTX------")
"""Letters of other scripts that look like Latin ones, and dashes that look like hyphens."""

REMEMBERED = 4096
"""Number of texts whose number is kept, since one rule after the other asks for it."""

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""The years of which a publication speaks; what lies outside was mistyped."""

FIRST_AS_OF, LAST_AS_OF = "2000", "2099"
"""The years that an as-of date may have. Workbooks (zip, 1980 to 2107) and the four bytes that
many programs give a time (1970 to 2106) hold them all."""


class Fault(ValueError):
    """A scalar that cannot be read. `code` is the code of the problem it becomes.

    `sure`: the text can mean `expected` only, so that a program may write it.
    """

    def __init__(self, code: str, expected: str = "", *, sure: bool = False, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.expected = expected
        self.sure = sure
        self.values: Mapping[str, str] = values


TO_WRITE = re.compile("<[a-z_ ]+>")
"""What the folder of a new city holds where somebody has to write: `<title>`."""
UNWRITTEN = "text-placeholder"


def fault_in(text: str, fault: Fault) -> Fault:
    """Return what is wrong with a text that cannot be read: of a placeholder only that it is one.

    A text of its own kind cannot be written for it.
    """
    return Fault(UNWRITTEN) if TO_WRITE.fullmatch(text) else fault


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reference period: one year, or the years from `first` to `last`.

    Age and order go by the last year.
    """

    last: int
    first: int

    def __hash__(self) -> int:
        return self.last  # most periods are a year, and tables have many

    def __str__(self) -> str:
        return str(self.last) if self.first == self.last else f"{self.first}-{self.last}"


def parse_line(text: str) -> str:
    """Return a text of one line; a line end that only ends it, as of a YAML block, is left out."""
    line = text.rstrip("\n")
    if line[:1] == "<" and TO_WRITE.fullmatch(line):
        raise Fault(UNWRITTEN)
    if "\n" in line:
        raise Fault("text-line-end", " ".join(line.split()))
    return line


@lru_cache(REMEMBERED)
def parse_number(text: str) -> float:
    """Return the number written as `12.5`, `-3` or `1000`."""
    return float(text) if is_number(text) else float(parse_decimal(text))


def parse_decimal(text: str) -> Decimal:
    """Return the number with the places that it was written with."""
    if is_number(text):
        return Decimal(text)
    if NUMBER.match(text):
        raise Fault("number-invalid", "", reason="digits")
    raise _fault(meaning_of(text))


def _fault(meant: Meaning) -> Fault:
    values = {"reason": meant.reason, "number": meant.number, "other": meant.other}
    filled = {name: word for name, word in values.items() if word}
    return Fault(meant.code, meant.expected, sure=meant.sure, **filled)


def is_number(text: str) -> bool:
    """Return whether `parse_decimal` reads the text."""
    return len(text) <= MAXIMUM_DIGITS and NUMBER.match(text) is not None


def parse_integer(text: str) -> int:
    """Return a whole number without decimals."""
    number = parse_decimal(text)
    if number != number.to_integral_value():
        raise Fault("number-invalid", reason="whole")
    return int(number)


def judge_range(number: float, minimum: float | None, maximum: float | None) -> None:
    """Raise if a number lies outside its range; None is no limit."""
    if minimum is not None and number < minimum:
        raise Fault("number-range", f"{minimum:g}", reason="least")
    if maximum is not None and number > maximum:
        raise Fault("number-range", f"{maximum:g}", reason="most")


def parse_yes_no(text: str) -> bool:
    """Return whether the text says yes: yes, no, true and false, in any case."""
    word = text.strip().lower()
    if word in ("yes", "true"):
        return True
    if word in ("no", "false"):
        return False
    raise _fault(meaning_of_yes_no(text))


def parse_date(text: str) -> str:
    """Return a date written as `2026`, `2026-11` or `2026-11-01`, unchanged."""
    match = _DATE.match(text)
    if not match:
        raise _fault(meaning_of_date(text))
    year, month, day = match.groups()
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise Fault("date-invalid")
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise Fault("date-invalid", reason="day") from None
    return text


def parse_as_of(text: str) -> str:
    """Return a date that stands for today, unchanged: one that every output can hold."""
    if not FIRST_AS_OF <= parse_date(text)[:4] <= LAST_AS_OF:
        raise Fault("date-range", first=FIRST_AS_OF, last=LAST_AS_OF)
    return text


def parse_period(text: str) -> Period:
    """Return a period written as `2023` or `2020-2022`."""
    match = _PERIOD.match(text)
    if not match:
        raise _fault(meaning_of_period(text))
    first = int(match[1])
    last = int(match[2] or first)
    if FIRST_YEAR <= last < first <= LAST_YEAR:
        raise Fault("period-invalid", f"{last}-{first}")
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise Fault("period-invalid", reason="range")
    return Period(last, first)


def parse_year(text: str) -> int:
    """Return a year, or any other whole number: its range is judged elsewhere."""
    if not is_number(text):
        raise _fault(meaning_of_year(text))
    return parse_integer(text)


def parse_id(text: str) -> str:
    """Return an id in kebab-case, unchanged."""
    if not _ID.match(text) or len(text) > 120:
        raise Fault("id-invalid", slug(text))
    return text


def is_name(text: str) -> bool:
    """Return whether an id can be the name of a file or folder, and so part of an address."""
    try:
        return parse_id(text) not in RESERVED
    except Fault:
        return False


def slug(text: str) -> str:
    """Return the nearest id in kebab-case, for a hint; may be empty."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    letters = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:60].strip("-")


def parse_url(text: str) -> str:
    """Return an http or https address without user information, unchanged."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise Fault("url-invalid") from None
    plain = text.isascii() or parts.hostname is not None
    if (
        parts.scheme not in ("http", "https")
        or not any(map(str.isalnum, parts.hostname or ""))
        or parts.username is not None
        or (port is not None and not 0 < port < 65536)
        or not plain
        or _NOT_IN_ADDRESS.search(text)
    ):
        if text.count("://") > 1:
            raise Fault("url-invalid", reason="several")
        raise Fault("url-invalid", f"https://{text}" if _HOST.match(text) else "")
    return text


def parse_email(text: str) -> str:
    """Return an e-mail address, unchanged."""
    if _EMAIL.match(text):
        return text
    meant = _AT.sub("@", text)
    raise Fault("email-invalid", meant if _EMAIL.match(meant) else "")


def parse_share(text: str) -> float:
    """Return a number that is a share of 1, as a rate is; `4 %` is 0.04."""
    number = text.removesuffix("%").rstrip()
    if number != text and is_number(number):
        raise Fault("number-with-unit", f"{float(number) / 100:g}", reason="share")
    return parse_number(text)


def parse_progress(text: str) -> float:
    """Return a progress in per cent: nothing is done by a part of one per cent."""
    progress = parse_number(text)
    if 0 < progress < 1:
        raise Fault("value-word", f"{100 * progress:g}", reason="share")
    return progress


def parse_importance(text: str) -> int:
    """Return how much something matters, a number; its scale is judged elsewhere."""
    if not is_number(text):
        raise Fault("value-word", reason="importance")
    return parse_integer(text)


def parse_decimals(text: str) -> int:
    """Return a number of digits behind the point: one digit, and no pattern such as `0.0`."""
    if not text.isdecimal():
        parse_integer(text)  # says what is meant
        raise Fault("number-invalid", reason="whole")
    return parse_integer(text)


def parse_list(text: str) -> tuple[str, ...]:
    """Return the items of a list cell, separated by `; `."""
    return tuple(parse_line(item.strip()) for item in text.split(";") if item.strip())
