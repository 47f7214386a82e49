"""Where there are too many cities for one page, indexes lead to countries and initials."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.model.publication import City
from generator.pages import WrittenPage, compose_page, targets_across, targets_of_city
from generator.pages.page import Page
from generator.views import targets
from generator.views.on_record import has_profile
from generator.views.site import Site
from generator.views.targets import Target
from tests.pages.test_start_page import edited
from tests.written import body_of, written

A_ROW_A_CITY = {
    "areas": "how the cities stand in the area",
    "indicators": "the figures of the indicator",
    "sdgs": "how the cities stand to the goal",
    "recommendations": "the reason for each city",
    "packages": "the need of each city",
    "data-quality": "what each city reports",
    "programme/coverage": "where each city lies, and how far it is",
    "twinning": "a row a partnership",
}
"""Folder of pages whose tables list all cities whatever their number -> what a row says."""


@pytest.fixture(scope="module")
def large(fictitious_site: Site) -> Site:
    """Return the fictitious publication as if its cities were too many for one page."""
    few = len(fictitious_site.cities) - 1
    return edited(
        fictitious_site, index_cities=few, country_listed=1, twins_listed=1, takers_listed=1
    )


@pytest.fixture(scope="module")
def pages(large: Site) -> dict[str, WrittenPage]:
    return written(large, _pages(large))


def _pages(site: Site) -> Iterator[Page]:
    for target in (*targets_across(site), *targets_of_city("sampleford")):
        yield compose_page(site, target)


def _names_all(site: Site, body: str) -> bool:
    return all(city.record.name in body for city in site.cities)


def test_no_page_lists_all_cities_but_tables_with_figures_of_each(
    large: Site, pages: dict[str, WrittenPage]
) -> None:
    listing = {folder for folder, page in pages.items() if _names_all(large, page.body)}
    kinds = {folder if folder in A_ROW_A_CITY else folder.partition("/")[0] for folder in listing}
    assert kinds == set(A_ROW_A_CITY)


def test_no_page_compares_whole_cities(
    fictitious_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A city is known by its name: to compare all it holds would read all its files."""

    def compared(city: City, other: object) -> bool:
        raise AssertionError(f"all of {city.id} is compared")

    monkeypatch.setattr(City, "__eq__", compared)
    assert list(_pages(fictitious_site))


def test_lists_stay_as_they_are_up_to_the_number(
    fictitious_site: Site, fictitious_pages: dict[str, WrittenPage]
) -> None:
    """As many cities as one page lists are listed; so no page differs from one of a lower bound."""
    as_many = edited(fictitious_site, index_cities=len(fictitious_site.cities))
    listed = written(as_many, _pages(as_many))
    assert {folder: page.body for folder, page in listed.items()} == {
        folder: fictitious_pages[folder].body for folder in listed
    }
    assert [*targets_across(as_many)] == [*targets_across(fictitious_site)]
    assert not any(folder.startswith("cities/by-initial") for folder in listed)
    assert _names_all(as_many, listed["cities"].body)


def test_every_city_stands_under_its_letter_and_under_its_country(
    large: Site, pages: dict[str, WrittenPage]
) -> None:
    for city in large.cities:
        of_letter = f"cities/by-initial/{city.record.name[0].lower()}"
        of_country = f"countries/{city.record.country.lower()}"
        listing = {
            folder
            for folder, page in pages.items()
            if targets.city(city.id) in page.links and '<table class="cities' in page.body
        }
        of_all = {of_letter, of_country} if has_profile(large, city) else {of_country}
        assert of_all == listing
        for index in ("", "cities"):
            assert targets.country(city.record.country) in pages[index].links
            assert targets.initial(city.record.name[0]) in pages[index].links


def test_an_index_tells_how_many_cities_each_page_has(
    large: Site, pages: dict[str, WrittenPage]
) -> None:
    for folder in ("", "cities", "countries"):
        for code in {city.record.country for city in large.cities}:
            number = sum(city.record.country == code for city in large.cities)
            line = next(
                one for one in pages[folder].body.splitlines() if large.country(code) in one
            )
            assert f"{number} cities" in line or f"{number} city" in line


