"""Words whose letters went through a wrong encoding, such as `BevÃ¶lkerung` for `Bevölkerung`.

The bytes of UTF-8 read one by one as a Western code page give such letters; read back, they give
the word. What means anything by itself is left alone.
"""

import re
from collections.abc import Iterator

_BEHIND = "\u00a0-\u00bfŒœŠšŸŽžƒˆ†‡•…‰€™"
"""What the second byte of a letter reads as; quotation marks and dashes end ordinary words."""
_ONCE = re.compile(f"[ÂÃ][{_BEHIND}]")
_OFTEN = re.compile(f"(?:[ÄÅÐÑÎÏ][{_BEHIND}‘’“”–—\u0080-\u009f]){{2}}")
_WORD = re.compile(r"[^\s,;\"()]+")
CODE_PAGE = "cp1252"


def is_misread(text: str) -> bool:
    """Return whether a text may hold a word that was misread."""
    return bool(_ONCE.search(text) or _OFTEN.search(text))


def misread_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where a word stands that was misread, the word, and what it reads as."""
    for match in _WORD.finditer(text):
        word = match[0][:200]
        if is_misread(word):
            meant = _read_back(word)
            if meant is not None:
                yield match.start(), word, meant


def _read_back(word: str) -> str | None:
    try:
        return word.encode(CODE_PAGE).decode("utf-8")
    except UnicodeError:
        return None
