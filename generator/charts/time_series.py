"""The time series: one line over the years, its goalposts and the city's own target.

In: a `TimeSeries`. Out: a figure, or None where fewer than two values exist. The heading is the
message; the first and the last value are written at their points; a year without a value and a
break in the series interrupt the line.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from generator.charts.alternative import join_sentences
from generator.charts.canvas import Arc, Canvas, Ink, Position, Typesetter, one_line
from generator.charts.marks import KeyEntry, KeyPlace, lay_out_key
from generator.charts.placement import Box, Candidate, choose, line_boxes
from generator.charts.records import Figure, Point, TimeSeries
from generator.charts.scale import Scale, make_scale
from generator.charts.style import FORMATS, Form, Style
from generator.language import Language

KIND = "time-series"

_PLOT_HEIGHT_PX = {"web": 170.0, "print": 210.0}
_MOST_TICKS = {"web": 6, "print": 7}
_BREAK = "break"
_SHAPES = {"P": "ring", "E": "square", "I": "square", "F": "diamond", "U": "triangle"}
"""Status code (SDMX) → hollow shape; another status with a mark is a ring as well."""


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line to compare with, and what is written on it."""

    value: float
    words: str
    year: float | None = None
    """The year for which it is meant, or None for every year."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that is decided before the sheet is taken out."""

    title: tuple[str, ...]
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
    height: float

    def at(self, position: float, value: float) -> Position:
        width = self.frame.right - self.frame.left - 2 * _INSET_PX
        x = self.frame.left + _INSET_PX + width * (position - self.first) / (self.last - self.first)
        return x, self.frame.bottom - (self.frame.bottom - self.frame.top) * self.scale.share(value)


_INSET_PX = 10.0


def draw_time_series(
    series: TimeSeries, style: Style, language: Language, form: Form
) -> Figure | None:
    """Return the chart of a series, or None where it has fewer than two values."""
    if len(_valued(series)) < 2:
        return None
    layout = _lay_out(series, style, language, form)
    canvas = Canvas(style, form, layout.height)
    _write_heading(canvas, layout)
    _draw_axes(canvas, layout, series, language)
    _draw_references(canvas, layout, _lines(series, language))
    _draw_line(canvas, layout, series)
    _write_labels(canvas, layout, series, language)
    _draw_key(canvas, layout)
    return Figure(
        svg=canvas.svg(),
        alternative=_alternative(series, language),
        width_px=canvas.width_px,
        height_px=canvas.height_px,
        kind=KIND,
        tooltips=canvas.tooltips,
    )


def runs(series: TimeSeries) -> list[list[Point]]:
    """Return the stretches of the line: apart where a year is missing or the series breaks."""
    points = _valued(series)
    usual = median_low([b.position - a.position for a, b in pairwise(points)])
    stretches = [[points[0]]]
    for before, after in pairwise(points):
        missing = any(
            point.value is None and before.position < point.position < after.position
            for point in series.points
        )
        broken = any(before.position < start <= after.position for start in series.breaks)
        if missing or broken or after.position - before.position > 1.5 * usual:
            stretches.append([])
        stretches[-1].append(after)
    return stretches


def _valued(series: TimeSeries) -> list[Point]:
    """Return the points that can be drawn, in the order of years."""
    valued = (p for p in series.points if p.value is not None and math.isfinite(p.value))
    return sorted(valued, key=lambda point: point.position)


def _value(point: Point) -> float:
    return point.value if point.value is not None else math.nan


def _lines(series: TimeSeries, language: Language) -> list[Line]:
    lines = []
    for goalpost in (series.best, series.worst):
        if goalpost:
            number = language.number(goalpost.value, _places(goalpost.value, series.decimals))
            words = language.label("chart.series.reference", name=goalpost.label, value=number)
            lines.append(Line(goalpost.value, words))
    if series.target:
        target = series.target
        number = language.number(target.value, _places(target.value, series.decimals))
        words = language.label("chart.series.reference", name=target.label, value=number)
        lines.append(Line(target.value, words, target.year))
    return lines


def _places(value: float, most: int) -> int:
    """Return the decimals a reference needs, at most those of the series: "10", not "10.0"."""
    return next((d for d in range(most) if math.isclose(round(value, d), value)), most)


