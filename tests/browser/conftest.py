"""Headless Chromium on a small site, hostile city included, opened from disk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver

from tests.commands import profiles
from tests.making.hostile import write_hostile_city
from tests.roots import make_root

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--allow-file-access-from-files",
)  # fmt: skip

PLACES = """\
address: https://profiles.example
repository: {url: https://forge.example/profiles}
"""
"""Where the publication stands and is worked on: with it, pages name whole addresses."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_root(
        tmp_path_factory.mktemp("site") / "root",
        "almaty",
        "astana",
        "rana",
        "riyadh",
        whole_library=True,
    )
    write_hostile_city(root)
    settings = root / "content" / "publication.yml"
    text = settings.read_text(encoding="utf-8")
    few = "editorial:\n  compared_cities: 3\n  own_weights_from: 1\n"
    settings.write_text(text.replace("editorial:\n", f"{PLACES}{few}"), encoding="utf-8")
    built = profiles("build", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "build" / "site"


@pytest.fixture(scope="session")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of two cities in the three languages."""
    folder = tmp_path_factory.mktemp("languages") / "root"
    root = make_root(folder, "almaty", "astana", whole_library=True, languages=("en", "fr", "ru"))
    settings = root / "content" / "publication.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(PLACES + text, encoding="utf-8")
    built = profiles("build", "--no-pdf", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "build" / "site"


@contextmanager
def started(profile: Path, *logs: str) -> Iterator[webdriver.Chrome]:
    """Start a browser with a profile of its own; it keeps what pages say, and the `logs` named."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for flag in FLAGS:
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={profile}")
    kept = dict.fromkeys(("browser", *logs), "ALL")
    options.set_capability("goog:loggingPrefs", kept)
    service = webdriver.ChromeService(shutil.which("chromedriver") or "chromedriver")
    browser = webdriver.Chrome(options=options, service=service)
    browser.set_window_size(1280, 900)
    try:
        yield browser
    finally:
        browser.quit()


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with started(tmp_path_factory.mktemp("profile")) as browser:
        yield browser
