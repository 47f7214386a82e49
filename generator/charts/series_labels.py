"""The words inside a time series: the first and the last value, goalposts and target."""

from collections.abc import Iterator, Sequence

from generator.charts.chart import Element, Shape, Text
from generator.charts.chart_records import TimeSeries
from generator.charts.placement import Box, Candidate, choose, hidden, line_boxes
from generator.charts.series_layout import (
    Layout,
    Line,
    is_marked,
    reference_lines,
    runs,
    value_of,
    valued,
)
from generator.charts.shapes import Ink, Position, box
from generator.charts.typesetting import Typesetter
from generator.frozen import dataclass

HIDDEN_PX = 12.0
"""Area of line and points, in square pixels, that words may cover and still be read."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at their place; `hides` where they cover a part of the line."""

    box: Box
    words: str
    token: str
    size: float | None
    bold: bool
    hides: bool


def place_labels(
    layout: Layout, series: TimeSeries, typesetter: Typesetter
) -> tuple[list[Label], list[Line]]:
    """Return the words inside the chart, and the references for whose words it has no room."""
    curve = _curve(layout, series)
    obstacles = [*curve, *_rules(layout, series)]
    labels = _place_values(layout, series, typesetter, obstacles, curve)
    taken = [*curve, *(label.box for label in labels)]
    crowded = []
    for line in reference_lines(series, typesetter.language):
        if not layout.scale.holds(line.value):
            continue
        label = _place_reference(layout, line, typesetter, obstacles, taken)
        if label.hides:
            crowded.append(line)
        else:
            labels.append(label)
            obstacles.append(label.box)
            taken.append(label.box)
    return labels, crowded


def draw_labels(labels: Sequence[Label]) -> Iterator[Element]:
    """Yield the labels; where one must cover the line, on a ground of paper."""
    for label in labels:
        place = label.box
        if label.hides:
            ground = box(place.left, place.top + 3, place.right, place.bottom - 1)
            yield Shape((ground,), Ink(fill="paper", fill_strength=0.85))
        at = (place.left + 1, place.bottom - 4)
        yield Text(at, label.words, label.token, size=label.size, bold=label.bold)


def _place_values(
    layout: Layout,
    series: TimeSeries,
    typesetter: Typesetter,
    obstacles: list[Box],
    curve: Sequence[Box],
) -> list[Label]:
    """Return the labels of the first and the last value, and add them to the obstacles."""
    labels = []
    size = typesetter.size + 1
    points = valued(series.points)
    for point in (points[0], points[-1]):
        number = typesetter.language.number(value_of(point), point.decimals)
        words = f"{point.sign}{number} {point.mark}".strip()
        width = typesetter.width(words, size, bold=True)
        around = _around(layout.at(point.position, value_of(point)), width)
        place = choose(around, obstacles, _roomy(layout))
        hides = hidden(place, curve) > HIDDEN_PX
        labels.append(Label(place, words, "ink", size, True, hides))
        obstacles.append(place)
    return labels


def _place_reference(
    layout: Layout,
    line: Line,
    typesetter: Typesetter,
    obstacles: Sequence[Box],
    taken: Sequence[Box],
) -> Label:
    frame = layout.frame
    _, y = layout.at(layout.first, line.value)
    words = typesetter.shorten(line.words, frame.right - frame.left - 8)
    right = frame.right
    if line.year is not None and is_marked(line, layout):
        right = layout.at(line.year, line.value)[0] - 8
    candidates = _along(frame.left, right, y, typesetter.width(words))
    place = choose(candidates, obstacles, _roomy(layout))
    token = "muted" if line.year is None else "ink"
    return Label(place, words, token, None, False, hidden(place, taken) > HIDDEN_PX)


def _roomy(layout: Layout) -> Box:
    frame = layout.frame
    return Box(frame.left, frame.top - 19, frame.right, frame.bottom)


def _curve(layout: Layout, series: TimeSeries) -> list[Box]:
    """Return what the line and its points cover."""
    boxes = []
    for stretch in runs(series):
        track = [layout.at(point.position, value_of(point)) for point in stretch]
        boxes.extend(line_boxes(track, 4))
        boxes.extend(Box(x - 5, y - 5, x + 5, y + 5) for x, y in track)
    return boxes


def _rules(layout: Layout, series: TimeSeries) -> list[Box]:
    """Return what the lines of goalposts and target cover."""
    boxes = []
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
    """Return places for the words of a horizontal line, along it, above and below."""
    candidates = []
    room = end - start - width - 6
    for cost, share in enumerate((1, 0, 0.5, 0.75, 0.25)):
        left = start + 2 + room * share
        candidates.append(Candidate(Box(left, y - 17, left + width + 4, y - 1), cost))
        candidates.append(Candidate(Box(left, y + 1, left + width + 4, y + 17), cost + 3))
    return candidates
