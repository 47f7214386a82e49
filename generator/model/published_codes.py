"""How codes are read that others publish: of the SDGs, of languages, currencies and books.

As in `scalars`, a function returns the text or raises `Fault`.
"""

import re

from generator.model.scalars import Fault

_GOAL = r"(?:[1-9]|1[0-7])"
_TARGET = r"(?:[1-9][0-9]?|[a-d])"


_TARGETS = (5, 5, 9, 7, 6, 6, 3, 10, 5, 7, 7, 8, 3, 7, 9, 10, 19)
_MEANS = (2, 3, 4, 3, 3, 2, 2, 2, 3, 3, 3, 3, 2, 3, 3, 2, 0)
"""How many numbered targets, and how many with a letter, each of the 17 goals has: 169 in all."""

_SIGNS = {"€": "EUR", "£": "GBP", "₸": "KZT", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₾": "GEL"}
"""The signs that one currency alone has."""


def sdg_targets() -> frozenset[str]:
    """Return the numbers of all targets of the Sustainable Development Goals."""
    return frozenset(
        f"{goal}.{target}"
        for goal, (numbered, lettered) in enumerate(zip(_TARGETS, _MEANS, strict=True), start=1)
        for target in [*map(str, range(1, numbered + 1)), *"abcd"[:lettered]]
    )


_KNOWN = sdg_targets()


def parse_sdg_goal(text: str) -> str:
    """Return the number of a Sustainable Development Goal, unchanged."""
    if not re.fullmatch(_GOAL, text):
        raise Fault("sdg-invalid", what="goal", example="6")
    return text


def parse_sdg_target(text: str) -> str:
    """Return the number of a target of a goal, such as `6.4` or `11.b`, unchanged."""
    if text not in _KNOWN:
        meant = re.search(rf"{_GOAL}\.{_TARGET}(?![0-9a-z.])", text)
        expected = meant[0] if meant and meant[0] in _KNOWN else ""
        raise Fault("sdg-invalid", expected, what="target", example="6.4")
    return text


def parse_sdg_indicator(text: str) -> str:
    """Return the number of an indicator of a target, such as `6.4.2`, unchanged."""
    if not re.fullmatch(rf"{_GOAL}\.{_TARGET}\.[0-9]{{1,2}}", text):
        raise Fault("sdg-invalid", what="indicator", example="6.4.2")
    return text


def parse_language(text: str) -> str:
    """Return the code of a language that has rules for plurals and numbers, unchanged."""
    from babel import Locale
    from babel.localedata import exists

    if re.fullmatch("[a-z]{2,3}", text) and exists(text):
        return text
    names = {name.casefold(): code for code, name in Locale("en").languages.items()}
    meant = names.get(text.casefold(), text.lower()[:2])
    raise Fault("language-unknown", meant if meant != text and exists(meant) else "")


def is_language(text: str) -> bool:
    """Return whether a text is the code of a language that has rules for plurals and numbers."""
    try:
        return bool(parse_language(text))
    except Fault:
        return False


PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The plural forms that a language may have, in the order of CLDR."""


def plural_forms(code: str) -> tuple[str, ...]:
    """Return the plural forms of a language by their CLDR names; none if it is not known."""
    from babel import Locale, UnknownLocaleError

    try:
        known = {*Locale.parse(code).plural_form.tags, "other"}
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(form for form in PLURALS if form in known)


def parse_currency(text: str) -> str:
    """Return the code of a currency that there is, or was (ISO 4217), unchanged."""
    from babel.core import get_global

    known = get_global("all_currencies")
    if text in known:
        return text
    meant = text.upper() if text.upper() in known else _SIGNS.get(text.strip(), "")
    raise Fault("value-word", meant) if meant else Fault("value-word", reason="currency")


def parse_isbn(text: str) -> str:
    """Return an International Standard Book Number of 13 digits, unchanged (ISO 2108).

    Its last digit makes the sum of all, each second one three times, a multiple of ten.
    """
    digits = re.sub(r"[- ]", "", text)
    if not re.fullmatch(r"97[89]\d{10}", digits) or re.search(r"[^\d -]", text):
        raise Fault("isbn-invalid", reason="form")
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    if total % 10:
        check = (10 - (total - int(digits[-1])) % 10) % 10
        raise Fault("isbn-invalid", reason="check", digit=str(check))
    return text


def parse_doi(text: str) -> str:
    """Return a Digital Object Identifier without an address before it, unchanged (ISO 26324)."""
    if re.fullmatch(r"10\.\d{4,9}/[\x21-\x7e]+", text):
        return text
    meant = re.search(r"10\.\d{4,9}/[\x21-\x7e]+", text)
    raise Fault("doi-invalid", meant[0] if meant else "")
