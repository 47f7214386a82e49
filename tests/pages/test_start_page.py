"""The start page lists all cities: as a table, or by country where they are many."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.making.checking import check
from generator.pages.across.cities import compose_home
from generator.pages.across.indicators import compose_indicator
from generator.views.city_list import newest_year
from generator.views.site import Site
from tests.sites import site_of
from tests.written import body_of

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    publication = check(CHECKOUT, ["alesund", "almaty", "rana"]).publication
    assert publication is not None
    return site_of(publication, CHECKOUT)


def test_few_cities_stand_in_a_table(site: Site) -> None:
    body = body_of(site, compose_home(site))
    assert '<table class="cities' in body
    assert '<div class="names">' not in body


def edited(site: Site, **editorial: int | tuple[float, ...]) -> Site:
    """Return a site whose publication sets how much is shown."""
    publication = site.publication
    changed = publication.record.editorial.model_copy(update=editorial)
    record = publication.record.model_copy(update={"editorial": changed})
    document = replace(publication.document, record=record)
    return replace(site, publication=replace(publication, document=document))


def test_many_cities_stand_by_country(site: Site) -> None:
    body = body_of(edited(site, home_cities=1), compose_home(edited(site, home_cities=1)))
    assert '<table class="cities' not in body
    assert "<h3>Kazakhstan</h3>" in body
    assert 'href="cities/rana/index.html"' in body


def test_a_value_after_the_date_of_the_publication_is_not_the_newest(site: Site) -> None:
    almaty = site.results["almaty"]
    assert newest_year(almaty, 2026) == "2023"
    assert newest_year(almaty, 2015) == "2015"


@pytest.mark.parametrize("listed", [0, 1, 2])
def test_as_many_new_figures_are_listed_as_the_publication_says(site: Site, listed: int) -> None:
    body = body_of(
        edited(site, newest_listed=listed), compose_home(edited(site, newest_listed=listed))
    )
    _, heading, below = body.partition("## Cities with the newest figures")
    assert bool(heading) == (listed > 0)
    shown = re.findall(r"<li>", below.partition("<!-- /block -->")[0])
    assert len(shown) == listed


def test_a_strip_needs_as_many_cities_as_the_publication_says(site: Site) -> None:
    def strips(fewest: int) -> int:
        asked = edited(site, strip_from=fewest)
        pages = [compose_indicator(asked, name) for name in site.publication.framework.indicators]
        return sum('<svg class="strip"' in body_of(asked, page) for page in pages)

    assert strips(1) > 0
    assert strips(len(site.cities) + 1) == 0
