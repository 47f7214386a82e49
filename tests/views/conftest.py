"""Cities as they stood once, so that the words for them do not change with published figures."""

from pathlib import Path

import pytest

from generator.views.site import Site
from tests.roots import make_root
from tests.sites import read_site

THEN = Path(__file__).with_name("cities")
"""Folders of eight cities as of 27 November 2026."""


@pytest.fixture(scope="session")
def site_then(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("then") / "root"
    cities = sorted(path.name for path in THEN.iterdir())
    return read_site(make_root(root, *cities, whole_library=True, source=THEN))
