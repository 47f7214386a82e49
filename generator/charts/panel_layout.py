"""Where everything in a trend panel stands; decided before the first element."""

from collections.abc import Sequence

from generator.charts.chart_records import Point, TrendPanel
from generator.charts.placement import Box
from generator.charts.round_numbers import round_numbers
from generator.charts.scale import Scale, decimals_of
from generator.charts.series_layout import tick_words, value_of, valued
from generator.charts.shapes import Position
from generator.charts.style import WIDTH_PX, Form
from generator.charts.typesetting import Typesetter
from generator.frozen import dataclass

_COLUMNS = {"web": 2, "print": 3}
_PLOT_PX = {"web": 38.0, "print": 54.0}
_ABOVE_PX = {"web": 6.0, "print": 11.0}
_BETWEEN_PX = 18.0
_LINES = {"name": 4, "trend": 2, "unit": 2}
"""So many lines a part of a head takes at most."""
_LEAST_LINES = 4
"""Of a head, so that those of most cities are alike: two of the name, the trend, the unit."""
_FOOT_LINES = 2
"""The values at both ends, and their years."""
_INTERVALS = 2
"""Between the numbers that lie within the values of a panel."""
_EDGE_PX = 4.0
"""What a point at either end of the line takes beyond it, with air."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of a panel, and its axes."""

    box: Box
    head: float
    """Where the lines of the head end."""
    names: tuple[str, ...]
    about: tuple[str, ...]
    """The lines of the head: of the name, then of the trend and the unit."""
    gutter: float
    """Room for the numbers of the axis, at the left."""
    frame: Box
    scale: Scale
    years: tuple[float, float]

    def x(self, position: float) -> float:
        first, last = self.years
        share = (position - first) / ((last - first) or 1.0)
        return self.frame.left + (self.frame.right - self.frame.left) * share

    def y(self, value: float) -> float:
        return self.frame.bottom - (self.frame.bottom - self.frame.top) * self.scale.share(value)

    def at(self, point: Point) -> Position:
        return self.x(point.position), self.y(value_of(point))


def lay_out_panels(
    panels: Sequence[TrendPanel], typesetter: Typesetter, form: Form
) -> tuple[list[Layout], float]:
    """Return where the panels stand, in rows, and the height of them all."""
    columns, pitch = _COLUMNS[form], typesetter.line_px
    width = (WIDTH_PX[form] - _BETWEEN_PX * (columns - 1)) / columns
    scales = [_scale(panel, form) for panel in panels]
    heads = [_head(panel, width, typesetter) for panel in panels]
    lines = max(_LEAST_LINES, *(len(names) + len(about) for names, about in heads))
    words = [words for scale in scales for words in tick_words(scale, typesetter.language)]
    widths = [px for px in map(typesetter.width, words) if px <= width / 3]
    gutter = max(widths, default=0.0)
    positions = [point.position for panel in panels for point in panel.points]
    years = min(positions), max(positions)
    plot = _ABOVE_PX[form] + _PLOT_PX[form]
    height = (lines + _FOOT_LINES) * pitch + plot + _BETWEEN_PX
    layouts = []
    for place, (scale, head_lines) in enumerate(zip(scales, heads, strict=True)):
        row, column = divmod(place, columns)
        left, top = column * (width + _BETWEEN_PX), row * height
        head = top + pitch * lines
        box = Box(left, top, left + width, top + height - _BETWEEN_PX)
        start = left + (gutter + 2 * _EDGE_PX if gutter else _EDGE_PX)
        frame = Box(start, head + _ABOVE_PX[form], box.right - _EDGE_PX, head + plot)
        layouts.append(Layout(box, head, *head_lines, gutter, frame, scale, years))
    return layouts, layouts[-1].box.bottom + 4


def _head(
    panel: TrendPanel, width: float, typesetter: Typesetter
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of the name, and those of the trend and the unit."""
    names = typesetter.wrap(panel.name, width, bold=True, most=_LINES["name"])
    trend = typesetter.wrap(panel.trend, width, most=_LINES["trend"])
    unit = typesetter.wrap(panel.unit, width, most=_LINES["unit"])
    return tuple(names), (*trend, *unit)


def _scale(panel: TrendPanel, form: Form) -> Scale:
    """Return the axis of values, with the benchmark where it is near; on paper with numbers."""
    values = [value_of(point) for point in valued(panel.points)]
    low, high = min(values), max(values)
    if panel.best is not None and low - (high - low) <= panel.best <= high + (high - low):
        low, high = min(low, panel.best), max(high, panel.best)
    if low == high:
        reach = abs(low) / 10 or 1.0
        low, high = low - reach, high + reach
    if form == "web":
        return Scale(low, high, (), 0)
    ticks = round_numbers(low, high, _INTERVALS)
    return Scale(ticks[0], ticks[-1], ticks, max(map(decimals_of, ticks)))
