"""A chart as elements of SVG, in ink that the writer of a medium provides.

Paths go in relative steps of two decimals: equal shapes at different places become equal texts,
which compress well. Each step is measured from where the rounded ones have led, so that errors do
not add up.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree

from generator.charts.chart import Chart, Element, Text
from generator.charts.shapes import Arc, Ink, Outline, Polygon, Polyline, Position, at_angle
from generator.charts.typesetting import one_line

Paint = Callable[[Ink], Mapping[str, str]]
"""How a medium names the colours of an ink: attributes of an element."""

_ANCHORS = {"left": "", "center": "middle", "right": "end"}
_UNSEEN_PX = 0.15
"""An arc that rises less than this above its chord is drawn as the chord."""


def write_svg(chart: Chart, root: Mapping[str, str], paint: Paint, text_px: float) -> str:
    """Return the chart as one element; `text_px` is the size of letters that the root states."""
    given = {
        "viewBox": f"0 0 {number(chart.width_px)} {number(chart.height_px)}",
        "font-size": number(text_px),
        "stroke-linejoin": "round",
    }
    svg = ElementTree.Element("svg", {**root, **given})
    for element in chart.elements:
        _add(svg, element, paint, text_px)
    return ElementTree.tostring(svg, encoding="unicode")


def _add(svg: ElementTree.Element, element: Element, paint: Paint, text_px: float) -> None:
    if isinstance(element, Text):
        if words := one_line(element.words):
            ElementTree.SubElement(svg, "text", _type(element, paint, text_px)).text = words
        return
    attributes = {"d": path_data(element.outlines), **paint(element.ink), **_lines(element.ink)}
    if not attributes["d"]:
        return
    path = ElementTree.SubElement(svg, "path", attributes)
    if tip := one_line(element.tip):
        ElementTree.SubElement(path, "title").text = tip


def _type(text: Text, paint: Paint, text_px: float) -> dict[str, str]:
    attributes = {
        "x": number(text.at[0]),
        "y": number(text.at[1]),
        "text-anchor": _ANCHORS[text.align],
        "font-size": number(text.size) if text.size != text_px else "",
        "font-weight": "600" if text.bold else "",
        **paint(Ink(fill=text.token)),
    }
    return {key: value for key, value in attributes.items() if value}


def _lines(ink: Ink) -> dict[str, str]:
    """Return the attributes of an ink that are the same in every medium."""
    attributes = {
        "fill": "" if ink.fill else "none",
        "fill-opacity": number(ink.fill_strength) if ink.fill_strength != 1 else "",
        "stroke-width": number(ink.width) if ink.line and ink.width != 1 else "",
        "stroke-opacity": number(ink.line_strength) if ink.line_strength != 1 else "",
        "stroke-dasharray": " ".join(map(number, ink.dashes)),
    }
    return {key: value for key, value in attributes.items() if value}


def number(value: float) -> str:
    """Return a number with at most two decimals and no zero that says nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    if text.startswith(("0.", "-0.")):
        text = text.replace("0.", ".", 1)
    return "0" if text == "-0" else text


def path_data(outlines: Sequence[Outline]) -> str:
    """Return the path of outlines: M, L, A and Z, all in relative steps."""
    pen = _Pen()
    for outline in outlines:
        pen.draw(outline)
    return "".join(pen.steps)


class _Pen:
    """Writes steps, and knows where the rounded ones have led."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self._at = self._begin = (0.0, 0.0)

    def draw(self, outline: Outline) -> None:
        if isinstance(outline, Polyline | Polygon):
            self._through(outline.points)
            if isinstance(outline, Polygon):
                self._close()
            return
        if isinstance(outline, Arc):
            self._turn(outline.center, outline.radius, outline.start, outline.end)
            return
        whole = outline.end - outline.start >= 360
        self._turn(outline.center, outline.outer, outline.start, outline.end)
        if whole:
            self._close()
        if outline.inner > 0:
            self._turn(outline.center, outline.inner, outline.end, outline.start, joined=not whole)
        elif not whole:
            self._step("l", outline.center)
        if outline.inner > 0 or not whole:
            self._close()

    def _through(self, points: Sequence[Position]) -> None:
        for place, point in enumerate(points):
            self._step("l" if place else "m", point)

    def _turn(
        self, center: Position, radius: float, start: float, end: float, *, joined: bool = False
    ) -> None:
        """Draw an arc in pieces of at most 90 degrees, or as a line where it hardly bends."""
        self._step("l" if joined else "m", at_angle(center, radius, start))
        pieces = max(1, math.ceil(abs(end - start) / 90 - 1e-9))
        if radius * (1 - math.cos(math.radians(end - start) / 2)) < _UNSEEN_PX and pieces == 1:
            self._step("l", at_angle(center, radius, end))
            return
        round_ = number(radius)
        for piece in range(1, pieces + 1):
            to = at_angle(center, radius, start + (end - start) * piece / pieces)
            self._step(f"a{round_} {round_} 0 0 {int(end > start)}", to, " ")

    def _step(self, command: str, to: Position, before: str = "") -> None:
        x, y = (number(value - at) for value, at in zip(to, self._at, strict=True))
        self._at = (self._at[0] + float(x), self._at[1] + float(y))
        if command == "m":
            self._begin = self._at
        gap = "" if x.startswith("-") else before
        self.steps.append(f"{command}{gap}{x}{'' if y.startswith('-') else ' '}{y}")

    def _close(self) -> None:
        self.steps.append("z")
        self._at = self._begin
