"""Text: its width is that of the shipped fonts, and the theme says all that is looked up."""

import shutil
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from generator.charts import Style, load_style

from .invented import ROOT

SETTINGS = ROOT / "theme" / "charts" / "style.yml"


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    ("words", "font"),
    [
        ("Waste collected regularly", "NotoSans"),
        ("1,234.5 µg/m³ · higher is better", "NotoSans"),
        ("Концентрация частиц", "NotoSans"),
        ("თბილისი", "NotoSansGeorgian"),
        ("Երևան", "NotoSansArmenian"),
    ],
)
def test_a_width_is_what_another_program_measures(words, font, bold, typesetter):
    """Letters that stand closer in pairs are not counted: a width is right or a little wide."""
    file = ROOT / "theme" / "fonts" / f"{font}-{'SemiBold' if bold else 'Regular'}.ttf"
    properties = FontProperties(fname=file, size=100)
    measured, _, _ = text_to_path.get_text_width_height_descent(words, properties, False)
    width = typesetter.width(words, 100, bold=bold)
    assert measured * 0.995 <= width <= measured * 1.03


def test_a_letter_that_no_font_has_takes_a_square_and_an_accent_nothing(typesetter):
    assert typesetter.width("東京", 10) == 20
    assert typesetter.width("a\u0301", 10) == typesetter.width("a", 10)


def test_a_family_of_one_weight_stands_for_both(typesetter):
    assert typesetter.width("≥", 10, bold=True) == typesetter.width("≥", 10) > 0


def test_words_are_cut_only_where_they_are_too_wide(typesetter):
    room = typesetter.width("Clean water")
    assert typesetter.shorten("Clean water", room) == "Clean water"
    assert typesetter.shorten("Clean water", room - 1) == "Clean wat…"
    assert typesetter.wrap("Clean water for all", room, most=2) == ["Clean water", "for all"]


def test_every_setting_of_the_theme_is_a_field_of_the_style_and_every_family_has_a_font(style):
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    found = {"colors", "fonts", "bold_fonts"}
    assert {field.name for field in fields(Style)} == found | set(settings)
    assert all(font.is_file() for font in (*style.fonts, *style.bold_fonts))


def test_a_setting_changes_what_is_drawn(tmp_path):
    theme = Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))
    text = SETTINGS.read_text(encoding="utf-8").replace("text_px: 12", "text_px: 15")
    (theme / "charts" / "style.yml").write_text(text, encoding="utf-8")
    assert load_style(tmp_path).text_px == 15
