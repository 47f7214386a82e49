"""The sheet on which charts are drawn: pixels with the origin at the top left, and text.

In: shapes in CSS pixels and names of palette tokens. Out: the text of an SVG, the same for the
same input. Matplotlib is imported where it is used.
"""

import io
import warnings
from collections.abc import Sequence
from typing import Any

from generator.charts.shapes import (
    CLOSE,
    LINE,
    MOVE,
    Arc,
    Ink,
    Outline,
    Position,
    trace_arc,
)
from generator.charts.style import FORMATS, Form, Style
from generator.charts.typesetting import Typesetter, one_line

_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


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
        vertices: list[Position] = []
        codes: list[int] = []
        for outline in outlines:
            vertices.extend(outline)
            codes.extend([MOVE] + [LINE] * (len(outline) - 1))
            if closed:
                vertices.append(outline[0])
                codes.append(CLOSE)
        return self._add(vertices, codes, ink)

    def sectors(self, sectors: Sequence[Arc], ink: Ink) -> str:
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
        trace_arc(center, radius, start, end, vertices, codes)
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
        from matplotlib.path import Path

        def color(token: str, strength: float) -> Any:
            return to_rgba(self.style.color(token), strength) if token else "none"

        self._layer += 1
        patch = PathPatch(
            Path(vertices, codes),
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
