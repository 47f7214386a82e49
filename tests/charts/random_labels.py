"""Charts whose words, lengths and numbers are drawn by lot."""

from collections.abc import Iterator
from random import Random

from generator.charts import (
    AreaBar,
    AreaBars,
    Chart,
    Form,
    Point,
    Reference,
    Sector,
    SectorGroup,
    Target,
    TimeSeries,
    TrendPanel,
    TrendPanels,
    Typesetter,
    Wheel,
    draw_area_bars,
    draw_time_series,
    draw_trend_panels,
    draw_wheel,
)

from .invented import BANDS

LETTERS = "abcdefghijklmnopqrstuvwxyzWM ÄÖ ЖЩЮя ღთ Երև سكان 東京 0123456789 –/³"
STATES = ("rated", "rated", "not-rated", "no-benchmark", "no-figure")


def random_charts(chance: Random, typesetter: Typesetter, form: Form) -> Iterator[Chart]:
    """Yield a chart of each type."""
    drawn = (
        draw_wheel(_wheel(chance), typesetter, form),
        draw_area_bars(_bars(chance), typesetter, form),
        draw_time_series(_series(chance), typesetter, form),
        draw_trend_panels(_panels(chance), typesetter, form),
    )
    yield from (chart for chart in drawn if chart)


def _words(chance: Random) -> str:
    length = chance.choice((1, 8, 30, 90, 300))
    return "".join(chance.choice(LETTERS) for _ in range(length)).strip() or "x"


def _wheel(chance: Random) -> Wheel:
    return Wheel(
        tuple(
            SectorGroup(_words(chance), tuple(_sector(chance) for _ in range(chance.randint(1, 9))))
            for _ in range(chance.randint(1, 14))
        ),
        BANDS,
    )


def _sector(chance: Random) -> Sector:
    state, name = chance.choice(STATES), _words(chance)
    if state != "rated":
        return Sector(name, None, None, state, name)
    return Sector(name, chance.uniform(0, 100), chance.choice(BANDS).id, state, name)


def _bars(chance: Random) -> AreaBars:
    return AreaBars(tuple(_bar(chance) for _ in range(chance.randint(1, 8))), BANDS)


def _bar(chance: Random) -> AreaBar:
    low, middle, high = sorted(chance.uniform(0, 100) for _ in range(3))
    return AreaBar(
        name=_words(chance),
        level=chance.randint(1, 2),
        score=middle,
        band=chance.choice((None, *(band.id for band in BANDS))),
        low=low,
        high=high,
        interval=chance.choice((None, (low, high))),
        text=_words(chance),
    )


def _series(chance: Random) -> TimeSeries:
    title = _words(chance)
    return TimeSeries(
        title=title,
        message=chance.choice((title, _words(chance))),
        unit=_words(chance),
        points=_points(chance),
        best=chance.choice((None, Reference(chance.uniform(0, 9e4), _words(chance)))),
        worst=chance.choice((None, Reference(chance.uniform(0, 9e4), _words(chance)))),
        target=chance.choice((None, Target(chance.uniform(0, 9e4), 2030, _words(chance)))),
        direction=chance.choice(("none", "higher", "lower")),
    )


def _points(chance: Random) -> tuple[Point, ...]:
    size = 10 ** chance.randint(-2, 6)
    years = sorted(chance.sample(range(1990, 2026), chance.randint(3, 30)))
    points = [
        Point(str(year), float(year), chance.uniform(0, size), *chance.choice(RESERVATIONS))
        for year in years
    ]
    return tuple(points)


RESERVATIONS = (("A",), ("A",), ("E", "e", "estimated " * 9), ("F", "", "forecast", False))


def _panels(chance: Random) -> TrendPanels:
    return TrendPanels(tuple(_panel(chance) for _ in range(chance.randint(1, 7))))


def _panel(chance: Random) -> TrendPanel:
    points = _points(chance)
    return TrendPanel(
        name=_words(chance),
        unit=_words(chance),
        points=points,
        breaks=(points[1].position,),
        first=f"{points[0].value:.1f}",
        last=f"{points[-1].value:.1f} p",
        trend=_words(chance),
        best=chance.choice((None, points[0].value)),
    )
