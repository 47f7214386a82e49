"""Text before it is drawn: the shipped fonts, widths, lines, and what may not stand in an SVG.

In: text, sizes in CSS pixels, the style. Out: widths in pixels and lines that fit.
"""

import unicodedata
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.charts.style import Style

_ELLIPSIS = "…"
_FORBIDDEN = "\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def one_line(text: str) -> str:
    """Return `text` without line breaks, characters that XML forbids, and bidi overrides."""
    kept = (" " if unicodedata.category(c) == "Cc" else c for c in text)
    return " ".join("".join(c for c in kept if not _is_forbidden(c)).split())


def _is_forbidden(character: str) -> bool:
    return "\ud800" <= character <= "\udfff" or character in _FORBIDDEN


@lru_cache(maxsize=1)
def _register(fonts: tuple[Path, ...]) -> None:
    """Make the shipped fonts known, each family in two weights.

    A weight in the name of a family becomes a weight of the family; a family shipped in one
    weight stands for both.
    """
    from dataclasses import replace

    from matplotlib.font_manager import fontManager

    ours = []
    for font in fonts:
        fontManager.addfont(str(font))
        entry = fontManager.ttflist.pop()
        bold = entry.name.endswith(" SemiBold")
        family = entry.name.removesuffix(" SemiBold")
        ours.append(replace(entry, name=family, weight=600 if bold else 400))
    bold_families = {entry.name for entry in ours if entry.weight == 600}
    alike = [replace(e, weight=600) for e in ours if e.name not in bold_families]
    fontManager.ttflist.extend(ours + alike)


@lru_cache(maxsize=4)
def _settings(stylesheet: Path, content: bytes) -> dict[str, Any]:
    """Return the settings of a style sheet; its content tells a changed one from the former."""
    from matplotlib import rc_params_from_file

    return dict(rc_params_from_file(stylesheet, use_default_template=False))


@lru_cache(maxsize=4096)
def _width_at_size_one(text: str, families: tuple[str, ...], weight: int) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    properties = FontProperties(family=list(families), weight=weight, size=100)
    with warnings.catch_warnings():  # a glyph that no font has is drawn by the reader's own font
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        width, _, _ = text_to_path.get_text_width_height_descent(text, properties, False)
    return float(width) / 100


class Typesetter:
    """Measures and wraps text, before the size of the sheet is known."""

    def __init__(self, style: Style) -> None:
        _register(style.fonts)
        self.settings = _settings(style.stylesheet, style.stylesheet.read_bytes())
        self.size = float(self.settings["font.size"])
        self.line_px = round(self.size * 1.35)

    def width(self, text: str, size: float | None = None, *, bold: bool = False) -> float:
        """Return the width of one line of text in pixels."""
        text = one_line(text)
        if not text:
            return 0.0
        families = tuple(self.settings["font.family"])
        return _width_at_size_one(text, families, 600 if bold else 400) * (size or self.size)

    def shorten(
        self, text: str, room: float, size: float | None = None, *, bold: bool = False
    ) -> str:
        """Return `text`, cut with an ellipsis where it is wider than `room`."""
        text = one_line(text)
        if self.width(text, size, bold=bold) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            cut = text[:middle].rstrip() + _ELLIPSIS
            fits = self.width(cut, size, bold=bold) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + _ELLIPSIS

    def wrap(
        self,
        text: str,
        room: float,
        size: float | None = None,
        *,
        bold: bool = False,
        most: int = 3,
    ) -> list[str]:
        """Return `text` in at most `most` lines no wider than `room`."""
        lines: list[str] = []
        words = one_line(text).split()
        while words and len(lines) < most - 1:
            count = 1
            while count < len(words) and (
                self.width(" ".join(words[: count + 1]), size, bold=bold) <= room
            ):
                count += 1
            lines.append(" ".join(words[:count]))
            words = words[count:]
        if words:
            lines.append(" ".join(words))
        return [self.shorten(line, room, size, bold=bold) for line in lines]
