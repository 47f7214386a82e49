"""A chart: what is drawn, where, in which ink, and what it says to a reader who does not see it.

The modules of chart types lay out into this record; the writers (`web_form`, `print_form`) turn
it into a medium and decide nothing. Plain frozen values.
"""

from typing import Literal

from generator.charts.shapes import Ink, Outline, Position
from generator.frozen import dataclass

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Shape:
    """Outlines drawn as one element."""

    outlines: tuple[Outline, ...]
    ink: Ink
    tip: str = ""
    """What a pointer resting on it shows on the web."""


@dataclass(frozen=True, slots=True)
class Text:
    """One horizontal line of words; `at` is a point of its baseline."""

    at: Position
    words: str
    token: str
    size: float | None = None
    """None for the size of all other words."""
    bold: bool = False
    align: Align = "left"


Element = Shape | Text


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart on a sheet of a known size; what comes later lies above."""

    width_px: float
    height_px: float
    elements: tuple[Element, ...]
    alternative: str
    """At most 250 characters, made from the numbers drawn."""
