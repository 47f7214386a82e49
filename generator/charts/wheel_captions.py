"""The names of the groups around the wheel, in words: beside it, or numbered in a list below."""

from collections.abc import Iterator, Sequence

from generator.charts.chart import Align, Element, Shape, Text
from generator.charts.chart_records import SectorGroup
from generator.charts.shapes import Arc, Ink, at_angle, line
from generator.charts.typesetting import Typesetter
from generator.charts.wheel_layout import Dial, Layout, Span, count_rated
from generator.language import Language


def draw_numbered_captions(layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    """Number the groups on the rim and name them in a list below: any length of name fits."""
    dial = layout.dial
    last = typesetter.language.number(len(layout.groups), 0)
    indent = typesetter.width(last, bold=True) + 10
    for row, (group, span) in enumerate(layout.groups):
        yield _group_arc(dial, span)
        number = typesetter.language.number(row + 1, 0)
        x, y = at_angle(dial.center, dial.rim + 10, span.middle)
        at = (x, y + typesetter.size * 0.36)
        yield Text(at, number, "ink", bold=True, align="center")
        baseline = layout.captions_top + row * (typesetter.line_px + 4) + typesetter.size
        count = _count(group, typesetter.language)
        room = layout.width - indent - 10 - typesetter.width(count)
        name = typesetter.shorten(group.name, room)
        yield Text((0, baseline), number, "ink", bold=True)
        yield Text((indent, baseline), name, "ink")
        yield Text((layout.width, baseline), count, "muted", align="right")


def draw_side_captions(layout: Layout, typesetter: Typesetter) -> Iterator[Element]:
    """Name the groups beside the wheel, each joined to its arc by a thin line."""
    for right in (True, False):
        side = [
            (group, span)
            for group, span in layout.groups
            if (span.middle % 360 < 180) == right
        ]  # fmt: skip
        yield from _draw_one_side(layout, side, typesetter, right=right)


def _draw_one_side(
    layout: Layout,
    side: Sequence[tuple[SectorGroup, Span]],
    typesetter: Typesetter,
    *,
    right: bool,
) -> Iterator[Element]:
    dial = layout.dial
    away = 1 if right else -1
    reach = dial.rim + 22
    x = dial.center[0] + away * reach
    room = layout.width / 2 - reach
    blocks = [
        (span, [*typesetter.wrap(group.name, room, bold=True), _count(group, typesetter.language)])
        for group, span in side
    ]
    blocks.sort(key=lambda block: at_angle(dial.center, dial.rim, block[0].middle)[1])
    wishes = [at_angle(dial.center, dial.rim, span.middle)[1] for span, _ in blocks]
    heights = [len(lines) * typesetter.line_px + 8 for _, lines in blocks]
    middles = _spread(wishes, heights, dial.center[1] - dial.rim - 14, layout.captions_top - 8)
    for (span, lines), middle in zip(blocks, middles, strict=True):
        yield _group_arc(dial, span)
        start = at_angle(dial.center, dial.rim + 1, span.middle)
        elbow, near = (x - away * 14, middle), (x - away * 5, middle)
        yield Shape((line(start, elbow, near),), Ink(line="rule", width=0.7))
        first = middle - len(lines) * typesetter.line_px / 2 + typesetter.size
        align: Align = "left" if right else "right"
        for row, words in enumerate(lines[:-1]):
            at = (x, first + row * typesetter.line_px)
            yield Text(at, words, "ink", bold=True, align=align)
        at = (x, first + (len(lines) - 1) * typesetter.line_px)
        yield Text(at, lines[-1], "muted", align=align)


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


def _group_arc(dial: Dial, span: Span) -> Shape:
    return Shape((Arc(dial.center, dial.rim, span.start, span.end),), Ink(line="rule"))


def _count(group: SectorGroup, language: Language) -> str:
    rated = language.number(count_rated(group.sectors), 0)
    return language.label("chart.wheel.count", rated=rated, n=len(group.sectors))