def _lay_out(series: TimeSeries, style: Style, language: Language, form: Form) -> Layout:
    typesetter = Typesetter(style)
    width = FORMATS[form].width_px
    size = float(typesetter.settings["axes.titlesize"])
    title = typesetter.wrap(series.message or series.title, width, size, bold=True)
    subtitle = _subtitle(series, language, typesetter, width)
    lines = _lines(series, language)
    points = _valued(series)
    scale = make_scale(
        [_value(point) for point in points],
        [line.value for line in lines],
        series.minimum,
        series.maximum,
        _MOST_TICKS[form],
    )
    last = points[-1].position
    if series.target and last < series.target.year <= last + max(12, last - points[0].position):
        last = series.target.year
    top = len(title) * round(size * 1.35) + len(subtitle) * typesetter.line_px + 22
    left = max((typesetter.width(t) for t in _tick_words(scale, language)), default=0.0)
    frame = Box(left + 4 if left <= width / 4 else 0, top, width, top + _PLOT_HEIGHT_PX[form])
    key, key_height = lay_out_key([_key_entries(series, language)], width, typesetter)
    key_top = frame.bottom + typesetter.line_px + 12
    notes = [
        text
        for line in lines
        if not scale.holds(line.value)
        for text in typesetter.wrap(
            language.label("chart.series.beyond", line=line.words), width, most=2
        )
    ]
    notes_top = key_top + key_height
    return Layout(
        title=tuple(title),
        subtitle=tuple(subtitle),
        frame=frame,
        scale=scale,
        first=points[0].position,
        last=last,
        key=tuple(key),
        key_top=key_top,
        notes=tuple(notes),
        notes_top=notes_top,
        height=notes_top + len(notes) * typesetter.line_px + (4 if notes or key else -4),
    )


def _subtitle(
    series: TimeSeries, language: Language, typesetter: Typesetter, room: float
) -> list[str]:
    """Return what is measured: name (unless it is the heading), unit, which way is better."""
    name = one_line(series.title) if series.message else ""
    facts = [one_line(series.unit)]
    if series.direction in ("higher", "lower"):
        facts.append(language.label(f"chart.series.{series.direction}-is-better"))
    whole = " · ".join(part for part in (name, *facts) if part)
    if not name or typesetter.width(whole) <= room:
        return typesetter.wrap(whole, room, most=2)
    below = " · ".join(part for part in facts if part)
    return [typesetter.shorten(name, room), *typesetter.wrap(below, room, most=2)]


def _tick_words(scale: Scale, language: Language) -> list[str]:
    return [language.number(tick, scale.decimals) for tick in scale.ticks]


def _write_heading(canvas: Canvas, layout: Layout) -> None:
    size = float(canvas.settings["axes.titlesize"])
    baseline = 0.0
    for line in layout.title:
        baseline += round(size * 1.35)
        canvas.text((0, baseline - 4), line, "ink", size=size, bold=True)
    for line in layout.subtitle:
        baseline += canvas.type.line_px
        canvas.text((0, baseline - 3), line, "muted")


def _draw_axes(canvas: Canvas, layout: Layout, series: TimeSeries, language: Language) -> None:
    frame, scale = layout.frame, layout.scale
    grid = []
    for tick, words in zip(scale.ticks, _tick_words(scale, language), strict=True):
        _, y = layout.at(layout.first, tick)
        grid.append(((frame.left, y), (frame.right, y)))
        if frame.left > 0:
            at = (frame.left - 4, y + canvas.type.size * 0.36)
            canvas.text(at, words, "muted", align="right")
    width = float(canvas.settings["grid.linewidth"])
    canvas.shape(grid, Ink(line="hairline", width=width), closed=False)
    canvas.shape(
        [((frame.left, frame.bottom), (frame.right, frame.bottom))],
        Ink(line="rule", width=float(canvas.settings["axes.linewidth"])),
        closed=False,
    )
    ticks = []
    for x, words in _years(layout, series, canvas.type, language):
        ticks.append(((x, frame.bottom), (x, frame.bottom + 4)))
        half = canvas.type.width(words) / 2
        center = min(max(x, half), canvas.width_px - half)
        below = frame.bottom + canvas.type.line_px + 2
        canvas.text((center, below), words, "muted", align="center")
    canvas.shape(ticks, Ink(line="rule"), closed=False)


def _years(
    layout: Layout, series: TimeSeries, typesetter: Typesetter, language: Language
) -> list[tuple[float, str]]:
    """Return where periods are written: first, last, target, and round years where they fit."""
    points = _valued(series)
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


