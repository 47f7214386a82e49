"""The sheet on which charts are drawn: pixels with the origin at the top left, and text.

In: shapes in CSS pixels and names of palette tokens. Out: the bytes of an SVG, the same for the
same input. The only module that talks to Matplotlib, and it imports it where it is used.
"""

import io
import math
import unicodedata
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.charts.style import FORMATS, Form, Style

Position = tuple[float, float]
Outline = Sequence[Position]

_ELLIPSIS = "…"
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is filled and outlined; tokens of the palette, "" for not at all."""

    fill: str = ""
    line: str = ""
    width: float = 1.0
    fill_strength: float = 1.0
    line_strength: float = 1.0
    dashes: tuple[float, ...] = ()


def one_line(text: str) -> str:
    """Return `text` without line breaks and without characters that XML forbids."""
    kept = (" " if unicodedata.category(c) == "Cc" else c for c in text)
    return " ".join("".join(c for c in kept if not _is_forbidden(c)).split())


def _is_forbidden(character: str) -> bool:
    return "\ud800" <= character <= "\udfff" or character in "\ufffe\uffff"


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
def _settings(stylesheet: Path) -> dict[str, Any]:
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
        self.settings = _settings(style.stylesheet)
        self.size = float(self.settings["font.size"])
        self.line_px = round(self.size * 1.35)

    def width(self, text: str, size: float | None = None, *, bold: bool = False) -> float:
        """Return the width of one line of text in pixels."""
        if not text:
            return 0.0
        families = tuple(self.settings["font.family"])
        return _width_at_size_one(text, families, 600 if bold else 400) * (size or self.size)

    def shorten(
        self, text: str, room: float, size: float | None = None, *, bold: bool = False
    ) -> str:
        """Return `text`, cut with an ellipsis where it is wider than `room`."""
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


class Canvas:
    """A sheet of a known size. What is drawn later lies above."""

    def __init__(self, style: Style, form: Form, height_px: float) -> None:
        from matplotlib import rc_context
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure

        self.style = style
        self.type = Typesetter(style)
        self.settings = self.type.settings
        self.width_px = FORMATS[form].width_px
        self.height_px = height_px
        self._points = 72 / FORMATS[form].units_per_inch
        inch = FORMATS[form].units_per_inch
        with rc_context(self.settings):
            self._figure = Figure(figsize=(self.width_px / inch, height_px / inch), dpi=72)
            FigureCanvasSVG(self._figure)
            self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, self.width_px)
        self._axes.set_ylim(height_px, 0)
        self._axes.set_axis_off()
        self._layer = 1
        self._tooltips: list[tuple[str, str]] = []

    def text(
        self,
        at: Position,
        text: str,
        token: str,
        *,
        size: float | None = None,
        bold: bool = False,
        align: str = "left",
    ) -> None:
        """Write one horizontal line; `at` is a point of its baseline."""
        if not text:
            return
        self._layer += 1
        self._axes.text(
            *at,
            one_line(text),
            fontsize=(size or self.type.size) * self._points,
            fontweight=600 if bold else 400,
            fontfamily=self.settings["font.family"],
            ha=align,
            va="baseline",
            color=self.style.color(token),
            parse_math=False,
            zorder=self._layer,
        )

    def shape(self, outlines: Sequence[Outline], ink: Ink, *, closed: bool = True) -> str:
        """Draw polygons or lines as one element; return its id."""
        from matplotlib.path import Path as Track

        vertices: list[Position] = []
        codes: list[int] = []
        for outline in outlines:
            vertices.extend(outline)
            codes.extend([Track.MOVETO] + [Track.LINETO] * (len(outline) - 1))
            if closed:
                vertices.append(outline[0])
                codes.append(Track.CLOSEPOLY)
        return self._add(vertices, codes, ink)

    def sectors(self, sectors: Sequence["Arc"], ink: Ink) -> str:
        """Draw ring sectors, circles and parts of circles as one element; return its id."""
        vertices: list[Position] = []
        codes: list[int] = []
        for sector in sectors:
            sector.trace(vertices, codes)
        return self._add(vertices, codes, ink)

    def arc(self, center: Position, radius: float, start: float, end: float, ink: Ink) -> str:
        """Draw an open arc, clockwise from twelve o'clock in degrees; return its id."""
        vertices: list[Position] = []
        codes: list[int] = []
        _trace_arc(center, radius, start, end, vertices, codes)
        return self._add(vertices, codes, ink)

    def tooltip(self, element: str, text: str) -> None:
        """Let `text` be shown where a pointer rests on the element."""
        if text:
            self._tooltips.append((element, one_line(text)))

    @property
    def tooltips(self) -> tuple[tuple[str, str], ...]:
        return tuple(self._tooltips)

    def _add(self, vertices: list[Position], codes: list[int], ink: Ink) -> str:
        from matplotlib.colors import to_rgba
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path as Track

        def color(token: str, strength: float) -> Any:
            return to_rgba(self.style.color(token), strength) if token else "none"

        self._layer += 1
        patch = PathPatch(
            Track(vertices, codes),
            facecolor=color(ink.fill, ink.fill_strength),
            edgecolor=color(ink.line, ink.line_strength),
            linewidth=ink.width * self._points if ink.line else 0,
            linestyle=(0, tuple(d / ink.width for d in ink.dashes)) if ink.dashes else "solid",
            capstyle="butt",
            joinstyle="round",
            clip_on=False,
            zorder=self._layer,
        )
        patch.set_gid(f"e{self._layer}")
        self._axes.add_artist(patch)
        return f"e{self._layer}"

    def svg(self) -> str:
        """Return the drawing; the same bytes for the same drawing."""
        from matplotlib import rc_context

        target = io.StringIO()
        with warnings.catch_warnings(), rc_context(self.settings):
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            self._figure.savefig(target, format="svg", metadata=_NO_METADATA)
        return target.getvalue()


