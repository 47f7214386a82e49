"""What the check takes for printable is what the fonts hold."""

from pathlib import Path

import pytest

from generator.read.letters import LETTERS, unknown_letters
from tests.letters import FONTS, table_of


def test_the_file_beside_the_fonts_is_made_from_them(checkout: Path) -> None:
    """If not: `python -m tests.letters > theme/fonts/letters.csv`."""
    assert (checkout / "theme" / LETTERS).read_text(encoding="utf-8") == table_of(FONTS)


@pytest.mark.parametrize("text", ["Ågård −5 µg/m³", "Алматы", "Երևան", "თბილისი", "الرياض", "Ρω"])
def test_letters_of_the_fonts_may_stand(checkout: Path, text: str) -> None:
    assert unknown_letters(checkout / "theme").search(text) is None


@pytest.mark.parametrize("text", ["서울", "東京", "תל אביב", "กรุงเทพ", "🌱", "दिल्ली"])
def test_letters_of_no_font_are_found(checkout: Path, text: str) -> None:
    assert unknown_letters(checkout / "theme").search(text) is not None
