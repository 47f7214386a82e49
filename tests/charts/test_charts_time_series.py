"""The time series: its words, its gaps, its axis and its text alternative."""

import math

import pytest

from generator.charts import Point, Reference, Target, TimeSeries, draw_time_series
from generator.charts.chart import Text
from generator.charts.scale import make_scale
from generator.charts.series_layout import lay_out, runs

from .invented import texts, written


def series(values, **more) -> TimeSeries:
    given = {"title": "Fine particles", "message": "Air became cleaner", "unit": "µg/m³"}
    points = tuple(Point(str(year), float(year), value, unit="µg/m³") for year, value in values)
    return TimeSeries(**(given | {"points": points} | more))


YEARS = [(2018, 31.0), (2019, 28.5), (2020, 24.0), (2021, 23.5)]


def test_first_and_last_value_name_and_unit_are_written(typesetter):
    written = texts(draw_time_series(series(YEARS), typesetter, "web"))
    assert {"31.0", "23.5", "Fine particles · µg/m³", "2018", "2021"} <= set(written)
    assert "Air became cleaner" not in written, "it is the heading, which the page prints"


def test_alternative_has_message_ends_and_unit(typesetter):
    chart = series(YEARS, best=Reference(10, "Guideline"))
    assert draw_time_series(chart, typesetter, "web").alternative == (
        "Air became cleaner. From 31.0 in 2018 to 23.5 µg/m³ in 2021. Guideline: 10."
    )


def test_in_print_the_alternative_has_every_value(typesetter):
    chart = series(YEARS, best=Reference(10, "Guideline"))
    values = "31.0 in 2018; 28.5 in 2019; 24.0 in 2020; 23.5 µg/m³ in 2021"
    assert draw_time_series(chart, typesetter, "print").alternative == (
        f"Air became cleaner. Values: {values}. Guideline: 10."
    )


def test_alternative_never_passes_its_limit(typesetter):
    chart = series(YEARS, message="word " * 200)
    alternative = draw_time_series(chart, typesetter, "web").alternative
    assert len(alternative) <= 250 and alternative.endswith("…")


def test_years_without_a_value_and_breaks_interrupt_the_line():
    values = [(2010, 1.0), (2011, 2.0), (2012, None), (2013, 3.0), (2016, 4.0), (2017, 5.0)]
    lengths = [len(run) for run in runs(series(values, breaks=(2017.0,)))]
    assert lengths == [2, 1, 1, 1]


def test_a_sparse_series_is_one_line():
    assert len(runs(series([(2005, 1.0), (2010, 2.0), (2015, 3.0)]))) == 1


def test_fewer_than_two_values_give_no_chart(typesetter):
    assert draw_time_series(series([(2020, 3.0), (2021, None)]), typesetter, "web") is None
    assert draw_time_series(series([(2020, 3.0), (2020, 4.0)]), typesetter, "web") is None
    assert draw_time_series(series([]), typesetter, "web") is None


def test_reservations_are_marked_and_explained(typesetter):
    points = (
        Point("2019", 2019, 5.0),
        Point("2020", 2020, 6.0, "E", "e", "estimated"),
        Point("2021", 2021, 7.0, "P", "p", "provisional"),
    )
    figure = draw_time_series(series([], points=points), typesetter, "web")
    written = texts(figure)
    assert {"e estimated", "p provisional", "7.0 p"} <= set(written)


def test_break_is_explained_only_where_it_shows(typesetter):
    drawn = draw_time_series(series(YEARS, breaks=(2020.0,)), typesetter, "web")
    assert "break in series" in texts(drawn)
    before = draw_time_series(series(YEARS, breaks=(2018.0,)), typesetter, "web")
    assert "break in series" not in texts(before)


def test_target_year_is_on_the_axis_when_it_is_near(typesetter):
    near = series(YEARS, target=Target(15, 2030, "City target 2030"))
    written = texts(draw_time_series(near, typesetter, "web"))
    assert {"City target 2030: 15", "2030"} <= set(written)
    far = series(YEARS, target=Target(15, 2100, "City target 2100"))
    assert lay_out(far, typesetter, "web").last == 2021


def test_a_goalpost_far_away_is_told_in_words(typesetter):
    chart = series([(2019, 3.0), (2020, 4.0), (2021, 4.5)], best=Reference(90, "Guideline"))
    written = texts(draw_time_series(chart, typesetter, "web"))
    assert "Guideline: 90 (beyond this chart)" in written


