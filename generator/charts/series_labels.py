"""The words inside a time series: the first and the last value, goalposts and target."""

from generator.charts.canvas import Canvas
from generator.charts.placement import Box, Candidate, choose, line_boxes
from generator.charts.records import TimeSeries
from generator.charts.series_layout import (
    Layout,
    is_marked,
    reference_lines,
    runs,
    value_of,
    valued,
)
from generator.charts.shapes import Position
from generator.language import Language


def write_labels(canvas: Canvas, layout: Layout, series: TimeSeries, language: Language) -> None:
    """Write the first and the last value at their points, then the words of the references."""
    points = valued(series)
    obstacles = _obstacles(layout, series)
    frame = layout.frame
    roomy = Box(frame.left, frame.top - 19, frame.right, frame.bottom)
    size = float(canvas.settings["font.size"]) + 1
    for point in (points[0], points[-1]):
        words = f"{language.number(value_of(point), series.decimals)} {point.mark}".strip()
        width = canvas.type.width(words, size, bold=True)
        box = choose(_around(layout.at(point.position, value_of(point)), width), obstacles, roomy)
        canvas.text((box.left + 1, box.bottom - 4), words, "ink", size=size, bold=True)
        obstacles.append(box)
    for line in reference_lines(series, language):
        if layout.scale.holds(line.value):
            _, y = layout.at(layout.first, line.value)
            words = canvas.type.shorten(line.words, frame.right - frame.left - 8)
            right = frame.right
            if line.year is not None and is_marked(line, layout):
                right = layout.at(line.year, line.value)[0] - 8
            candidates = _along(frame.left, right, y, canvas.type.width(words))
            box = choose(candidates, obstacles, roomy)
            token = "muted" if line.year is None else "ink"
            canvas.text((box.left + 2, box.bottom - 4), words, token)
            obstacles.append(box)


def _obstacles(layout: Layout, series: TimeSeries) -> list[Box]:
    boxes = []
    for stretch in runs(series):
        track = [layout.at(point.position, value_of(point)) for point in stretch]
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
    """Return places for the words of a horizontal line, along it, above and below."""
    candidates = []
    room = end - start - width - 6
    for cost, share in enumerate((1, 0, 0.5, 0.75, 0.25)):
        left = start + 2 + room * share
        candidates.append(Candidate(Box(left, y - 17, left + width + 4, y - 1), cost))
        candidates.append(Candidate(Box(left, y + 1, left + width + 4, y + 17), cost + 3))
    return candidates
