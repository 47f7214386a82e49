"""Words, numbers and dates of one language.

In: the flat labels of `content/labels/<language>.yml`. Out: text. Knows no page.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from generator.frozen import dataclass
from generator.language.foreign import plain
from generator.language.printed_numbers import number_text, plural_form, sign
from generator.model.name_order import Order, initial_of, is_foreign, order_of
from generator.model.scalars import PLACEHOLDER

if TYPE_CHECKING:
    from babel import Locale

Label = str | Mapping[str, str]
Forms = Callable[[str], str | None]
"""The form of a name by what a label calls it, such as `in`; None where the rule serves."""
VOWELS = tuple("aàâäáåæeéèêëiîïíoôöóøœuùûüúyAÀÂÄÁÅÆEÉÈÊËIÎÏÍOÔÖÓØŒUÙÛÜÚY")

LISTS: Mapping[str, str] = {"en": "en-001"}
"""The locale by which a language writes lists, if another: English has no comma before "and"."""


YEARS: Mapping[str, str] = {"ru": "y 'года'"}
"""How a language writes the year behind a month, if not alone, as a pattern of CLDR."""


class LabelMissing(KeyError):
    """A label asked for by a template or chart stands in no labels file."""


@dataclass(frozen=True)
class Language:
    """One language of the publication; `code` is BCP 47, such as `en`."""

    code: str
    labels: Mapping[str, Label] = field(repr=False)
    names: Mapping[str, Forms] = field(default_factory=dict, repr=False)
    """Names of cities and countries, as they are shown, with their forms in sentences."""

    @cached_property
    def locale(self) -> "Locale":
        from babel import Locale  # a check of files says no number in words of a language

        return Locale.parse(self.code)

    @cached_property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return str(self.locale.text_direction)

    @property
    def onward(self) -> str:
        """The arrow from what was to what is."""
        return "←" if self.direction == "rtl" else "→"

    def label(self, key: str, **values: object) -> str:
        """Return the label `key` with its placeholders filled.

        A label with plural forms is chosen by `n`, which may be a number and is printed by
        the rules of the language. `{city:in}` is filled with a form of the name.

        Raises:
            LabelMissing: no such label, or a placeholder has no value.
        """
        text = self.labels.get(key)
        if text is None:
            raise LabelMissing(key)
        if not isinstance(text, str):
            number = values.get("n")
            amount = number if isinstance(number, int | float | Decimal) else 0
            text = text.get(self.locale.plural_form(amount), text["other"])

        if "{" not in text:
            return text

        def fill(match: re.Match[str]) -> str:
            name = match[1]
            if name not in values:
                raise LabelMissing(f"{key}: {{{name}}}")
            value = values[name]
            said = self.number(value) if isinstance(value, int | float) else str(value)
            return self._apart(self.form(said, match[2]) if match[2] else said)

        return PLACEHOLDER.sub(fill, text)

    def _apart(self, text: str) -> str:
        """Return what stands within a sentence; letters of the other direction keep it."""
        if self.direction == "ltr" or not any(map(_is_from_the_left, text)):
            return text
        return f"{FIRST_STRONG}{text}{POP}"

    def form(self, name: str, case: str) -> str:
        """Return the name of a city or country as a sentence has it; `case` is `in`, `of` or other.

        What stands for the name in `names.csv`, else what the rule of the language makes.
        """
        forms = self.names.get(plain(name))
        stated = forms(case) if forms else None
        if stated:
            return stated
        before_vowel = f"name.{case}-vowel"
        elided = name.startswith(VOWELS) and before_vowel in self.labels
        return self.label(before_vowel if elided else f"name.{case}", name=name)

    def inside(self, words: str) -> str:
        """Return a word of a closed list as it stands within a sentence.

        With a small first letter, but an abbreviation and what begins as `words.proper` lists;
        where that holds a star, the language writes each word as it is.
        """
        shown = plain(words)
        first, proper = _FIRST_WORD.search(shown), self._proper
        if first is None or "*" in proper or shown.startswith(proper) or _is_short(first[0]):
            return words
        return words.replace(first[0], first[0][0].lower() + first[0][1:], 1)

    def in_a_row(self, names: Iterable[str]) -> list[str]:
        """Return words of closed lists that follow each other: all but the first as inside."""
        listed = list(names)
        return [*listed[:1], *map(self.inside, listed[1:])]

    @cached_property
    def _proper(self) -> tuple[str, ...]:
        return tuple(one.strip() for one in self.label("words.proper").split(";") if one.strip())

    def has(self, key: str) -> bool:
        return key in self.labels

    def order(self, name: str) -> Order:
        """Return what names are sorted by, in the alphabet of the language."""
        return order_of(plain(name), self.label("alphabet"))

    def initial(self, name: str) -> str:
        """Return the letter under which a name stands in an index."""
        return initial_of(plain(name), self.label("alphabet"))

    def is_foreign(self, letter: str) -> bool:
        """Return whether a letter belongs to another script than the language."""
        return is_foreign(letter, self.label("alphabet"))

    def number(self, value: float | Decimal, decimals: int | None = None) -> str:
        """Return `value` as printed, with `decimals` places or with those that it carries.

        A number of four digits and more is grouped; years are no numbers.
        """
        return number_text(value, decimals, self.code)

    def plural_of(self, printed: str) -> str | None:
        """Return the plural form that a printed number asks for, by its CLDR name.

        The decimals that are printed count: in English 1 asks for `one`, 1.0 for `other`. Of a
        range the last number; None where no number is printed.
        """
        return plural_form(printed, self.code)

    def grouped(self, text: str) -> str:
        """Return a text of the files with its numbers grouped as printed: 12 000 is 12,000."""
        return SPACED.sub(lambda found: self.number(int(found[0].replace(" ", ""))), text)

    def signed(self, value: float, decimals: int) -> str:
        """Return `value` with its sign: a plus, or a true minus."""
        text = self.number(value, decimals)
        return f"{sign('plusSign', self.code)}{text}" if value > 0 else text

    def date(self, iso: str) -> str:
        """Return a date of the files (`2026`, `2026-11` or `2026-11-01`) as printed."""
        from datetime import date

        from babel.dates import format_date

        parts = [int(part) for part in iso.split("-")]
        if len(parts) == 1:
            return iso
        year = YEARS.get(self.code, "y")
        if len(parts) == 2:
            month = date(parts[0], parts[1], 1)
            return str(format_date(month, format=f"LLLL {year}", locale=self.locale))
        text = str(format_date(date(*parts), format=f"d MMMM {year}", locale=self.locale))
        return f"1er{text[1:]}" if self.code == "fr" and parts[2] == 1 else text

    def date_from(self, iso: str) -> str:
        """Return a date as it stands behind "since": with its article, in its case."""
        from datetime import date

        from babel.dates import format_date

        part = ("year", "month", "day")[iso.count("-")]
        told = self.date(iso)
        if part == "month":
            year, month = map(int, iso.split("-"))
            told = str(format_date(date(year, month, 1), format="MMMM y", locale=self.locale))
        return self.label(f"date.from-{part}", date=told)

    @property
    def lists(self) -> str:
        """The locale by which lists are written, as BCP 47."""
        return LISTS.get(self.code, self.code)

    def enumerate(self, items: Iterable[str]) -> str:
        """Return "a, b and c" in the language; where an item is a list "a; b and c; d"."""
        return self._listed(items, "standard")

    def names_of(self, codes: Iterable[str]) -> str:
        """Return the names of languages by their codes: "English and Russian"."""
        from babel import Locale

        names = (Locale.parse(code).get_display_name(self.locale) or code for code in codes)
        return self.enumerate(names)

    def either(self, items: Iterable[str]) -> str:
        """Return "a, b or c" in the language."""
        return self._listed(items, "or")

    @cached_property
    def comma(self) -> str:
        """What stands between the parts of a line."""
        return self.label("list.comma", left="", right="")

    @cached_property
    def semicolon(self) -> str:
        """What stands between parts that may be lists themselves."""
        return self.label("list.semicolon", left="", right="")

    def by_commas(self, parts: Iterable[str | None]) -> str:
        """Return parts in a line, but those that are blank or None."""
        return self.comma.join(self._apart(part) for part in parts if part)

    def by_semicolons(self, parts: Iterable[str | None]) -> str:
        """Return the same of parts that may be lists themselves."""
        return self.semicolon.join(self._apart(part) for part in parts if part)

    def _listed(self, items: Iterable[str], style: Literal["standard", "or"]) -> str:
        from babel.lists import format_list

        listed, lists = [self._apart(item) for item in items], self._plain_lists
        joint = lists.list_patterns[style]["2"].format("", "")
        spaced = (item.replace("\N{NO-BREAK SPACE}", " ") for item in listed)
        if len(listed) > 1 and any(joint in item for item in spaced):
            return self.semicolon.join(listed)
        return str(format_list(listed, style=style, locale=lists))

    @cached_property
    def _plain_lists(self) -> "Locale":
        from babel import Locale

        return Locale.parse(self.lists, sep="-")


_FIRST_WORD = re.compile(r"^[^\W\d]+")


def _is_short(word: str) -> bool:
    """Return whether a word is an abbreviation: a capital follows the first letter."""
    return word[1:] != word[1:].lower()


FIRST_STRONG, POP = "\u2068", "\u2069"
"""Around a text whose direction is that of its first letter, whatever stands beside it."""


def _is_from_the_left(sign: str) -> bool:
    return unicodedata.bidirectional(sign) == "L"


SPACED = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?!\w)")
"""A whole number in a text of the files, whose groups of three digits are divided by spaces."""
