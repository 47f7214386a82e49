"""The programme pages: filled from their files, and open about what no file states."""

import re
from pathlib import Path

import pytest

from generator.pages import WrittenPage
from generator.pages.about.programme import (
    compose_coverage,
    compose_overview,
    compose_resources,
    compose_timeline,
)
from generator.views import targets
from generator.views.on_record import has_profile
from generator.views.site import Site
from tests.roots import make_root
from tests.sites import read_site
from tests.written import bodies

SOURCE = "un-united-smart-cities"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = make_root(tmp_path / "root", "rana", "alesund")
    return root / "content" / "programme"


def programme(folder: Path) -> dict[str, str]:
    """Return the pages of the programme by the last part of their address."""
    site = read_site(folder.parents[1])
    composers = (compose_overview, compose_timeline, compose_resources, compose_coverage)
    pages = bodies(site, [compose(site) for compose in composers])
    return {address.rpartition("/")[2]: body for address, body in pages.items()}


def test_what_is_not_known_is_said_and_no_file_is_named(folder: Path) -> None:
    pages = programme(folder)
    assert "has not named them yet" in pages["programme"]
    assert "has not stated its deliverables and dates yet" in pages["timeline"]
    assert "No event of the programme recorded yet" in pages["timeline"]
    assert "No resource recorded yet" in pages["resources"]
    assert not [page for page, body in pages.items() if ".csv" in body]


def test_resources_are_printed_in_dollars_at_the_rates_stated(folder: Path) -> None:
    rows = [
        "resource,partner,type,state,amount,currency,usd_rate,rate_date,year,city,project,source",
        f"a,unece,donor-grant,pledged,500000,USD,,,2025,rana,,{SOURCE}",
        f"b,oier,donor-grant,disbursed,900000,EUR,0.9,2025-01-02,2025,,,{SOURCE}",
        f"c,,in-kind,committed,7,KZT,,,,,,{SOURCE}",
    ]
    (folder / "resources.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    text = programme(folder)["resources"]
    assert "3 resources are on record, worth 1,500,000 US dollars" in text
    assert "1 states no rate and is not part of the sum." in text
    assert "0.9 EUR per US dollar, 2 January 2025" in text


def test_a_deliverable_that_is_overdue_is_marked(folder: Path) -> None:
    rows = [
        "deliverable,title,output,planned,actual,state,document,source",
        f"one,First,twinning,2025-03,,ongoing,,{SOURCE}",
        f"two,Second,,2027,,planned,,{SOURCE}",
    ]
    (folder / "deliverables.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    text = programme(folder)["timeline"]
    assert "2 deliverables are on record, 1 of them late." in text
    assert text.count("Ongoing, late") == 1
    assert "programme/index.html#output-twinning" in text or "../index.html#output-twinning" in text


def test_the_map_has_its_cities_in_words_too(folder: Path) -> None:
    text = programme(folder)["coverage"]
    assert "Map of 2 cities by latitude and longitude" in text
    assert text.count("<circle") == 2
    assert "62.5°\N{NO-BREAK SPACE}N, 6.2°\N{NO-BREAK SPACE}E" in text


def test_the_land_of_the_map_is_moved_by_plain_numbers(folder: Path) -> None:
    """A space that may not break, as between digits in words, would end the movement."""
    moved = re.search(r'class="land" transform="([^"]+)"', programme(folder)["coverage"])
    assert moved
    number = r"-?[\d.]+"
    assert re.fullmatch(rf"translate\({number},{number}\) scale\({number},{number}\)", moved[1])


def test_the_page_of_how_to_ask_names_the_steps_and_gives_letter_and_questionnaire(
    site: Site, pages: dict[str, WrittenPage]
) -> None:
    body = pages["programme/ask"].body
    steps = site.publication.framework.words["procedure-step"]
    first, *others = re.findall(r"<li>\s*<strong>(.+?)\.</strong>", body)
    assert len([first, *others]) == len(steps)
    assert first == steps["request"]
    for file in ("letter.txt", "blank.xlsx"):
        assert f"../../questionnaires/{file}" in body
    for paragraph in site.publication.pages["letter"].split("\n\n")[1:]:
        assert paragraph.strip() in re.sub(r"<[^>]+>", "", body)


def test_start_about_and_cities_on_record_lead_to_how_to_ask(
    site: Site, pages: dict[str, WrittenPage]
) -> None:
    thin = [f"cities/{city.id}" for city in site.cities if not has_profile(site, city)]
    assert thin
    for folder in ("", "about", *thin):
        assert targets.page("programme/ask") in pages[folder].links, folder
