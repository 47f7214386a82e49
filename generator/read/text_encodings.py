"""Bytes to text: UTF-8 as it should be, and the other ways in which programs save a text.

Which old code page a text was saved in no byte tells: the one is taken in whose letters the words
look most like words. Such a text is read so that all else in it can be judged; that it is not
saved as UTF-8 is a problem, and nothing is published from it.
"""

import re
import unicodedata
from collections.abc import Mapping

from generator.frozen import dataclass

UTF_8 = "UTF-8"
UTF_16 = "UTF-16"
_WEST = frozenset("äöüßÄÖÜéèêàâçîôûëïñáíóúåøæÅØÆãõÉµ")
_EAST = frozenset("ąćęłńóśźżŁŚŻčďěňřšťůúýžáéíČŘŠŽÚőűâîăşţöüäëç")
_TURKISH = frozenset("çğıöşüÇĞİÖŞÜâîəƏ")
_BALTIC = frozenset("ąčęėįšųūžĄČĘĖĮŠŲŪŽāēģīķļņõäöüĀĒĪ")

CODE_PAGES: Mapping[str, tuple[str, frozenset[str]]] = {
    "cp1252": ("Windows-1252", _WEST),
    "cp1250": ("Windows-1250", _EAST),
    "cp1251": ("Windows-1251", frozenset()),
    "cp1254": ("Windows-1254", _TURKISH),
    "cp1257": ("Windows-1257", _BALTIC),
    "cp1253": ("Windows-1253", frozenset()),
    "mac_roman": ("Macintosh", _WEST),
    "cp866": ("DOS-866", frozenset()),
    "cp850": ("DOS-850", _WEST),
    "cp852": ("DOS-852", _EAST),
    "koi8-r": ("KOI8-R", frozenset()),
}
"""Code pages by the name of their codec: what people call them, and the letters beside a to z in
which their languages are written, where they are few. Where several fit as well, the first is
taken."""
SAMPLE = 20_000
"""Number of bytes by which a code page is chosen, from the first that is no ASCII."""

_WORD = re.compile(r"[^\s\x21-\x2f\x3a-\x40]+")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_LOST = "\ufffd"
_RAISED_AND_DIGITS = "¹²³0123456789"
_SIGNS = "°–—‘’“”„«»€№…§©®±·×−•¹²³"


@dataclass(frozen=True)
class DecodedText:
    """A text; `encoding` is how it was saved where that is not UTF-8.

    `first_wrong` is the position of the first byte that UTF-8 does not have, if there is one.
    """

    text: str
    encoding: str = UTF_8
    first_wrong: int | None = None


def decode(data: bytes) -> DecodedText | None:
    """Return the text of a file, whatever its encoding; None if it is no text that is known."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_wide(data, "utf-16")
    zeros = data.count(0)
    if zeros > len(data) // 4:
        high_first = data[::2].count(0) > zeros // 2
        return _decode_wide(data, "utf-16-be" if high_first else "utf-16-le")
    try:
        return DecodedText(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        start = error.start
    if _NO_TEXT.search(data):
        return None
    return _decode_damaged(data, start) or _decode_old(data, start)


def _decode_wide(data: bytes, codec: str) -> DecodedText | None:
    try:
        return DecodedText(data.decode(codec).removeprefix("\ufeff"), UTF_16, 0)
    except UnicodeDecodeError:
        return None


def _decode_damaged(data: bytes, start: int) -> DecodedText | None:
    """Return a text in UTF-8 in which some bytes are wrong; None if most of its bytes are."""
    text = data.decode("utf-8-sig", errors="replace")
    whole = sum(letter > "\x7f" for letter in text) - text.count(_LOST)
    if whole <= text.count(_LOST):
        return None
    return DecodedText(text.replace(_LOST, "?"), UTF_8, start)


def _decode_old(data: bytes, start: int) -> DecodedText | None:
    """Return the text in the code page that makes the most words of it."""
    begin = data.rfind(b"\n", 0, start) + 1
    sample = data[begin : begin + SAMPLE]
    judged = {codec: _likeness(sample, codec) for codec in CODE_PAGES}
    for codec in sorted(judged, key=lambda codec: -judged[codec]):
        try:
            return DecodedText(data.decode(codec), CODE_PAGES[codec][0], start)
        except UnicodeDecodeError:
            continue
    return None


def _likeness(sample: bytes, codec: str) -> float:
    """Return how much the words that are not ASCII look like words in a code page, 0 to 1."""
    found = _WORD.findall(sample.decode(codec, errors="replace"))
    words = [word for word in found if not word.isascii()]
    usual = CODE_PAGES[codec][1]
    return sum(_usual_share(word, usual) for word in words) / len(words) if words else 0.0


def _usual_share(word: str, usual: frozenset[str]) -> float:
    """Return the share of usual ones among the letters beside a to z; 0 if it is no word."""
    if not _is_word(word):
        return 0.0
    wide = [letter for letter in word if letter > "\x7f" and letter.isalpha()]
    return sum(letter in usual for letter in wide) / len(wide) if usual and wide else 1.0


def _is_word(word: str) -> bool:
    """Return whether a word, or a sign, looks like one that somebody has typed."""
    letters = word.strip(_SIGNS).rstrip(_RAISED_AND_DIGITS)
    if not letters:
        return True
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in letters}
    wide = sum(letter > "\x7f" for letter in letters)
    return (
        letters.isalpha()
        and (len(scripts) == 1 or letters == "µ")
        and (letters[1:] == letters[1:].lower() or letters == letters.upper())
        and not (scripts == {"LATIN"} and len(letters) > 2 and wide > len(letters) / 2)
    )
