"""Every chart: the same bytes again, colours of the palette only, text that stays text."""

import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
import yaml

from generator.charts import (
    Point,
    Reference,
    SectorGroup,
    TimeSeries,
    Wheel,
    draw_time_series,
    draw_wheel,
)

from .invented import BANDS, ROOT, invented_wheel, sector

HOSTILE = '<script>alert(1)</script> $\\frac{1}{$ --> ]]> &amp; "\x00\x0b\ud800 \u202etxt'


def hostile_figures(style, language, form):
    points = tuple(Point(HOSTILE, 2020.0 + n, float(n), "P", HOSTILE, HOSTILE) for n in range(3))
    best = Reference(2, HOSTILE)
    yield draw_time_series(
        TimeSeries(HOSTILE, HOSTILE, HOSTILE, points, best=best), style, language, form
    )
    group = SectorGroup(HOSTILE, (sector(HOSTILE, 40.0), sector(HOSTILE)))
    yield draw_wheel(Wheel(HOSTILE, (group,), BANDS), style, language, form)


@pytest.mark.parametrize("form", ["web", "print"])
def test_hostile_text_is_drawn_as_text(form, style, language):
    for figure in hostile_figures(style, language, form):
        root = ElementTree.fromstring(figure.svg)
        assert not [e for e in root.iter() if e.tag.endswith(("script", "image"))]
        assert any("<script>" in (e.text or "") for e in root.iter() if e.tag.endswith("text"))
        assert len(figure.alternative) <= 250
        assert not set("\x00\ud800\u202e") & set(figure.alternative + figure.svg)


def test_scripts_of_many_languages_are_text_not_outlines(style, language):
    name = "Тбилиси თბილისი Երևան الرياض 东京"
    group = SectorGroup(name, (sector("a", 40.0), sector("b")))
    figure = draw_wheel(Wheel(name, (group,), BANDS), style, language, "print")
    assert f">{name}</text>" in figure.svg


@pytest.mark.parametrize("form", ["web", "print"])
def test_colours_are_those_of_the_light_palette(form, style, language):
    palette = yaml.safe_load((ROOT / "theme" / "palette.yml").read_text(encoding="utf-8"))
    known = {color.lower() for color in palette["light"].values()}
    used = set(re.findall(r"#[0-9a-f]{6}\b", draw(form, style, language)))
    assert used and used <= known


def draw(form, style, language) -> str:
    return draw_wheel(invented_wheel(25, 15), style, language, form).svg


def test_no_date_no_maker_and_no_third_party(style, language):
    svg = draw("print", style, language)
    assert "<metadata>" not in svg and "dc:date" not in svg and "matplotlib" not in svg.lower()


def test_the_two_forms_have_their_widths(style, language):
    web = ElementTree.fromstring(draw("web", style, language))
    paper = ElementTree.fromstring(draw("print", style, language))
    assert web.get("viewBox").split()[2] == "340"
    assert float(paper.get("viewBox").split()[2]) == pytest.approx(160 / 25.4 * 72, abs=0.01)


def test_no_text_is_smaller_than_twelve_pixels(style, language):
    sizes = re.findall(r"font-size: ([\d.]+)px", draw("web", style, language))
    assert min(map(float, sizes)) >= 12
    sizes = re.findall(r"font-size: ([\d.]+)px", draw("print", style, language))
    assert min(map(float, sizes)) >= 9


SCRIPT = """
import hashlib, sys
sys.path.insert(0, ".")
from tests.charts.invented import ROOT, Words, invented_wheel
from generator.charts import Point, TimeSeries, draw_time_series, draw_wheel, load_style
from generator.outputs.site.web_charts import to_web
assert "matplotlib" not in sys.modules, "importing the charts must cost nothing"
style = load_style(ROOT)
years = range(2000, 2020)
points = tuple(Point(str(y), float(y), y % 7 / 3, "P", "p", "provisional") for y in years)
series = TimeSeries("Name", "Message", "%", points)
for form in ("web", "print"):
    for figure in (
        draw_wheel(invented_wheel(25, 15), style, Words(), form),
        draw_time_series(series, style, Words(), form),
    ):
        text = figure.svg + to_web(figure, style.colors, "a-") + repr(figure.tooltips)
        print(hashlib.sha256(text.encode()).hexdigest())
"""


def test_same_bytes_in_another_process_with_another_hash_seed():
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0].split()) == 4
