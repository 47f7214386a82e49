"""Small multiples: the series of a city side by side, to see at once what moves.

In: `TrendPanels`. Out: a chart, or None without panels. All panels have the same axis of years;
each has its own scale of values, since the units differ.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.charts.alternative import join_sentences
from generator.charts.chart import Chart, Element, Shape, Text
from generator.charts.chart_records import TrendPanel, TrendPanels
from generator.charts.panel_layout import Layout, lay_out_panels
from generator.charts.series_layout import is_broken, tick_words, valued
from generator.charts.shapes import Ink, Sector, line
from generator.charts.style import WIDTH_PX, Form
from generator.charts.typesetting import Typesetter
from generator.language import Language


def draw_trend_panels(chart: TrendPanels, typesetter: Typesetter, form: Form) -> Chart | None:
    """Return the panels in rows, or None where there are none."""
    if not chart.panels:
        return None
    layouts, height = lay_out_panels(chart.panels, typesetter, form)
    elements = (
        element
        for panel, layout in zip(chart.panels, layouts, strict=True)
        for element in _draw_panel(panel, layout, typesetter)
    )
    alternative = _alternative(chart, typesetter.language, form)
    return Chart(WIDTH_PX[form], height, tuple(elements), alternative)


def _draw_panel(panel: TrendPanel, layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    yield from _draw_head(layout, typesetter)
    yield from _draw_grid(layout, typesetter)
    yield from _draw_line(panel, layout)
    yield from _draw_ends(panel, layout, typesetter)


def _draw_head(layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    """Write the name, right above the trend and the unit."""
    left, lines = layout.box.left, len(layout.names) + len(layout.about)
    baseline = layout.head - typesetter.line_px * (lines - 1) - 3
    for name in layout.names:
        yield Text((left, baseline), name, "ink", bold=True)
        baseline += typesetter.line_px
    for words in layout.about:
        yield Text((left, baseline), words, "muted")
        baseline += typesetter.line_px


def _draw_grid(layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    frame, grid = layout.frame, []
    for tick, words in zip(
        layout.scale.ticks, tick_words(layout.scale, typesetter.language), strict=True
    ):
        y = layout.y(tick)
        grid.append(line((frame.left, y), (frame.right, y)))
        if typesetter.width(words) <= layout.gutter:
            at = (layout.box.left + layout.gutter, y + typesetter.size * 0.36)
            yield Text(at, words, "muted", align="right")
    ink = Ink(line="hairline", width=typesetter.style.gridline_px)
    yield Shape(tuple(grid), ink)


def _draw_line(panel: TrendPanel, layout: Layout) -> Iterator[Shape]:
    frame, points = layout.frame, valued(panel.points)
    if panel.best is not None and layout.scale.holds(panel.best):
        y = layout.y(panel.best)
        across = line((frame.left, y), (frame.right, y))
        yield Shape((across,), Ink(line="muted", dashes=(1.5, 2.5)))
    axis = line((frame.left, frame.bottom + 5), (frame.right, frame.bottom + 5))
    yield Shape((axis,), Ink(line="hairline"))
    tracks = [
        line(layout.at(a), layout.at(b))
        for a, b in pairwise(points)
        if not is_broken(panel.breaks, a, b)
    ]
    yield Shape(tuple(tracks), Ink(line="link", width=1.5))
    for point in (points[0], points[-1]):
        hollow = Ink(fill="paper", line="link", width=1.4)
        ink = hollow if point.is_reserved else Ink(fill="link")
        yield Shape((Sector(layout.at(point), 0, 3),), ink)


def _draw_ends(panel: TrendPanel, layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    """Write the first and the last value with their years below their points, apart."""
    frame, points = layout.frame, valued(panel.points)
    ends = ((panel.first, panel.last), (points[0].period, points[-1].period))
    firsts, lasts = (max(map(typesetter.width, words)) for words in zip(*ends, strict=True))
    right = min(frame.right + 4, layout.x(points[-1].position) + lasts / 2)
    right = max(right, frame.left + firsts + lasts + 10)
    left = max(frame.left - 4, layout.x(points[0].position) - firsts / 2)
    left = min(left, right - lasts - 12 - firsts)
    below = frame.bottom + typesetter.line_px + 4
    for (first, last), token in zip(ends, ("ink", "muted"), strict=True):
        yield Text((left, below), first, token)
        yield Text((right, below), last, token, align="right")
        below += typesetter.line_px


def _alternative(chart: TrendPanels, language: Language, form: Form) -> str:
    return join_sentences(
        (
            language.label(
                "chart.panels.alt",
                name=panel.name,
                first=panel.first,
                last=panel.last,
                start=valued(panel.points)[0].period,
                end=valued(panel.points)[-1].period,
                trend=language.inside(panel.trend),
            )
            for panel in chart.panels
        ),
        form,
    )
