"""Text that looks like something else: letters of several scripts, heaps of marks on a letter."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f]{5,}"
)
"""More marks on one letter than any script has."""
HOST = re.compile(r"(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,63}(?!\w)")
"""The name of a place of the web, as people write it in a text."""


def mixes_scripts(host: str) -> bool:
    """Return whether a part of a host has letters of several scripts, such as a Cyrillic е in un.

    Scripts that are written together, as Japanese ones are, count as one.
    """
    return any(len({_script(letter) for letter in part if letter.isalpha()}) > 1
               for part in _shown(host).split("."))  # fmt: skip


def host_of(address: str) -> str:
    """Return the host of an address; "" where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def leads_elsewhere(text: str, address: str) -> bool:
    """Return whether the text of a link names a place of the web that its address is not at."""
    host = host_of(address)
    named = HOST.search(text)
    if not host or named is None or "@" in text:
        return False
    mine, other = (name.casefold().removeprefix("www.") for name in (_shown(host), named[0]))
    return not (mine == other or mine.endswith(f".{other}") or other.endswith(f".{mine}"))


def _shown(host: str) -> str:
    """Return a host as browsers show it."""
    try:
        return ".".join(
            part[4:].encode().decode("punycode") if part.startswith("xn--") else part
            for part in unquote(host).split(".")
        )
    except UnicodeError:
        return host


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0]
    together = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
    return together[0] if name in together else name
