"""The shipped publication: its pages, and the files of its open data."""

from pathlib import Path

import pytest

from generator.assessment.comparison.cities_compared import compare
from generator.language import Language
from generator.making import order as build
from generator.outputs.data.data_files import DataFile, files_of_cities, open_data_files
from generator.pages import WrittenPage, compose_pages
from generator.views.site import Site
from tests.written import written

CHECKOUT = Path(__file__).resolve().parents[2]


def site_of(root: Path) -> Site:
    publication = build.check(root).publication
    assert publication is not None
    results = build.assess_cities(publication)
    language = Language("en", publication.labels["en"])
    compared = compare(publication, results)
    return Site(publication, results, language, {}, compared=compared)


@pytest.fixture(scope="session")
def site() -> Site:
    return site_of(CHECKOUT)


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, WrittenPage]:
    return written(site, compose_pages(site))


@pytest.fixture(scope="session")
def fictitious_site(fictitious: Path) -> Site:
    return site_of(fictitious)


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
