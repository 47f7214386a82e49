"""The commands as a person uses them: new cities, refusals, wrong use, releases, preview."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from generator.commands.build import build_and_tell
from generator.making import order
from generator.making.choices import Choices
from tests.commands import CHECKOUT, profiles, start


def test_a_new_city_is_published_once_its_example_is_overwritten(root: Path) -> None:
    made = profiles("new", "nova-gorica", "--country", "SI", "--name", "Nova Gorica", cwd=root)
    assert made.returncode == 0, made.stderr
    refused = profiles("check", cwd=root)
    assert refused.returncode == 1
    assert "title is still to be written: <title>" in refused.stdout
    for name in ("observations.csv", "sources.csv"):
        path = root / "cities" / "nova-gorica" / name
        path.write_text(path.read_text(encoding="utf-8").partition("\n")[0], encoding="utf-8")
    assert profiles("check", "--strict", cwd=root).returncode == 0
    assert profiles("build", "--no-pdf", cwd=root).returncode == 0
    page = root / "build" / "site" / "cities" / "nova-gorica" / "index.html"
    assert "With a figure: 0 of 91 indicators" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "Nova Gorica", "--country", "SI"), "nova-gorica"),
        (("new", "rana", "--country", "NO"), "is there already"),
        (("new", "graz", "--country", "AUSTRIA"), "AT"),
        (("check", "--format", "word"), "text"),
        (("print",), "No such command"),
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
    who = ("--by", "Rana kommune", "--role", "Mayor")
    assert profiles("approve", "rana", *who, cwd=root).returncode == 0
    assert profiles("build", "--no-pdf", cwd=root).returncode == 0
    cities = root / "build" / "site" / "cities"
    assert (cities / "rana").is_dir()
    assert not (cities / "alesund").exists()
    assert "Not confirmed" not in (cities / "rana" / "index.html").read_text(encoding="utf-8")
    stated = approval.read_text(encoding="utf-8")
    approval.write_text(f"{stated}embargo: 2027-01-01\n", encoding="utf-8")
    settings.write_text(text, encoding="utf-8")
    result = profiles("build", "--no-pdf", cwd=root)
    assert result.returncode == 0
    assert (cities / "alesund").is_dir(), "all cities come out"
    site = root / "build" / "site"
    traces = [path for path in site.rglob("*") if "rana" in path.name or told(path, b"Rana")]
    assert traces == [], "an embargo wins under every release"


def told(path: Path, name: bytes) -> bool:
    return path.is_file() and name in path.read_bytes()


def test_the_preview_shows_a_saved_change_and_ends_quietly(root: Path) -> None:
    process = start("serve", "--port", "8931", "--no-pdf", cwd=root)
    try:
        address = "http://127.0.0.1:8931/cities/rana/index.html"
        assert "Rana" in _fetch(address)
        taken = profiles("serve", "--port", "8931", cwd=root)
        assert taken.returncode == 1
        assert taken.stderr == "Port 8931 cannot be used: Address already in use. " + (
            "Name another with --port.\n"
        )
        path = root / "cities" / "rana" / "city.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("name: Rana", "name: Ranafjord"), encoding="utf-8")
        assert _fetch(address, "Ranafjord")
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()


def test_an_interrupted_build_of_the_preview_ends_quietly_and_leaves_nothing(root: Path) -> None:
    process = start("serve", "--port", "8932", "--no-pdf", cwd=root)
    try:
        assert _fetch("http://127.0.0.1:8932/", "becomes the site", refused=True)
        while not list(root.glob("build.next-*")):
            time.sleep(0.05)
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    assert not list(root.glob("build*"))


INTERRUPTED = """
import contextlib, os, signal
from importlib import import_module
module = import_module("generator.commands.serve")
with contextlib.suppress(KeyboardInterrupt), module._interruptible():
    exec("os.kill(os.getpid(), signal.SIGINT)\\nwhile True: pass")
"""


def test_an_interruption_in_text_that_is_run_ends_the_preview_quietly_too() -> None:
    """As while a dataclass is imported: Python would end itself by the signal."""
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        check=False,
    )  # fmt: skip
    assert ended.returncode == 0


def test_the_preview_opens_the_browser_if_asked(root: Path, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n', encoding="utf-8")
    browser.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    (tmp_path / "xdg-open").symlink_to(browser)
    process = start("serve", "--port", "8933", "--open", cwd=root, PATH=path)
    try:
        _fetch("http://127.0.0.1:8933/", "becomes the site", refused=True)
        for _ in range(100):
            if (tmp_path / "opened").exists():
                break
            time.sleep(0.1)
        assert (tmp_path / "opened").read_text(encoding="utf-8") == "http://127.0.0.1:8933/\n"
    finally:
        process.kill()
        process.wait()


def test_an_input_that_goes_away_while_it_is_read_is_said_in_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def vanish(*_: object) -> None:
        shutil.rmtree(root / "cities" / "rana")
        (root / "cities" / "rana" / "city.yml").read_bytes()

    monkeypatch.setattr(order, "take_stock", vanish)
    outcome = build_and_tell(root, root / "build", "en", Choices())
    assert not outcome.built
    assert outcome.refusal == "cities/rana/city.yml went away while it was read; build again."
    assert outcome.refusal in capsys.readouterr().err


def _fetch(address: str, wanted: str = "", *, refused: bool = False) -> str:
    """Return the page at an address as soon as it holds `wanted`, as one refused if so wanted."""
    for _ in range(240):
        time.sleep(0.5)
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text: str = answer.read().decode("utf-8")
        except urllib.error.HTTPError as answer:
            text = answer.read().decode("utf-8") if refused else ""
        except OSError:
            continue
        if text and wanted in text:
            return text
    raise AssertionError(f"{wanted} did not appear at {address}")


def test_every_command_of_the_readme_exists() -> None:
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    shown = profiles("--help", cwd=CHECKOUT).stdout
    for name in ("benchmarks", "check", "build", "explain", "schema", "serve", "new"):
        assert f"profiles {name}" in text
        assert name in shown
