"""The time series: one line over the years, its goalposts and the city's own target.

In: a `TimeSeries`. Out: a chart, or None where fewer than two values exist. The first and the last
value are written at their points; a year without a value and a break in the series interrupt the
line. The page prints the heading.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.charts.alternative import join_sentences
from generator.charts.chart import Chart, Element, Shape, Text
from generator.charts.chart_records import Point, TimeSeries
from generator.charts.key import draw_key
from generator.charts.series_labels import draw_labels, place_labels
from generator.charts.series_layout import (
    BREAK,
    Layout,
    Line,
    is_broken,
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
from generator.charts.shapes import Ink, Outline, Polygon, Polyline, Position, Sector, box, line
from generator.charts.style import Form, Style
from generator.charts.typesetting import Typesetter
from generator.language import Language
from generator.language.stops import ended

_BREAK = Ink(line="rule", dashes=(1, 3))
_OWN_TARGET = Ink(line="ink", dashes=(5, 3))
_GOALPOST = Ink(line="muted", dashes=(1.5, 2.5))


def draw_time_series(series: TimeSeries, typesetter: Typesetter, form: Form) -> Chart | None:
    """Return the chart of a series, or None where it has fewer than two values."""
    if len(valued(series.points)) < 2:
        return None
    layout = lay_out(series, typesetter, form)
    labels, crowded = place_labels(layout, series, typesetter)
    layout = with_notes(layout, crowded, typesetter)
    elements = (
        *_draw_subtitle(layout, typesetter),
        *_draw_axes(layout, series, typesetter),
        *_draw_references(layout, reference_lines(series, typesetter.language)),
        *_draw_line(layout, series, typesetter),
        *draw_labels(labels),
        *draw_key(layout.key, layout.key_top, _signs(typesetter.style)),
        *_draw_notes(layout, typesetter),
    )
    return Chart(
        layout.width, layout.height, elements, _alternative(series, typesetter.language, form)
    )


def _draw_subtitle(layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    for row, words in enumerate(layout.subtitle, 1):
        yield Text((0, row * typesetter.line_px - 3), words, "muted")


def _draw_axes(layout: Layout, series: TimeSeries, typesetter: Typesetter) -> Iterator[Element]:
    frame, scale, style = layout.frame, layout.scale, typesetter.style
    grid = []
    for tick, words in zip(scale.ticks, tick_words(scale, typesetter.language), strict=True):
        _, y = layout.at(layout.first, tick)
        grid.append(line((frame.left, y), (frame.right, y)))
        if frame.left > 0:
            at = (frame.left - 4, y + typesetter.size * 0.36)
            yield Text(at, words, "muted", align="right")
    yield Shape(tuple(grid), Ink(line="hairline", width=style.gridline_px))
    axis = line((frame.left, frame.bottom), (frame.right, frame.bottom))
    yield Shape((axis,), Ink(line="rule", width=style.axis_px))
    ticks = []
    for x, words in year_labels(layout, series, typesetter):
        ticks.append(line((x, frame.bottom), (x, frame.bottom + 4)))
        half = typesetter.width(words) / 2
        center = min(max(x, half), layout.width - half)
        below = frame.bottom + typesetter.line_px + 2
        yield Text((center, below), words, "muted", align="center")
    yield Shape(tuple(ticks), Ink(line="rule"))


def _draw_references(layout: Layout, lines: Sequence[Line]) -> Iterator[Shape]:
    """Yield goalposts across the chart, the city's own target up to its year."""
    frame = layout.frame
    for reference in lines:
        if not layout.scale.holds(reference.value):
            continue
        x, y = frame.right, layout.at(layout.last, reference.value)[1]
        if reference.year is not None and is_marked(reference, layout):
            x = layout.at(reference.year, reference.value)[0]
        across = line((frame.left, y), (x, y))
        yield Shape((across,), _GOALPOST if reference.year is None else _OWN_TARGET)
        if is_marked(reference, layout):
            yield Shape((_diamond((x, y), 5.5),), Ink(fill="ink", line="paper"))


