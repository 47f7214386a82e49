"""Shapes as vertices and path codes, and the ink in which they are drawn. Pure geometry.

Positions are CSS pixels from the top left; angles are degrees clockwise from twelve o'clock.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Position = tuple[float, float]
Outline = Sequence[Position]

# The path codes of Matplotlib, as plain numbers.
MOVE, LINE, CURVE, CLOSE = 1, 2, 4, 79

_UNSEEN_PX = 0.15
"""An arc that rises less than this above its chord is drawn as the chord."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is filled and outlined; tokens of the palette, "" for not at all."""

    fill: str = ""
    line: str = ""
    width: float = 1.0
    fill_strength: float = 1.0
    line_strength: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Arc:
    """A ring sector, a part of a disc (inner radius 0) or a whole disc.

    Angles in degrees, clockwise from twelve o'clock.
    """

    center: Position
    inner: float
    outer: float
    start: float = 0.0
    end: float = 360.0

    def trace(self, vertices: list[Position], codes: list[int]) -> None:
        """Append the outline as vertices and path codes."""
        whole = self.end - self.start >= 360
        trace_arc(self.center, self.outer, self.start, self.end, vertices, codes)
        if self.inner > 0:
            joint = len(codes)
            trace_arc(self.center, self.inner, self.end, self.start, vertices, codes)
            codes[joint] = MOVE if whole else LINE
        elif not whole:
            vertices.append(self.center)
            codes.append(LINE)
        vertices.append(vertices[-1])
        codes.append(CLOSE)


def at_angle(center: Position, radius: float, angle: float) -> Position:
    """Return the point at `angle`, clockwise from twelve o'clock in degrees."""
    radians = math.radians(angle)
    return center[0] + radius * math.sin(radians), center[1] - radius * math.cos(radians)


def trace_arc(
    center: Position,
    radius: float,
    start: float,
    end: float,
    vertices: list[Position],
    codes: list[int],
) -> None:
    """Append an arc in cubic curves of at most 90 degrees each, or as a line where none shows."""
    pieces = max(1, math.ceil(abs(end - start) / 90 - 1e-9))
    step = (end - start) / pieces
    handle = 4 / 3 * math.tan(math.radians(step) / 4) * radius
    vertices.append(at_angle(center, radius, start))
    codes.append(MOVE)
    if radius * (1 - math.cos(math.radians(end - start) / 2)) < _UNSEEN_PX and pieces == 1:
        vertices.append(at_angle(center, radius, end))
        codes.append(LINE)
        return
    for piece in range(pieces):
        first, last = start + piece * step, start + (piece + 1) * step
        a, b = at_angle(center, radius, first), at_angle(center, radius, last)
        u, v = math.radians(first), math.radians(last)
        vertices.append((a[0] + handle * math.cos(u), a[1] + handle * math.sin(u)))
        vertices.append((b[0] - handle * math.cos(v), b[1] - handle * math.sin(v)))
        vertices.append(b)
        codes.extend([CURVE] * 3)
