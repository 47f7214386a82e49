"""From what people write for a country to its code of two letters.

Codes are never guessed by their letters: UK is near UA and means GB. What is not a code of the
framework is one of its aliases, a name in one of the languages, or unknown.
"""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from generator.frozen import dataclass
from generator.model.framework_tables import Country
from generator.model.usage_tables import CountryAlias

SHORTEST_NAME = 5
"""Letters from which on a text is compared with names; what is shorter is a code."""
NEAR = 0.85
"""Similarity from which on a name counts as misspelt."""


@dataclass(frozen=True, slots=True)
class CountryMeant:
    """The code that is meant; blank if unknown. `sure`: by a name or code that means only this.

    `note` is what is to be said of a name that has no code.
    """

    code: str = ""
    sure: bool = False
    note: str = ""


def country_meant(
    text: str, countries: Iterable[Country], aliases: Iterable[CountryAlias]
) -> CountryMeant:
    """Return the country that a text means which is not a code."""
    written = plain_name(text)
    codes: dict[str, set[str]] = {}
    for row in countries:
        names = (row.country, row.iso3, row.name, row.name_fr, row.name_ru)
        for name in filter(None, names):
            codes.setdefault(plain_name(name), set()).add(row.country)
            codes.setdefault(plain_name(name.partition("(")[0]), set()).add(row.country)
    for alias in aliases:
        if plain_name(alias.alias) == written:
            return CountryMeant(alias.country or "", _is_sure(text), alias.note or "")
    found = codes.get(written, set())
    if len(found) == 1:
        return CountryMeant(min(found), _is_sure(text))
    return (
        CountryMeant(_nearest(written, codes)) if len(written) >= SHORTEST_NAME else CountryMeant()
    )


def _is_sure(text: str) -> bool:
    """A code in small letters may be that of a language: uk, el, sv."""
    return len(text) > 2 or text.isupper()


def plain_name(text: str) -> str:
    """Return the letters of a name without accents, capitals and marks."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    words = "".join(
        letter if letter.isalnum() else " "
        for letter in letters
        if not unicodedata.combining(letter)
    ).split()
    return "".join(words[1:] if words[:1] == ["the"] else words)


def _nearest(written: str, codes: dict[str, set[str]]) -> str:
    """Return the code of the most similar name; blank if none is near, or two are alike."""
    matcher = SequenceMatcher(b=written)
    best: dict[str, float] = {}
    for name, meant in codes.items():
        matcher.set_seq1(name)
        if matcher.quick_ratio() >= NEAR and len(meant) == 1:
            code = min(meant)
            best[code] = max(best.get(code, 0.0), matcher.ratio())
    ranked = sorted(best, key=lambda code: -best[code])
    near = [code for code in ranked if best[code] >= NEAR]
    return near[0] if near and (len(near) == 1 or best[near[0]] > best[near[1]]) else ""
