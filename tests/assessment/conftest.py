"""Cities written for one test, read with the shipped framework."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.roots import copy_content

Read = Callable[[Mapping[str, Mapping[str, str]]], Publication]

HEADER = "observable,period,value,unit,source,status,comparability\n"


@pytest.fixture(scope="session")
def written_root(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    root = tmp_path_factory.mktemp("assessed")
    copy_content(root / "content")
    return root


@pytest.fixture
def read(written_root: Path) -> Read:
    """Return what reads the given cities: folder name -> file -> text."""

    def read_cities(cities: Mapping[str, Mapping[str, str]]) -> Publication:
        shutil.rmtree(written_root / "cities", ignore_errors=True)
        for name, files in cities.items():
            folder = written_root / "cities" / name
            folder.mkdir(parents=True)
            defaults = {
                "city.yml": f"name: {name}\ncountry: DE\nprofile_year: 2024\n",
                "sources.csv": "source,title,kind\nbook,Yearbook of a city made up,city-record\n",
            }
            for file, text in {**defaults, **files}.items():
                (folder / file).write_text(text, encoding="utf-8")
        problems = Problems()
        publication = read_publication(written_root, problems)
        assert publication is not None
        assert list(problems) == []
        return publication

    return read_cities