def _draw_line(layout: Layout, series: TimeSeries, typesetter: Typesetter) -> Iterator[Shape]:
    """Yield the line, and each value as a point that tells it."""
    style = typesetter.style
    tracks = [
        Polyline(tuple(layout.at(point.position, value_of(point)) for point in stretch))
        for stretch in runs(series)
        if len(stretch) > 1
    ]
    yield Shape(tuple(tracks), Ink(line="link", width=style.line_px))
    yield Shape(tuple(_breaks(layout, series)), _BREAK)
    points = valued(series.points)
    diameter = style.point_px - (2 if len(points) > 20 else 0)
    for point in points:
        at = layout.at(point.position, value_of(point))
        tip = _told(series, point, typesetter.language)
        if point.is_reserved:
            yield _hollow_point(at, shape_of(point), diameter + 1, style, tip)
        else:
            yield Shape((Sector(at, 0, diameter / 2),), Ink(fill="link"), tip)


def _told(series: TimeSeries, point: Point, language: Language) -> str:
    """Return a value with its year and what is to be said of it."""
    value = f"{point.sign}{_written(point, language)}"
    told = language.label("chart.series.point", value=value, period=point.period)
    return f"{told} ({point.status_name})" if point.status_name and point.is_reserved else told


def _written(point: Point, language: Language) -> str:
    """Return a value with its unit."""
    return f"{language.number(value_of(point), point.decimals)} {point.unit}".rstrip()


def _hollow_point(at: Position, shape: str, diameter: float, style: Style, tip: str = "") -> Shape:
    """Return the point of a value with a reservation."""
    ink = Ink(fill="paper", line="link", width=style.point_rim_px)
    return Shape((_outline(at, shape, diameter / 2),), ink, tip)


def _outline(at: Position, shape: str, half: float) -> Outline:
    x, y = at
    if shape == "square":
        half *= 0.9
        return box(x - half, y - half, x + half, y + half)
    if shape == "diamond":
        return _diamond(at, half * 1.25)
    if shape == "triangle":
        half *= 1.2
        return Polygon(((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)))
    return Sector(at, 0, half)


def _diamond(at: Position, half: float) -> Polygon:
    x, y = at
    return Polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)))


def _breaks(layout: Layout, series: TimeSeries) -> Iterator[Polyline]:
    for before, after in pairwise(valued(series.points)):
        if is_broken(series.breaks, before, after):
            x, _ = layout.at((before.position + after.position) / 2, layout.scale.low)
            yield line((x, layout.frame.top), (x, layout.frame.bottom))


def _signs(style: Style) -> Callable[[str, Position], Iterator[Shape]]:
    def draw_sign(sign: str, at: Position) -> Iterator[Shape]:
        x, y = at
        if sign == BREAK:
            yield Shape((line((x, y - 7), (x, y + 7)),), _BREAK)
        else:
            yield _hollow_point(at, sign, 8, style)

    return draw_sign


def _draw_notes(layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    baseline = layout.notes_top + typesetter.size
    for note in layout.notes:
        yield Text((0, baseline), note, "muted")
        baseline += typesetter.line_px


def _alternative(series: TimeSeries, language: Language, form: Form) -> str:
    points = valued(series.points)
    values = [language.number(value_of(point), point.decimals) for point in points[:-1]]
    values.append(_written(points[-1], language))
    told = [
        language.label("chart.series.alt-value", value=value, period=point.period)
        for value, point in zip(values, points, strict=True)
    ]
    heading = series.message or series.title
    lines = (
        language.label("chart.series.alt-line", line=line.words)
        for line in reference_lines(series, language)
        if line.is_aim
    )
    return join_sentences(
        [
            ended(heading),
            language.label("chart.series.alt-ends", first=told[0], last=told[-1])
            if form == "web"
            else language.label("chart.series.alt-values", values=language.by_semicolons(told)),
            *lines,
        ],
        form,
    )
