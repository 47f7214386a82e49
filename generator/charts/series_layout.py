"""Where everything in a time series stands; decided before anything is drawn."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from generator.charts.chart_records import Point, TimeSeries
from generator.charts.key import KeyEntry, KeyPlace, lay_out_key
from generator.charts.placement import Box
from generator.charts.scale import Scale, decimals_of, make_scale
from generator.charts.shapes import Position
from generator.charts.style import SERIES_PX, Form
from generator.charts.typesetting import Typesetter, one_line
from generator.frozen import dataclass
from generator.language import Language

BREAK = "break"
_PLOT_HEIGHT_PX = {"web": 170.0, "print": 130.0}
_MOST_TICKS = {"web": 6, "print": 7}
INSET_PX = 10.0
_SHAPES = {"P": "ring", "E": "square", "I": "square", "F": "diamond", "U": "triangle"}
"""Status code (SDMX) → hollow shape; another status with a mark is a ring as well."""


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line to compare with, and what is written on it."""

    value: float
    words: str
    year: float | None = None
    """The year for which it is meant, or None for every year."""
    is_aim: bool = True
    """False for the worst goalpost: drawn where it lies on the axis, which it does not widen."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that is decided before the first element."""

    subtitle: tuple[str, ...]
    frame: Box
    scale: Scale
    first: float
    last: float
    """Positions at the left and the right end of the axis of years."""
    key: tuple[KeyPlace, ...]
    key_top: float
    notes: tuple[str, ...]
    notes_top: float
    width: float
    height: float

    def at(self, position: float, value: float) -> Position:
        width = self.frame.right - self.frame.left - 2 * INSET_PX
        x = self.frame.left + INSET_PX + width * (position - self.first) / (self.last - self.first)
        return x, self.frame.bottom - (self.frame.bottom - self.frame.top) * self.scale.share(value)


def runs(series: TimeSeries) -> list[list[Point]]:
    """Return the stretches of the line: apart where a year is missing or the series breaks."""
    points = valued(series.points)
    usual = median_low([b.position - a.position for a, b in pairwise(points)])
    stretches = [[points[0]]]
    for before, after in pairwise(points):
        missing = any(
            point.value is None and before.position < point.position < after.position
            for point in series.points
        )
        broken = is_broken(series.breaks, before, after)
        if missing or broken or after.position - before.position > 1.5 * usual:
            stretches.append([])
        stretches[-1].append(after)
    return stretches


def is_broken(breaks: Sequence[float], before: Point, after: Point) -> bool:
    return any(before.position < start <= after.position for start in breaks)


def valued(points: Sequence[Point]) -> list[Point]:
    """Return the points that can be drawn, in the order of years; of two for a year, the last."""
    drawable = (p for p in points if p.value is not None and math.isfinite(p.value))
    by_position = {point.position: point for point in drawable}
    return [by_position[position] for position in sorted(by_position)]


def value_of(point: Point) -> float:
    return point.value if point.value is not None else math.nan


def reference_lines(series: TimeSeries, language: Language) -> list[Line]:
    """Return target and goalposts as lines, the most important first."""

    def write(value: float, name: str) -> str:
        number = language.number(value, decimals_of(value))
        return one_line(language.label("chart.series.reference", name=name, value=number))

    lines = []
    if target := series.target:
        lines.append(Line(target.value, write(target.value, target.label), target.year))
    if best := series.best:
        lines.append(Line(best.value, write(best.value, best.label)))
    if worst := series.worst:
        lines.append(Line(worst.value, write(worst.value, worst.label), is_aim=False))
    return lines


def shape_of(point: Point) -> str:
    return _SHAPES.get(point.status, "ring")


def is_marked(line: Line, layout: Layout) -> bool:
    """Tell whether the year of the line lies on the axis, and so bears a mark."""
    return line.year is not None and layout.first <= line.year <= layout.last


