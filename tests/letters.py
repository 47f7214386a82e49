"""The letters that the shipped fonts hold: `python -m tests.letters > theme/fonts/letters.csv`."""

from pathlib import Path

from fontTools.ttLib import TTFont

from generator.read.letters import ranges_of

FONTS = Path(__file__).resolve().parents[1] / "theme" / "fonts"


def letters_of(fonts: Path) -> set[int]:
    """Return the letters that some family holds in each of its weights."""
    held: dict[str, set[int]] = {}
    for path in sorted(fonts.glob("*.ttf")):
        family, here = path.stem.partition("-")[0], set(TTFont(path).getBestCmap())
        held[family] = held.get(family, here) & here
    return set().union(*held.values())


def table_of(fonts: Path) -> str:
    """Return the ranges as the file beside the fonts, in hexadecimal digits."""
    rows = [",".join(ends) for ends in ranges_of(letters_of(fonts))]
    return "\n".join(["first,last", *rows, ""])


if __name__ == "__main__":
    print(table_of(FONTS), end="")
