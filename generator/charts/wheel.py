"""The wheel: one sector per indicator, its length the score, its mark the band.

In: a `Wheel`. Out: a figure, or None where nothing is rated (the page then says so in words).
Rated indicators take most of the circle, so that twelve of ninety-one can still be read; an
indicator with a value but no rating keeps a sign at the rim, one not reported a dot.
"""

from collections.abc import Sequence

from generator.charts.alternative import join_sentences
from generator.charts.canvas import Canvas
from generator.charts.chart_records import Band, Figure, Wheel
from generator.charts.marks import SIGN_PX, Mark, draw_band_marks, draw_state_marks
from generator.charts.shapes import Arc, Ink
from generator.charts.style import Form, Style
from generator.charts.wheel_captions import draw_numbered_captions, draw_side_captions
from generator.charts.wheel_layout import MARK_PX, Layout, count_rated, lay_out, place_mark
from generator.language import Language

KIND = "wheel"


def draw_wheel(wheel: Wheel, style: Style, language: Language, form: Form) -> Figure | None:
    """Return the wheel of a city, or None where no indicator is rated."""
    if not count_rated(wheel.sectors):
        return None
    layout = lay_out(wheel, style, language, form)
    canvas = Canvas(style, form, layout.height)
    for row, line in enumerate(layout.title):
        _write_title(canvas, line, row)
    _draw_scale(canvas, layout, wheel.bands, language)
    _draw_sectors(canvas, layout, wheel.bands)
    _draw_center(canvas, layout, wheel, language)
    if layout.numbered:
        draw_numbered_captions(canvas, layout, language)
    else:
        draw_side_captions(canvas, layout, language)
    _draw_key(canvas, layout, wheel.bands)
    return Figure(
        svg=canvas.svg(),
        alternative=_alternative(wheel, language),
        width_px=canvas.width_px,
        height_px=canvas.height_px,
        kind=KIND,
        tooltips=canvas.tooltips,
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
        mark = place_mark(dial, span, sector.state)
        band = by_id.get(sector.band or "")
        if sector.state == "rated" and sector.score is not None and band:
            outer = max(dial.radius(sector.score), dial.hub + 1.5)
            bar = Arc(dial.center, dial.hub, outer, span.start + 0.4, span.end - 0.4)
            canvas.tooltip(canvas.sectors([bar], Ink(fill=band.id)), sector.text)
            canvas.tooltip(draw_band_marks(canvas, [mark], band, bands), sector.text)
        elif sector.state in ("not-rated", "no-benchmark"):
            canvas.tooltip(draw_state_marks(canvas, [mark], sector.state), sector.text)
    silent = [
        place_mark(dial, span, sector.state)
        for sector, span in layout.sectors
        if sector.state == "not-reported"
    ]
    if silent:
        draw_state_marks(canvas, silent, "not-reported")


def _draw_center(canvas: Canvas, layout: Layout, wheel: Wheel, language: Language) -> None:
    x, y = layout.dial.center
    rated = count_rated(wheel.sectors)
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


def _draw_key(canvas: Canvas, layout: Layout, bands: Sequence[Band]) -> None:
    by_id = {band.id: band for band in bands}
    for place in layout.key:
        at = (place.sign_at[0], place.sign_at[1] + layout.key_top)
        sign = place.entry.sign
        if sign in by_id:
            draw_band_marks(canvas, [Mark(at, SIGN_PX)], by_id[sign], bands)
        else:
            state = next(state for state in MARK_PX if state == sign)
            draw_state_marks(canvas, [Mark(at, MARK_PX[state])], state)
        words_at = (place.words_at[0], place.words_at[1] + layout.key_top)
        canvas.text(words_at, place.words, "muted")


def _alternative(wheel: Wheel, language: Language) -> str:
    sectors = wheel.sectors
    bands = ", ".join(
        language.label("chart.wheel.alt-band", n=count, band=band.name)
        for band in wheel.bands
        if (count := sum(s.state == "rated" and s.band == band.id for s in sectors))
    )
    unrated = sum(sector.state in ("not-rated", "no-benchmark") for sector in sectors)
    silent = sum(sector.state == "not-reported" for sector in sectors)
    rated = language.number(count_rated(sectors), 0)
    return join_sentences(
        [
            wheel.title and f"{wheel.title}.",
            language.label("chart.wheel.alt-rated", rated=rated, n=len(sectors), bands=bands),
            language.label("chart.wheel.alt-unrated", n=unrated) if unrated else "",
            language.label("chart.wheel.alt-not-reported", n=silent) if silent else "",
        ]
    )
