"""Charts ordered for all cities, and drawn for the web or for print.

In: publication, results, language. Out: orders, each with all that its drawing shows; from orders
to drawings a pure function, so that a drawing can be made in another process and kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.assessment.own_results import own_framework, own_results
from generator.charts import (
    AreaBars,
    Chart,
    Figure,
    Form,
    Style,
    TimeSeries,
    TrendPanels,
    Typesetter,
    Wheel,
    draw_area_bars,
    draw_time_series,
    draw_trend_panels,
    draw_wheel,
    load_style,
    write_for_print,
    write_for_web,
)
from generator.charts.from_areas import area_bars_of, trend_panels_of
from generator.charts.from_results import series_of, wheel_of
from generator.frozen import dataclass
from generator.language import Language
from generator.model.publication import City
from generator.views.site import Drawing, Site

Shown = Wheel | AreaBars | TimeSeries | TrendPanels
"""What a chart can show."""


@dataclass(frozen=True)
class Studio:
    """What all drawings of a language share."""

    style: Style
    language: Language

    @property
    def typesetter(self) -> Typesetter:
        return Typesetter(self.style, self.language)


@dataclass(frozen=True, slots=True)
class Order:
    """A chart to be drawn for a city; `subject` is an overview, as `wheel`, or an observable."""

    city: str
    subject: str
    title: str
    shown: Shown


def studio_of(language: Language, root: Path) -> Studio:
    """Return the studio of the theme in `root`."""
    return Studio(load_style(root), language)


def orders_of(site: Site, city: City) -> Iterator[Order]:
    """Yield an order for every chart of a city."""
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    result, language, editorial = site.results[city.id], site.language, site.editorial
    wheel = wheel_of(framework, result, scheme, language)
    yield Order(city.id, "wheel", site.say("figure.wheel"), wheel)
    bars = area_bars_of(framework, result, scheme, language)
    yield Order(city.id, "area-bars", site.say("figure.area-bars"), bars)
    panels = trend_panels_of(framework, city, result, language, editorial)
    yield Order(city.id, "trends", site.say("figure.trends"), panels)
    for key, observed in result.observables.items():
        trend = result.trends.get(key)
        series = series_of(
            framework, city, observed, language, fewest=editorial.series_from, trend=trend
        )
        if series is not None:
            yield Order(city.id, key, series.message, series)
    yield from _own_orders(site, city)


def _own_orders(site: Site, city: City) -> Iterator[Order]:
    """Yield an order for every series of the city's own indicators."""
    framework, fewest = site.publication.framework, site.editorial.series_from
    own, year = own_framework(framework, city), site.publication.profile_year(city)
    for key, observed in own_results(framework, city, year).items():
        series = series_of(own, city, observed, site.language, fewest=fewest)
        if series is not None:
            yield Order(city.id, key, series.message, series)


def draw_city(studio: Studio, site: Site, city: City) -> Mapping[tuple[str, str], Drawing]:
    """Return the charts of a city, by city and by `wheel`, … or observable."""
    orders = list(orders_of(site, city))
    drawings = draw(studio, orders)
    return {
        (city.id, order.subject): drawing
        for order, drawing in zip(orders, drawings, strict=True)
        if drawing is not None
    }


def draw(studio: Studio, orders: Sequence[Order]) -> list[Drawing | None]:
    """Return the drawings; None where too little is known for one."""
    return [_drawing(studio, order) for order in orders]


def _drawing(studio: Studio, order: Order) -> Drawing | None:
    chart = _chart(studio, order.shown, "web")
    if chart is None:
        return None
    return Drawing(order.title, write_for_web(chart, studio.style), chart.alternative)


def draw_for_print(studio: Studio, orders: Sequence[Order]) -> list[Figure | None]:
    """Return the drawings as publications take them; None where too little is known for one."""
    charts = (_chart(studio, order.shown, "print") for order in orders)
    return [write_for_print(chart, studio.style) if chart else None for chart in charts]


def _chart(studio: Studio, shown: Shown, form: Form) -> Chart | None:
    if isinstance(shown, Wheel):
        return draw_wheel(shown, studio.typesetter, form)
    if isinstance(shown, AreaBars):
        return draw_area_bars(shown, studio.typesetter, form)
    if isinstance(shown, TrendPanels):
        return draw_trend_panels(shown, studio.typesetter, form)
    return draw_time_series(shown, studio.typesetter, form)
