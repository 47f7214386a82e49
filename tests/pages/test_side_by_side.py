"""The pages of cities side by side, whole without a script."""

import re

from generator.pages.across.side_by_side import (
    compose_city_compared,
    compose_compare,
    compose_country_compared,
)
from generator.views.site import Site
from tests.written import body_of


def test_the_page_leads_to_each_country_with_several_cities_and_to_each_city(
    fictitious_site: Site,
) -> None:
    body = body_of(fictitious_site, compose_compare(fictitious_site))
    assert "../countries/xa/compare/index.html" in body
    for city in fictitious_site.cities:
        assert f"../cities/{city.id}/compare/index.html" in body


def test_each_figure_stands_with_its_city_its_year_and_its_place_on_the_line(
    fictitious_site: Site,
) -> None:
    body = body_of(fictitious_site, compose_country_compared(fictitious_site, "XA"))
    cells = re.findall(r'<td data-label="([^"]+)">(.*?)</td>', body, re.DOTALL)
    assert cells
    names = {city.record.name for city in fictitious_site.cities}
    for city, cell in cells:
        assert city in names
        assert 'class="period"' in cell or 'class="missing"' in cell
    assert '<svg class="places"' in body
    assert not re.search(r"\brank|\bbest\b|\bstrongest\b", body)


def test_own_weights_are_equal_before_a_reader_moves_them(fictitious_site: Site) -> None:
    body = body_of(fictitious_site, compose_country_compared(fictitious_site, "XA"))
    assert 'form class="weights"' in body
    assert set(re.findall(r'type="range"[^>]* value="(\d)"', body)) == {"2"}
    assert "An exercise of the reader, not a rating." in body


def test_a_city_stands_first_beside_its_partners(fictitious_site: Site) -> None:
    city = fictitious_site.publication.cities["sampleford"]
    page = compose_city_compared(fictitious_site, city)
    assert page.head.name.startswith("Sampleford beside ")
    assert "its partners among the cities" in body_of(fictitious_site, page)
