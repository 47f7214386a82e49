"""Charts: records of numbers and words in, SVG and text alternative out.

One module per chart type: `wheel`, `area_bars`, `time_series` and `trend_panels` lay out into a
`Chart`; one per medium writes it: `web_form` and `print_form`. README.md tells how to add to
either. Nothing here computes a score.
"""

from generator.charts.area_bars import draw_area_bars
from generator.charts.chart import Chart
from generator.charts.chart_records import (
    AreaBar,
    AreaBars,
    Band,
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
from generator.charts.print_form import Figure, write_for_print
from generator.charts.style import Form, Style, load_style
from generator.charts.time_series import draw_time_series
from generator.charts.trend_panels import draw_trend_panels
from generator.charts.typesetting import Typesetter
from generator.charts.web_form import write_for_web
from generator.charts.wheel import draw_wheel

__all__ = [
    "AreaBar",
    "AreaBars",
    "Band",
    "Chart",
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
    "Typesetter",
    "Wheel",
    "draw_area_bars",
    "draw_time_series",
    "draw_trend_panels",
    "draw_wheel",
    "load_style",
    "write_for_print",
    "write_for_web",
]
