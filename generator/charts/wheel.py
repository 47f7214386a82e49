"""The wheel: one sector per indicator, its length the score, its mark the band.

In: a `Wheel`. Out: a chart, or None where nothing is rated (the page then says so in words).
Rated indicators take most of the circle, so that twelve of ninety-one can still be read; an
indicator with a value but no rating keeps a sign at the rim, one not reported a dot.
"""

from collections.abc import Iterator, Sequence

from generator.charts.alternative import join_sentences
from generator.charts.chart import Chart, Element, Shape, Text
from generator.charts.chart_records import Band, Wheel
from generator.charts.key import SIGN_PX, draw_key
from generator.charts.marks import Mark, draw_band_mark, draw_state_marks
from generator.charts.shapes import Arc, Ink, Position
from generator.charts.shapes import Sector as RingSector
from generator.charts.style import Form
from generator.charts.typesetting import Typesetter
from generator.charts.wheel_captions import draw_numbered_captions, draw_side_captions
from generator.charts.wheel_layout import (
    MARK_PX,
    Dial,
    Layout,
    Span,
    count_rated,
    lay_out,
    place_mark,
)
from generator.language import Language


def draw_wheel(wheel: Wheel, typesetter: Typesetter, form: Form) -> Chart | None:
    """Return the wheel of a city, or None where no indicator is rated."""
    if not count_rated(wheel.sectors):
        return None
    layout = lay_out(wheel, typesetter, form)
    return Chart(
        width_px=layout.width,
        height_px=layout.height,
        elements=tuple(_elements(wheel, layout, typesetter)),
        alternative=_alternative(wheel, typesetter.language, form),
    )


def _elements(wheel: Wheel, layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    yield from _draw_scale(layout, wheel.bands, typesetter)
    yield from _draw_sectors(layout, wheel.bands)
    yield from _draw_center(layout.dial, wheel, typesetter)
    draw_captions = draw_numbered_captions if layout.numbered else draw_side_captions
    yield from draw_captions(layout, typesetter)

    def draw_sign(sign: str, at: Position) -> Iterator[Shape]:
        band = next((band for band in wheel.bands if band.id == sign), None)
        if band:
            yield from draw_band_mark(Mark(at, SIGN_PX), band, wheel.bands)
        else:
            yield draw_state_marks([Mark(at, MARK_PX[sign])], sign)

    yield from draw_key(layout.key, layout.key_top, draw_sign)


def _draw_scale(layout: Layout, bands: Sequence[Band], typesetter: Typesetter) -> Iterator[Element]:
    """Yield rings at the lower edges of the bands, numbered in the gap at the top."""
    dial = layout.dial
    begin = layout.groups[0][1].start
    end = layout.groups[-1][1].end
    tracks = [
        _bar(dial, dial.full, span) for sector, span in layout.sectors if sector.state == "rated"
    ]
    yield Shape(tuple(tracks), Ink(fill="gridline"))
    for edge in [band.lower_edge for band in bands if band.lower_edge > 0]:
        radius = dial.radius(edge)
        ink = Ink(line="rule", width=0.7, line_strength=0.6)
        yield Shape((Arc(dial.center, radius, begin, end),), ink)
        at = (dial.center[0], dial.center[1] - radius + typesetter.size * 0.36)
        yield Text(at, typesetter.language.number(edge, 0), "muted", align="center")
    yield Shape((Arc(dial.center, dial.hub, begin, end),), Ink(line="rule", width=0.7))


def _bar(dial: Dial, outer: float, span: Span) -> RingSector:
    return RingSector(dial.center, dial.hub, outer, span.start + 0.4, span.end - 0.4)


def _draw_sectors(layout: Layout, bands: Sequence[Band]) -> Iterator[Shape]:
    dial = layout.dial
    by_id = {band.id: band for band in bands}
    silent = []
    for sector, span in layout.sectors:
        mark = place_mark(dial, span, sector.state)
        band = by_id.get(sector.band or "")
        if sector.state == "rated" and sector.score is not None and band:
            outer = max(dial.radius(sector.score), dial.hub + 1.5)
            yield Shape((_bar(dial, outer, span),), Ink(fill=band.id), sector.text)
            yield from draw_band_mark(mark, band, bands, sector.text)
        elif sector.state != "no-figure":
            yield draw_state_marks([mark], sector.state, sector.text)
        else:
            silent.append(mark)
    if silent:
        yield draw_state_marks(silent, "no-figure")


def _draw_center(dial: Dial, wheel: Wheel, typesetter: Typesetter) -> Iterator[Element]:
    x, y = dial.center
    size = typesetter.style.headline_px
    words = typesetter.language.label("chart.wheel.of-rated", n=len(wheel.sectors))
    lines = typesetter.wrap(words, dial.hub * 1.75, most=2)
    baseline = y - (len(lines) - 1) * typesetter.line_px / 2 + size * 0.1
    rated = typesetter.language.number(count_rated(wheel.sectors), 0)
    yield Text((x, baseline), rated, "ink", size=size, bold=True, align="center")
    for line in lines:
        baseline += typesetter.line_px
        yield Text((x, baseline), line, "muted", align="center")


def _alternative(wheel: Wheel, language: Language, form: Form) -> str:
    sectors = wheel.sectors
    bands = language.by_commas(
        language.label("chart.wheel.alt-band", n=count, band=language.inside(band.name))
        for band in wheel.bands
        if (count := sum(s.state == "rated" and s.band == band.id for s in sectors))
    )
    unrated = sum(sector.state not in ("rated", "no-figure") for sector in sectors)
    silent = sum(sector.state == "no-figure" for sector in sectors)
    rated = language.number(count_rated(sectors), 0)
    return join_sentences(
        [
            language.label("chart.wheel.alt-rated", rated=rated, n=len(sectors), bands=bands),
            language.label("chart.wheel.alt-unrated", n=unrated) if unrated else "",
            language.label("chart.wheel.alt-no-figure", n=silent) if silent else "",
        ],
        form,
    )
