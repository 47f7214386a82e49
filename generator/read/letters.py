"""Letters that no font of the publications holds, so that print would lack them.

What the shipped fonts hold stands beside them in `letters.csv`, so that a check opens no font; of
those that a person adds, the fonts themselves are asked.
"""

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from generator import resources

LETTERS = Path("fonts", "letters.csv")
SPACES = "\t\n"


def letters_lacking(root: Path) -> re.Pattern[str]:
    """Return the pattern of the letters that the fonts of a publication lack.

    Where its own theme does not tell, which the check reports, those of the shipped one serve.
    """
    added = resources.added_fonts()
    try:
        return unknown_letters(resources.find("theme", root), added)
    except (OSError, ValueError, KeyError, TypeError, re.error):
        return unknown_letters(resources.shipped("theme"), added)


@lru_cache
def unknown_letters(theme: Path, added: tuple[Path, ...] = ()) -> re.Pattern[str]:
    """Return the pattern of the letters that neither the fonts of a theme nor those added hold."""
    with (theme / LETTERS).open(encoding="utf-8", newline="") as lines:
        ranges = [(row["first"], row["last"]) for row in csv.DictReader(lines)]
    if not ranges:
        raise ValueError("no letters")
    if added:
        from generator.read.added_fonts import letters_of  # brings fontTools

        ranges += ranges_of(letters_of(added))
    known = "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, last in ranges)
    return re.compile(f"[^{SPACES}{known}]+")


def ranges_of(letters: set[int]) -> Iterator[tuple[str, str]]:
    """Yield the first and the last of every unbroken range, in hexadecimal digits."""
    numbered = enumerate(sorted(letters))
    for _, run in groupby(numbered, key=lambda one: one[1] - one[0]):
        found = [letter for _, letter in run]
        yield f"{found[0]:04X}", f"{found[-1]:04X}"
