"""The wheel: one sector per indicator, its length the score, its mark the band.

In: a `Wheel`. Out: a figure, or None where nothing is rated (the page then says so in words).
Rated indicators take most of the circle, so that twelve of ninety-one can still be read; an
indicator with a value but no rating keeps a sign at the rim, one not reported a dot.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts.alternative import join_sentences
from generator.charts.canvas import Arc, Canvas, Ink, Position, Typesetter, at_angle
from generator.charts.marks import (
    SIGN_PX,
    KeyEntry,
    KeyPlace,
    Mark,
    draw_band_marks,
    draw_state_marks,
    lay_out_key,
)
from generator.charts.records import Band, Figure, Sector, SectorGroup, SectorState, Wheel
from generator.charts.style import FORMATS, Form, Style
from generator.language import Language

KIND = "wheel"

_SHARES: dict[SectorState, float] = {
    "rated": 1.0,
    "not-rated": 0.6,
    "no-benchmark": 0.6,
    "not-reported": 0.25,
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
    """Everything that is decided before the sheet is taken out."""

    dial: Dial
    sectors: tuple[tuple[Sector, Span], ...]
    groups: tuple[tuple[SectorGroup, Span], ...]
    title: tuple[str, ...]
    captions_top: float
    numbered: bool
    """Whether the groups are numbered and named below, or named beside the wheel."""
    key: tuple[KeyPlace, ...]
    key_top: float
    height: float


def draw_wheel(wheel: Wheel, style: Style, language: Language, form: Form) -> Figure | None:
    """Return the wheel of a city, or None where no indicator is rated."""
    if not _rated(wheel.sectors):
        return None
    layout = _lay_out(wheel, style, language, form)
    canvas = Canvas(style, form, layout.height)
    for row, line in enumerate(layout.title):
        _write_title(canvas, line, row)
    _draw_scale(canvas, layout, wheel.bands, language)
    _draw_sectors(canvas, layout, wheel.bands)
    _draw_center(canvas, layout, wheel, language)
    if layout.numbered:
        _draw_numbered_captions(canvas, layout, language)
    else:
        _draw_side_captions(canvas, layout, language)
    _draw_key(canvas, layout, wheel.bands)
    return Figure(
        svg=canvas.svg(),
        alternative=_alternative(wheel, language),
        width_px=canvas.width_px,
        height_px=canvas.height_px,
        kind=KIND,
        tooltips=canvas.tooltips,
    )


def share_circle(groups: Sequence[SectorGroup]) -> list[list[Span]]:
    """Return the span of every sector, by group.

    A rated sector is at most nine degrees wide, so that a single one does not become a cake;
    what it leaves goes to the others. Where all would then be wider, all are equal.
    """
    sectors = [sector for group in groups for sector in group.sectors]
    room = 360 - _SCALE_GAP_DEGREES - _GROUP_GAP_DEGREES * (len(groups) - 1)
    rated = len(_rated(sectors))
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


def _lay_out(wheel: Wheel, style: Style, language: Language, form: Form) -> Layout:
    typesetter = Typesetter(style)
    width = FORMATS[form].width_px
    title_size = float(typesetter.settings["axes.titlesize"])
    title = typesetter.wrap(wheel.title, width, title_size, bold=True) if wheel.title else []
    groups = tuple(group for group in wheel.groups if group.sectors)
    top = len(title) * round(title_size * 1.35) + (6 if title else 0)
    reach = 150.0 if form == "web" else 152.0
    dial = Dial((width / 2, top + reach + 18), hub=46, full=reach - 18)
    captions_top = dial.center[1] + reach + 26
    spans = share_circle(groups)
    key, key_height = lay_out_key(_key_entries(wheel, language), width, typesetter)
    numbered = form == "web" or len(groups) > _MOST_BESIDE
    rows = len(groups) if numbered else 0
    key_top = captions_top + rows * (typesetter.line_px + 4) + (8 if rows else 0)
    return Layout(
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
        title=tuple(title),
        captions_top=captions_top,
        numbered=numbered,
        key=tuple(key),
        key_top=key_top,
        height=key_top + key_height + 2,
    )


def _write_title(canvas: Canvas, line: str, row: int) -> None:
    size = float(canvas.settings["axes.titlesize"])
    canvas.text((0, size + row * round(size * 1.35)), line, "ink", size=size, bold=True)


def _draw_scale(canvas: Canvas, layout: Layout, bands: Sequence[Band], language: Language) -> None:
    """Draw rings at the lower edges of the bands, numbered in the gap at the top."""
    dial = layout.dial
    begin = layout.groups[0][1].start
    end = layout.groups[-1][1].end
    tracks = [
        Arc(dial.center, dial.hub, dial.full, span.start + 0.4, span.end - 0.4)
        for sector, span in layout.sectors
        if sector.state == "rated"
    ]
    canvas.sectors(tracks, Ink(fill="gridline"))
    ring = Ink(line="rule", width=0.7, line_strength=0.6)
    for edge in [band.lower_edge for band in bands if band.lower_edge > 0]:
        radius = dial.radius(edge)
        canvas.arc(dial.center, radius, begin, end, ring)
        at = (dial.center[0], dial.center[1] - radius + canvas.type.size * 0.36)
        canvas.text(at, language.number(edge, 0), "muted", align="center")
    canvas.arc(dial.center, dial.hub, begin, end, Ink(line="rule", width=0.7))


def _draw_sectors(canvas: Canvas, layout: Layout, bands: Sequence[Band]) -> None:
    dial = layout.dial
    by_id = {band.id: band for band in bands}
    for sector, span in layout.sectors:
        mark = _place_mark(dial, span, sector.state)
        band = by_id.get(sector.band or "")
        if sector.state == "rated" and sector.score is not None and band:
            outer = max(dial.radius(sector.score), dial.hub + 1.5)
            bar = Arc(dial.center, dial.hub, outer, span.start + 0.4, span.end - 0.4)
            canvas.tooltip(canvas.sectors([bar], Ink(fill=band.id)), sector.text)
            canvas.tooltip(draw_band_marks(canvas, [mark], band, bands), sector.text)
        elif sector.state in ("not-rated", "no-benchmark"):
            canvas.tooltip(draw_state_marks(canvas, [mark], sector.state), sector.text)
    silent = [
        _place_mark(dial, span, sector.state)
        for sector, span in layout.sectors
        if sector.state == "not-reported"
    ]
    if silent:
        draw_state_marks(canvas, silent, "not-reported")


_MARK_PX: dict[SectorState, float] = {
    "rated": 13.0,
    "not-rated": 9.0,
    "no-benchmark": 9.0,
    "not-reported": 2.0,
}


def _place_mark(dial: Dial, span: Span, state: SectorState) -> Mark:
    """Return the place of a mark on the bezel, as large as its sector allows."""
    room = math.radians(span.degrees) * dial.bezel * 0.85
    most = _MARK_PX[state]
    diameter = most if state == "not-reported" else min(most, room)
    return Mark(at_angle(dial.center, dial.bezel, span.middle), diameter, span.middle)


def _draw_center(canvas: Canvas, layout: Layout, wheel: Wheel, language: Language) -> None:
    x, y = layout.dial.center
    rated = len(_rated(wheel.sectors))
    size = float(canvas.settings["figure.titlesize"])
    words = language.label("chart.wheel.of-rated", n=len(wheel.sectors))
    room = layout.dial.hub * 1.75
    lines = canvas.type.wrap(words, room, most=2)
    top = y - (len(lines) - 1) * canvas.type.line_px / 2
    canvas.text(
        (x, top + size * 0.1), language.number(rated, 0), "ink", size=size, bold=True,
        align="center",
    )  # fmt: skip
    for row, line in enumerate(lines):
        below = top + size * 0.1 + (row + 1) * canvas.type.line_px
        canvas.text((x, below), line, "muted", align="center")


def _draw_numbered_captions(canvas: Canvas, layout: Layout, language: Language) -> None:
    """Number the groups on the rim and name them in a list below: any length of name fits."""
    typesetter, dial = canvas.type, layout.dial
    pitch = typesetter.line_px + 4
    for row, (group, span) in enumerate(layout.groups):
        _draw_group_arc(canvas, dial, span)
        number = language.number(row + 1, 0)
        x, y = at_angle(dial.center, dial.rim + 10, span.middle)
        canvas.text((x, y + typesetter.size * 0.36), number, "ink", bold=True, align="center")
        baseline = layout.captions_top + row * pitch + typesetter.size
        count = _count(group, language)
        room = canvas.width_px - 28 - typesetter.width(count)
        canvas.text((0, baseline), number, "ink", bold=True)
        canvas.text((18, baseline), typesetter.shorten(group.name, room), "ink")
        canvas.text((canvas.width_px, baseline), count, "muted", align="right")


def _draw_side_captions(canvas: Canvas, layout: Layout, language: Language) -> None:
    """Name the groups beside the wheel, each joined to its arc by a thin line."""
    for right in (True, False):
        side = [
            (group, span)
            for group, span in layout.groups
            if (span.middle % 360 < 180) == right
        ]  # fmt: skip
        _draw_one_side(canvas, layout, side, language, right=right)


def _draw_one_side(
    canvas: Canvas,
    layout: Layout,
    side: Sequence[tuple[SectorGroup, Span]],
    language: Language,
    *,
    right: bool,
) -> None:
    typesetter, dial = canvas.type, layout.dial
    reach = dial.rim + 22
    room = canvas.width_px / 2 - reach
    x = dial.center[0] + reach if right else dial.center[0] - reach
    blocks = [
        (span, [*typesetter.wrap(group.name, room, bold=True), _count(group, language)])
        for group, span in side
    ]
    blocks.sort(key=lambda block: at_angle(dial.center, dial.rim, block[0].middle)[1])
    wishes = [at_angle(dial.center, dial.rim, span.middle)[1] for span, _ in blocks]
    heights = [len(lines) * typesetter.line_px + 8 for _, lines in blocks]
    middles = _spread(wishes, heights, dial.center[1] - dial.rim - 14, layout.captions_top - 8)
    for (span, lines), middle in zip(blocks, middles, strict=True):
        _draw_group_arc(canvas, dial, span)
        start = at_angle(dial.center, dial.rim + 1, span.middle)
        elbow = (x - 14 if right else x + 14, middle)
        near = (x - 5 if right else x + 5, middle)
        canvas.shape([[start, elbow, near]], Ink(line="rule", width=0.7), closed=False)
        first = middle - len(lines) * typesetter.line_px / 2 + typesetter.size
        for row, line in enumerate(lines):
            last = row == len(lines) - 1
            at = (x, first + row * typesetter.line_px)
            align = "left" if right else "right"
            canvas.text(at, line, "muted" if last else "ink", bold=not last, align=align)


def _spread(
    wishes: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Return the middles of blocks, near the wished ones (ascending), that do not overlap."""
    middles: list[float] = []
    edge = top
    for wish, height in zip(wishes, heights, strict=True):
        middles.append(max(wish, edge + height / 2))
        edge = middles[-1] + height / 2
    edge = bottom
    for place in reversed(range(len(middles))):
        middles[place] = min(middles[place], edge - heights[place] / 2)
        edge = middles[place] - heights[place] / 2
    return middles


