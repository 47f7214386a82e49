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
from urllib.parse import urlsplit

MAXIMUM_DIGITS = 24
"""Longest number that is read; no statistic needs more."""

MAXIMUM_TEXT = 2000
"""Longest text of a cell or YAML scalar, in characters: it goes through a Markdown parser."""

RESERVED = frozenset({"index", "con", "nul", "aux", "prn"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
"""Ids that cannot be the name of a file or folder: of every page, or of devices of Windows."""

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+\Z")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}([ \u00a0\u202f\u2009'’_,][0-9]{3})+(\.[0-9]+)?\Z")
_EUROPEAN = re.compile(r"[+-]?[0-9]{1,3}([ .\u00a0\u202f\u2009'’][0-9]{3})+,[0-9]+\Z")
_POINTS = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3}){2,}\Z")
_LEADING = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_GOES_ON = re.compile(r"\s*[^\s0-9]?\s?[0-9]")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
"""A place in a label that is filled when it is shown."""
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?\Z")
_FINANCIAL = re.compile(r"(?<![0-9])([12][0-9]{3})[/\u2013-]([0-9]{2})(?![0-9])")
"""A financial year such as 2019/20: its first year, and the last two digits of its second."""
_PART_OF_YEAR = re.compile(
    r"[12][0-9]{3}-?(?:Q[1-4]|W[0-9]{1,2}|S[12]|M[0-9]{1,2}|-?(?:0[1-9]|1[0-2])(?![0-9/]))", re.I
)
"""A quarter, a week, a half or a month of a year."""
_LOOK_ALIKE = str.maketrans("OoОоlI", "000011")
_LETTERS = str.maketrans("асеорхуіѕјԁһАВЕКМНОРСТХ‐‑‒–—_", "aceopxyisjdhABEKMHOPCTX------")
"""Letters of other scripts that look like Latin ones, and dashes that look like hyphens."""

_MISSING = {
    "-", "--", "–", "—", ".", "..", "...", ":", "?", "n/a", "na", "n.a.", "nan", "none", "null",
    "nr", "n.r.", "x", "#n/a", "no data", "not available", "not reported", "missing", "unknown",
}  # fmt: skip


FIRST_YEAR, LAST_YEAR = 1800, 2200
"""The years of which a publication speaks; what lies outside was mistyped."""

FIRST_AS_OF, LAST_AS_OF = "2000", "2099"
"""The years that an as-of date may have. Workbooks (zip, 1980 to 2107) and the four bytes that
many programs give a time (1970 to 2106) hold them all."""


