"""The start page lists all cities: as a table, or by country where they are many."""

from pathlib import Path

import pytest

from generator.language import Language
from generator.making import order as build
from generator.pages import load_templates
from generator.pages.across import cities
from generator.views.site import Site

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    publication = build.check(CHECKOUT, ["almaty", "rana"]).publication
    assert publication is not None
    language = Language("en", publication.labels["en"])
    results = build.assess_cities(publication)
    return Site(publication, results, language, {}, load_templates(CHECKOUT))


def test_few_cities_stand_in_a_table(site: Site) -> None:
    body = cities.compose_home(site).body
    assert '<table class="cities' in body
    assert '<div class="names">' not in body


def test_many_cities_stand_by_country(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cities, "MOST_ON_HOME", 1)
    body = cities.compose_home(site).body
    assert '<table class="cities' not in body
    assert "<h3>Kazakhstan</h3>" in body
    assert 'href="cities/rana/index.html"' in body


def test_a_value_after_the_date_of_the_publication_is_not_the_newest(site: Site) -> None:
    almaty = site.results["almaty"]
    assert cities.newest_year(almaty, 2026) == "2023"
    assert cities.newest_year(almaty, 2015) == "2015"
