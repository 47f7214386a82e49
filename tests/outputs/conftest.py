"""The files of the open data of the shipped publication."""

from pathlib import Path

import pytest

from generator.outputs.data.data_files import DataFile, files_of_cities, open_data_files
from generator.views.site import Site

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def files(site: Site) -> dict[str, DataFile]:
    own = files_of_cities(
        site.publication,
        [
            (city, site.results[name], site.compared.of(name))
            for name, city in sorted(site.publication.cities.items())
        ],
    )
    found = open_data_files(
        site.publication, site.results, site.compared, own, site.language.label, {}
    )
    return {file.path: file for file in found}
