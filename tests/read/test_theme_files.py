"""A theme of a publication's own is whole and can be read, or the check says what is wrong."""

import shutil
from pathlib import Path

import pytest

from generator.making.checking import check


@pytest.fixture
def themed(root: Path, checkout: Path) -> Path:
    shutil.copytree(checkout / "theme", root / "theme")
    return root


def found_in(root: Path) -> list[tuple[str, str, int | None]]:
    return [(p.code.value, p.place.file, p.place.line) for p in check(root).faults]


def test_a_whole_theme_is_none_to_speak_of(themed: Path) -> None:
    assert found_in(themed) == []


def test_whatever_is_changed_slightly_is_still_a_theme(themed: Path) -> None:
    remarks = {".jinja": "{# A remark. #}\n", ".html": "{# A remark. #}\n", ".yml": "# A remark.\n"}
    changed = [path for path in (themed / "theme").rglob("*") if path.suffix in remarks]
    assert {path.suffix for path in changed} == remarks.keys()
    for path in changed:
        text = path.read_text(encoding="utf-8")
        path.write_text(text + remarks[path.suffix], encoding="utf-8")
    assert found_in(themed) == []


@pytest.mark.parametrize(
    "file", ["palette.yml", "fonts/letters.csv", "pages/profile.md.jinja", "charts/style.yml"]
)
def test_a_file_that_is_missing_is_named(themed: Path, file: str) -> None:
    (themed / "theme" / file).unlink()
    assert found_in(themed) == [("file-missing", f"theme/{file}", None)]


def test_an_empty_theme_lacks_every_file(root: Path, checkout: Path) -> None:
    (root / "theme").mkdir()
    found = found_in(root)
    assert {code for code, _, _ in found} == {"file-missing"}
    assert ("file-missing", "theme/print/style.typ", None) in found


def test_a_link_within_a_theme_is_not_followed(themed: Path, tmp_path: Path) -> None:
    for name in ("palette.yml", "fonts"):
        (themed / "theme" / name).rename(tmp_path / name)
        (themed / "theme" / name).symlink_to(tmp_path / name)
    assert found_in(themed) == [
        ("file-link", "theme/fonts", None),
        ("file-link", "theme/palette.yml", None),
    ]


@pytest.mark.parametrize(
    ("file", "content", "code", "line"),
    [
        ("palette.yml", "light: {\n", "yaml-syntax", 1),
        ("palette.yml", "dark: {}\nlight: []\n", "yaml-type", 2),
        ("charts/style.yml", "text_px: wide\n", "yaml-type", 1),
        ("fonts/letters.csv", "first,last\n0020,007E\nzz\n", "theme-broken", 3),
        ("pages/profile.md.jinja", "a\n{% if %}\n", "theme-broken", 2),
        ("pages/profile.md.jinja", "a\n{{ b | nothing }}\n", "theme-broken", 2),
        ("site/base.html", "{% for a in b %}\n", "theme-broken", 1),
        ("fonts/NotoSans-Regular.ttf", "no font", "theme-broken", None),
    ],
)
def test_a_file_that_is_broken_is_named_with_its_line(
    themed: Path, file: str, content: str, code: str, line: int | None
) -> None:
    (themed / "theme" / file).write_text(content, encoding="utf-8")
    assert (code, f"theme/{file}", line) in found_in(themed)


def test_what_else_is_wrong_is_said_in_the_same_run(themed: Path) -> None:
    for letters in (None, "first,last\nzz\n", "first,last\n00FF,0020\n", ""):
        path = themed / "theme" / "fonts" / "letters.csv"
        path.unlink() if letters is None else path.write_text(letters, encoding="utf-8")
        (themed / "cities" / "rana" / "city.yml").write_text("name: [\n", encoding="utf-8")
        files = {file for _, file, _ in found_in(themed)}
        assert files == {"theme/fonts/letters.csv", "cities/rana/city.yml"}
