"""A publication that cannot be built is never said to be without problems."""

import shutil
from pathlib import Path

import pytest

from generator.making.checking import check
from generator.problems import Severity

PUBLICATION = "content/publication.yml"


def errors_of(root: Path) -> list[tuple[str, str]]:
    """Return file and code of every error of a check."""
    return [
        (problem.place.file, problem.code.value)
        for problem in check(root).problems
        if problem.severity is Severity.ERROR
    ]


def test_a_framework_without_indicators_is_a_missing_file(root: Path) -> None:
    folder = root / "content" / "framework" / "indicators"
    shutil.rmtree(folder)
    assert ("content/framework/indicators", "file-missing") in errors_of(root)
    folder.mkdir()
    assert ("content/framework/indicators", "file-missing") in errors_of(root)


@pytest.mark.parametrize(
    ("found", "written", "code"),
    [
        ("languages: [en]", "languages: []", "yaml-key-missing"),
        ("release: all", "release: all\neditorial: {series_from: 0}", "number-range"),
        ("release: all", "release: all\neditorial: {key_facts: -1}", "number-range"),
    ],
)
def test_what_leaves_nothing_to_show_is_refused(
    root: Path, found: str, written: str, code: str
) -> None:
    path = root / PUBLICATION
    text = path.read_text(encoding="utf-8")
    assert found in text
    path.write_text(text.replace(found, written), encoding="utf-8")
    assert (PUBLICATION, code) in errors_of(root)
