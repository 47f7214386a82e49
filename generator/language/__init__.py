"""Words, numbers and dates of one language.

In: the flat labels of `content/labels/<language>.yml`. Out: text. Knows no page. Numbers are
rounded half up before Babel, which rounds half to even, sets the marks.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

from generator.model.name_order import Order, initial_of, is_foreign, order_of
from generator.model.rounding import EXACT_PLACES
from generator.model.scalars import PLACEHOLDER

if TYPE_CHECKING:
    from babel import Locale

Label = str | Mapping[str, str]


class LabelMissing(KeyError):
    """A label asked for by a template or chart stands in no labels file."""


@dataclass(frozen=True)
class Language:
    """One language of the publication; `code` is BCP 47, such as `en`."""

    code: str
    labels: Mapping[str, Label] = field(repr=False)

    @cached_property
    def locale(self) -> "Locale":
        from babel import Locale  # a check of files says no number in words of a language

        return Locale.parse(self.code)

    @property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return str(self.locale.text_direction)

    def label(self, key: str, **values: object) -> str:
        """Return the label `key` with its placeholders filled.

        A label with plural forms is chosen by `n`, which may be a number and is printed by
        the rules of the language.

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
            return self.number(value, 0) if isinstance(value, int) else str(value)

        return PLACEHOLDER.sub(fill, text)

    def has(self, key: str) -> bool:
        return key in self.labels

    def order(self, name: str) -> Order:
        """Return what names are sorted by, in the alphabet of the language."""
        return order_of(name, self.label("alphabet"))

    def initial(self, name: str) -> str:
        """Return the letter under which a name stands in an index."""
        return initial_of(name, self.label("alphabet"))

    def is_foreign(self, letter: str) -> bool:
        """Return whether a letter belongs to another script than the language."""
        return is_foreign(letter, self.label("alphabet"))

    def number(self, value: float | Decimal, decimals: int | None = None) -> str:
        """Return `value` as printed, with `decimals` places or with those that it carries.

        A number of four digits and more is grouped; years are no numbers.
        """
        return _number(value, decimals, self.code)

    def grouped(self, text: str) -> str:
        """Return a text of the files with its numbers grouped as printed: 12 000 is 12,000."""
        return SPACED.sub(lambda found: self.number(int(found[0].replace(" ", ""))), text)

    def signed(self, value: float, decimals: int) -> str:
        """Return `value` with its sign: a plus, or a true minus."""
        text = self.number(value, decimals)
        return f"+{text}" if value > 0 else text

    def date(self, iso: str) -> str:
        """Return a date of the files (`2026`, `2026-11` or `2026-11-01`) as printed."""
        from datetime import date

        from babel.dates import format_date

        parts = [int(part) for part in iso.split("-")]
        if len(parts) == 1:
            return iso
        if len(parts) == 2:
            month = date(parts[0], parts[1], 1)
            return str(format_date(month, format="MMMM y", locale=self.locale))
        return str(format_date(date(*parts), format="d MMMM y", locale=self.locale))

    def enumerate(self, items: Iterable[str]) -> str:
        """Return "a, b and c" in the language."""
        return self._listed(items, "standard")

    def names_of(self, codes: Iterable[str]) -> str:
        """Return the names of languages by their codes: "English and Russian"."""
        from babel import Locale

        names = (Locale.parse(code).get_display_name(self.locale) or code for code in codes)
        return self.enumerate(names)

    def either(self, items: Iterable[str]) -> str:
        """Return "a, b or c" in the language."""
        return self._listed(items, "or")

    def _listed(self, items: Iterable[str], style: Literal["standard", "or"]) -> str:
        from babel.lists import format_list

        return str(format_list(list(items), style=style, locale=self.locale))


SPACED = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?!\w)")
"""A whole number in a text of the files, whose groups of three digits are divided by spaces."""

EXACT_DIGITS = 15
"""Digits that a computed number has at most; those beyond are of the machine, as in 0.3 + 0.6."""


@lru_cache(maxsize=1 << 16, typed=True)
def _number(value: float | Decimal, decimals: int | None, code: str) -> str:
    """Return a number with a true minus; most numbers stand on several pages."""
    from babel.numbers import format_decimal

    if isinstance(value, float) and decimals is not None and decimals < EXACT_PLACES:
        value = round(value, EXACT_PLACES)  # 23.849999999999998 is printed as 23.9
    elif isinstance(value, float):
        value = float(f"{value:.{EXACT_DIGITS}g}")
    exact = Decimal(repr(value)) if isinstance(value, float | int) else value
    places = decimals if decimals is not None else _places(exact)
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    marks = "#,##0" if abs(rounded) >= 1000 else "0"
    pattern = f"{marks}.{'0' * places}" if places else marks
    text: str = format_decimal(rounded + 0, format=pattern, locale=code)
    return text.replace("-", "−") if text.startswith("-") else text


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
