"""Where a label goes: the first of several places that hides least of what is drawn."""

from collections.abc import Sequence
from itertools import pairwise

from generator.charts.shapes import Position
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """Return the area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 < height else 0.0

    def outside(self, frame: "Box") -> float:
        """Return the area that lies outside `frame`."""
        area = (self.right - self.left) * (self.bottom - self.top)
        return area - self.overlap(frame)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place for a label: its box, and what its being second choice costs."""

    box: Box
    cost: float = 0.0


def choose(candidates: Sequence[Candidate], obstacles: Sequence[Box], frame: Box) -> Box:
    """Return the box that hides least and lies in the frame; the first of equals."""

    def cost(candidate: Candidate) -> float:
        outside = 4 * candidate.box.outside(frame)
        return hidden(candidate.box, obstacles) + outside + candidate.cost

    return min(candidates, key=cost).box


def hidden(box: Box, obstacles: Sequence[Box]) -> float:
    """Return the area of all obstacles that a box covers."""
    left, right = box.left, box.right
    beside = (one for one in obstacles if one.left < right and one.right > left)
    return sum(box.overlap(obstacle) for obstacle in beside)


def line_boxes(points: Sequence[Position], thickness: float) -> list[Box]:
    """Return small boxes along a line, so that a label can keep away from it."""
    boxes: list[Box] = []
    half = thickness / 2
    for (x0, y0), (x1, y1) in pairwise(points):
        pieces = max(1, round(max(abs(x1 - x0), abs(y1 - y0)) / 6))
        for piece in range(pieces + 1):
            x = x0 + (x1 - x0) * piece / pieces
            y = y0 + (y1 - y0) * piece / pieces
            boxes.append(Box(x - half, y - half, x + half, y + half))
    return boxes
