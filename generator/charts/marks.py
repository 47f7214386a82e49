"""The rating mark, drawn: a disc filled by quarters, and the signs of what is not rated.

The same shapes as in tables and in print; the shape tells the band, colour repeats it.
"""

from collections.abc import Iterator, Sequence

from generator.charts.chart import Shape
from generator.charts.chart_records import Band
from generator.charts.shapes import Ink, Polyline, Position, Sector, at_angle
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign and its size."""

    center: Position
    diameter: float
    angle: float = 0.0
    """The direction in which a tick points, clockwise from twelve o'clock in degrees."""


def draw_band_mark(mark: Mark, band: Band, bands: Sequence[Band], tip: str = "") -> Iterator[Shape]:
    """Yield the mark of a band: as many parts filled as the band's place."""
    share = (bands.index(band) + 1) / len(bands)
    if share == 1:
        disc = Sector(mark.center, 0, mark.diameter / 2)
        yield Shape((disc,), Ink(fill=band.id), tip)
        return
    radius = mark.diameter / 2 - 0.5
    yield Shape((Sector(mark.center, 0, radius, 0, 360 * share),), Ink(fill=band.id), tip)
    yield Shape((Sector(mark.center, 0, radius),), Ink(line=band.id), tip)


def draw_state_marks(marks: Sequence[Mark], state: str, tip: str = "") -> Shape:
    """Return one element with the signs of a state other than `rated`."""
    if state == "not-rated":
        rims = tuple(Sector(mark.center, 0, mark.diameter / 2 - 0.5) for mark in marks)
        return Shape(rims, Ink(line="muted", dashes=(1.6, 1.2)), tip)
    if state in ("reached", "short"):
        rims = tuple(Sector(mark.center, 0, mark.diameter / 2 - 0.5) for mark in marks)
        checks = tuple(map(_check, marks)) if state == "reached" else ()
        return Shape((*rims, *checks), Ink(line="ink", width=1.2), tip)
    if state == "positioned":
        lines = tuple(line for mark in marks for line in _position(mark))
        return Shape(lines, Ink(line="ink", width=1.2), tip)
    if state == "no-benchmark":
        return Shape(tuple(map(_slash, marks)), Ink(line="muted", width=1.2), tip)
    return Shape(tuple(map(_tick, marks)), Ink(line="rule", width=2), tip)


def _tick(mark: Mark) -> Polyline:
    inner, outer = -mark.diameter / 2, mark.diameter / 2
    return Polyline(
        (at_angle(mark.center, inner, mark.angle), at_angle(mark.center, outer, mark.angle))
    )


def _check(mark: Mark) -> Polyline:
    (x, y), reach = mark.center, mark.diameter / 2
    bend = (x - 0.1 * reach, y + 0.4 * reach)
    return Polyline(((x - 0.45 * reach, y), bend, (x + 0.5 * reach, y - 0.4 * reach)))


def _position(mark: Mark) -> tuple[Polyline, Polyline]:
    """Return a line with a tick: a place among cities."""
    (x, y), reach = mark.center, mark.diameter / 2
    return (
        Polyline(((x - reach, y), (x + reach, y))),
        Polyline(((x + 0.3 * reach, y - 0.7 * reach), (x + 0.3 * reach, y + 0.7 * reach))),
    )


def _slash(mark: Mark) -> Polyline:
    (x, y), reach = mark.center, mark.diameter / 2
    return Polyline(((x - 0.5 * reach, y + reach), (x + 0.5 * reach, y - reach)))
