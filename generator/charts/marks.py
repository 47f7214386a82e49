"""The rating mark, drawn: a disc filled by quarters, and the signs of what is not rated.

The same shapes as in tables and in print; the shape tells the band, colour repeats it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts.canvas import Canvas
from generator.charts.chart_records import Band
from generator.charts.shapes import Arc, Ink, Position, at_angle
from generator.charts.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign and its size."""

    center: Position
    diameter: float
    angle: float = 0.0
    """The direction in which a tick points, clockwise from twelve o'clock in degrees."""


def draw_band_marks(
    canvas: Canvas, marks: Sequence[Mark], band: Band, bands: Sequence[Band]
) -> str:
    """Draw one element with the marks of a band: as many parts filled as the band's place."""
    share = (bands.index(band) + 1) / len(bands)
    if share == 1:
        return canvas.sectors(
            [Arc(mark.center, 0, mark.diameter / 2) for mark in marks], Ink(fill=band.id)
        )
    parts = [Arc(mark.center, 0, mark.diameter / 2 - 0.5, 0, 360 * share) for mark in marks]
    rims = [Arc(mark.center, 0, mark.diameter / 2 - 0.5) for mark in marks]
    canvas.sectors(parts, Ink(fill=band.id))
    return canvas.sectors(rims, Ink(line=band.id, width=1))


def draw_state_marks(canvas: Canvas, marks: Sequence[Mark], state: str) -> str:
    """Draw one element with the signs of a state other than `rated`."""
    if state == "not-rated":
        rims = [Arc(mark.center, 0, mark.diameter / 2 - 0.5) for mark in marks]
        return canvas.sectors(rims, Ink(line="muted", width=1, dashes=(1.6, 1.2)))
    if state == "no-benchmark":
        return canvas.shape(
            [_slash(mark) for mark in marks], Ink(line="muted", width=1.2), closed=False
        )
    ticks = [_tick(mark) for mark in marks]
    return canvas.shape(ticks, Ink(line="rule", width=2), closed=False)


def _tick(mark: Mark) -> tuple[Position, Position]:
    inner, outer = -mark.diameter / 2, mark.diameter / 2
    (x, y), angle = mark.center, mark.angle
    return at_angle((x, y), inner, angle), at_angle((x, y), outer, angle)


def _slash(mark: Mark) -> tuple[Position, Position]:
    (x, y), reach = mark.center, mark.diameter / 2
    return (x - 0.5 * reach, y + reach), (x + 0.5 * reach, y - reach)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One sign of a key, by the name under which its chart draws it, and its words."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where an entry of the key stands: the middle of its sign, and the line of its words."""

    entry: KeyEntry
    sign_at: Position
    words_at: Position
    words: str


SIGN_PX = 13.0
_GAP_PX = 5.0
_BETWEEN_PX = 13.0


def lay_out_key(
    groups: Sequence[Sequence[KeyEntry]], room: float, typesetter: Typesetter
) -> tuple[list[KeyPlace], float]:
    """Return the places of the entries, in rows no wider than `room`, and the height.

    All stand in one row where they fit; otherwise each group begins its own.
    """
    widths = [_entry_px(entry, room, typesetter) for group in groups for entry in group]
    if sum(widths) + _BETWEEN_PX * (len(widths) - 1) <= room:
        groups = [[entry for group in groups for entry in group]]
    places: list[KeyPlace] = []
    pitch = typesetter.line_px + 3
    rows = 0
    for group in filter(None, groups):
        x = 0.0
        for entry in group:
            width = _entry_px(entry, room, typesetter)
            if x > 0 and x + width > room:
                x, rows = 0.0, rows + 1
            baseline = rows * pitch + typesetter.size
            sign_at = (x + SIGN_PX / 2, baseline - typesetter.size * 0.36)
            words = typesetter.shorten(entry.words, room - SIGN_PX - _GAP_PX)
            places.append(KeyPlace(entry, sign_at, (x + SIGN_PX + _GAP_PX, baseline), words))
            x += width + _BETWEEN_PX
        rows += 1
    return places, rows * pitch


def _entry_px(entry: KeyEntry, room: float, typesetter: Typesetter) -> float:
    return min(room, SIGN_PX + _GAP_PX + typesetter.width(entry.words))
