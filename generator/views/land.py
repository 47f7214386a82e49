"""The land of the world: coasts without borders, as one path for maps and as rings to project.

`land.txt` is the land of Natural Earth at 1:110 million (public domain), simplified to 0.35
degrees: an SVG path in tenths of a degree, east to the right, south downwards. What lies across
180 degrees stands in it twice, once at either edge.
"""

import re
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

Ring = tuple[tuple[float, float], ...]
"""Degrees north and east of the points of a coast."""


@cache
def outline() -> str:
    """Return the path of all land."""
    return files("generator.views").joinpath("land.txt").read_text(encoding="utf-8").strip()


@cache
def rings() -> tuple[Ring, ...]:
    """Return the coasts, each once, as closed rings whose first point is not repeated."""
    found = (_ring(part) for part in outline().rstrip("z").split("z"))
    return tuple({_place_of(ring): ring for ring in found}.values())


def _place_of(ring: Ring) -> Ring:
    """Return the ring on a globe, where 180 degrees east and west are one."""
    return tuple((north, round(east % 360, 1)) for north, east in ring)


def holds(ring: Ring, latitude: float, longitude: float) -> bool:
    """Return whether a point lies inside a ring: odd crossings of a line to the east."""
    crossings = 0
    for (north, east), (to_north, to_east) in pairwise((*ring, ring[0])):
        if (north > latitude) != (to_north > latitude):
            at = east + (latitude - north) / (to_north - north) * (to_east - east)
            crossings += at > longitude
    return crossings % 2 == 1


def _ring(part: str) -> Ring:
    numbers = [int(number) for number in re.findall(r"-?\d+", part)]
    steps = zip(numbers[::2], numbers[1::2], strict=True)
    points = accumulate(steps, lambda at, by: (at[0] + by[0], at[1] + by[1]))
    return tuple((-south / 10, east / 10) for east, south in points)
