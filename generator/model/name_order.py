"""Names in the order of an alphabet, and the letter under which each stands in an index.

An alphabet is its letters in order, with spaces between: "A B C", with "Å" last for readers who
look for it there. What it does not hold stands under the letter that it is a form of (Å under A,
Ł under L), or else, as a letter of another script, under itself, after all others.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

Order = tuple[tuple[int, str], ...]

APART, DIGIT, LETTER = 0, 1, 2
"""Ranks: what parts two words, a digit, the first letter."""

_FORMS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
     "ə": "a", "ŋ": "n"}
)  # fmt: skip
"""Latin letters that Unicode does not take apart, as in the search (`theme/site/assets`)."""


@lru_cache(maxsize=1 << 13)
def order_of(name: str, alphabet: str) -> Order:
    """Return what names are sorted by; an accent outside the alphabet does not move a name."""
    order: list[tuple[int, str]] = []
    for sign in _signs(name, alphabet):
        rank = _rank(sign, alphabet)
        if rank != APART or (order and order[-1][0] != APART):
            order.append((rank, sign if rank != APART else ""))
    return tuple(order[:-1] if order and order[-1][0] == APART else order)


def initial_of(name: str, alphabet: str) -> str:
    """Return the letter or digit under which a name stands; "#" for a name without any."""
    order = order_of(name, alphabet)
    return order[0][1].title() if order else "#"


def is_foreign(letter: str, alphabet: str) -> bool:
    """Return whether a letter belongs to another script."""
    return _rank(letter.casefold(), alphabet) == LETTER + len(_letters(alphabet))


def name_of(letter: str) -> str:
    """Return a letter as an id: itself in small, or the codes of one that no id holds."""
    small = letter.casefold()
    if small.isascii() and small.isalnum():
        return small
    return "-".join(f"u{ord(sign):04x}" for sign in small)


@lru_cache(maxsize=64)
def _letters(alphabet: str) -> dict[str, int]:
    """Return the rank of each letter."""
    letters = unicodedata.normalize("NFC", alphabet).casefold().split()
    return {letter: LETTER + place for place, letter in enumerate(dict.fromkeys(letters))}


def _rank(sign: str, alphabet: str) -> int:
    """Return the rank of a sign; letters that the alphabet lacks come after its own."""
    letters = _letters(alphabet)
    if sign in letters:
        return letters[sign]
    if sign.isdecimal():
        return DIGIT
    is_letter = sign.isalpha() or unicodedata.category(sign).startswith("M")
    return LETTER + len(letters) if is_letter else APART


@lru_cache(maxsize=64)
def _any_sign(alphabet: str) -> re.Pattern[str]:
    """Return what finds a letter of the alphabet, the longest first, or any other sign."""
    letters = sorted(_letters(alphabet), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, letters), "."]), re.DOTALL)


def _signs(name: str, alphabet: str) -> Iterator[str]:
    """Yield the letters and other signs of a name; what the alphabet lacks in its plain form."""
    for sign in _any_sign(alphabet).findall(unicodedata.normalize("NFC", name).casefold()):
        if sign in _letters(alphabet):
            yield sign
        else:
            yield from _plain(sign)


def _plain(sign: str) -> str:
    """Return a sign without its accents."""
    parts = unicodedata.normalize("NFKD", sign.translate(_FORMS))
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", bare)
