"""Charts: records of numbers and words in, SVG and text alternative out.

One module per chart type: `wheel` and `time_series`. A new type is a new module and its line
here. Nothing here computes a score; the drawing library is imported when the first chart is
drawn, so that importing this package costs nothing.
"""

from generator.charts.records import (
    Band,
    Figure,
    Point,
    Reference,
    Sector,
    SectorGroup,
    Target,
    TimeSeries,
    Wheel,
)
from generator.charts.style import Form, Style, load_style
from generator.charts.time_series import draw_time_series
from generator.charts.wheel import draw_wheel

__all__ = [
    "Band",
    "Figure",
    "Form",
    "Point",
    "Reference",
    "Sector",
    "SectorGroup",
    "Style",
    "Target",
    "TimeSeries",
    "Wheel",
    "draw_time_series",
    "draw_wheel",
    "load_style",
]