def _draw_group_arc(canvas: Canvas, dial: Dial, span: Span) -> None:
    canvas.arc(dial.center, dial.rim, span.start, span.end, Ink(line="rule"))


def _key_entries(wheel: Wheel, language: Language) -> list[list[KeyEntry]]:
    """Return the bands, all of them, and those other states that occur."""
    present = {sector.state for sector in wheel.sectors}
    states = [state for state in _SHARES if state != "rated" and state in present]
    return [
        [KeyEntry(band.id, band.name) for band in wheel.bands],
        [KeyEntry(state, language.label(f"chart.wheel.{state}")) for state in states],
    ]


def _draw_key(canvas: Canvas, layout: Layout, bands: Sequence[Band]) -> None:
    by_id = {band.id: band for band in bands}
    for place in layout.key:
        at = (place.sign_at[0], place.sign_at[1] + layout.key_top)
        sign = place.entry.sign
        if sign in by_id:
            draw_band_marks(canvas, [Mark(at, SIGN_PX)], by_id[sign], bands)
        else:
            state = next(state for state in _MARK_PX if state == sign)
            draw_state_marks(canvas, [Mark(at, _MARK_PX[state])], state)
        words_at = (place.words_at[0], place.words_at[1] + layout.key_top)
        canvas.text(words_at, place.words, "muted")


def _rated(sectors: Sequence[Sector]) -> list[Sector]:
    return [sector for sector in sectors if sector.state == "rated"]


def _count(group: SectorGroup, language: Language) -> str:
    rated = language.number(len(_rated(group.sectors)), 0)
    return language.label("chart.wheel.count", rated=rated, n=len(group.sectors))


def _alternative(wheel: Wheel, language: Language) -> str:
    sectors = wheel.sectors
    bands = ", ".join(
        language.label("chart.wheel.alt-band", n=count, band=band.name)
        for band in wheel.bands
        if (count := sum(s.state == "rated" and s.band == band.id for s in sectors))
    )
    unrated = sum(sector.state in ("not-rated", "no-benchmark") for sector in sectors)
    silent = sum(sector.state == "not-reported" for sector in sectors)
    rated = language.number(len(_rated(sectors)), 0)
    return join_sentences(
        [
            wheel.title and f"{wheel.title}.",
            language.label("chart.wheel.alt-rated", rated=rated, n=len(sectors), bands=bands),
            language.label("chart.wheel.alt-unrated", n=unrated) if unrated else "",
            language.label("chart.wheel.alt-not-reported", n=silent) if silent else "",
        ]
    )
