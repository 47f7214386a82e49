"""Small publications: the shipped framework with few cities."""

import shutil
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def make_root(folder: Path, *cities: str) -> Path:
    """Copy the shipped content and the named cities into `folder`."""
    shutil.copytree(CHECKOUT / "content", folder / "content")
    (folder / "cities").mkdir()
    for city in cities:
        shutil.copytree(CHECKOUT / "cities" / city, folder / "cities" / city)
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", "alesund", "rana")
