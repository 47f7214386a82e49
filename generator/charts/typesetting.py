"""Text before it is drawn: widths by the shipped fonts, lines, and what may not stand in an SVG.

In: text, sizes in CSS pixels, the style. Out: widths in pixels and lines that fit.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from generator.charts.style import Style
from generator.language import Language

_ELLIPSIS = "…"
_FORBIDDEN = "\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LINE_HEIGHT = 1.35


@lru_cache(maxsize=1024)
def one_line(text: str) -> str:
    """Return `text` without line breaks, characters that XML forbids, and bidi overrides."""
    kept = (" " if unicodedata.category(c) == "Cc" else c for c in text)
    return " ".join("".join(c for c in kept if not _is_forbidden(c)).split())


def _is_forbidden(character: str) -> bool:
    return "\ud800" <= character <= "\udfff" or character in _FORBIDDEN


@lru_cache(maxsize=32)
def _advances(font: Path) -> Mapping[int, float]:
    """Return how far each letter of a font reaches, as a share of the size of the type."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as face:
        units, metrics = face["head"].unitsPerEm, face["hmtx"].metrics
        return {letter: metrics[glyph][0] / units for letter, glyph in face.getBestCmap().items()}


class _Letters(dict[str, float]):
    """The width of every letter at size one, in the first of the fonts that has it.

    What none has is drawn by the reader's own font: it is taken for a square.
    """

    def __init__(self, fonts: tuple[Path, ...]) -> None:
        self._fonts = fonts

    def __missing__(self, letter: str) -> float:
        unknown = 0.0 if unicodedata.combining(letter) else 1.0
        having = (font for font in map(_advances, self._fonts) if ord(letter) in font)
        self[letter] = next(having, {ord(letter): unknown})[ord(letter)]
        return self[letter]


_letters = lru_cache(maxsize=8)(_Letters)


class Typesetter:
    """The words of a language in the type of the theme: measured, cut, wrapped."""

    def __init__(self, style: Style, language: Language) -> None:
        self.style = style
        self.language = language
        self.size = style.text_px
        self.line_px = round(self.size * _LINE_HEIGHT)
        self._letters = {False: _letters(style.fonts), True: _letters(style.bold_fonts)}

    def width(self, text: str, size: float | None = None, *, bold: bool = False) -> float:
        """Return the width of one line of text in pixels."""
        letters = self._letters[bold]
        return sum(letters[letter] for letter in one_line(text)) * (size or self.size)

    def shorten(self, text: str, room: float, *, bold: bool = False) -> str:
        """Return `text`, cut with an ellipsis where it is wider than `room`."""
        text = one_line(text)
        if self.width(text, bold=bold) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            cut = text[:middle].rstrip() + _ELLIPSIS
            fits = self.width(cut, bold=bold) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + _ELLIPSIS

    def wrap(self, text: str, room: float, *, bold: bool = False, most: int = 3) -> list[str]:
        """Return `text` in at most `most` lines no wider than `room`."""
        lines: list[str] = []
        words = one_line(text).split()
        while words and len(lines) < most - 1:
            count = 1
            while count < len(words) and (
                self.width(" ".join(words[: count + 1]), bold=bold) <= room
            ):
                count += 1
            lines.append(" ".join(words[:count]))
            words = words[count:]
        if words:
            lines.append(" ".join(words))
        return [self.shorten(line, room, bold=bold) for line in lines]
