"""The print form of a chart: an SVG that stands alone, in the light colours of the palette.

Its fonts are named, not embedded: the typesetter has those of the theme.
"""

from collections.abc import Mapping

from generator.charts.chart import Chart
from generator.charts.shapes import Ink
from generator.charts.style import Style
from generator.charts.svg import number, write_svg
from generator.frozen import dataclass

_POINTS = 72 / 96
"""Points in a CSS pixel."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as publications take it."""

    svg: str
    alternative: str


def write_for_print(chart: Chart, style: Style) -> Figure:
    """Return the chart as a publication prints it.

    Raises:
        ValueError: the chart has a colour that the palette lacks.
    """

    def paint(ink: Ink) -> Mapping[str, str]:
        named = {"fill": ink.fill, "stroke": ink.line}
        return {key: style.color(token) for key, token in named.items() if token}

    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{number(chart.width_px * _POINTS)}pt",
        "height": f"{number(chart.height_px * _POINTS)}pt",
        "font-family": ", ".join(f"'{family}'" for family in style.families),
    }
    return Figure(write_svg(chart, root, paint, style.text_px), chart.alternative)
