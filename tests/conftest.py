"""What all tests share: where the project is, and that no property is judged by the clock."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.editing.demonstration import write_demonstration
from generator.pages import WrittenPage
from generator.views.site import Site
from tests.roots import CHECKOUT, make_root
from tests.sites import read_site
from tests.written import every_page, written

settings.register_profile("no-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-clock")


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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", "alesund", "rana")


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
