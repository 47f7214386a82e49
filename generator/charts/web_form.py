"""The web form of a chart: an SVG to stand inside a page, its colours those of the site.

In: a chart. Out: markup without style attributes, ids and namespaces; every colour is a class
(`f-ink` fills, `s-ink` strokes) whose rule is written by `color_rules`.
"""

from collections.abc import Iterable, Mapping

from generator.charts.chart import Chart
from generator.charts.shapes import Ink
from generator.charts.style import Style
from generator.charts.svg import write_svg

_ROOT = {"class": "chart", "aria-hidden": "true", "focusable": "false"}


def write_for_web(chart: Chart, style: Style) -> str:
    """Return the chart as inline SVG.

    The text alternative belongs to the surrounding figure: the drawing itself is hidden from
    assistive technology.

    Raises:
        ValueError: the chart has a colour that the palette lacks.
    """

    def paint(ink: Ink) -> Mapping[str, str]:
        named = {"f": ink.fill, "s": ink.line}
        used = {short: token for short, token in named.items() if token and style.color(token)}
        return {"class": " ".join(f"{short}-{token}" for short, token in used.items())}

    return write_svg(chart, _ROOT, paint, style.text_px)


def color_rules(tokens: Iterable[str]) -> str:
    """Return the style sheet rules by which the classes of charts take the site's colours."""
    return "".join(
        f".chart .f-{token}{{fill:var(--{token})}}.chart .s-{token}{{stroke:var(--{token})}}\n"
        for token in tokens
    )
