"""Fonts that a person adds to those of the theme, such as Noto CJK: their files and letters."""

import os
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
SYSTEM = "system"
"""Stands for the fonts for Chinese, Japanese and Korean that are installed on this machine."""
CJK = ("NotoSansCJK*", "NotoSansJP*", "NotoSansKR*", "NotoSansSC*", "NotoSansTC*")
WEIGHTS = ("Regular", "Bold")
PLACES: dict[str, tuple[str, ...]] = {
    "darwin": ("/Library/Fonts", "~/Library/Fonts"),
    "win32": ("~/AppData/Local/Microsoft/Windows/Fonts", "C:/Windows/Fonts"),
}
"""Where systems keep fonts; by default as the others do."""
OTHERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


class NoFonts(ValueError):
    """There is no font; `asked` is the place that was named, `file` one that is none."""

    def __init__(self, asked: str, file: str = "") -> None:
        super().__init__(asked)
        self.asked, self.file = asked, file


def fonts_at(asked: str) -> tuple[Path, ...]:
    """Return the files of the fonts below a folder, or with `system` Noto CJK as installed.

    Raises:
        NoFonts: there is none, or one cannot be read.
    """
    if asked == SYSTEM:
        found = _of_the_system()
    else:
        below = Path(asked).rglob("*") if Path(asked).is_dir() else iter(())
        found = {path for path in below if path.suffix.lower() in ENDINGS and path.is_file()}
    if not found or any(os.pathsep in str(path.resolve()) for path in found):
        raise NoFonts(asked)
    files = tuple(sorted(path.resolve() for path in found))
    for file in files:
        try:
            letters_of((file,))
        except (OSError, TTLibError, KeyError, AssertionError, ValueError):
            raise NoFonts(asked, file.name) from None
    return files


def _of_the_system() -> set[Path]:
    folders = [Path(place).expanduser() for place in PLACES.get(sys.platform, OTHERS)]
    found = {path for folder in folders for name in CJK for path in folder.rglob(name)}
    return {
        path for path in found if path.suffix.lower() in ENDINGS and path.stem.endswith(WEIGHTS)
    }


def letters_of(files: tuple[Path, ...]) -> set[int]:
    """Return the letters that some family of these files holds in each of its weights."""
    held: dict[str, list[frozenset[int]]] = defaultdict(list)
    for file in files:
        for family, letters in _families(file):
            held[family].append(letters)
    return set().union(*(frozenset.intersection(*weights) for weights in held.values()))


def families_of(files: Iterable[Path]) -> set[str]:
    """Return the names of the families of these files."""
    return {family for file in files for family, _ in _families(file)}


@lru_cache
def _families(file: Path) -> tuple[tuple[str, frozenset[int]], ...]:
    """Return each font of a file by its family, with its letters; many share a table of them."""
    is_collection = file.suffix.lower() in (".ttc", ".otc")
    found, tables = [], {}
    with file.open("rb") as held:
        fonts = TTCollection(held, lazy=True) if is_collection else [TTFont(held, lazy=True)]
        for font in fonts:
            names, place = font["name"], font.reader.tables["cmap"].offset
            if place not in tables:
                tables[place] = frozenset(font.getBestCmap())
            family = names.getDebugName(16) or names.getDebugName(1)
            found.append((str(family), tables[place]))
    return tuple(found)