def test_the_worst_goalpost_is_silent_where_it_is_far(typesetter):
    chart = series(YEARS, worst=Reference(900, "Worst"))
    drawn = draw_time_series(chart, typesetter, "web")
    assert "Worst" not in " ".join(texts(drawn)) + drawn.alternative


def test_axis_includes_near_goalposts_and_not_far_ones():
    scale = make_scale([60.0, 80.0], [100.0, 900.0], 0, None, 6)
    assert scale.holds(100) and not scale.holds(900)


def test_axis_does_not_exaggerate_small_changes():
    scale = make_scale([97.0, 98.0], [], 0, 100, 6)
    assert scale.high - scale.low >= 0.15 * 98
    assert scale.high == 100


def test_axis_takes_zero_where_it_is_near():
    assert make_scale([2.0, 9.0], [], None, None, 6).low == 0
    assert make_scale([-9.0, -2.0], [], None, None, 6).high == 0


@pytest.mark.parametrize(
    "values",
    [[0.0, 0.0], [5.0, 5.0], [-3.0, -3.0], [1e-9, 2e-9], [1e15, 3e15], [-4.0, 6.0], [0.1, 0.3]],
)
def test_axis_holds_all_values_with_few_round_ticks(values):
    scale = make_scale(values, [], None, None, 6)
    assert all(scale.holds(value) for value in values)
    assert 2 <= len(scale.ticks) <= 8
    assert all(scale.holds(tick) or math.isclose(tick, scale.high) for tick in scale.ticks)
    assert len({f"{tick:.{scale.decimals}f}" for tick in scale.ticks}) == len(scale.ticks)


@pytest.mark.parametrize("form", ["web", "print"])
@pytest.mark.parametrize(
    "values",
    [
        [(2020, 7.0), (2021, 7.0)],
        [(2020, -7.5), (2021, 3.0), (2022, -0.5)],
        [(year, 1.05 ** (year - 1980)) for year in range(1980, 2020)],
        [(2020, 1e15), (2021, 2e15)],
        [(2020, 0.0), (2021, 0.0), (2022, 0.0)],
        [(2020, 5.0), (2021, math.nan), (2022, 6.0), (2023, math.inf)],
    ],
)
def test_unusual_values_are_drawn(values, form, typesetter):
    svg = written(draw_time_series(series(values), typesetter, form), typesetter.style, form)
    assert "nan" not in svg and "inf" not in svg


def test_words_stay_on_the_sheet(typesetter):
    chart = series(YEARS, title="Тбилиси " * 40, unit="Тбилиси " * 40)
    figure = draw_time_series(chart, typesetter, "web")
    heading = [text for text in texts(figure) if text.startswith("Тбилиси")]
    assert len(heading) == 3 and heading[-1].endswith("…")


def test_a_benchmark_without_free_room_is_named_below_the_chart(typesetter):
    """A line that lies on the benchmark all along leaves no place for its words."""
    chart = series([(year, 100.0) for year in range(2000, 2024)], best=Reference(100, "Benchmark"))
    drawing = draw_time_series(chart, typesetter, "web")
    words = next(one for one in drawing.elements if isinstance(one, Text) and "mark" in one.words)
    roomy = draw_time_series(series(YEARS, best=Reference(10, "Benchmark")), typesetter, "web")
    assert drawing.height_px > roomy.height_px
    assert words.at[1] > 200


def test_a_near_value_carries_its_sign(typesetter):
    points = tuple(Point(str(year), float(year), value, sign="≈ ") for year, value in YEARS)
    written = texts(draw_time_series(series([], points=points), typesetter, "web"))
    assert {"≈ 31.0", "≈ 23.5"} <= set(written)


def test_each_point_tells_its_value_year_and_reservation(typesetter):
    points = (
        Point("2020", 2020.0, 24.0, unit="µg/m³"),
        Point("2021", 2021.0, 23.5, "P", "p", "provisional", unit="µg/m³"),
    )
    chart = draw_time_series(series([], points=points), typesetter, "web")
    tips = [one.tip for one in chart.elements if getattr(one, "tip", "")]
    assert tips == ["2020: 24.0 µg/m³", "2021: 23.5 µg/m³ (provisional)"]


def test_a_point_is_written_as_a_circle(typesetter):
    svg = written(draw_time_series(series(YEARS), typesetter, "web"), typesetter.style, "web")
    assert svg.count("<circle ") == len(YEARS)
