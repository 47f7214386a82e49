"""Where everything on the wheel stands; decided before anything is drawn. Pure geometry."""

import math
from collections.abc import Sequence

from generator.charts.chart_records import Sector, SectorGroup, Wheel
from generator.charts.key import KeyEntry, KeyPlace, lay_out_key
from generator.charts.marks import Mark
from generator.charts.shapes import Position, at_angle
from generator.charts.style import WIDTH_PX, Form
from generator.charts.typesetting import Typesetter
from generator.frozen import dataclass
from generator.language import Language

_SHARES: dict[str, float] = {
    "rated": 1.0,
    "reached": 0.6,
    "short": 0.6,
    "positioned": 0.6,
    "not-rated": 0.6,
    "no-benchmark": 0.6,
    "no-figure": 0.25,
}
MARK_PX: dict[str, float] = {
    "rated": 13.0,
    "reached": 9.0,
    "short": 9.0,
    "positioned": 9.0,
    "not-rated": 9.0,
    "no-benchmark": 9.0,
    "no-figure": 2.0,
}
_WIDEST_DEGREES = 9.0
_SCALE_GAP_DEGREES = 16.0
_GROUP_GAP_DEGREES = 4.0
_MOST_BESIDE = 10
"""More groups than this are named in a list below the wheel, on paper as well."""


@dataclass(frozen=True, slots=True)
class Dial:
    """The circle: where it stands, and the radii of its parts, in pixels."""

    center: Position
    hub: float
    """Radius at score 0."""
    full: float
    """Radius at score 100."""

    @property
    def bezel(self) -> float:
        """Radius on which the marks stand."""
        return self.full + 9

    @property
    def rim(self) -> float:
        """Radius of the arcs that hold the groups together."""
        return self.full + 18

    def radius(self, score: float) -> float:
        return self.hub + (self.full - self.hub) * min(max(score, 0.0), 100.0) / 100


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the circle, in degrees clockwise from twelve o'clock."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def degrees(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that is decided before the first element."""

    width: float
    dial: Dial
    sectors: tuple[tuple[Sector, Span], ...]
    groups: tuple[tuple[SectorGroup, Span], ...]
    captions_top: float
    numbered: bool
    """Whether the groups are numbered and named below, or named beside the wheel."""
    key: tuple[KeyPlace, ...]
    key_top: float
    height: float


def share_circle(groups: Sequence[SectorGroup]) -> list[list[Span]]:
    """Return the span of every sector, by group.

    A rated sector is at most nine degrees wide, so that a single one does not become a cake;
    what it leaves goes to the others. Where all would then be wider, all are equal.
    """
    sectors = [sector for group in groups for sector in group.sectors]
    room = 360 - _SCALE_GAP_DEGREES - _GROUP_GAP_DEGREES * (len(groups) - 1)
    rated = count_rated(sectors)
    others = sum(_SHARES[sector.state] for sector in sectors) - rated
    width = min(_WIDEST_DEGREES, room / (rated + others))
    unit = (room - width * rated) / others if others else width
    if not others or unit * min(_SHARES.values()) > width:
        width = room / len(sectors)
        widths = [width] * len(sectors)
    else:
        widths = [width if s.state == "rated" else unit * _SHARES[s.state] for s in sectors]
    return _spans(groups, widths)


def _spans(groups: Sequence[SectorGroup], widths: Sequence[float]) -> list[list[Span]]:
    at = _SCALE_GAP_DEGREES / 2
    taken = iter(widths)
    spans: list[list[Span]] = []
    for group in groups:
        row: list[Span] = []
        for _ in group.sectors:
            row.append(Span(at, at + next(taken)))
            at = row[-1].end
        spans.append(row)
        at += _GROUP_GAP_DEGREES
    return spans


def lay_out(wheel: Wheel, typesetter: Typesetter, form: Form) -> Layout:
    width = WIDTH_PX[form]
    groups = tuple(group for group in wheel.groups if group.sectors)
    reach = 150.0 if form == "web" else 152.0
    dial = Dial((width / 2, reach + 18), hub=46, full=reach - 18)
    captions_top = dial.center[1] + reach + 26
    spans = share_circle(groups)
    key, key_height = lay_out_key(_key_entries(wheel, typesetter.language), width, typesetter)
    numbered = form == "web" or len(groups) > _MOST_BESIDE
    rows = len(groups) if numbered else 0
    key_top = captions_top + rows * (typesetter.line_px + 4) + (8 if rows else 0)
    return Layout(
        width=width,
        dial=dial,
        sectors=tuple(
            pair
            for group, row in zip(groups, spans, strict=True)
            for pair in zip(group.sectors, row, strict=True)
        ),
        groups=tuple(
            (group, Span(row[0].start, row[-1].end))
            for group, row in zip(groups, spans, strict=True)
        ),
        captions_top=captions_top,
        numbered=numbered,
        key=tuple(key),
        key_top=key_top,
        height=key_top + key_height + 2,
    )


def _key_entries(wheel: Wheel, language: Language) -> list[list[KeyEntry]]:
    """Return the bands, all of them, and those other states that occur."""
    present = {sector.state for sector in wheel.sectors}
    states = [state for state in _SHARES if state != "rated" and state in present]
    return [
        [KeyEntry(band.id, band.name) for band in wheel.bands],
        [KeyEntry(state, language.label(f"chart.wheel.{state}")) for state in states],
    ]


def place_mark(dial: Dial, span: Span, state: str) -> Mark:
    """Return the place of a mark on the bezel, as large as its sector allows."""
    room = math.radians(span.degrees) * dial.bezel * 0.85
    most = MARK_PX[state]
    diameter = most if state == "no-figure" else min(most, room)
    return Mark(at_angle(dial.center, dial.bezel, span.middle), diameter, span.middle)


def count_rated(sectors: Sequence[Sector]) -> int:
    return sum(sector.state == "rated" for sector in sectors)
