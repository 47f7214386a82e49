"""Where targets stand, seen from a page."""

import pytest

from generator.model.known_pages import certain_pages, possible_pages
from generator.pages import WrittenPage
from generator.pages.addresses import address_of
from generator.views import targets
from generator.views.site import Site


@pytest.mark.parametrize(
    ("target", "address"),
    [
        (targets.framework_source("oecd"), "#source-oecd"),
        (targets.page("methodology"), "index.html"),
        (targets.city_source("rana", "ssb"), "../cities/rana/data/index.html#source-ssb"),
        (targets.data_file("scores.csv"), "../data/scores.csv"),
    ],
)
def test_a_place_on_the_same_page_is_its_mark_alone(target: targets.Target, address: str) -> None:
    assert address_of(target, "methodology", True) == address


def test_a_place_on_the_start_page_is_its_mark_alone() -> None:
    assert address_of(targets.at(targets.HOME, "marks"), "", True) == "#marks"


def test_the_pages_that_are_composed_are_those_that_are_known(
    fictitious_site: Site, fictitious_pages: dict[str, WrittenPage]
) -> None:
    """An old address is led on to a known page only, and none is taken for gone."""
    publication = fictitious_site.publication
    standing = {name for name, one in fictitious_pages.items() if not one.page.head.moved_to}
    assert standing - possible_pages(publication) == set()
    assert certain_pages(publication) - standing == set()