def test_a_page_of_a_letter_leads_to_the_others(large: Site, pages: dict[str, WrittenPage]) -> None:
    body = pages["cities/by-initial/s"].body
    assert re.findall(r'aria-current="page"><b>(.+?)</b>', body) == ["S"]
    letters = re.findall(r"<b>(.)</b>", body)
    assert letters == sorted({city.record.name[0] for city in large.cities})


def test_what_belongs_to_a_city_is_found_on_its_own_pages(pages: dict[str, WrittenPage]) -> None:
    for folder, tab in (
        ("data", "Data and sources"),
        ("sources", "Data and sources"),
        ("twinning", "Twinning"),
    ):
        assert f"For a single city, choose it and open “{tab}”." in pages[folder].body
        assert targets.page("cities") in pages[folder].links


def test_all_sources_are_counted_also_where_those_of_the_framework_stand_alone(
    fictitious_site: Site, pages: dict[str, WrittenPage]
) -> None:
    before = written(fictitious_site, [compose_page(fictitious_site, targets.page("sources"))])
    lead = re.compile(r"\d+ sources serve this publication")
    assert lead.findall(pages["sources"].body) == lead.findall(before["sources"].body) != []


def test_lists_are_no_longer_narrowed_by_city(large: Site, pages: dict[str, WrittenPage]) -> None:
    for folder in ("recommendations", "packages"):
        body = pages[folder].body
        assert "data-city" not in body
        assert 'name="city"' not in body
        assert 'name="area"' in body


def test_of_an_indicator_an_area_tells_how_many_cities_report_it(
    large: Site, pages: dict[str, WrittenPage]
) -> None:
    name = next(iter(large.publication.framework.indicators))
    reporting = sum(large.results[city.id].indicators[name].is_reported for city in large.cities)
    framework = large.publication.framework
    area = next(area for area in framework.area_of if name in framework.placed_below(area))
    body = pages[f"areas/{area}"].body
    assert f"Cities with a figure: {reporting} of {len(large.cities)}" in body


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("recommendations/", "The condition does not hold for"),
        ("packages/", "Does not suit"),
    ],
)
def test_a_sentence_names_the_first_cities_and_counts_the_others(
    pages: dict[str, WrittenPage], kind: str, sentence: str
) -> None:
    of_kind = [page.body for folder, page in pages.items() if folder.startswith(kind)]
    found = re.findall(rf"{sentence} (.+?)[.:]", "\n".join(of_kind))
    assert any(re.fullmatch(r"[^,]+ and \d more", one) for one in found)
    assert not any("," in one for one in found)


def test_of_a_peer_group_of_many_members_their_number_is_told(fictitious_site: Site) -> None:
    listed = compose_page(fictitious_site, targets.tab("sampleford", "peers"))
    asked = edited(fictitious_site, index_cities=1)
    counted = compose_page(asked, targets.tab("sampleford", "peers"))
    sizes = [len(group.members) for group in listed.views["groups"]]
    assert max(sizes) > 1
    assert [len(group.members) for group in counted.views["groups"]] == [0] * len(sizes)
    for size in sizes:
        assert f"Members: {size} cities" in body_of(asked, counted)


def test_names_of_other_scripts_have_a_page_too(large: Site) -> None:
    renamed = _renamed(large, {"sampleford": "Ålesund", "testhaven": "Минск"})
    found = written(renamed, [page for page in _pages(renamed) if "initial" in page.folder])
    assert "Ålesund" in found["cities/by-initial/a"].body
    assert "Минск" in found["cities/by-initial/u043c"].body
    assert list(found)[-1] == "cities/by-initial/u043c"


def _renamed(site: Site, names: dict[str, str]) -> Site:
    cities = dict(site.publication.cities)
    for city, name in names.items():
        record = cities[city].record.model_copy(update={"name": name})
        document = replace(cities[city].document, record=record)
        cities[city] = replace(cities[city], document=document)
    return replace(site, publication=replace(site.publication, cities=cities))


def test_there_is_no_page_of_a_letter_without_a_city(large: Site) -> None:
    assert Target("initial:z") not in set(targets_across(large))