class Fault(ValueError):
    """A scalar that cannot be read. `code` is the code of the problem it becomes."""

    def __init__(self, code: str, expected: str = "", **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.expected = expected
        self.values: Mapping[str, str] = values


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reference period: one year, or the years from `first` to `last`.

    Age and order go by the last year.
    """

    last: int
    first: int

    def __str__(self) -> str:
        return str(self.last) if self.first == self.last else f"{self.first}-{self.last}"


def parse_line(text: str) -> str:
    """Return a text of one line; a line end that only ends it, as of a YAML block, is left out."""
    line = text.rstrip("\n")
    if "\n" in line:
        raise Fault("text-line-end", " ".join(line.split()))
    return line


def parse_number(text: str) -> float:
    """Return the number written as `12.5`, `-3` or `1000`."""
    return float(parse_decimal(text))


def parse_decimal(text: str) -> Decimal:
    """Return the number with the places that it was written with."""
    if is_number(text):
        return Decimal(text)
    if _NUMBER.match(text):
        raise Fault("number-invalid", "", reason="digits")
    raise _number_fault(text)


def is_number(text: str) -> bool:
    """Return whether `parse_decimal` reads the text."""
    return len(text) <= MAXIMUM_DIGITS and _NUMBER.match(text) is not None


def _number_fault(text: str) -> Fault:
    if text.strip().lower() in _MISSING:
        return Fault("value-missing-word")
    if len(text) > 2 * MAXIMUM_DIGITS:
        return Fault("number-invalid")
    if text.startswith("#"):
        return Fault("number-invalid", reason="sheet")
    marked = _marked_fault(text)
    if marked is not None:
        return marked
    bare = text.translate({0x2212: "-", 0x2013: "-"}).strip()
    if _NUMBER.match(bare):
        return Fault("number-invalid", bare)
    digits = bare.translate(_LOOK_ALIKE)
    if _NUMBER.match(digits) and any(letter.isdigit() for letter in bare):
        return Fault("number-invalid", digits)
    return _trailing_fault(bare)


def _marked_fault(text: str) -> Fault | None:
    """Return the fault of a number with marks between thousands or a decimal comma."""
    if _GROUPED.match(text):
        plain = re.sub(r"[^0-9.+-]", "", text)
        if "," in text and text.count(",") == 1 and "." not in text:
            return Fault("number-separator", f"{plain} / {text.replace(',', '.')}")
        return Fault("number-separator", plain)
    if _EUROPEAN.match(text):
        whole, _, decimals = text.rpartition(",")
        return Fault("number-decimal-comma", f"{re.sub('[^0-9+-]', '', whole)}.{decimals}")
    if _POINTS.match(text):
        return Fault("number-separator", text.replace(".", ""))
    if _COMMA.match(text):
        return Fault("number-decimal-comma", text.replace(",", "."))
    return None


def _trailing_fault(bare: str) -> Fault:
    """Return the fault of a number with a unit or with another number behind it."""
    leading = _LEADING.match(bare)
    rest = bare[leading.end() :].lstrip() if leading else ""
    if leading and not rest.startswith(("e", "E", ".", ",")):
        several = _GOES_ON.match(rest)  # 20-22, 1/3, 47°04: which one is meant?
        return Fault("number-invalid") if several else Fault("number-with-unit", leading[0])
    return _exponent_fault(bare)


def _exponent_fault(bare: str) -> Fault:
    """Return the fault of a number in other digits, or such as `2.1E+06`."""
    try:
        exact = Decimal(bare)
    except ArithmeticError:
        return Fault("number-invalid")
    if exact.is_finite() and abs(exact.adjusted()) < MAXIMUM_DIGITS:
        shortened = {"reason": "exponent"} if "e" in bare.lower() else {}
        return Fault("number-invalid", f"{exact:f}", **shortened)
    return Fault("number-invalid")


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
    raise Fault("yes-no-invalid", "yes / no")


def parse_date(text: str) -> str:
    """Return a date written as `2026`, `2026-11` or `2026-11-01`, unchanged."""
    match = _DATE.match(text)
    if not match:
        raise Fault("date-invalid", "2026-11-01")
    year, month, day = match.groups()
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise Fault("date-invalid", "2026-11-01")
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise Fault("date-invalid", f"{year}-11-01") from None
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
        raise _period_fault(text)
    first = int(match[1])
    last = int(match[2] or first)
    if FIRST_YEAR <= last < first <= LAST_YEAR:
        raise Fault("period-invalid", f"{last}-{first}")
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise Fault("period-invalid", reason="range")
    return Period(last, first)


def _period_fault(text: str) -> Fault:
    """Return the fault of a period: a repair is named only where nothing of it gets lost."""
    plain = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text[:40])
    if plain != text[:40] and _PERIOD.match(plain):
        return Fault("period-invalid", plain)
    if _PART_OF_YEAR.search(text):
        return Fault("period-invalid", reason="part")
    financial = _FINANCIAL.findall(text[:40])
    if financial:
        first, last = financial[0][0], financial[-1]
        end = int(last[0]) + 1
        if str(end)[-2:] == last[1]:
            return Fault("period-invalid", f"{first}-{end}", reason="financial")
    years = re.findall(r"(?<![0-9])[12][0-9]{3}(?![0-9])", text[:40])
    if len(years) == 2 and years[0] < years[1]:
        return Fault("period-invalid", "-".join(years))
    return Fault("period-invalid", years[0] if len(years) == 1 else "")


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
        raise Fault("url-invalid", "https://…") from None
    plain = text.isascii() or parts.hostname is not None
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.username is not None
        or (port is not None and not 0 < port < 65536)
        or not plain
        or any(character.isspace() or character in '<>"\\^`{|}' for character in text)
    ):
        raise Fault("url-invalid", "https://…")
    return text


def parse_list(text: str) -> tuple[str, ...]:
    """Return the items of a list cell, separated by `; `."""
    return tuple(parse_line(item.strip()) for item in text.split(";") if item.strip())
