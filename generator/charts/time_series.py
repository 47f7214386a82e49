"""The time series: one line over the years, its goalposts and the city's own target.

In: a `TimeSeries`. Out: a figure, or None where fewer than two values exist. The heading is the
message; the first and the last value are written at their points; a year without a value and a
break in the series interrupt the line.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.charts.alternative import join_sentences
from generator.charts.canvas import Canvas
from generator.charts.chart_records import Figure, TimeSeries
from generator.charts.series_labels import place_labels, write_labels
from generator.charts.series_layout import (
    BREAK,
    Layout,
    Line,
    is_marked,
    lay_out,
    reference_lines,
    runs,
    shape_of,
    tick_words,
    value_of,
    valued,
    with_notes,
    year_labels,
)
from generator.charts.shapes import Arc, Ink, Position
from generator.charts.style import Form, Style
from generator.charts.typesetting import Typesetter
from generator.language import Language

KIND = "time-series"


def draw_time_series(
    series: TimeSeries, style: Style, language: Language, form: Form
) -> Figure | None:
    """Return the chart of a series, or None where it has fewer than two values."""
    if len(valued(series)) < 2:
        return None
    typesetter = Typesetter(style)
    layout = lay_out(series, style, language, form)
    labels, crowded = place_labels(layout, series, typesetter, language)
    layout = with_notes(layout, crowded, typesetter)
    canvas = Canvas(style, form, layout.height)
    _write_heading(canvas, layout)
    _draw_axes(canvas, layout, series, language)
    _draw_references(canvas, layout, reference_lines(series, language))
    _draw_line(canvas, layout, series)
    write_labels(canvas, labels)
    _draw_key(canvas, layout)
    return Figure(
        svg=canvas.svg(),
        alternative=_alternative(series, language),
        width_px=canvas.width_px,
        height_px=canvas.height_px,
        kind=KIND,
        tooltips=canvas.tooltips,
    )


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
    for tick, words in zip(scale.ticks, tick_words(scale, language), strict=True):
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
    for x, words in year_labels(layout, series, canvas.type, language):
        ticks.append(((x, frame.bottom), (x, frame.bottom + 4)))
        half = canvas.type.width(words) / 2
        center = min(max(x, half), canvas.width_px - half)
        below = frame.bottom + canvas.type.line_px + 2
        canvas.text((center, below), words, "muted", align="center")
    canvas.shape(ticks, Ink(line="rule"), closed=False)


def _draw_references(canvas: Canvas, layout: Layout, lines: Sequence[Line]) -> None:
    """Draw goalposts across the chart, the city's own target up to its year."""
    frame = layout.frame
    for line in lines:
        if not layout.scale.holds(line.value):
            continue
        x, y = frame.right, layout.at(layout.last, line.value)[1]
        if line.year is not None and is_marked(line, layout):
            x = layout.at(line.year, line.value)[0]
        own = Ink(line="ink", dashes=(5, 3))
        goalpost = Ink(line="muted", dashes=(1.5, 2.5))
        across = [((frame.left, y), (x, y))]
        canvas.shape(across, goalpost if line.year is None else own, closed=False)
        if is_marked(line, layout):
            canvas.shape([_diamond((x, y), 5.5)], Ink(fill="ink", line="paper"))


def _draw_line(canvas: Canvas, layout: Layout, series: TimeSeries) -> None:
    stretches = runs(series)
    width = float(canvas.settings["lines.linewidth"])
    tracks = [
        [layout.at(point.position, value_of(point)) for point in stretch]
        for stretch in stretches
        if len(stretch) > 1
    ]
    if tracks:
        canvas.shape(tracks, Ink(line="link", width=width), closed=False)
    _draw_breaks(canvas, layout, series)
    many = len(valued(series)) > 20
    diameter = float(canvas.settings["lines.markersize"]) - (2 if many else 0)
    solid = []
    for point in valued(series):
        at = layout.at(point.position, value_of(point))
        if point.mark or not point.rated:
            _draw_point(canvas, at, shape_of(point), diameter + 1)
        else:
            solid.append(Arc(at, 0, diameter / 2))
    if solid:
        canvas.sectors(solid, Ink(fill="link"))


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
    for before, after in pairwise(valued(series)):
        if any(before.position < start <= after.position for start in series.breaks):
            yield layout.at((before.position + after.position) / 2, layout.scale.low)[0]


def _draw_key(canvas: Canvas, layout: Layout) -> None:
    for place in layout.key:
        x, y = place.sign_at[0], place.sign_at[1] + layout.key_top
        if place.entry.sign == BREAK:
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
    points = valued(series)
    first, last = (
        language.label(
            "chart.series.alt-value",
            value=language.number(value_of(point), point.decimals),
            period=point.period,
        )
        for point in (points[0], points[-1])
    )
    heading = series.message or series.title
    lines = (
        language.label("chart.series.alt-line", line=line.words)
        for line in reference_lines(series, language)
        if line.is_aim
    )
    return join_sentences(
        [
            heading if heading.endswith((".", "!", "?")) else f"{heading}.",
            language.label("chart.series.alt-ends", first=first, last=last, unit=series.unit),
            *lines,
        ]
    )
