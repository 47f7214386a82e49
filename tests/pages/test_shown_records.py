"""What editors put on record stands on a page: who confirmed, decided, changed, judged."""

import re

import pytest

from generator.pages import WrittenPage
from generator.views.site import Site


@pytest.fixture(scope="module")
def demo(fictitious_site: Site) -> Site:
    return fictitious_site


@pytest.fixture(scope="module")
def pages(fictitious_pages: dict[str, WrittenPage]) -> dict[str, str]:
    return {folder: words(page.body) for folder, page in fictitious_pages.items()}


def words(html: str) -> str:
    """Return the words of a page, its tags gone and its spaces single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\xa0", " ").split())


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cities/sampleford", "Confirmed by: City Organizing Committee of Sampleford"),
        ("cities/sampleford", "Heating costs weigh on households and on the budget."),
        ("cities/sampleford", "City Organizing Committee of Sampleford, 18 March 2025"),
        ("cities/sampleford/data", "Two digits were exchanged."),
        ("cities/sampleford/data", "The council has declared water a priority."),
        ("cities/sampleford/projects/heat-network", "Whole network 40 km of pipes"),
        ("cities/old-sampleford", "This page has moved It now stands here: Sampleford"),
        ("cities/old-sampleford", "The address changed on 1 June 2025."),
    ],
)
def test_a_record_of_the_editors_is_shown(pages: dict[str, str], page: str, text: str) -> None:
    assert text in pages[page]


def test_every_waiver_and_every_revision_of_a_city_stands_on_its_data_page(
    demo: Site, pages: dict[str, str]
) -> None:
    assert any(city.waivers.rows for city in demo.cities)
    for city in demo.cities:
        text = pages[f"cities/{city.id}/data"]
        for waiver in city.waivers:
            assert waiver.reason in text and waiver.author in text
        for revision in city.revisions:
            assert (revision.note or "") in text


def test_a_stated_range_stands_beside_its_value(demo: Site, pages: dict[str, str]) -> None:
    ranges = [
        (city.id, row)
        for city in demo.cities
        for row in city.observations
        if row.lower is not None and row.upper is not None
    ]
    assert ranges
    for city, row in ranges:
        low, high = (demo.language.number(bound or 0.0) for bound in (row.lower, row.upper))
        assert words(f"{low} to {high}") in pages[f"cities/{city}/data"]
