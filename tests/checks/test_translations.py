"""Translations name texts of the city, and tell of what they were made."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from generator.making.checking import check
from tests.roots import in_languages

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


@pytest.mark.parametrize(
    ("code", "forms", "found"),
    [
        ("fr", "one=an; many=d’années; other=ans", []),
        ("fr", "one=an; other=ans", ["one=…; many=…; other=…"]),
        ("fr", "one=an; few=ans; many=d’années; other=ans", ["one=…; many=…; other=…"]),
        ("fr", "années", ["one=…; many=…; other=…"]),
        ("ru", "one=год; few=года; other=лет", ["one=…; few=…; many=…; other=…"]),
    ],
)
def test_a_unit_has_the_forms_that_its_language_counts(
    root: Path, code: str, forms: str, found: list[str]
) -> None:
    shutil.copy(root / "content/labels/en.yml", root / f"content/labels/{code}.yml")
    in_languages(root / "content", "en", code)
    file = root / f"content/translations/{code}/framework.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    english = mark("one=year; other=years")
    key = "framework/units.csv#years#forms"
    file.write_text(f'"{key}": {{text: "{forms}", of: "{english}"}}\n', encoding="utf-8")
    problems = [one for one in check(root, ["rana"]).problems if one.code.value == "unit-forms"]
    assert [one.expected for one in problems] == found
    assert {one.place.line for one in problems} <= {1}


def test_english_counts_one_and_others(root: Path) -> None:
    units = root / "content/framework/units.csv"
    text = units.read_text(encoding="utf-8")
    units.write_text(text.replace("one=year; other=years", "other=years"), encoding="utf-8")
    problems = [one for one in check(root, ["rana"]).problems if one.code.value == "unit-forms"]
    assert [(one.found, one.expected) for one in problems] == [("other=years", "one=…; other=…")]
