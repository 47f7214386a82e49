"""A report as one page of HTML that needs nothing else: its own style, charts as SVG."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import resources
from generator.change.layout import Layout
from generator.change.reported import Report, SeriesBefore
from generator.frozen import dataclass
from generator.outputs.site.palette import load_palette, palette_css
from generator.problems.render import Messages

WIDTH, HEIGHT, MARGIN = 320.0, 90.0, 8.0
"""The plot of a series, in pixels; what its marks need around them."""

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class SeriesPlot:
    """A series before and after, as places in the plot; what is asked of a reader is in words."""

    title: str
    city: str
    first: int
    last: int
    lowest: str
    highest: str
    before: Points
    after: Points


def as_html(report: Report, layout: Layout, messages: Messages, root: Path) -> str:
    """Return the page; whatever is shown passes the escaping template."""
    loader = FileSystemLoader(resources.find("theme", root) / "change-report")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    template = environment.get_template("report.html.jinja")
    return template.render(
        layout=layout,
        words=messages["diff"],
        language=messages["preview"]["language"],
        palette=palette_css(load_palette(root)),
        plots=[plot_of(one, report.cities[one.city]) for one in report.series],
        width=WIDTH,
        height=HEIGHT,
    )


def plot_of(series: SeriesBefore, city: str) -> SeriesPlot:
    """Return a series as it is drawn: both states on the same scales."""
    both = (*series.before, *series.after)
    years, values = [year for year, _ in both], [value for _, value in both]
    first, last, low, high = min(years), max(years), min(values), max(values)

    def placed(points: Iterable[tuple[int, float]]) -> Points:
        return tuple(
            (_place(year, first, last, WIDTH), HEIGHT - _place(value, low, high, HEIGHT))
            for year, value in points
        )

    return SeriesPlot(
        series.name, city, first, last, f"{low:g} {series.unit}".rstrip(),
        f"{high:g} {series.unit}".rstrip(), placed(series.before), placed(series.after),
    )  # fmt: skip


def _place(value: float, low: float, high: float, length: float) -> float:
    """Return where a value stands in a length with its margins; in the middle if all are one."""
    share = (value - low) / (high - low) if high > low else 0.5
    return round(MARGIN + share * (length - 2 * MARGIN), 1)
