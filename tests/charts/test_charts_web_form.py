"""The web form: inline, small, in the site's colours, and alone with its names."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from generator.charts import Chart, Point, TimeSeries, draw_time_series, draw_wheel, write_for_web
from generator.charts.chart import Shape
from generator.charts.shapes import Ink, Polygon, Sector, line
from generator.charts.svg import path_data
from generator.charts.web_form import color_rules

from .invented import invented_wheel


@pytest.fixture
def drawings(typesetter) -> list[str]:
    points = tuple(Point(str(year), float(year), year % 11) for year in range(1984, 2024))
    charts = (
        draw_wheel(invented_wheel(70, 12), typesetter, "web"),
        draw_time_series(TimeSeries("Name <b>", "Message", "%", points), typesetter, "web"),
    )
    return [write_for_web(chart, typesetter.style) for chart in charts]


def test_no_style_script_id_or_foreign_name_is_in_it(drawings):
    """The policy of the site refuses styles; an id might meet that of another chart."""
    for svg in drawings:
        for banned in ("<style", "<?xml", "<!DOCTYPE", "xmlns", "xlink", "font-family"):
            assert banned not in svg
        assert not re.search(r"#[0-9A-Fa-f]{6}", svg)
        names = {name for element in ElementTree.fromstring(svg).iter() for name in element.attrib}
        assert names and not names & {"style", "id"}


def test_every_class_has_a_rule(drawings, style):
    rules = color_rules(style.colors)
    for svg in drawings:
        classes = set(" ".join(re.findall(r'class="([^"]*)"', svg)).split()) - {"chart"}
        assert classes
        assert all(f".chart .{name}{{" in rules for name in classes)


def test_weight_on_the_wire(drawings):
    for svg in drawings:
        assert len(gzip.compress(svg.encode(), mtime=0)) < 12_000


def test_text_and_pointer_words_survive_escaped(drawings):
    wheel, series = drawings
    assert "<title>Indicator 0" in wheel
    assert "Name &lt;b&gt;" in series


def test_hidden_from_assistive_technology_and_sized_by_the_page(drawings):
    for svg in drawings:
        root = ElementTree.fromstring(svg)
        assert root.get("aria-hidden") == "true"
        assert root.get("viewBox").startswith("0 0 340 ")
        assert root.get("width") is None and root.get("height") is None
        assert root.get("class") == "chart"


@pytest.mark.parametrize("ink", [Ink(fill="rose"), Ink(line="rose")])
def test_a_colour_outside_the_palette_is_refused(ink, style):
    chart = Chart(10, 10, (Shape((line((0, 0), (1, 1)),), ink),), "")
    with pytest.raises(ValueError, match="rose"):
        write_for_web(chart, style)


def test_paths_go_in_relative_steps_that_do_not_drift():
    triangle = Polygon(((10, 20), (11.004, 20), (12.008, 20.5)))
    assert path_data([triangle]) == "m10 20l1 0l1.01 .5z"
    steps = path_data([line(*((n * 0.333, 0) for n in range(301)))])
    ends = [float(x) for x in re.findall(r"l(-?[\d.]+)", steps)]
    assert sum(ends) == pytest.approx(99.9, abs=0.006)


def test_what_follows_a_closed_shape_starts_from_its_beginning():
    triangle = Polygon(((5, 5), (7, 5), (7, 7)))
    assert path_data([triangle, line((6, 6), (8, 8))]) == "m5 5l2 0l0 2zm1 1l2 2"


def test_discs_and_parts_of_rings_are_arcs():
    disc = "m10 5a5 5 0 0 1 5 5a5 5 0 0 1-5 5a5 5 0 0 1-5-5a5 5 0 0 1 5-5z"
    assert path_data([Sector((10, 10), 0, 5)]) == disc
    quarter = "m10 5a5 5 0 0 1 5 5l-5 0z"
    assert path_data([Sector((10, 10), 0, 5, 0, 90)]) == quarter
    ring = "m10 5a5 5 0 0 1 5 5l-2 0a3 3 0 0 0-3-3z"
    assert path_data([Sector((10, 10), 3, 5, 0, 90)]) == ring
