"""The area bars: a bar to the score of each area, its bounds and its interval over it.

In: `AreaBars`. Out: a figure, or None where no area has a score. The bar of an area that is not
rated is an outline: the mean stands there, but is no rating.
"""

from collections.abc import Sequence

from generator.charts.alternative import join_sentences
from generator.charts.canvas import Canvas
from generator.charts.chart_records import AreaBar, AreaBars, Figure
from generator.charts.marks import KeyEntry, KeyPlace, lay_out_key
from generator.charts.shapes import Ink, Outline
from generator.charts.style import FORMATS, Form, Style
from generator.charts.typesetting import Typesetter
from generator.language import Language

KIND = "area-bars"
BOUNDS, INTERVAL = "bounds", "interval"
_BAR_PX = 9.0
_ROW_PX = 38.0
_INDENT_PX = 12.0
_EDGE_PX = 5.0


def draw_area_bars(chart: AreaBars, style: Style, language: Language, form: Form) -> Figure | None:
    """Return the bars of the areas that have a score, or None where none has."""
    bars = [bar for bar in chart.bars if bar.score is not None]
    if not bars:
        return None
    typesetter = Typesetter(style)
    width = FORMATS[form].width_px
    key, key_height = lay_out_key([_key(bars, language)], width, typesetter)
    top = typesetter.line_px + 4
    bottom = top + _ROW_PX * len(bars)
    canvas = Canvas(style, form, bottom + 10 + key_height)
    edges = [band.lower_edge for band in chart.bands if band.lower_edge > 0]
    _write_scale(canvas, edges, language, top)
    for row, bar in enumerate(bars):
        _draw_row(canvas, bar, edges, top + row * _ROW_PX)
    _draw_key(canvas, key, bottom + 8)
    return Figure(
        svg=canvas.svg(),
        alternative=_alternative(bars, language),
        width_px=canvas.width_px,
        height_px=canvas.height_px,
        kind=KIND,
        tooltips=canvas.tooltips,
    )


def _x(canvas: Canvas, score: float) -> float:
    return _EDGE_PX + (canvas.width_px - 2 * _EDGE_PX) * score / 100


def _write_scale(canvas: Canvas, edges: Sequence[float], language: Language, top: float) -> None:
    """Write where the scale begins and where the bands do."""
    for edge in (0.0, *edges):
        align = "left" if edge == 0 else "center"
        canvas.text((_x(canvas, edge), top - 5), language.number(edge, 0), "muted", align=align)


def _draw_row(canvas: Canvas, bar: AreaBar, edges: Sequence[float], top: float) -> None:
    indent = _INDENT_PX * (bar.level - 1)
    size, room = canvas.type.size, canvas.width_px
    words = canvas.type.shorten(bar.text, room * 0.55)
    baseline = top + canvas.type.line_px
    canvas.text((room, baseline - 2), words, "muted", align="right")
    name_room = room - indent - canvas.type.width(words) - 10
    bold = bar.level == 1
    name = canvas.type.shorten(bar.name, name_room, size, bold=bold)
    canvas.text((indent, baseline - 2), name, "ink", bold=bold)
    start, end = baseline + 1, baseline + _BAR_PX + 7
    lines = [((_x(canvas, edge), start), (_x(canvas, edge), end)) for edge in edges]
    canvas.shape(lines, Ink(line="rule", width=0.7), closed=False)
    _draw_bar(canvas, bar, baseline + 4)


def _draw_bar(canvas: Canvas, bar: AreaBar, top: float) -> None:
    start, end = _x(canvas, 0), max(_x(canvas, bar.score or 0.0), _x(canvas, 0) + 1)
    ink = Ink(fill=bar.band) if bar.band else Ink(fill="paper", line="rule", width=1)
    element = canvas.shape([_box(start, end, top, top + _BAR_PX)], ink)
    canvas.tooltip(element, f"{bar.name}: {bar.text}")
    middle = top + _BAR_PX / 2
    low, high = _x(canvas, bar.low), _x(canvas, bar.high)
    whisker = [((low, middle), (high, middle)), ((low, top), (low, top + _BAR_PX)),
               ((high, top), (high, top + _BAR_PX))]  # fmt: skip
    if high - low > 1:
        canvas.shape(whisker, Ink(line="ink", width=1), closed=False)
    if bar.interval:
        left, right = (_x(canvas, end) for end in bar.interval)
        canvas.shape(
            [_box(left, max(right, left + 2), middle - 2, middle + 2)],
            Ink(fill="ink", line="paper", width=0.7),
        )


def _box(left: float, right: float, top: float, bottom: float) -> Outline:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _key(bars: list[AreaBar], language: Language) -> list[KeyEntry]:
    entries = [KeyEntry(BOUNDS, language.label("chart.areas.bounds"))]
    if any(bar.interval for bar in bars):
        entries.append(KeyEntry(INTERVAL, language.label("chart.areas.interval")))
    return entries


def _draw_key(canvas: Canvas, key: list[KeyPlace], top: float) -> None:
    for place in key:
        x, y = place.sign_at[0], place.sign_at[1] + top
        if place.entry.sign == BOUNDS:
            sign = [((x - 6, y), (x + 6, y)), ((x - 6, y - 4), (x - 6, y + 4)),
                    ((x + 6, y - 4), (x + 6, y + 4))]  # fmt: skip
            canvas.shape(sign, Ink(line="ink", width=1), closed=False)
        else:
            canvas.shape([_box(x - 6, x + 6, y - 2, y + 2)], Ink(fill="ink"))
        canvas.text((place.words_at[0], place.words_at[1] + top), place.words, "muted")


def _alternative(bars: list[AreaBar], language: Language) -> str:
    number = language.number
    return join_sentences(
        language.label(
            "chart.areas.alt",
            name=bar.name,
            text=bar.text,
            low=number(bar.low, 0),
            high=number(bar.high, 0),
        )
        for bar in bars
    )
