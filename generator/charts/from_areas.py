"""Results of a city as its two overviews: bars by area, and small multiples of its trends."""

from generator.assessment.results import AreaResult, CityResult
from generator.assessment.trend_results import NOT_ASSESSED, TrendResult
from generator.charts.chart_records import AreaBar, AreaBars, TimeSeries, TrendPanel, TrendPanels
from generator.charts.from_results import bands_of, series_of
from generator.language import Language
from generator.model.editorial import Editorial
from generator.model.framework import Framework
from generator.model.publication import City


def area_bars_of(
    framework: Framework, result: CityResult, scheme: str, language: Language
) -> AreaBars:
    """Return the top areas of a scheme, each with those right below it."""
    bars = []
    for top in framework.children(scheme):
        for level, area in ((1, top), *((2, below) for below in framework.children(top.area))):
            bars.append(_bar(area.name, level, result.areas[area.area], language))
    return AreaBars(tuple(bars), bands_of(framework, language))


def _bar(name: str, level: int, area: AreaResult, language: Language) -> AreaBar:
    interval = (area.interval.low, area.interval.high) if area.interval else None
    return AreaBar(
        name=name,
        level=level,
        score=area.score,
        band=area.band,
        low=area.low,
        high=area.high,
        interval=interval,
        text=_text(area, language),
    )


def _text(area: AreaResult, language: Language) -> str:
    """Return the band and score of an area; nothing for one that is not rated and has no bar."""
    if area.band is None or area.score is None:
        return ""
    score, band = language.number(area.score, 1), language.label(f"band.{area.band}")
    return language.label("area.band-and-score", band=band, score=score)


def trend_panels_of(
    framework: Framework,
    city: City,
    result: CityResult,
    language: Language,
    editorial: Editorial,
) -> TrendPanels:
    """Return the series with a trend, in the order of the framework, as many as are shown.

    Left out are those of which the figure at an end may not be named.
    """
    panels = []
    for name, one in result.observables.items():
        trend = result.trends.get(name)
        if trend is None or trend.trend == NOT_ASSESSED or trend.unnamed:
            continue
        series = series_of(
            framework, city, one, language, fewest=editorial.series_from, trend=trend
        )
        if series is not None:
            panels.append(_panel(framework, series, trend, language))
    return TrendPanels(tuple(panels[: editorial.trend_panels]))


def _panel(
    framework: Framework, series: TimeSeries, trend: TrendResult, language: Language
) -> TrendPanel:
    """Return the panel of the stretch of a series that its trend tells of."""
    first_year, last_year = trend.baseline_year or 0, trend.latest_year or 0
    drawn = [point for point in series.points if first_year <= point.position <= last_year]
    points = [point for point in drawn if point.value is not None]
    first, last = (
        f"{point.sign}{language.number(point.value or 0.0, point.decimals)} {point.mark}".strip()
        for point in (points[0], points[-1])
    )
    return TrendPanel(
        name=series.title,
        unit=series.unit,
        points=tuple(drawn),
        breaks=series.breaks,
        first=first,
        last=last,
        trend=_trend_words(framework, trend, language),
        best=series.best.value if series.best else None,
    )


def _trend_words(framework: Framework, trend: TrendResult, language: Language) -> str:
    """Return the class that may be said, and that an achieved target is left again."""
    word = framework.words["trend"][trend.told]
    if not trend.moving_away:
        return word
    leaving = language.label(f"leaving.{trend.leaving}", year=str(trend.baseline_year or ""))
    return language.label("trend.moving-away", trend=word, leaving=leaving)
