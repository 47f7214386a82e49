"""A map of dots: places on land and a graticule, their names where there is room. Pure geometry.

Equidistant cylindrical projection, true to scale at the middle latitude of the places.
"""

import math
from collections.abc import Callable, Iterator, Sequence

from generator.frozen import dataclass
from generator.views.land import outline
from generator.views.targets import NOWHERE, Target

MARGIN = 34
LEAST_SPAN = 16.0
PADDING = 6.0
LETTER, LINE = 7.2, 13.0
"""Width of a letter and height of a line, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on: `tallest` is its height over its width, at most."""

    width: int
    tallest: float


PAGE, WIDE = Sheet(760, 0.6), Sheet(1160, 0.36)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: name, degrees north, degrees east, where it leads."""

    name: str
    latitude: float
    longitude: float
    target: Target = NOWHERE


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name is written: the point on its base line, and which side of it stands there."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A drawn place; no label where its name has no room."""

    name: str
    x: float
    y: float
    label: Label | None
    target: Target


@dataclass(frozen=True, slots=True)
class GridLine:
    degrees: int
    at: float


@dataclass(frozen=True, slots=True)
class DotMap:
    """The drawing; `land` places `outline`, a path of the world in tenths of a degree."""

    width: float
    height: float
    margin: float
    land: str
    outline: str
    dots: tuple[Dot, ...]
    meridians: tuple[GridLine, ...]
    parallels: tuple[GridLine, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    width: int
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

    @property
    def land(self) -> str:
        """Return the SVG transformation from tenths of a degree, north above, to the drawing."""
        across, down = self.squeeze * self.scale / 10, self.scale / 10
        return f"translate({self.x(0):.1f},{self.y(0):.1f}) scale({across:.4f},{down:.4f})"


def lay_out_map(spots: Sequence[Spot], sheet: Sheet = PAGE) -> DotMap | None:
    """Return the drawing of the places, the first named first; None without any."""
    if not spots:
        return None
    frame = _frame(spots, sheet)
    height = frame.y(frame.south) + MARGIN
    step = 30 if frame.east - frame.west > 90 else 10 if frame.east - frame.west > 30 else 5
    return DotMap(
        width=sheet.width,
        height=round(height, 1),
        margin=MARGIN,
        land=frame.land,
        outline=outline(),
        dots=tuple(_dots(spots, frame)),
        meridians=_grid(frame.west, frame.east, step, frame.x),
        parallels=_grid(frame.south, frame.north, min(step, 15), frame.y),
    )


def _frame(spots: Sequence[Spot], sheet: Sheet) -> _Frame:
    south, north = _span([spot.latitude for spot in spots], LEAST_SPAN, 85.0)
    squeeze = math.cos(math.radians((south + north) / 2))
    widest = (north - south) / squeeze / sheet.tallest
    west, east = _span([spot.longitude for spot in spots], widest, 180.0)
    scale = (sheet.width - 2 * MARGIN) / ((east - west) * squeeze)
    return _Frame(sheet.width, west, east, south, north, scale, squeeze)


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


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "_Box") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def _dots(spots: Sequence[Spot], frame: _Frame) -> list[Dot]:
    """Return the dots; names are set one after the other where nothing lies under them."""
    points = [(frame.x(spot.longitude), frame.y(spot.latitude)) for spot in spots]
    taken = [_Box(x - 5, y - 5, x + 5, y + 5) for x, y in points]
    dots = []
    for spot, (x, y) in zip(spots, points, strict=True):
        label = None
        for place, box in _places(spot.name, x, y):
            inside = box.left > MARGIN and box.right < frame.width - MARGIN
            if inside and not any(box.overlaps(other) for other in taken):
                label = place
                taken.append(box)
                break
        dots.append(Dot(spot.name, round(x, 1), round(y, 1), label, spot.target))
    return dots


def _places(name: str, x: float, y: float) -> Iterator[tuple[Label, _Box]]:
    """Yield where a name may be written beside a dot, and what it covers there, the best first."""
    width = len(name) * LETTER
    for left, at, anchor, base in (
        (x + 8, x + 8, "start", y + 4),
        (x - 8 - width, x - 8, "end", y + 4),
        (x - width / 2, x, "middle", y - 8),
        (x - width / 2, x, "middle", y + 17),
    ):
        box = _Box(left, base - LINE + 3, left + width, base + 3)
        yield Label(round(at, 1), round(base, 1), anchor), box
