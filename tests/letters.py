"""The letters that the shipped fonts hold: `python -m tests.letters > theme/fonts/letters.csv`."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "theme" / "fonts"


def letters_of(fonts: Path) -> set[int]:
    """Return the letters that some family holds in each of its weights."""
    held: dict[str, set[int]] = {}
    for path in sorted(fonts.glob("*.ttf")):
        family, here = path.stem.partition("-")[0], set(TTFont(path).getBestCmap())
        held[family] = held.get(family, here) & here
    return set().union(*held.values())


def ranges_of(letters: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of every unbroken range."""
    numbered = enumerate(sorted(letters))
    for _, run in groupby(numbered, key=lambda one: one[1] - one[0]):
        found = [letter for _, letter in run]
        yield found[0], found[-1]


def table_of(fonts: Path) -> str:
    """Return the ranges as the file beside the fonts, in hexadecimal digits."""
    rows = [f"{first:04X},{last:04X}" for first, last in ranges_of(letters_of(fonts))]
    return "\n".join(["first,last", *rows, ""])


if __name__ == "__main__":
    print(table_of(FONTS), end="")
