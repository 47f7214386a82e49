"""The names of the groups around the wheel, in words: beside it, or numbered in a list below."""

from collections.abc import Sequence

from generator.charts.canvas import Canvas
from generator.charts.chart_records import SectorGroup
from generator.charts.shapes import Ink, at_angle
from generator.charts.wheel_layout import Dial, Layout, Span, count_rated
from generator.language import Language


def draw_numbered_captions(canvas: Canvas, layout: Layout, language: Language) -> None:
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


def draw_side_captions(canvas: Canvas, layout: Layout, language: Language) -> None:
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


def _count(group: SectorGroup, language: Language) -> str:
    rated = language.number(count_rated(group.sectors), 0)
    return language.label("chart.wheel.count", rated=rated, n=len(group.sectors))
