"""A chart as elements of SVG, in ink that the writer of a medium provides.

Paths go in relative steps of two decimals: equal shapes at different places become equal texts,
which compress well. Each step leads from a rounded place to a rounded place, so that errors do
not add up.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from xml.etree import ElementTree

from generator.charts.chart import Chart, Element, Text
from generator.charts.shapes import (
    Arc,
    Ink,
    Outline,
    Polygon,
    Polyline,
    Position,
    Sector,
    at_angle,
)
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
        _add(svg, element, paint)
    return ElementTree.tostring(svg, encoding="unicode")


def _add(svg: ElementTree.Element, element: Element, paint: Paint) -> None:
    if isinstance(element, Text):
        if words := one_line(element.words):
            text = ElementTree.SubElement(svg, "text", _stated(_type(element, paint)))
            text.text = words
        return
    if not element.outlines:
        return
    ink = element.ink
    name, place = _form(element.outlines)
    drawn = ElementTree.SubElement(svg, name, _stated({**place, **_lines(ink), **paint(ink)}))
    if tip := one_line(element.tip):
        ElementTree.SubElement(drawn, "title").text = tip


def _form(outlines: Sequence[Outline]) -> tuple[str, dict[str, str]]:
    """Return the element that draws some outlines and where it does: one disc is a circle."""
    match outlines:
        case [Sector(center, 0, outer, start, end)] if end - start == 360:
            x, y = map(number, center)
            return "circle", {"cx": x, "cy": y, "r": number(outer)}
    return "path", {"d": path_data(outlines)}


def _stated(attributes: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in attributes.items() if value}


def _type(text: Text, paint: Paint) -> dict[str, str]:
    return {
        "x": number(text.at[0]),
        "y": number(text.at[1]),
        "text-anchor": _ANCHORS[text.align],
        "font-size": number(text.size) if text.size else "",
        "font-weight": "600" if text.bold else "",
        **paint(Ink(fill=text.token)),
    }


def _lines(ink: Ink) -> dict[str, str]:
    """Return the attributes of an ink that are the same in every medium."""
    return {
        "fill": "" if ink.fill else "none",
        "fill-opacity": number(ink.fill_strength) if ink.fill_strength != 1 else "",
        "stroke-width": number(ink.width) if ink.line and ink.width != 1 else "",
        "stroke-opacity": number(ink.line_strength) if ink.line_strength != 1 else "",
        "stroke-dasharray": " ".join(map(number, ink.dashes)),
    }


def number(value: float) -> str:
    """Return a number with at most two decimals and no zero that says nothing."""
    return _hundredths(round(value * 100))


@lru_cache(maxsize=1 << 12)
def _hundredths(count: int) -> str:
    text = f"{count / 100:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def path_data(outlines: Sequence[Outline]) -> str:
    """Return the path of outlines: M, L, A and Z, all in relative steps."""
    pen = _Pen()
    for outline in outlines:
        pen.draw(outline)
    return "".join(pen.steps)


class _Pen:
    """Writes steps, and knows where they have led, in hundredths of a pixel."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self._at = self._begin = (0, 0)

    def draw(self, outline: Outline) -> None:
        match outline:
            case Polyline(points):
                self._through(points)
            case Polygon(points):
                self._through(points)
                self._close()
            case Arc(center, radius, start, end):
                self._turn(center, radius, start, end)
            case Sector():
                self._around(outline)

    def _around(self, sector: Sector) -> None:
        center, inner, start, end = sector.center, sector.inner, sector.start, sector.end
        self._turn(center, sector.outer, start, end)
        if end - start < 360:
            if inner > 0:
                self._turn(center, inner, end, start, joined=True)
            else:
                self._step("l", center)
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
        at = round(to[0] * 100), round(to[1] * 100)
        x, y = _hundredths(at[0] - self._at[0]), _hundredths(at[1] - self._at[1])
        self._at = at
        if command == "m":
            self._begin = at
        gap = "" if x.startswith("-") else before
        self.steps.append(f"{command}{gap}{x}{'' if y.startswith('-') else ' '}{y}")

    def _close(self) -> None:
        self.steps.append("z")
        self._at = self._begin
