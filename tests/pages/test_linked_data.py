"""What machines are told of a page: a city, or data, in the words of schema.org."""

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.model.framework_records import PublicationRecord
from generator.pages import WrittenPage, compose_page
from generator.pages.linked_data import linked_data
from generator.views.described_data import data_of_all, data_of_city, described_city
from generator.views.site import Site
from generator.views.targets import page

TERMS = {"license", "creator", "dateModified", "isAccessibleForFree", "version", "inLanguage"}


def told(page: WrittenPage) -> Any:
    return json.loads(page.linked_data)


def at(record: PublicationRecord, address: str | None) -> PublicationRecord:
    return record.model_copy(update={"address": address})


def test_a_profile_tells_of_its_city(pages: dict[str, WrittenPage]) -> None:
    city = told(pages["cities/almaty"])
    assert city["@context"] == "https://schema.org"
    assert (city["@type"], city["name"]) == ("City", "Almaty")
    assert "Алматы" in city["alternateName"]
    assert city["containedInPlace"] == {
        "@type": "Country",
        "name": "Kazakhstan",
        "identifier": "KZ",
    }
    assert city["geo"]["latitude"] == pytest.approx(43.25, abs=0.01)


@pytest.mark.parametrize("folder", ["cities/almaty/data", "indicators/unemployment-rate", "data"])
def test_pages_of_data_tell_what_they_hold(pages: dict[str, WrittenPage], folder: str) -> None:
    data = told(pages[folder])
    assert data["@type"] == "Dataset"
    assert set(data) >= TERMS | {"name", "spatialCoverage", "temporalCoverage"}
    assert 50 <= len(data["description"]) <= 5000
    assert data["distribution"]
    for file in data["distribution"]:
        assert file["encodingFormat"]
        assert "/data/" in file["contentUrl"] or not file["contentUrl"].startswith("http")
    first, last = data["temporalCoverage"].split("/")
    assert 1900 < int(first) <= int(last) < 2100


def test_data_of_a_city_name_what_was_measured(site: Site, pages: dict[str, WrittenPage]) -> None:
    measured = told(pages["cities/almaty/data"])["variableMeasured"]
    reported = [one for one in site.results["almaty"].observables.values() if one.is_reported]
    assert 0 < len(measured) <= len(reported)
    assert "Unemployment Rate" in measured


def test_addresses_are_whole_if_that_of_the_site_is_known(site: Site) -> None:
    data = data_of_city(site, site.publication.cities["almaty"])
    record = at(site.publication.record, "https://example.org/profiles")
    folder = "cities/almaty/data"
    whole = json.loads(linked_data(data, record, record.languages[0], folder))
    base = "https://example.org/profiles/"
    assert whole["url"] == f"{base}cities/almaty/data/index.html"
    assert whole["distribution"][0]["contentUrl"] == f"{base}data/cities/almaty.csv"
    second = json.loads(linked_data(data, record, "zz", folder))
    assert second["url"] == f"{base}zz/cities/almaty/data/index.html"
    assert second["distribution"][0]["contentUrl"] == f"{base}data/cities/almaty.csv"
    near = json.loads(linked_data(data, at(record, None), record.languages[0], folder))
    assert near["distribution"][0]["contentUrl"] == "../../../data/cities/almaty.csv"


def test_no_text_ends_the_block(site: Site) -> None:
    hostile = "</script><script>alert(1)</script><!--"
    city = replace(described_city(site, site.publication.cities["almaty"]), name=hostile)
    record = site.publication.record
    text = linked_data(city, record, record.languages[0], "cities/almaty")
    assert "<" not in text
    assert json.loads(text)["name"] == hostile


def test_the_data_page_lists_every_file_that_it_links(site: Site) -> None:
    listed = {file.partition(":")[2] for file in data_of_all(site).files}
    linked = {item.target.partition(":")[2] for name in ("tables", "lists")
              for item in compose_page(site, page("data")).views[name]}  # fmt: skip
    assert linked <= listed


def test_other_pages_tell_nothing(pages: dict[str, WrittenPage]) -> None:
    kinds = {told(page)["@type"] for page in pages.values() if page.linked_data}
    assert kinds == {"City", "Dataset"}
    assert not pages["methodology"].linked_data
