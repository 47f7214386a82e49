"""Charts: records of numbers and words in, SVG and text alternative out.

One module per chart type: `wheel`, `area_bars`, `time_series` and `trend_panels`. A new type is
a new module and its line here. Nothing here computes a score; the drawing library is imported
when the first chart is drawn, so that importing this package costs nothing.
"""

from generator.charts.area_bars import draw_area_bars
from generator.charts.chart_records import (
    AreaBar,
    AreaBars,
    Band,
    Figure,
    Point,
    Reference,
    Sector,
    SectorGroup,
    Target,
    TimeSeries,
    TrendPanel,
    TrendPanels,
    Wheel,
)
from generator.charts.style import Form, Style, load_style
from generator.charts.time_series import draw_time_series
from generator.charts.trend_panels import draw_trend_panels
from generator.charts.wheel import draw_wheel

__all__ = [
    "AreaBar",
    "AreaBars",
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
    "TrendPanel",
    "TrendPanels",
    "Wheel",
    "draw_area_bars",
    "draw_time_series",
    "draw_trend_panels",
    "draw_wheel",
    "load_style",
]
