"""Small multiples: the series of a city side by side, to see at once what moves.

In: `TrendPanels`. Out: a figure, or None without panels. All panels have the same axis of years;
each has its own scale of values, since the units differ.
"""

from itertools import pairwise

from generator.charts.alternative import join_sentences
from generator.charts.canvas import Canvas
from generator.charts.chart_records import Figure, Point, TrendPanel, TrendPanels
from generator.charts.placement import Box
from generator.charts.shapes import Arc, Ink, Position
from generator.charts.style import FORMATS, Form, Style
from generator.charts.typesetting import Typesetter
from generator.language import Language

KIND = "trend-panels"
_COLUMNS = {"web": 2, "print": 3}
_GUTTER_PX = 18.0
_HEAD_LINES = 4
"""Two of the name, the trend, the unit."""
_PLOT_PX = 44.0
_BELOW_PX = 18.0


def draw_trend_panels(
    chart: TrendPanels, style: Style, language: Language, form: Form
) -> Figure | None:
    """Return the panels in rows, or None where there are none."""
    if not chart.panels:
        return None
    typesetter = Typesetter(style)
    columns = _COLUMNS[form]
    width = (FORMATS[form].width_px - _GUTTER_PX * (columns - 1)) / columns
    height = _HEAD_LINES * typesetter.line_px + _PLOT_PX + 2 * typesetter.line_px + _BELOW_PX
    rows = -(-len(chart.panels) // columns)
    canvas = Canvas(style, form, rows * height - _BELOW_PX + 4)
    span = _span(chart)
    for number, panel in enumerate(chart.panels):
        left = (number % columns) * (width + _GUTTER_PX)
        top = (number // columns) * height
        _draw_panel(canvas, panel, Box(left, top, left + width, top + height), span)
    return Figure(
        svg=canvas.svg(),
        alternative=_alternative(chart, language),
        width_px=canvas.width_px,
        height_px=canvas.height_px,
        kind=KIND,
        tooltips=canvas.tooltips,
    )


def _span(chart: TrendPanels) -> tuple[float, float]:
    positions = [point.position for panel in chart.panels for point in panel.points]
    return min(positions), max(positions)


def _draw_panel(canvas: Canvas, panel: TrendPanel, box: Box, span: tuple[float, float]) -> None:
    line, width = canvas.type.line_px, box.right - box.left
    names = canvas.type.wrap(panel.name, width, bold=True, most=2)
    head = box.top + line * _HEAD_LINES
    first_row = head - line * (1 + len(names))
    for row, words in enumerate(names):
        canvas.text((box.left, first_row + row * line - 3), words, "ink", bold=True)
    for row, words in enumerate((panel.trend, panel.unit)):
        fitting = canvas.type.shorten(words, width)
        canvas.text((box.left, head + (row - 1) * line - 3), fitting, "muted")
    frame = Box(box.left + 4, head + 6, box.right - 4, head + _PLOT_PX)
    _draw_line(canvas, panel, frame, span)
    _write_ends(canvas, panel, frame, span)


def _write_ends(canvas: Canvas, panel: TrendPanel, frame: Box, span: tuple[float, float]) -> None:
    """Write the first and the last value with their years below their points, apart."""
    points = _valued(panel)
    ends = ((panel.first, panel.last), (points[0].period, points[-1].period))
    firsts, lasts = (max(map(canvas.type.width, words)) for words in zip(*ends, strict=True))
    right = min(frame.right + 4, _x(frame, points[-1].position, span) + lasts / 2)
    right = max(right, frame.left + firsts + lasts + 10)
    left = max(frame.left - 4, _x(frame, points[0].position, span) - firsts / 2)
    left = min(left, right - lasts - 12 - firsts)
    below = frame.bottom + canvas.type.line_px + 4
    for row, ((first, last), token) in enumerate(zip(ends, ("ink", "muted"), strict=True)):
        canvas.text((left, below + row * canvas.type.line_px), first, token)
        canvas.text((right, below + row * canvas.type.line_px), last, token, align="right")


def _x(frame: Box, position: float, span: tuple[float, float]) -> float:
    return frame.left + (frame.right - frame.left) * (position - span[0]) / (
        (span[1] - span[0]) or 1.0
    )


def _valued(panel: TrendPanel) -> list[Point]:
    return [point for point in panel.points if point.value is not None]


def _draw_line(canvas: Canvas, panel: TrendPanel, frame: Box, span: tuple[float, float]) -> None:
    points = _valued(panel)
    values = [point.value or 0.0 for point in points]
    low, high = min(values), max(values)
    if panel.best is not None and low - (high - low) <= panel.best <= high + (high - low):
        low, high = min(low, panel.best), max(high, panel.best)
    height = (high - low) or 1.0

    def at(point: Point) -> Position:
        share = ((point.value or 0.0) - low) / height if high > low else 0.5
        return _x(frame, point.position, span), frame.bottom - (frame.bottom - frame.top) * share

    if panel.best is not None and low <= panel.best <= high and high > low:
        y = frame.bottom - (frame.bottom - frame.top) * (panel.best - low) / height
        canvas.shape([((frame.left, y), (frame.right, y))],
                     Ink(line="muted", dashes=(1.5, 2.5)), closed=False)  # fmt: skip
    axis = [((frame.left, frame.bottom + 5), (frame.right, frame.bottom + 5))]
    canvas.shape(axis, Ink(line="hairline", width=1), closed=False)
    tracks = [[at(a), at(b)] for a, b in pairwise(points) if not _broken(panel, a, b)]
    if tracks:
        canvas.shape(tracks, Ink(line="link", width=1.5), closed=False)
    for point in (points[0], points[-1]):
        hollow = bool(point.mark) or not point.rated
        ink = Ink(fill="paper", line="link", width=1.4) if hollow else Ink(fill="link")
        canvas.sectors([Arc(at(point), 0, 3)], ink)


def _broken(panel: TrendPanel, before: Point, after: Point) -> bool:
    return any(before.position < start <= after.position for start in panel.breaks)


def _alternative(chart: TrendPanels, language: Language) -> str:
    return join_sentences(
        language.label(
            "chart.panels.alt",
            name=panel.name,
            first=panel.first,
            last=panel.last,
            start=_valued(panel)[0].period,
            end=_valued(panel)[-1].period,
            trend=panel.trend,
        )
        for panel in chart.panels
    )
