"""The globe turned to a city: land without borders in orthographic projection. Pure geometry.

Snyder (1987), Map Projections: A Working Manual, equations 20-3 to 20-5.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import cos, hypot, radians, sin

from generator.frozen import dataclass
from generator.model.publication import City
from generator.views.land import holds, rings
from generator.views.site import Site

RADIUS = 480
FINEST = 8.0
"""Steps of a coast shorter than this are left out; a drawing of 150 px shows none of them."""
GRATICULE = 30
STEP = 5

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Globe:
    """Paths about a middle of 0, 0 with the radius `RADIUS`; `place` says where the middle is."""

    radius: int
    land: str
    graticule: str
    place: str


def globe_of(site: Site, city: City) -> Globe | None:
    """Return the globe with a city in its middle; None if its place is not known."""
    latitude, longitude = city.record.latitude, city.record.longitude
    if latitude is None or longitude is None:
        return None
    land, graticule = globe_paths(latitude, longitude)
    north = site.say(f"degrees.{'north' if latitude >= 0 else 'south'}", n=round(abs(latitude)))
    east = site.say(f"degrees.{'east' if longitude >= 0 else 'west'}", n=round(abs(longitude)))
    return Globe(RADIUS, land, graticule, site.language.by_commas((north, east)))


def globe_paths(latitude: float, longitude: float) -> tuple[str, str]:
    """Return the paths of land and of the graticule, seen from above a point in degrees.

    Land is what lies inside an odd number of lines (`fill-rule: evenodd`). Land that
    reaches this side from around the opposite point goes all around the limb: the limb itself
    stands for what is not seen of it.
    """
    view = _View(latitude, longitude)
    seen = [ring for ring in rings() if any(view.seen(*point)[2] for point in ring)]
    land = "".join(_closed(view.seen(*point)[:2] for point in ring) for ring in seen)
    opposite = -latitude, (longitude + 360) % 360 - 180
    if any(holds(ring, *opposite) for ring in seen):
        land += _limb()
    return land, "".join(_open(line) for line in _lines(view))


class _View:
    """The orthographic projection about a point, south downwards."""

    def __init__(self, latitude: float, longitude: float) -> None:
        self._east = longitude
        self._sin, self._cos = sin(radians(latitude)), cos(radians(latitude))

    def seen(self, latitude: float, longitude: float) -> tuple[float, float, bool]:
        """Return where a point is drawn, and whether it lies on this side.

        A point on the other side is drawn on the limb, in its direction.
        """
        north, east = radians(latitude), radians(longitude - self._east)
        x = cos(north) * sin(east)
        y = self._cos * sin(north) - self._sin * cos(north) * cos(east)
        near = self._sin * sin(north) + self._cos * cos(north) * cos(east) >= 0
        size = 1.0 if near else hypot(x, y) or 1.0
        return RADIUS * x / size, -RADIUS * y / size, near


def _lines(view: _View) -> Iterator[list[Point]]:
    """Yield the visible parts of meridians and parallels."""
    meridians = (
        [(north, east) for north in range(-90, 91, STEP)] for east in range(-180, 180, GRATICULE)
    )
    parallels = (
        [(north, east) for east in range(-180, 181, STEP)]
        for north in range(GRATICULE - 90, 90, GRATICULE)
    )
    for line in (*meridians, *parallels):
        part: list[Point] = []
        for point in line:
            x, y, near = view.seen(*point)
            if near:
                part.append((x, y))
            elif part:
                yield part
                part = []
        if part:
            yield part


def _limb() -> str:
    arc = f"a{RADIUS},{RADIUS},0,1,0,"
    return f"M-{RADIUS},0{arc}{2 * RADIUS},0{arc}-{2 * RADIUS},0z"


def _closed(points: Iterable[Point]) -> str:
    """Return the path of a ring in whole steps; nothing for one too small to be seen."""
    kept = list(_thinned(points))
    return f"{_path(kept)}z" if len(kept) > 2 else ""


def _open(points: Iterable[Point]) -> str:
    kept = list(_thinned(points))
    return _path(kept) if len(kept) > 1 else ""


def _thinned(points: Iterable[Point]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for x, y in points:
        if last is None or hypot(x - last[0], y - last[1]) >= FINEST:
            last = round(x), round(y)
            yield last


def _path(points: list[tuple[int, int]]) -> str:
    """Return a path in relative steps, parted by commas: no two numbers look like a grouped one."""
    x, y = points[0]
    moves = ",".join(f"{to[0] - at[0]},{to[1] - at[1]}" for at, to in pairwise(points))
    return f"M{x},{y}l{moves}".replace(",-", "-")
