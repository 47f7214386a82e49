"""The web form: inline, small, in the site's colours, and alone with its names."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from generator.charts import Figure, Point, TimeSeries, draw_time_series, draw_wheel
from generator.outputs.site.web_charts import color_rules, relative_path, to_web

from .invented import invented_wheel


def figures(style, language):
    yield draw_wheel(invented_wheel(70, 12), style, language, "web")
    points = tuple(Point(str(year), float(year), year % 11) for year in range(1984, 2024))
    yield draw_time_series(TimeSeries("Name <b>", "Message", "%", points), style, language, "web")


def figure(svg: str, *tooltips: tuple[str, str]) -> Figure:
    return Figure(svg, "", 10, 10, "test", tooltips)


def test_no_style_script_metadata_or_foreign_name_remains(style, language):
    for drawn in figures(style, language):
        web = to_web(drawn, style.colors, "a-")
        for banned in ("style", "<metadata", "<?xml", "<!DOCTYPE", "xmlns", "xlink", "font-family"):
            assert banned not in web
        assert not re.search(r"#[0-9A-Fa-f]{6}", web)
        ElementTree.fromstring(web)


def test_every_class_has_a_rule(style, language):
    rules = color_rules(style.colors)
    for drawn in figures(style, language):
        web = to_web(drawn, style.colors, "a-")
        classes = set(" ".join(re.findall(r'class="([^"]*)"', web)).split()) - {"chart"}
        assert classes
        assert all(f".chart .{name}{{" in rules for name in classes)


def test_weight_on_the_wire(style, language):
    for drawn in figures(style, language):
        web = to_web(drawn, style.colors, "a-")
        assert len(gzip.compress(web.encode(), mtime=0)) < 12_000


def test_text_and_pointer_words_survive_escaped(style, language):
    wheel, series = figures(style, language)
    assert "<title>Indicator 0" in to_web(wheel, style.colors, "a-")
    assert "Name &lt;b&gt;" in to_web(series, style.colors, "a-")


def test_hidden_from_assistive_technology_and_sized_by_the_page(style, language):
    for drawn in figures(style, language):
        root = ElementTree.fromstring(to_web(drawn, style.colors, "a-"))
        assert root.get("aria-hidden") == "true"
        assert root.get("viewBox").startswith("0 0 340 ")
        assert root.get("width") is None and root.get("height") is None
        assert root.get("class") == "chart"


def test_names_that_are_referred_to_get_the_prefix():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' viewBox="0 0 10 10"><defs><path id="m1" d="M 0 0 L 1 1"/></defs><g id="g1">'
        '<use xlink:href="#m1" x="1.23456" y="2" style="fill: #aabbcc"/></g>'
        '<g clip-path="url(#m1)"><path id="p" d="M 0 0 L 1 1" style="fill: #aabbcc"/></g></svg>'
    )
    web = to_web(figure(svg), {"ink": "#AABBCC"}, "c7-")
    assert 'id="c7-m1"' in web and 'href="#c7-m1"' in web and "url(#c7-m1)" in web
    assert 'x="1.23"' in web and 'class="f-ink"' in web
    assert "g1" not in web and 'id="p"' not in web


def test_a_colour_outside_the_palette_is_refused():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M 0 0" style="fill: #123456"/></svg>'
    with pytest.raises(ValueError, match="#123456"):
        to_web(figure(svg), {"ink": "#AABBCC"}, "a-")


def test_path_data_become_relative_steps_that_do_not_drift():
    assert relative_path("M 10 20 \nL 11.004 20 \nL 12.008 20.5 \nz\n") == "m10 20l1 0l1.01 .5z"
    steps = "M 0 0 \n" + "".join(f"L {n * 0.333} 0 \n" for n in range(1, 301))
    ends = [float(x) for x in re.findall(r"l(-?[\d.]+)", relative_path(steps))]
    assert sum(ends) == pytest.approx(99.9, abs=0.006)


def test_path_data_after_a_closed_shape_start_from_its_beginning():
    assert relative_path("M 5 5 L 7 5 L 7 7 z M 6 6 L 8 8") == "m5 5l2 0l0 2zm1 1l2 2"