def lay_out(series: TimeSeries, typesetter: Typesetter, form: Form) -> Layout:
    width = SERIES_PX[form]
    subtitle = _subtitle(series, typesetter, width)
    lines = reference_lines(series, typesetter.language)
    points = valued(series.points)
    scale = make_scale(
        [value_of(point) for point in points],
        [line.value for line in lines if line.is_aim],
        series.minimum,
        series.maximum,
        _MOST_TICKS[form],
    )
    last = points[-1].position
    if series.target and last < series.target.year <= last + max(12, last - points[0].position):
        last = series.target.year
    top = len(subtitle) * typesetter.line_px + 22
    left = max((typesetter.width(t) for t in tick_words(scale, typesetter.language)), default=0.0)
    frame = Box(left + 4 if left <= width / 4 else 0, top, width, top + _PLOT_HEIGHT_PX[form])
    key, key_height = lay_out_key([_key_entries(series, typesetter.language)], width, typesetter)
    key_top = frame.bottom + typesetter.line_px + 12
    notes = [
        text
        for line in lines
        if line.is_aim and not scale.holds(line.value)
        for text in typesetter.wrap(
            typesetter.language.label("chart.series.beyond", line=line.words), width, most=2
        )
    ]
    notes_top = key_top + key_height
    return Layout(
        subtitle=tuple(subtitle),
        frame=frame,
        scale=scale,
        first=points[0].position,
        last=last,
        key=tuple(key),
        key_top=key_top,
        notes=tuple(notes),
        notes_top=notes_top,
        width=width,
        height=notes_top + len(notes) * typesetter.line_px + (4 if notes or key else -4),
    )


def with_notes(layout: Layout, lines: Sequence[Line], typesetter: Typesetter) -> Layout:
    """Return the layout with the words of `lines` below the chart, for want of room in it."""
    if not lines:
        return layout
    words = [typesetter.shorten(line.words, layout.width) for line in lines]
    more = len(words) * typesetter.line_px + (0 if layout.notes or layout.key else 8)
    return replace(layout, notes=(*words, *layout.notes), height=layout.height + more)


def _subtitle(series: TimeSeries, typesetter: Typesetter, room: float) -> list[str]:
    """Return what is measured: name (unless the heading has it), unit, which way is better."""
    name = one_line(series.title)
    if name in one_line(series.message or series.title):
        name = ""
    facts = [one_line(series.unit)]
    if series.direction != "none":
        facts.append(typesetter.language.label(f"chart.series.{series.direction}-is-better"))
    whole = " · ".join(part for part in (name, *facts) if part)
    if not name or typesetter.width(whole) <= room:
        return typesetter.wrap(whole, room, most=2)
    below = " · ".join(part for part in facts if part)
    return [typesetter.shorten(name, room), *typesetter.wrap(below, room, most=2)]


def tick_words(scale: Scale, language: Language) -> list[str]:
    return [language.number(tick, scale.decimals) for tick in scale.ticks]


def year_labels(
    layout: Layout, series: TimeSeries, typesetter: Typesetter
) -> list[tuple[float, str]]:
    """Return where periods are written: first, last, target, and round years where they fit."""
    points = valued(series.points)
    ends = [(p.position, p.period) for p in (points[0], points[-1])]
    if layout.last > points[-1].position:
        ends.append((layout.last, f"{layout.last:.0f}"))
    for step in (1, 2, 5, 10, 20, 50, 100):
        between = [(p.position, p.period) for p in points[1:-1] if p.position % step == 0]
        taken = [(layout.at(p, layout.scale.low)[0], words) for p, words in ends]
        for position, words in between:
            x = layout.at(position, layout.scale.low)[0]
            if all(_apart(x, words, *other, typesetter) for other in taken[: len(ends)]):
                taken.append((x, words))
        taken.sort()
        if all(_apart(*a, *b, typesetter) for a, b in pairwise(taken)):
            return taken
    return [(layout.at(p, layout.scale.low)[0], words) for p, words in ends[:: len(ends) - 1]]


def _apart(x: float, words: str, other_x: float, other: str, typesetter: Typesetter) -> bool:
    return abs(x - other_x) >= (typesetter.width(words) + typesetter.width(other)) / 2 + 10


def _key_entries(series: TimeSeries, language: Language) -> list[KeyEntry]:
    """Return one entry for every reservation that occurs, and one for breaks."""
    entries: dict[str, KeyEntry] = {}
    points = valued(series.points)
    for point in points:
        if point.is_reserved and point.status_name:
            words = f"{point.mark} {point.status_name}".strip()
            entries.setdefault(words, KeyEntry(shape_of(point), words))
    keyed = list(entries.values())
    if is_broken(series.breaks, points[0], points[-1]):
        keyed.append(KeyEntry(BREAK, language.label("chart.series.break")))
    return keyed
