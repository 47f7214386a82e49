"""The area bars and the small multiples: what they show, and what they say in words."""

from itertools import pairwise

import pytest

from generator.charts import (
    AreaBar,
    AreaBars,
    Point,
    TrendPanel,
    TrendPanels,
    draw_area_bars,
    draw_trend_panels,
)
from generator.charts.round_numbers import round_numbers

from .invented import BANDS, shapes, texts


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


def test_areas_without_a_score_have_no_bar(typesetter):
    chart = AreaBars((bar("Economy", 32.3, "low", text="Low 32.3"), bar("Energy", None)), BANDS)
    written = texts(draw_area_bars(chart, typesetter, "web"))
    assert {"Economy", "Low 32.3", "33", "66", "95"} <= set(written)
    assert "Energy" not in written


def test_nothing_rated_gives_no_bars(typesetter):
    assert draw_area_bars(AreaBars((bar("Energy", None),), BANDS), typesetter, "web") is None


def test_the_words_of_bars_hold_name_rating_and_bounds(typesetter):
    drawn = draw_area_bars(AreaBars((bar("Energy", 40.0),), BANDS), typesetter, "print")
    assert drawn.alternative == "Energy: not rated, 1 of 4, from 10 to 90."


def test_the_key_names_the_interval_only_where_there_is_one(typesetter):
    plain = draw_area_bars(AreaBars((bar("Energy", 40.0),), BANDS), typesetter, "web")
    sure = draw_area_bars(
        AreaBars((bar("Energy", 40.0, interval=(35.0, 44.0)),), BANDS), typesetter, "web"
    )
    assert "interval" not in texts(plain)
    assert "interval" in texts(sure)


def test_a_panel_names_series_trend_and_both_ends(typesetter):
    drawn = draw_trend_panels(TrendPanels((panel("Jobs"),)), typesetter, "web")
    assert {"Jobs", "Improving", "%", "3", "5", "2015", "2020"} <= set(texts(drawn))
    assert drawn.alternative == "Jobs: 3 in 2015, 5 in 2020, improving."


def test_panels_stand_in_rows_of_two_on_the_web_and_three_in_print(typesetter):
    three = TrendPanels(tuple(panel(f"Series {number}") for number in range(3)))
    one = TrendPanels((panel("Series"),))
    web, row = (draw_trend_panels(chart, typesetter, "web") for chart in (three, one))
    assert web.height_px > 1.8 * row.height_px
    in_print, print_row = (draw_trend_panels(chart, typesetter, "print") for chart in (three, one))
    assert in_print.height_px == print_row.height_px


def test_on_paper_the_values_of_a_panel_have_an_axis_of_round_numbers(typesetter):
    chart = TrendPanels((panel("Jobs"),))
    assert "4" in texts(draw_trend_panels(chart, typesetter, "print"))
    assert "4" not in texts(draw_trend_panels(chart, typesetter, "web"))


@pytest.mark.parametrize(
    ("low", "high"), [(61.3, 63.9), (-3, 4), (1234567, 2234567), (0.0012, 0.0034), (0, 97)]
)
def test_few_round_numbers_enclose_the_values(low, high):
    numbers = round_numbers(low, high, 2)
    assert numbers[0] <= low and high <= numbers[-1]
    assert 2 <= len(numbers) <= 4
    steps = [b - a for a, b in pairwise(numbers)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert f"{steps[0]:.0e}"[0] in "125"


def test_a_series_that_stands_still_is_a_line_in_the_middle(typesetter):
    still = tuple(Point(str(year), float(year), 5.0) for year in (2015, 2020))
    for form in ("web", "print"):
        chart = TrendPanels((panel("Jobs", points=still),))
        drawn = draw_trend_panels(chart, typesetter, form)
        discs = [shape.outlines[0] for shape in shapes(drawn) if shape.ink.fill == "link"]
        assert len({disc.center[1] for disc in discs}) == 1 and len(discs) == 2


def test_in_print_the_alternative_tells_every_panel(typesetter):
    names = [f"A series with a long name, number {number}" for number in range(12)]
    chart = TrendPanels(tuple(map(panel, names)))
    web, printed = (draw_trend_panels(chart, typesetter, form) for form in ("web", "print"))
    assert all(f"{name}:" in printed.alternative for name in names)
    assert names[-1] not in web.alternative


def test_no_panels_give_no_figure(typesetter):
    assert draw_trend_panels(TrendPanels(()), typesetter, "web") is None
