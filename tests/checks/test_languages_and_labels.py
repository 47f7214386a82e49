"""Languages that are known, stand once and have labels; labels that can be filled."""

import shutil
from pathlib import Path

import pytest

from generator.making.checking import check

PUBLICATION = "content/publication.yml"
LABELS = "content/labels/en.yml"


def found_in(root: Path) -> list[tuple[str, str, int | None, int | None, str]]:
    return [
        (p.code.value, p.place.file, p.place.line, p.place.column, p.expected)
        for p in check(root).faults
    ]


def speak(root: Path, languages: str) -> None:
    path = root / PUBLICATION
    text = path.read_text(encoding="utf-8")
    assert "languages: [en]" in text
    path.write_text(text.replace("languages: [en]", f"languages: {languages}"), encoding="utf-8")


def label(root: Path, line: str) -> int:
    """Put a label at the end of the English ones; return its line."""
    path = root / LABELS
    text = path.read_text(encoding="utf-8")
    key = line.partition(":")[0]
    kept = [one for one in text.rstrip("\n").split("\n") if not one.startswith(f"{key}:")]
    path.write_text("\n".join([*kept, line, ""]), encoding="utf-8")
    return len(kept) + 1


@pytest.mark.parametrize(
    ("languages", "code", "column", "expected"),
    [
        ("[en, en]", "yaml-key-repeated", 17, ""),
        ("[en, kk]", "labels-missing", 17, "content/labels/kk.yml"),
        ("[kk, en]", "labels-missing", 13, "content/labels/kk.yml"),
        ("[en, xx]", "language-unknown", 17, ""),
        ("[en, French]", "language-unknown", 17, "fr"),
        ("[en, fr-CA]", "language-unknown", 17, "fr"),
        ("[en, ../en]", "language-unknown", 17, ""),
    ],
)
def test_a_language_that_cannot_be_published_is_named_where_it_stands(
    root: Path, languages: str, code: str, column: int, expected: str
) -> None:
    speak(root, languages)
    assert found_in(root) == [(code, PUBLICATION, 7, column, expected)]


def test_labels_that_cannot_be_read_are_not_said_to_be_missing(root: Path) -> None:
    line = label(root, "odd: [")
    assert [one[:2] for one in found_in(root)] == [("yaml-syntax", LABELS)]
    (root / LABELS).write_text("\n", encoding="utf-8")
    assert [one[:3] for one in found_in(root)] == [("file-empty", LABELS, 1)]
    assert line > 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{other: '{n} cities', few: '{n} cities'}", "label-plural"),
        ("{other: '{n} cities', oen: '{n} city'}", "label-plural"),
        ("'{n'", "label-brace"),
        ("'n} cities'", "label-brace"),
        ("'{} cities'", "label-brace"),
        ("'{n!r} cities'", "label-brace"),
        ("'{{n}} cities'", "label-brace"),
        ("'{nobody} cities'", "label-placeholder"),
    ],
)
def test_a_label_that_cannot_be_filled_is_named(root: Path, text: str, code: str) -> None:
    line = label(root, f"count.indicators: {text}")
    found = found_in(root)
    assert [one[:3] for one in found] == [(code, LABELS, line)]


def test_other_languages_have_other_plural_forms(root: Path) -> None:
    shutil.copy(root / LABELS, root / "content" / "labels" / "ru.yml")
    path = root / "content" / "labels" / "ru.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{one: ", "{few: "), encoding="utf-8")
    speak(root, "[en, ru]")
    assert [one for one in found_in(root) if one[0] != "name-forms-missing"] == []