def _draw_references(canvas: Canvas, layout: Layout, lines: Sequence[Line]) -> None:
    """Draw goalposts across the chart, the city's own target up to its year."""
    frame = layout.frame
    for line in lines:
        if not layout.scale.holds(line.value):
            continue
        x, y = layout.at(min(line.year or layout.last, layout.last), line.value)
        if line.year is None:
            across = [((frame.left, y), (frame.right, y))]
            canvas.shape(across, Ink(line="muted", dashes=(1.5, 2.5)), closed=False)
            continue
        canvas.shape([((frame.left, y), (x, y))], Ink(line="ink", dashes=(5, 3)), closed=False)
        if _is_marked(line, layout):
            canvas.shape([_diamond((x, y), 5.5)], Ink(fill="ink", line="paper"))


def _is_marked(line: Line, layout: Layout) -> bool:
    """Tell whether the year of the line lies on the axis, and so bears a mark."""
    return line.year is not None and layout.first <= line.year <= layout.last


def _draw_line(canvas: Canvas, layout: Layout, series: TimeSeries) -> None:
    stretches = runs(series)
    width = float(canvas.settings["lines.linewidth"])
    tracks = [
        [layout.at(point.position, _value(point)) for point in stretch]
        for stretch in stretches
        if len(stretch) > 1
    ]
    if tracks:
        canvas.shape(tracks, Ink(line="link", width=width), closed=False)
    _draw_breaks(canvas, layout, series)
    many = len(_valued(series)) > 20
    diameter = float(canvas.settings["lines.markersize"]) - (2 if many else 0)
    solid = []
    for point in _valued(series):
        at = layout.at(point.position, _value(point))
        if point.mark or not point.rated:
            _draw_point(canvas, at, _shape(point), diameter + 1)
        else:
            solid.append(Arc(at, 0, diameter / 2))
    if solid:
        canvas.sectors(solid, Ink(fill="link"))


def _shape(point: Point) -> str:
    return _SHAPES.get(point.status, "ring")


def _draw_point(canvas: Canvas, at: Position, shape: str, diameter: float) -> None:
    """Draw the hollow point of a value with a reservation."""
    ink = Ink(fill="paper", line="link", width=float(canvas.settings["lines.markeredgewidth"]))
    (x, y), half = at, diameter / 2
    if shape == "square":
        half *= 0.9
        corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half)]
        canvas.shape([[*corners, (x - half, y + half)]], ink)
    elif shape == "diamond":
        canvas.shape([_diamond(at, half * 1.25)], ink)
    elif shape == "triangle":
        half *= 1.2
        canvas.shape([[(x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)]], ink)
    else:
        canvas.sectors([Arc(at, 0, half)], ink)


def _diamond(at: Position, half: float) -> list[Position]:
    x, y = at
    return [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]


def _draw_breaks(canvas: Canvas, layout: Layout, series: TimeSeries) -> None:
    marks = [
        ((x, layout.frame.top), (x, layout.frame.bottom))
        for x in _break_places(layout, series)
    ]  # fmt: skip
    if marks:
        canvas.shape(marks, Ink(line="rule", width=1, dashes=(1, 3)), closed=False)


def _break_places(layout: Layout, series: TimeSeries) -> Iterator[float]:
    for before, after in pairwise(_valued(series)):
        if any(before.position < start <= after.position for start in series.breaks):
            yield layout.at((before.position + after.position) / 2, layout.scale.low)[0]


def _write_labels(canvas: Canvas, layout: Layout, series: TimeSeries, language: Language) -> None:
    """Write the first and the last value at their points, then the words of the references."""
    points = _valued(series)
    obstacles = _obstacles(layout, series)
    frame = layout.frame
    roomy = Box(frame.left, frame.top - 19, frame.right, frame.bottom)
    size = float(canvas.settings["font.size"]) + 1
    for point in (points[0], points[-1]):
        words = f"{language.number(_value(point), series.decimals)} {point.mark}".strip()
        width = canvas.type.width(words, size, bold=True)
        box = choose(_around(layout.at(point.position, _value(point)), width), obstacles, roomy)
        canvas.text((box.left + 1, box.bottom - 4), words, "ink", size=size, bold=True)
        obstacles.append(box)
    for line in _lines(series, language):
        if layout.scale.holds(line.value):
            _, y = layout.at(layout.first, line.value)
            words = canvas.type.shorten(line.words, frame.right - frame.left - 8)
            right = frame.right
            if line.year is not None and _is_marked(line, layout):
                right = layout.at(line.year, line.value)[0] - 8
            candidates = _along(frame.left, right, y, canvas.type.width(words))
            box = choose(candidates, obstacles, roomy)
            token = "muted" if line.year is None else "ink"
            canvas.text((box.left + 2, box.bottom - 4), words, token)
            obstacles.append(box)


