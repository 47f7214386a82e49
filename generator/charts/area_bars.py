"""The area bars: a bar to the score of each area, its bounds and its interval over it.

In: `AreaBars`. Out: a chart, or None where no area has a score. The bar of an area that is not
rated is an outline: the mean stands there, but is no rating.
"""

from collections.abc import Iterator, Sequence

from generator.charts.alternative import join_sentences
from generator.charts.chart import Align, Chart, Element, Shape, Text
from generator.charts.chart_records import AreaBar, AreaBars
from generator.charts.key import KeyEntry, draw_key, lay_out_key
from generator.charts.shapes import Ink, Polyline, Position, box, line
from generator.charts.style import WIDTH_PX, Form
from generator.charts.typesetting import Typesetter
from generator.language import Language

BOUNDS, INTERVAL = "bounds", "interval"
_BAR_PX = 9.0
_ROW_PX = 38.0
_NAME_LINES = 3
_INDENT_PX = 12.0
_EDGE_PX = 5.0


def draw_area_bars(chart: AreaBars, typesetter: Typesetter, form: Form) -> Chart | None:
    """Return the bars of the areas that have a score, or None where none has."""
    bars = [bar for bar in chart.bars if bar.score is not None]
    if not bars:
        return None
    width = WIDTH_PX[form]
    edges = [band.lower_edge for band in chart.bands if band.lower_edge > 0]
    key, key_height = lay_out_key([_key(bars, typesetter.language)], width, typesetter)
    top: float = typesetter.line_px + 4
    names = [_name_lines(bar, width, typesetter) for bar in bars]
    heights = [_ROW_PX + typesetter.line_px * (len(lines) - 1) for lines in names]
    bottom = top + sum(heights)
    elements = list(_draw_scale(edges, top - 5, width, typesetter))
    for bar, lines, height in zip(bars, names, heights, strict=True):
        elements.extend(_draw_row(bar, lines, edges, top, width, typesetter))
        top += height
    elements.extend(draw_key(key, bottom + 8, _draw_sign))
    return Chart(
        width_px=width,
        height_px=bottom + 10 + key_height,
        elements=tuple(elements),
        alternative=_alternative(bars, typesetter.language, form),
    )


def _x(width: float, score: float) -> float:
    return _EDGE_PX + (width - 2 * _EDGE_PX) * score / 100


def _draw_scale(
    edges: Sequence[float],
    baseline: float,
    width: float,
    typesetter: Typesetter,
) -> Iterator[Element]:
    """Write where the scale begins and where the bands do."""
    for edge in (0.0, *edges):
        align: Align = "left" if edge == 0 else "center"
        words = typesetter.language.number(edge, 0)
        yield Text((_x(width, edge), baseline), words, "muted", align=align)


def _name_lines(bar: AreaBar, width: float, typesetter: Typesetter) -> list[str]:
    """Return the name in as many lines as it needs beside its words."""
    room = width - _indent(bar) - typesetter.width(_words(bar, width, typesetter)) - 10
    return typesetter.wrap(bar.name, room, bold=bar.level == 1, most=_NAME_LINES)


def _words(bar: AreaBar, width: float, typesetter: Typesetter) -> str:
    return typesetter.shorten(bar.text, width * 0.55)


def _indent(bar: AreaBar) -> float:
    return _INDENT_PX * (bar.level - 1)


def _draw_row(
    bar: AreaBar,
    names: Sequence[str],
    edges: Sequence[float],
    top: float,
    width: float,
    typesetter: Typesetter,
) -> Iterator[Element]:
    for line_number, name in enumerate(names, 1):
        baseline = top + typesetter.line_px * line_number
        yield Text((_indent(bar), baseline - 2), name, "ink", bold=bar.level == 1)
    yield Text((width, baseline - 2), _words(bar, width, typesetter), "muted", align="right")
    start, end = baseline + 1, baseline + _BAR_PX + 7
    lines = tuple(line((_x(width, edge), start), (_x(width, edge), end)) for edge in edges)
    yield Shape(lines, Ink(line="rule", width=0.7))
    yield from _draw_bar(bar, baseline + 4, width)


def _draw_bar(bar: AreaBar, top: float, width: float) -> Iterator[Shape]:
    bottom, middle = top + _BAR_PX, top + _BAR_PX / 2
    start, end = _x(width, 0), max(_x(width, bar.score or 0.0), _x(width, 0) + 1)
    ink = Ink(fill=bar.band) if bar.band else Ink(fill="paper", line="rule")
    yield Shape((box(start, top, end, bottom),), ink, f"{bar.name}: {bar.text}")
    low, high = _x(width, bar.low), _x(width, bar.high)
    if high - low > 1:
        yield Shape(_whisker(low, high, middle, _BAR_PX / 2), Ink(line="ink"))
    if bar.interval:
        left, right = (_x(width, end) for end in bar.interval)
        ink = Ink(fill="ink", line="paper", width=0.7)
        yield Shape((box(left, middle - 2, max(right, left + 2), middle + 2),), ink)


def _whisker(low: float, high: float, middle: float, reach: float) -> tuple[Polyline, ...]:
    return (
        line((low, middle), (high, middle)),
        line((low, middle - reach), (low, middle + reach)),
        line((high, middle - reach), (high, middle + reach)),
    )


def _draw_sign(sign: str, at: Position) -> Iterator[Shape]:
    x, y = at
    if sign == BOUNDS:
        yield Shape(_whisker(x - 6, x + 6, y, 4), Ink(line="ink"))
    else:
        yield Shape((box(x - 6, y - 2, x + 6, y + 2),), Ink(fill="ink"))


def _key(bars: list[AreaBar], language: Language) -> list[KeyEntry]:
    entries = [KeyEntry(BOUNDS, language.label("chart.areas.bounds"))]
    if any(bar.interval for bar in bars):
        entries.append(KeyEntry(INTERVAL, language.label("chart.areas.interval")))
    return entries


def _alternative(bars: list[AreaBar], language: Language, form: Form) -> str:
    number = language.number
    return join_sentences(
        (
            language.label(
                "chart.areas.alt",
                name=bar.name,
                text=bar.text,
                low=number(bar.low, 0),
                high=number(bar.high, 0),
            )
            for bar in bars
        ),
        form,
    )
