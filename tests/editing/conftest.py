"""What tests of editing share: the publication that mistakes are made in, a city's workbook."""

import shutil
from pathlib import Path

import pytest

from generator.editing.workbook.export import export_workbook
from generator.problems.render import load_messages
from tests.editing.test_mistakes import Base, make_base
from tests.editing.workbook_of_graz import CITY, CONTEXT, OBSERVATIONS, SOURCES
from tests.roots import make_root


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return make_base(tmp_path_factory.mktemp("mistakes") / "root")


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a root with one city, and its workbook beside it."""
    folder = tmp_path_factory.mktemp("workbook")
    root = make_root(folder / "root")
    city = root / "cities" / "graz"
    city.mkdir()
    texts = {
        "city.yml": CITY,
        "observations.csv": OBSERVATIONS,
        "sources.csv": SOURCES,
        "context.csv": CONTEXT,
    }
    for name, text in texts.items():
        (city / name).write_bytes(text.encode("utf-8"))
    export_workbook(root, "graz", folder / "graz.xlsx", load_messages("en")["workbook"])
    return folder


@pytest.fixture
def there(exported: Path, tmp_path: Path) -> Path:
    """Return a copy of the city and its workbook, to be changed."""
    shutil.copytree(exported / "root" / "cities", tmp_path / "cities")
    (tmp_path / "content").mkdir()
    shutil.copy(exported / "graz.xlsx", tmp_path)
    return tmp_path
