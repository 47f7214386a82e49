"""How codes are read that others publish: numbers of the SDGs, codes of languages.

As in `scalars`, a function returns the text or raises `Fault`.
"""

import re

from generator.model.scalars import Fault

_GOAL = r"(?:[1-9]|1[0-7])"
_TARGET = r"(?:[1-9][0-9]?|[a-d])"


def parse_sdg_goal(text: str) -> str:
    """Return the number of a Sustainable Development Goal, unchanged."""
    if not re.fullmatch(_GOAL, text):
        raise Fault("sdg-invalid", what="goal", example="6")
    return text


def parse_sdg_target(text: str) -> str:
    """Return the number of a target of a goal, such as `6.4` or `11.b`, unchanged."""
    if not re.fullmatch(rf"{_GOAL}\.{_TARGET}", text):
        raise Fault("sdg-invalid", what="target", example="6.4")
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
