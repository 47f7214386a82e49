"""Letters that no shipped font holds, so that a publication in print would lack them.

What the fonts hold stands beside them in `letters.csv`, so that a check opens no font.
"""

import csv
import re
from functools import lru_cache
from pathlib import Path

from generator import resources

LETTERS = Path("fonts", "letters.csv")
SPACES = "\t\n"


def letters_lacking(root: Path) -> re.Pattern[str]:
    """Return the pattern of the letters that the fonts of a publication lack.

    Where its own theme does not tell, which the check reports, those of the shipped one serve.
    """
    try:
        return unknown_letters(resources.find("theme", root))
    except (OSError, ValueError, KeyError, TypeError, re.error):
        return unknown_letters(resources.shipped("theme"))


@lru_cache
def unknown_letters(theme: Path) -> re.Pattern[str]:
    """Return the pattern of the letters that the fonts of a theme lack."""
    with (theme / LETTERS).open(encoding="utf-8", newline="") as lines:
        ranges = [(row["first"], row["last"]) for row in csv.DictReader(lines)]
    if not ranges:
        raise ValueError("no letters")
    known = "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, last in ranges)
    return re.compile(f"[^{SPACES}{known}]+")
