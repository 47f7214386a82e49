"""The area bars and the small multiples: what they show, and what they say in words."""

from xml.etree import ElementTree

from generator.charts import (
    AreaBar,
    AreaBars,
    Point,
    TrendPanel,
    TrendPanels,
    draw_area_bars,
    draw_trend_panels,
)

from .invented import BANDS


def texts(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [element.text or "" for element in root.iter() if element.tag.endswith("text")]


def bar(name: str, score: float | None, band: str | None = None, **more) -> AreaBar:
    given = {"level": 1, "low": 10.0, "high": 90.0, "interval": None, "text": "not rated, 1 of 4"}
    return AreaBar(**(given | {"name": name, "score": score, "band": band} | more))


def panel(name: str, **more) -> TrendPanel:
    points = tuple(Point(str(year), float(year), value) for year, value in ((2015, 3), (2020, 5)))
    given = {
        "points": points,
        "breaks": (),
        "first": "3",
        "last": "5",
        "trend": "Improving",
        "unit": "%",
    }
    return TrendPanel(name=name, **(given | more))


def test_areas_without_a_score_have_no_bar(style, language):
    chart = AreaBars((bar("Economy", 32.3, "low", text="Low 32.3"), bar("Energy", None)), BANDS)
    written = texts(draw_area_bars(chart, style, language, "web").svg)
    assert {"Economy", "Low 32.3", "33", "66", "95"} <= set(written)
    assert "Energy" not in written


def test_nothing_rated_gives_no_bars(style, language):
    assert draw_area_bars(AreaBars((bar("Energy", None),), BANDS), style, language, "web") is None


def test_the_words_of_bars_hold_name_rating_and_bounds(style, language):
    drawn = draw_area_bars(AreaBars((bar("Energy", 40.0),), BANDS), style, language, "print")
    assert drawn.alternative == "Energy: not rated, 1 of 4, from 10 to 90."


def test_the_key_names_the_interval_only_where_there_is_one(style, language):
    plain = draw_area_bars(AreaBars((bar("Energy", 40.0),), BANDS), style, language, "web")
    sure = draw_area_bars(
        AreaBars((bar("Energy", 40.0, interval=(35.0, 44.0)),), BANDS), style, language, "web"
    )
    assert "interval" not in texts(plain.svg)
    assert "interval" in texts(sure.svg)


def test_a_panel_names_series_trend_and_both_ends(style, language):
    drawn = draw_trend_panels(TrendPanels((panel("Jobs"),)), style, language, "web")
    assert {"Jobs", "Improving", "%", "3", "5", "2015", "2020"} <= set(texts(drawn.svg))
    assert drawn.alternative == "Jobs: 3 in 2015, 5 in 2020, Improving."


def test_panels_stand_in_rows_of_two_on_the_web_and_three_in_print(style, language):
    three = TrendPanels(tuple(panel(f"Series {number}") for number in range(3)))
    one = TrendPanels((panel("Series"),))
    web, row = (draw_trend_panels(chart, style, language, "web") for chart in (three, one))
    assert web.height_px > 1.8 * row.height_px
    in_print, print_row = (
        draw_trend_panels(chart, style, language, "print") for chart in (three, one)
    )
    assert in_print.height_px == print_row.height_px


def test_no_panels_give_no_figure(style, language):
    assert draw_trend_panels(TrendPanels(()), style, language, "web") is None
