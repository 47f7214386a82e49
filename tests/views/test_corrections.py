"""A reader who sees a wrong figure can put it right in one step."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.model.framework_records import PublicationContact, Repository
from generator.pages.addresses import address_of
from generator.views.corrections import correction_links, line_link
from generator.views.site import Site
from tests.assessment.made_up import CITY, publish
from tests.sites import site_of

POLLUTION = "air-pollution.pm2-5"
FILE = f"cities/{CITY}/observations.csv"


@pytest.fixture
def found(tmp_path: Path):
    """Return the links for the figure of the made-up city, by what the publication states."""

    def found(**stated: object) -> dict[str, str]:
        site = stating(site_of(publish(tmp_path, {}), tmp_path), **stated)
        result = site.results[CITY].observables[POLLUTION]
        links = correction_links(site, site.publication.cities[CITY], result)
        return {link.text: link.url for link in links}

    return found


def stating(site: Site, **stated: object) -> Site:
    none = {"repository": None, "contact": None}
    document = site.publication.document
    record = document.record.model_copy(update=none | stated)
    publication = replace(site.publication, document=replace(document, record=record))
    return replace(site, publication=publication)


def test_the_line_of_the_file_opens_for_editing(found) -> None:
    links = found(repository=Repository(url="https://forge.example/profiles/", branch="main"))
    assert links["Correct this figure"] == f"https://forge.example/profiles/edit/main/{FILE}#L2"


@pytest.mark.parametrize(
    ("server", "title", "text"),
    [
        ("forge.example", "title", "body"),
        ("gitlab.example", "issue[title]", "issue[description]"),
    ],
)
def test_a_report_is_prepared_with_all_that_is_known(found, server, title, text) -> None:
    links = found(repository=Repository(url=f"https://{server}/profiles", branch="main"))
    address = urlsplit(links["Report an error"])
    assert address.path == "/profiles/issues/new"
    said = parse_qs(address.query)
    assert said[title] == ["Figure of Teststadt: Air Pollution: PM2.5"]
    assert said[text] == [
        "City: Teststadt\nIndicator: Air Pollution: PM2.5\nYear: 2021\nValue: 29 µg/m³\n"
        f"Source: A book\nFile and line: {FILE}:2\n\n"
        "What is wrong, what is right, and which source says so:\n"
    ]


def test_without_an_account_an_email_is_prepared(found) -> None:
    links = found(contact=PublicationContact(name="Office", email="office@example.org"))
    assert list(links) == ["Report an error by e-mail"]
    address = urlsplit(links["Report an error by e-mail"])
    assert (address.scheme, address.path) == ("mailto", "office@example.org")
    assert "+" not in address.query, "mail programs print a plus as it stands"
    assert parse_qs(address.query)["subject"] == ["Figure of Teststadt: Air Pollution: PM2.5"]


def test_without_repository_and_address_the_form_makes_what_is_sent(tmp_path: Path) -> None:
    site = stating(site_of(publish(tmp_path, {}), tmp_path))
    city, results = site.publication.cities[CITY], site.results[CITY].observables
    (link,) = correction_links(site, city, results[POLLUTION])
    assert link.text == "Correct this figure"
    address = urlsplit(address_of(link.target, f"cities/{CITY}/computed", True))
    assert (address.path, address.fragment) == ("../../../contribute/index.html", "figure")
    assert parse_qs(address.query) == {"city": [CITY], "observable": [POLLUTION]}
    carriers = (one for one in results.values() if one.observable.carries_value)
    missing = next(one for one in carriers if one.selection.shown is None)
    assert [link.text for link in correction_links(site, city, missing)] == ["Add this figure"]


def test_each_row_of_the_data_page_names_its_line(tmp_path: Path) -> None:
    site = stating(site_of(publish(tmp_path, {}), tmp_path))
    city = site.publication.cities[CITY]
    assert line_link(site, city, next(iter(city.observations))).text == "observations.csv:2"
    assert line_link(site, city, next(iter(city.observations))).url == ""