@dataclass(frozen=True, slots=True)
class Arc:
    """A ring sector, a part of a disc (inner radius 0) or a whole disc.

    Angles in degrees, clockwise from twelve o'clock.
    """

    center: Position
    inner: float
    outer: float
    start: float = 0.0
    end: float = 360.0

    def trace(self, vertices: list[Position], codes: list[int]) -> None:
        """Append the outline as vertices and path codes."""
        move, line, close = 1, 2, 79
        whole = self.end - self.start >= 360
        begin = len(codes)
        _trace_arc(self.center, self.outer, self.start, self.end, vertices, codes)
        if self.inner > 0:
            _trace_arc(self.center, self.inner, self.end, self.start, vertices, codes)
            if not whole:
                codes[begin + (len(codes) - begin) // 2] = line
        elif not whole:
            vertices.append(self.center)
            codes.append(line)
        codes[begin] = move
        vertices.append(vertices[-1])
        codes.append(close)


def at_angle(center: Position, radius: float, angle: float) -> Position:
    """Return the point at `angle`, clockwise from twelve o'clock in degrees."""
    radians = math.radians(angle)
    return center[0] + radius * math.sin(radians), center[1] - radius * math.cos(radians)


def _trace_arc(
    center: Position,
    radius: float,
    start: float,
    end: float,
    vertices: list[Position],
    codes: list[int],
) -> None:
    """Append an arc in cubic curves of at most 90 degrees each."""
    move, curve = 1, 4
    pieces = max(1, math.ceil(abs(end - start) / 90 - 1e-9))
    step = (end - start) / pieces
    handle = 4 / 3 * math.tan(math.radians(step) / 4) * radius
    vertices.append(at_angle(center, radius, start))
    codes.append(move)
    for piece in range(pieces):
        first, last = start + piece * step, start + (piece + 1) * step
        a, b = at_angle(center, radius, first), at_angle(center, radius, last)
        u, v = math.radians(first), math.radians(last)
        vertices.append((a[0] + handle * math.cos(u), a[1] + handle * math.sin(u)))
        vertices.append((b[0] - handle * math.cos(v), b[1] - handle * math.sin(v)))
        vertices.append(b)
        codes.extend([curve] * 3)