def _obstacles(layout: Layout, series: TimeSeries) -> list[Box]:
    boxes = []
    for stretch in runs(series):
        track = [layout.at(point.position, _value(point)) for point in stretch]
        boxes.extend(line_boxes(track, 4))
        boxes.extend(Box(x - 5, y - 5, x + 5, y + 5) for x, y in track)
    for reference in (series.best, series.worst, series.target):
        if reference and layout.scale.holds(reference.value):
            _, y = layout.at(layout.first, reference.value)
            boxes.append(Box(layout.frame.left, y - 3, layout.frame.right, y + 3))
    return boxes


def _around(at: Position, width: float) -> list[Candidate]:
    """Return places for the words at a point: above, below, and pushed to either side."""
    x, y = at
    candidates = []
    for cost, left in ((0, x - width / 2), (6, x - 8), (6, x + 8 - width)):
        candidates.append(Candidate(Box(left - 1, y - 23, left + width + 1, y - 6), cost))
        candidates.append(Candidate(Box(left - 1, y + 6, left + width + 1, y + 23), cost + 1))
    for left in (x + 7, x - 9 - width):
        candidates.append(Candidate(Box(left, y - 9, left + width + 2, y + 8), 8))
    return candidates


def _along(start: float, end: float, y: float, width: float) -> list[Candidate]:
    """Return places for the words of a horizontal line: at either end or amid, above or below."""
    candidates = []
    for cost, left in ((0, end - width - 4), (1, start + 2), (2, (start + end - width) / 2)):
        candidates.append(Candidate(Box(left, y - 17, left + width + 4, y - 1), cost))
        candidates.append(Candidate(Box(left, y + 1, left + width + 4, y + 17), cost + 3))
    return candidates


def _key_entries(series: TimeSeries, language: Language) -> list[KeyEntry]:
    """Return one entry for every reservation that occurs, and one for breaks."""
    entries: dict[str, KeyEntry] = {}
    for point in _valued(series):
        if (point.mark or not point.rated) and point.status_name:
            words = f"{point.mark} {point.status_name}".strip()
            entries.setdefault(words, KeyEntry(_shape(point), words))
    keyed = list(entries.values())
    points = _valued(series)
    if any(points[0].position < start <= points[-1].position for start in series.breaks):
        keyed.append(KeyEntry(_BREAK, language.label("chart.series.break")))
    return keyed


def _draw_key(canvas: Canvas, layout: Layout) -> None:
    for place in layout.key:
        x, y = place.sign_at[0], place.sign_at[1] + layout.key_top
        if place.entry.sign == _BREAK:
            ink = Ink(line="rule", width=1, dashes=(1, 3))
            canvas.shape([((x, y - 7), (x, y + 7))], ink, closed=False)
        else:
            _draw_point(canvas, (x, y), place.entry.sign, 8)
        words_at = (place.words_at[0], place.words_at[1] + layout.key_top)
        canvas.text(words_at, place.words, "muted")
    for row, note in enumerate(layout.notes):
        baseline = layout.notes_top + row * canvas.type.line_px + canvas.type.size
        canvas.text((0, baseline), note, "muted")


def _alternative(series: TimeSeries, language: Language) -> str:
    points = _valued(series)
    first, last = (
        language.label(
            "chart.series.alt-value",
            value=language.number(_value(point), series.decimals),
            period=point.period,
        )
        for point in (points[0], points[-1])
    )
    heading = series.message or series.title
    lines = (
        language.label("chart.series.alt-line", line=line.words)
        for line in _lines(series, language)
    )
    return join_sentences(
        [
            heading if heading.endswith((".", "!", "?")) else f"{heading}.",
            language.label("chart.series.alt-ends", first=first, last=last, unit=series.unit),
            *lines,
        ]
    )
