"""A small language and invented cities, shared by the tests of charts."""

from collections.abc import Iterable
from pathlib import Path

from generator.charts import (
    Band,
    Chart,
    Form,
    Sector,
    SectorGroup,
    Style,
    Wheel,
    write_for_print,
    write_for_web,
)
from generator.charts.chart import Shape, Text

ROOT = Path(__file__).resolve().parents[2]

LABELS = {
    "chart.wheel.of-rated": "of {n} rated",
    "chart.wheel.count": "{rated} of {n}",
    "chart.wheel.not-rated": "Not rated",
    "chart.wheel.no-benchmark": "No benchmark",
    "chart.wheel.no-figure": "Not reported",
    "chart.wheel.alt-band": "{n} {band}",
    "chart.wheel.alt-rated": "{rated} of {n} indicators are rated: {bands}.",
    "chart.wheel.alt-unrated": "{n} with a value but no rating.",
    "chart.wheel.alt-no-figure": "{n} not reported.",
    "chart.series.reference": "{name}: {value}",
    "chart.series.beyond": "{line} (beyond this chart)",
    "chart.series.higher-is-better": "higher is better",
    "chart.series.lower-is-better": "lower is better",
    "chart.series.towards-is-better": "closer to the benchmark is better",
    "chart.series.break": "break in series",
    "chart.series.point": "{period}: {value}",
    "chart.series.alt-value": "{value} in {period}",
    "chart.series.alt-values": "Values: {values}.",
    "chart.series.alt-ends": "From {first} to {last}.",
    "chart.series.alt-line": "{line}.",
    "chart.areas.alt": "{name}: {text}, from {low} to {high}.",
    "chart.areas.bounds": "bounds",
    "chart.areas.interval": "interval",
    "chart.panels.alt": "{name}: {first} in {start}, {last} in {end}, {trend}.",
}

BANDS = (
    Band("low", "Low", 0),
    Band("moderate", "Moderate", 33),
    Band("good", "Good", 66),
    Band("at-benchmark", "At benchmark", 95),
)


class Words:
    """A language as charts use it."""

    def label(self, key: str, **values: object) -> str:
        return LABELS[key].format(**values)

    def inside(self, words: str) -> str:
        return words[:1].lower() + words[1:]

    def by_commas(self, parts: Iterable[str | None]) -> str:
        return ", ".join(part for part in parts if part)

    def by_semicolons(self, parts: Iterable[str | None]) -> str:
        return "; ".join(part for part in parts if part)

    def number(self, value: float, decimals: int) -> str:
        return f"{value:,.{decimals}f}".replace("-", "−")


def sector(name: str, score: float | None = None, state: str = "no-figure") -> Sector:
    if score is None:
        return Sector(name, None, None, state, name)
    band = [band for band in BANDS if band.lower_edge <= score][-1]
    return Sector(name, score, band.id, "rated", f"{name}: {score}")


def invented_wheel(rated: int, unrated: int, total: int = 91) -> Wheel:
    """Return seven areas with indicators of which some are rated, spread evenly."""
    sectors = []
    for place in range(total):
        order = place * 37 % total
        if order < rated:
            sectors.append(sector(f"Indicator {place}", float(place * 29 % 101)))
        elif order < rated + unrated:
            state = "not-rated" if order % 2 else "no-benchmark"
            sectors.append(sector(f"Indicator {place}", state=state))
        else:
            sectors.append(sector(f"Indicator {place}"))
    size = max(1, total // 7)
    groups = [sectors[start : start + size] for start in range(0, total, size)]
    return Wheel(
        tuple(SectorGroup(f"Area {n}", tuple(group)) for n, group in enumerate(groups, 1)),
        BANDS,
    )


def texts(chart: Chart) -> list[str]:
    return [element.words for element in chart.elements if isinstance(element, Text)]


def shapes(chart: Chart) -> list[Shape]:
    return [element for element in chart.elements if isinstance(element, Shape)]


def written(chart: Chart, style: Style, form: Form) -> str:
    """Return the SVG of a chart in its medium."""
    return write_for_web(chart, style) if form == "web" else write_for_print(chart, style).svg
