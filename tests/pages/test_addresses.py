"""Where targets stand, seen from a page."""

import pytest

from generator.pages.addresses import address_of
from generator.views import targets


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
