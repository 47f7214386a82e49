"""What is meant by a text that stands in place of a date, a period, or a yes or no.

A repair is named only where nothing gets lost by it: of a quarter no year is proposed.
"""

import re
from datetime import date, timedelta

from generator.model.misread_numbers import Meaning, is_missing_word

FIRST_DAY = date(1899, 12, 30)
"""Day 0 of the spreadsheets that show a date as a count of days, from March 1900 on."""
DAYS = range(20_000, 60_000)
"""Counts of days that are taken for a date: from 1954 to 2064."""

_FINANCIAL = re.compile(r"(?<![0-9])([12][0-9]{3})[/\u2013-]([0-9]{2})(?![0-9])")
"""A financial year such as 2019/20: its first year, and the last two digits of its second."""
_PART_OF_YEAR = re.compile(
    r"[12][0-9]{3}-?(?:Q[1-4]|W[0-9]{1,2}|S[12]|M[0-9]{1,2}|-?(?:0[1-9]|1[0-2])(?![0-9/]))", re.I
)
"""A quarter, a week, a half or a month of a year."""
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?\Z")
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_NUMBER_OF_YEAR = re.compile(r"([12][0-9]{3})[.,]0+\Z")
_SPAN = re.compile(r"([12][0-9]{3})\s*[-\u2010-\u2015\u2212/]\s*([12][0-9]{3})\Z")
_SDMX_SPAN = re.compile(r"(?P<first>[12][0-9]{3})-01-01/P(?P<years>[1-9][0-9]?)Y\Z")
"""Some years from the first of January on, as SDMX writes them."""
_YEAR_FIRST = re.compile(
    r"([12][0-9]{3})[-./ ]([0-9]{1,2})[-./ ]([0-9]{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?Z?)?\Z"
)
_SEVERAL_DAYS = re.compile(r"([12][0-9]{3}-[0-9]{2}-[0-9]{2})\s*[/\u2013-]\s*[0-9]{1,2}\Z")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([12][0-9]{3})\Z")

