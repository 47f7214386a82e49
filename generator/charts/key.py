"""The key below a chart: signs and their words, in rows that fit the sheet."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.charts.chart import Element, Shape, Text
from generator.charts.shapes import Position
from generator.charts.typesetting import Typesetter
from generator.frozen import dataclass


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


def draw_key(
    key: Iterable[KeyPlace],
    top: float,
    draw_sign: Callable[[str, Position], Iterable[Shape]],
) -> Iterator[Element]:
    """Yield the entries from `top` on; `draw_sign` takes the name of a sign and its middle."""
    for place in key:
        x, y = place.sign_at
        yield from draw_sign(place.entry.sign, (x, y + top))
        x, y = place.words_at
        yield Text((x, y + top), place.words, "muted")
