"""What all tests share: where the project is, and that no property is judged by the clock."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.editing.demonstration import write_demonstration
from generator.pages import WrittenPage
from generator.views.site import Site
from tests.commands import profiles
from tests.made_once import made_once
from tests.making.hostile import write_hostile_city
from tests.read_once import Kept, reading_once
from tests.roots import CHECKOUT, make_root
from tests.sites import read_site
from tests.written import every_page, written

COSTLY = ("fictitious_pages", "pages", "documents")
"""Fixtures of a session that take long and stay in memory: one worker is to make each."""
SLOW = ("making", "rebuilt", "outputs", "cli", "preview", "publications", "editing")
"""Folders of tests that last long each, the longest first."""

gc.set_threshold(50_000, 20, 50)  # publications stay in memory: searched among, they cost the most
settings.register_profile("no-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-clock")


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of a file stay together, and files that share a costly fixture.

    What lasts long begins first, so that the processors end at nearly the same time.
    """
    used: dict[Path, set[str]] = {}
    for item in items:
        used.setdefault(item.path, set()).update(getattr(item, "fixturenames", ()))
    for item in items:
        shared = next((name for name in COSTLY if name in used[item.path]), None)
        item.add_marker(pytest.mark.xdist_group(shared or str(item.path)))
    items.sort(key=lambda item: _rank(item.path, used[item.path]))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Refuse to share the tests out one by one: each worker would make everything costly itself."""
    if hasattr(session.config, "workerinput"):  # what a worker has, and no run within its tests
        assert all("@" in item.nodeid for item in session.items), (
            "pytest-xdist does not keep the tests of a file together; "
            "see the versions of both in pyproject.toml"
        )


def _rank(path: Path, fixtures: set[str]) -> int:
    shared = [rank for rank, name in enumerate(COSTLY) if name in fixtures]
    folder = path.parent.name
    slow = len(COSTLY) + (SLOW.index(folder) if folder in SLOW else len(SLOW))
    return shared[0] if shared else slow


@pytest.fixture(scope="session", autouse=True)
def read_already() -> Iterator[Kept]:
    """Return what was read of files: no test reads a text again."""
    kept: Kept = {}
    with reading_once(kept):
        yield kept


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder of the project, with the shipped content."""
    return CHECKOUT


@pytest.fixture(scope="session")
def fictitious(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the complete fictitious publication; tests read it and leave it as it is."""
    root = tmp_path_factory.mktemp("fictitious") / "root"
    write_demonstration(root)
    return root


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_root(tmp_path_factory.mktemp("small") / "root", "alesund", "rana")


@pytest.fixture
def root(small_root: Path, tmp_path: Path) -> Path:
    """Return a publication of two cities, of its own for each test."""
    return Path(shutil.copytree(small_root, tmp_path / "root"))


@pytest.fixture(scope="session")
def small_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a publication of two cities of a country, and its build with PDFs of every kind.

    Tests leave it as it is.
    """

    def make(folder: Path) -> None:
        settings = make_root(folder, "alesund", "rana") / "content" / "publication.yml"
        with settings.open("a", encoding="utf-8") as file:
            file.write("  country_report_from: 1\n")
        build = profiles("build", cwd=folder)
        assert build.returncode == 0, build.stdout + build.stderr

    return made_once(tmp_path_factory, "small-build", make)


@pytest.fixture
def built(small_build: Path, tmp_path: Path) -> Path:
    """Return a copy of the small publication with its build."""
    return Path(shutil.copytree(small_build, tmp_path / "root"))


@pytest.fixture(scope="session")
def two_cities_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a publication of two countries, and its build without PDFs, for edits of a copy."""

    def make(folder: Path) -> None:
        build = profiles("build", "--no-pdf", cwd=make_root(folder, "alesund", "bristol"))
        assert build.returncode == 0, build.stdout + build.stderr

    return made_once(tmp_path_factory, "two-cities-build", make)


@pytest.fixture(scope="session")
def hostile_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a publication with a hostile city, and its build; tests leave it as it is."""

    def make(folder: Path) -> None:
        write_hostile_city(make_root(folder, "rana"))
        build = profiles("build", cwd=folder)
        assert build.returncode == 0, build.stdout + build.stderr

    return made_once(tmp_path_factory, "hostile-build", make)


@pytest.fixture(scope="session")
def site() -> Site:
    """Return the shipped publication, assessed, without charts."""
    return read_site(CHECKOUT)


@pytest.fixture(scope="session")
def fictitious_site(fictitious: Path) -> Site:
    """Return the fictitious publication, assessed, without charts."""
    return read_site(fictitious)


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, WrittenPage]:
    """Return the pages of the shipped publication by folder."""
    return written(site, every_page(site))


@pytest.fixture(scope="session")
def fictitious_pages(fictitious_site: Site) -> dict[str, WrittenPage]:
    """Return the pages of the fictitious publication by folder."""
    return written(fictitious_site, every_page(fictitious_site))