_PART_NAMED = re.compile(r"([12][0-9]{3})-?(?:Q[1-4]|W[0-9]{1,2}|S[12])\Z", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_OF_MONTH = re.compile(r"([a-z]{3})-([0-9]{1,2})\Z|([0-9]{1,2})-([a-z]{3})\Z")
_STILL = {"today", "now", "present", "ongoing", "to date"}
"""What people write for the end of something that has not ended."""

_YES = {"y", "1", "x", "oui", "o", "vrai", "да", "истина", "ja", "wahr", "si", "sí", "✓", "✔"}
_NO = {"n", "0", "non", "faux", "нет", "ложь", "nein", "falsch"}
"""Yes and no as people and spreadsheets write them elsewhere."""


def meaning_of_yes_no(text: str) -> Meaning:
    """Return what is meant by a text that is neither yes nor no."""
    word = text.strip().lower()
    if word in _YES or word in _NO:
        return Meaning("yes-no-invalid", "yes" if word in _YES else "no", sure=len(word) > 1)
    if is_missing_word(text):
        return Meaning("value-missing-word")
    return Meaning("yes-no-invalid", "yes / no")


def meaning_of_date(text: str) -> Meaning:
    """Return what is meant by a text that is no date."""
    bare = text.strip()[:40]
    if is_missing_word(bare):
        return Meaning("value-missing-word")
    if year := _NUMBER_OF_YEAR.match(bare):
        return Meaning("date-invalid", year[1], sure=True)
    if day := _counted_day(bare):
        return Meaning("date-invalid", day, reason="count")
    if bare.casefold() in _STILL:
        return Meaning("value-missing-word", reason="lasts")
    if part := _PART_NAMED.match(bare):
        return Meaning("date-invalid", part[1])
    if month := _month_of(bare):
        return Meaning("date-invalid", month)
    days = _days_of(bare)
    if len(days) > 1:
        return Meaning("date-invalid", " / ".join(days), reason="order")
    sure = bool(days) and not _SEVERAL_DAYS.match(bare)
    return Meaning("date-invalid", "".join(days), sure=sure)


def _days_of(text: str) -> list[str]:
    """Return the days that a date in another notation may mean: two if day and month are open."""
    if match := _SEVERAL_DAYS.match(text):
        return [match[1]]
    if match := _YEAR_FIRST.match(text):
        year, month, day = map(int, match.groups())
        readings = [(year, month, day)]
    elif match := _YEAR_LAST.match(text):
        first, second, year = map(int, match.groups())
        readings = [(year, second, first), (year, first, second)][: 1 if "." in text else 2]
    else:
        return []
    return list(dict.fromkeys(filter(None, (_iso(*reading) for reading in readings))))


def _month_of(text: str) -> str:
    """Return the month that a spreadsheet shows as `Nov-19`; blank if it shows none."""
    name, _, year = text.partition("-")
    if name.casefold() not in _MONTHS or not re.fullmatch("[0-9]{2}", year):
        return ""
    return f"20{year}-{_MONTHS.index(name.casefold()) + 1:02}"


def meaning_of_day(text: str) -> str:
    """Return the span of two numbers that a spreadsheet shows as `Oct-14`; blank if it shows none.

    It takes the first number for the month and the second for the day.
    """
    match = _DAY_OF_MONTH.match(text.strip().casefold())
    name, day = (match[1] or match[4], match[2] or match[3]) if match else ("", "")
    return f"{_MONTHS.index(name) + 1}-{int(day)}" if name in _MONTHS else ""


def _counted_day(text: str) -> str:
    """Return the day that a spreadsheet shows as a number; blank if it is none."""
    is_count = text.isascii() and text.isdecimal() and len(text) == 5 and int(text) in DAYS
    return (FIRST_DAY + timedelta(days=int(text))).isoformat() if is_count else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def meaning_of_period(text: str) -> Meaning:
    """Return what is meant by a text that is no period: a year or a span of years."""
    short = text.strip()[:40]
    if is_missing_word(short):
        return Meaning("value-missing-word")
    plain = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in short)
    if plain != short and _PERIOD.match(plain):
        return Meaning("period-invalid", plain, sure=True)
    if year := _NUMBER_OF_YEAR.match(short):
        return Meaning("period-invalid", year[1], sure=True)
    if span := _SDMX_SPAN.match(short):
        last = int(span["first"]) + int(span["years"]) - 1
        meant = span["first"] if span["years"] == "1" else f"{span['first']}-{last}"
        return Meaning("period-invalid", meant, sure=True)
    if day := _counted_day(short):
        return Meaning("period-invalid", day[:4], reason="count")
    if _PART_OF_YEAR.search(text):
        return Meaning("period-invalid", reason="part")
    return _financial_year(short) or _of_years(short)


def meaning_of_year(text: str) -> Meaning:
    """Return what is meant by a text that is no year: there is no figure whose span gets lost."""
    meant, years = meaning_of_period(text), _YEAR.findall(text[:40])
    if meant.reason in ("part", "financial") and len(years) == 1:
        return Meaning("period-invalid", years[0])
    return Meaning("period-invalid", reason="each") if "-" in meant.expected else meant


def _financial_year(text: str) -> Meaning | None:
    years = _FINANCIAL.findall(text)
    if not years:
        return None
    first, last = years[0][0], years[-1]
    end = int(last[0]) + 1
    if str(end)[-2:] != last[1]:
        return None
    return Meaning("period-invalid", f"{first}-{end}", reason="financial")


def _of_years(text: str) -> Meaning:
    years = _YEAR.findall(text)
    if len(years) == 2 and years[0] < years[1]:
        return Meaning("period-invalid", "-".join(years), sure=bool(_SPAN.match(text)))
    return Meaning("period-invalid", years[0] if len(years) == 1 else "")
