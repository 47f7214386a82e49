"""Numbers as a language prints them, and the plural that a printed one asks for.

Rounded half up before Babel, which rounds half to even, sets the marks.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.model.rounding import EXACT_PLACES

EXACT_DIGITS = 15
"""Digits that a computed number has at most; those beyond are of the machine, as in 0.3 + 0.6."""


@lru_cache(maxsize=1 << 12, typed=True)
def number_text(value: float | Decimal, decimals: int | None, code: str) -> str:
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
    return text.replace("-", sign("minusSign", code).replace("-", "−"))


@lru_cache
def sign(name: str, code: str) -> str:
    """Return a sign before a number, with what keeps it there from right to left."""
    from babel import Locale

    return str(Locale.parse(code).number_symbols["latn"][name])


@lru_cache(maxsize=1 << 12)
def plural_form(printed: str, code: str) -> str | None:
    from babel import Locale
    from babel.numbers import NumberFormatError, parse_decimal

    numbers = _PRINTED.findall(printed)
    try:
        amount = parse_decimal(numbers[-1], locale=code) if numbers else None
    except NumberFormatError:
        return None
    return None if amount is None else str(Locale.parse(code).plural_form(amount))


_PRINTED = re.compile(r"\d(?:[\d\s.,]*\d)?")
"""A number as printed, with what divides its groups and its decimals."""


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
