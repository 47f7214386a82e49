"""Translations name texts of the city, and tell of what they were made."""

from hashlib import sha256
from pathlib import Path

import pytest

from generator.making.checking import check

SECTION = "---\ntitle: Portrait\nauthor: Editors\nbasis: Visits\n---\n\nA harbour.\n"


def mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


@pytest.mark.parametrize(
    ("key", "of", "found"),
    [
        ("city.yml#name", mark("Rana"), []),
        ("indicators.yml#swans/name", mark("Swans"), []),
        ("indicators.yml#swans/name", mark("Geese"), ["translation-outdated"]),
        ("indicators.yml#swans/nothing", mark("Geese"), []),
        ("indicator.yml#swans/name", mark("Swans"), ["reference-unknown"]),
        ("sections/portrait.md", mark("anything"), []),
        ("observations.csv#poverty|2020#note", mark("anything"), []),
    ],
)
def test_a_translation(root: Path, key: str, of: str, found: list[str]) -> None:
    folder = root / "cities" / "rana"
    for name, text in {
        "indicators.yml": "swans:\n  name: Swans\n  definition: Swans in the harbour\n"
        "  unit: number\n  direction: none\n  decimals: 0\n",
        "sections/portrait.md": SECTION,
        "translations/fr.yml": f'"{key}":\n  text: Traduit\n  of: "{of}"\n',
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    problems = check(root, ["rana"], alone=True).problems
    of_translations = [one for one in problems if "translations/" in one.place.file]
    assert [one.code.value for one in of_translations] == found
