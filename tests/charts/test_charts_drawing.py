"""Every chart: the same bytes again, colours of the palette only, text that stays text."""

import os
import random
import re
import subprocess
import sys
from collections import defaultdict
from itertools import pairwise
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
from generator.charts.chart import Text

from .invented import BANDS, ROOT, invented_wheel, sector, written
from .random_labels import random_charts

HOSTILE = '<script>alert(1)</script> $\\frac{1}{$ --> ]]> &amp; "\x00\x0b\ud800 \u202etxt'


def hostile_charts(typesetter, form):
    points = tuple(Point(HOSTILE, 2020.0 + n, float(n), "P", HOSTILE, HOSTILE) for n in range(3))
    best = Reference(2, HOSTILE)
    yield draw_time_series(
        TimeSeries(HOSTILE, HOSTILE, HOSTILE, points, best=best), typesetter, form
    )
    group = SectorGroup(HOSTILE, (sector(HOSTILE, 40.0), sector(HOSTILE)))
    yield draw_wheel(Wheel((group,), BANDS), typesetter, form)


@pytest.mark.parametrize("form", ["web", "print"])
def test_hostile_text_is_drawn_as_text(form, typesetter):
    for chart in hostile_charts(typesetter, form):
        svg = written(chart, typesetter.style, form)
        root = ElementTree.fromstring(svg)
        assert not [e for e in root.iter() if e.tag.endswith(("script", "image"))]
        assert any("<script>" in (e.text or "") for e in root.iter() if e.tag.endswith("text"))
        assert form == "print" or len(chart.alternative) <= 250
        assert not set("\x00\ud800\u202e") & set(chart.alternative + svg)


def test_scripts_of_many_languages_are_text_not_outlines(typesetter):
    name = "Тбилиси თბილისი Երևան الرياض 东京"
    group = SectorGroup(name, (sector("a", 40.0), sector("b")))
    chart = draw_wheel(Wheel((group,), BANDS), typesetter, "web")
    assert f">{name}</text>" in written(chart, typesetter.style, "web")


def test_colours_are_those_of_the_light_palette(typesetter):
    palette = yaml.safe_load((ROOT / "theme" / "palette.yml").read_text(encoding="utf-8"))
    known = set(palette["light"].values())
    used = set(re.findall(r"#[0-9A-Fa-f]+", draw("print", typesetter)))
    assert used and used <= known


def draw(form, typesetter) -> str:
    return written(draw_wheel(invented_wheel(25, 15), typesetter, form), typesetter.style, form)


def test_the_two_forms_have_their_widths(typesetter):
    web = ElementTree.fromstring(draw("web", typesetter))
    paper = ElementTree.fromstring(draw("print", typesetter))
    assert web.get("viewBox").split()[2] == "340"
    assert float(paper.get("width").removesuffix("pt")) == pytest.approx(160 / 25.4 * 72, abs=0.01)


def test_no_text_is_smaller_than_twelve_pixels(typesetter):
    for form in ("web", "print"):
        sizes = re.findall(r'font-size="([\d.]+)"', draw(form, typesetter))
        assert sizes and min(map(float, sizes)) >= 12


@pytest.mark.parametrize("form", ["web", "print"])
@pytest.mark.parametrize("seed", range(20))
def test_no_text_leaves_its_sheet_or_meets_another_on_its_line(seed, form, typesetter):
    for chart in random_charts(random.Random(seed), typesetter, form):
        lines = defaultdict(list)
        for text in (one for one in chart.elements if isinstance(one, Text)):
            width = typesetter.width(text.words, text.size, bold=text.bold)
            left = text.at[0] - width * {"left": 0, "center": 0.5, "right": 1}[text.align]
            assert left >= -0.01 and left + width <= chart.width_px + 0.01, text
            assert (text.size or typesetter.size) * 0.7 <= text.at[1] <= chart.height_px, text
            lines[text.at[1]].append((left, left + width))
        for line in lines.values():
            assert all(right < left for (_, right), (left, _) in pairwise(sorted(line))), chart


SCRIPT = """
import hashlib, random, sys
sys.path.insert(0, ".")
from generator.charts import Typesetter, load_style
from tests.charts.invented import ROOT, Words, written
from tests.charts.random_labels import random_charts
style = load_style(ROOT)
typesetter = Typesetter(style, Words())
for form in ("web", "print"):
    for chart in random_charts(random.Random(4), typesetter, form):
        print(hashlib.sha256(written(chart, style, form).encode()).hexdigest())
    print(form, "matplotlib" in sys.modules)
"""


@pytest.fixture(scope="module")
def printed() -> list[str]:
    """What the script prints in two processes that differ in all that must not count."""
    return [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, locale, zone in (("1", "C.UTF-8", "UTC"), ("2", "de_DE.UTF-8", "Asia/Almaty"))
    ]


def test_same_bytes_in_another_process(printed):
    assert printed[0] == printed[1]
    assert len(set(printed[0].splitlines())) == 2 * 4 + 2


def test_matplotlib_is_loaded_for_paper_only(printed):
    assert "web False" in printed[0] and "print True" in printed[0]
