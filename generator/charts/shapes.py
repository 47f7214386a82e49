"""Outlines, and the ink in which they are drawn. Plain frozen values.

Positions are CSS pixels from the top left; angles are degrees clockwise from twelve o'clock.
"""

import math

from generator.frozen import dataclass

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points."""

    points: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A surface with straight edges."""

    points: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of a circle, as a line; clockwise."""

    center: Position
    radius: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sector:
    """A ring sector, a part of a disc (inner radius 0) or a whole disc."""

    center: Position
    inner: float
    outer: float
    start: float = 0.0
    end: float = 360.0


Outline = Polyline | Polygon | Arc | Sector


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is filled and outlined; tokens of the palette, "" for not at all."""

    fill: str = ""
    line: str = ""
    width: float = 1.0
    fill_strength: float = 1.0
    line_strength: float = 1.0
    dashes: tuple[float, ...] = ()


def at_angle(center: Position, radius: float, angle: float) -> Position:
    """Return the point at `angle`, clockwise from twelve o'clock in degrees."""
    radians = math.radians(angle)
    return center[0] + radius * math.sin(radians), center[1] - radius * math.cos(radians)


def line(*points: Position) -> Polyline:
    return Polyline(points)


def box(left: float, top: float, right: float, bottom: float) -> Polygon:
    return Polygon(((left, top), (right, top), (right, bottom), (left, bottom)))
