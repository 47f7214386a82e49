"""What the check takes for printable is what the fonts hold."""

import csv
import hashlib
from pathlib import Path

import pytest

from generator.read.letters import LETTERS, unknown_letters
from tests.letters import FONTS, table_of


def test_the_file_beside_the_fonts_is_made_from_them(checkout: Path) -> None:
    """If not: `python -m tests.letters > theme/fonts/letters.csv`."""
    assert (checkout / "theme" / LETTERS).read_text(encoding="utf-8") == table_of(FONTS)


GAINED = ("תל אביב", "กรุงเทพมหานคร", "दिल्ली, मुंबई")


@pytest.mark.parametrize(
    "text", ["Ågård −5 µg/m³", "Алматы", "Երևան", "თბილისი", "الرياض", "Ρω", *GAINED]
)
def test_letters_of_the_fonts_may_stand(checkout: Path, text: str) -> None:
    assert unknown_letters(checkout / "theme").search(text) is None


@pytest.mark.parametrize("text", ["서울", "東京", "🌱"])
def test_letters_of_no_font_are_found(checkout: Path, text: str) -> None:
    assert unknown_letters(checkout / "theme").search(text) is not None


def test_each_font_is_the_one_whose_origin_is_recorded_and_small(checkout: Path) -> None:
    with (checkout / "theme" / "fonts" / "origins.csv").open(encoding="utf-8", newline="") as lines:
        recorded = {row["file"]: row for row in csv.DictReader(lines)}
    files = {path.name: path.read_bytes() for path in FONTS.glob("*.ttf")}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert hashes == {name: row["sha256"] for name, row in recorded.items()}
    assert all(row["origin"] and row["licence"] == "OFL-1.1" for row in recorded.values())
    assert max(map(len, files.values())) < 300_000
