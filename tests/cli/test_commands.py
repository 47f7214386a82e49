"""The commands as a person uses them: new cities, refusals, wrong use, releases, preview."""

import time
import urllib.request
from pathlib import Path

import pytest

from tests.commands import CHECKOUT, profiles, start


def test_a_new_city_passes_the_check_and_builds(root: Path) -> None:
    made = profiles("new", "nova-gorica", "--country", "SI", "--name", "Nova Gorica", cwd=root)
    assert made.returncode == 0, made.stderr
    assert profiles("check", "--strict", cwd=root).returncode == 0
    assert profiles("build", "--no-pdf", cwd=root).returncode == 0
    page = root / "build" / "site" / "cities" / "nova-gorica" / "index.html"
    assert "None of the 91 indicators can be rated yet." in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "Nova Gorica", "--country", "SI"), "nova-gorica"),
        (("new", "rana", "--country", "NO"), "is there already"),
        (("new", "graz", "--country", "AUSTRIA"), "AT"),
        (("check", "--format", "word"), "text"),
        (("publish",), "No such command"),
    ],
)
def test_wrong_use_ends_with_two_and_a_hint(
    root: Path, arguments: tuple[str, ...], words: str
) -> None:
    result = profiles(*arguments, cwd=root)
    assert result.returncode == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_outside_a_publication_the_command_says_so(tmp_path: Path) -> None:
    result = profiles("check", cwd=tmp_path)
    assert result.returncode == 2
    assert "--root" in result.stderr


def test_all_problems_of_a_run_are_said_and_nothing_is_published(root: Path) -> None:
    (root / "cities" / "alesund" / "observations.csv").unlink()
    (root / "cities" / "Nova Gorica").mkdir()
    path = root / "cities" / "rana" / "city.yml"
    path.write_text("name: [Rana\ncountry: NO\n", encoding="utf-8")
    result = profiles("build", cwd=root)
    assert result.returncode == 1
    for code in ("file-missing", "folder-name", "yaml-syntax"):
        assert code in result.stderr
    assert "Traceback" not in result.stderr
    assert not (root / "build").exists()


def test_only_approved_cities_come_out_if_the_release_says_so(root: Path) -> None:
    settings = root / "content" / "publication.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("release: all", "release: approved"), encoding="utf-8")
    approval = root / "cities" / "rana" / "approval.yml"
    approval.write_text("state: approved\ndate: 2026-10-01\n", encoding="utf-8")
    assert profiles("build", "--no-pdf", cwd=root).returncode == 0
    cities = root / "build" / "site" / "cities"
    assert (cities / "rana").is_dir()
    assert not (cities / "alesund").exists()
    assert "Not confirmed" not in (cities / "rana" / "index.html").read_text(encoding="utf-8")
    approval.write_text("state: approved\nembargo: 2027-01-01\n", encoding="utf-8")
    assert profiles("build", "--no-pdf", cwd=root).returncode == 0
    assert not (cities / "rana").exists()


def test_the_preview_shows_a_saved_change(root: Path) -> None:
    process = start("serve", "--port", "8931", cwd=root)
    try:
        address = "http://127.0.0.1:8931/cities/rana/index.html"
        assert "Rana" in _fetch(address)
        path = root / "cities" / "rana" / "city.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("name: Rana", "name: Ranafjord"), encoding="utf-8")
        assert _fetch(address, "Ranafjord")
    finally:
        process.kill()
        process.wait()


def _fetch(address: str, wanted: str = "") -> str:
    """Return the page at an address as soon as it holds `wanted`."""
    for _ in range(240):
        time.sleep(0.5)
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text: str = answer.read().decode("utf-8")
        except OSError:
            continue
        if wanted in text:
            return text
    raise AssertionError(f"{wanted} did not appear at {address}")


def test_every_command_of_the_readme_exists() -> None:
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    shown = profiles("--help", cwd=CHECKOUT).stdout
    for name in ("check", "build", "explain", "serve", "new"):
        assert f"profiles {name}" in text
        assert name in shown
