"""A map of dots: places on a graticule, their names where there is room. Pure geometry.

Equidistant cylindrical projection, true to scale at the middle latitude of the places.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDTH = 760
MARGIN = 34
TALLEST = 0.6
"""Height of the map over its width, at most."""
LEAST_SPAN = 16.0
PADDING = 6.0
LETTER, LINE = 7.2, 13.0
"""Width of a letter and height of a line, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: name, degrees north, degrees east."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A drawn place; `label` is the point and side of its name, None where it has no room."""

    name: str
    x: float
    y: float
    label: tuple[float, float, str] | None


@dataclass(frozen=True, slots=True)
class GridLine:
    degrees: int
    at: float


@dataclass(frozen=True, slots=True)
class DotMap:
    width: float
    height: float
    margin: float
    dots: tuple[Dot, ...]
    meridians: tuple[GridLine, ...]
    parallels: tuple[GridLine, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    east: float
    south: float
    north: float
    scale: float
    squeeze: float

    def x(self, longitude: float) -> float:
        return MARGIN + (longitude - self.west) * self.squeeze * self.scale

    def y(self, latitude: float) -> float:
        return MARGIN / 2 + (self.north - latitude) * self.scale


def lay_out_map(spots: Sequence[Spot]) -> DotMap | None:
    """Return the drawing of the places; None without any."""
    if not spots:
        return None
    frame = _frame(spots)
    height = frame.y(frame.south) + MARGIN
    step = 30 if frame.east - frame.west > 90 else 10 if frame.east - frame.west > 30 else 5
    return DotMap(
        width=WIDTH,
        height=round(height, 1),
        margin=MARGIN,
        dots=tuple(_dots(spots, frame)),
        meridians=_grid(frame.west, frame.east, step, frame.x),
        parallels=_grid(frame.south, frame.north, min(step, 15), frame.y),
    )


def _frame(spots: Sequence[Spot]) -> _Frame:
    south, north = _span([spot.latitude for spot in spots], LEAST_SPAN, 85.0)
    squeeze = math.cos(math.radians((south + north) / 2))
    widest = (north - south) / squeeze / TALLEST
    west, east = _span([spot.longitude for spot in spots], widest, 180.0)
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * squeeze)
    return _Frame(west, east, south, north, scale, squeeze)


def _span(numbers: Sequence[float], least: float, limit: float) -> tuple[float, float]:
    """Return the two ends around the numbers, padded, at least `least` apart if there is room."""
    middle = (min(numbers) + max(numbers)) / 2
    half = max((max(numbers) - min(numbers)) / 2 + PADDING, least / 2)
    return max(middle - half, -limit), min(middle + half, limit)


def _grid(
    low: float, high: float, step: int, place: Callable[[float], float]
) -> tuple[GridLine, ...]:
    first = math.ceil(low / step) * step
    degrees = range(first, math.floor(high) + 1, step)
    return tuple(GridLine(one, round(place(one), 1)) for one in degrees)


def _dots(spots: Sequence[Spot], frame: _Frame) -> list[Dot]:
    """Return the dots; names are set one after the other where nothing lies under them."""
    points = [(frame.x(spot.longitude), frame.y(spot.latitude)) for spot in spots]
    taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in points]
    found = []
    for spot, (x, y) in zip(spots, points, strict=True):
        label = None
        for left, anchor, at in _places(spot.name, x, y):
            width = len(spot.name) * LETTER
            box = (left, at - LINE + 3, left + width, at + 3)
            if box[0] > 0 and box[2] < WIDTH and not any(_overlap(box, one) for one in taken):
                point = x + 8 if anchor == "start" else x - 8 if anchor == "end" else x
                label = (round(point, 1), round(at, 1), anchor)
                taken.append(box)
                break
        found.append(Dot(spot.name, round(x, 1), round(y, 1), label))
    return found


def _places(name: str, x: float, y: float) -> list[tuple[float, str, float]]:
    """Return where a name may stand: left edge, anchor and base line, the best first."""
    width = len(name) * LETTER
    return [
        (x + 8, "start", y + 4),
        (x - 8 - width, "end", y + 4),
        (x - width / 2, "middle", y - 8),
        (x - width / 2, "middle", y + 17),
    ]


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
