"""From any rating to the source of every number in it; the same in the command."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.framework_records import Repository
from generator.model.publication import Publication
from generator.pages import WrittenPage
from generator.views.explanation.explain import explain, subjects
from generator.views.site import Site
from tests.commands import profiles
from tests.roots import make_root

CHECKOUT = Path(__file__).resolve().parents[2]
CITY = "almaty"
LARGEST = 150_000
"""Bytes of a page that a phone can load without a wait."""

RATING = re.compile(r'<a class="band[^"]*" href="([^"]+)"')
SECTION = re.compile(r'<section class="explanation" id="([^"]+)">(.*?)</section>', re.DOTALL)
LINE = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL)
SOURCE = re.compile(r'<a class="from" href="([^"]+)"')

Pages = Mapping[str, WrittenPage]


@pytest.fixture(scope="module")
def publication(site: Site) -> Publication:
    return site.publication


def followed(page: str, href: str) -> tuple[str, str]:
    """Return the folder and the anchor to which a link on a page leads."""
    path, _, anchor = href.partition("#")
    file = posixpath.normpath(posixpath.join(page, path))
    return posixpath.dirname(file), anchor


def test_two_clicks_lead_from_each_rating_to_the_sources(site: Site, pages: Pages) -> None:
    profile = f"cities/{CITY}"
    ratings = RATING.findall(pages[profile].body)
    assert len(ratings) > 10
    for rating in ratings:
        folder, anchor = followed(profile, rating)
        section = dict(SECTION.findall(pages[folder].body))[anchor]
        sources = SOURCE.findall(section)
        assert sources, anchor
        for source in sources:
            target, name = followed(folder, source)
            assert f'<li id="{name}">' in pages[target].body
        for line in LINE.findall(section):
            if "observations.csv:" in line or "goalposts.csv:" in line:
                assert 'class="from"' in line, line


def test_an_area_lists_every_value_below_it(site: Site, pages: Pages) -> None:
    result = site.results[CITY]
    for area in site.publication.framework.areas:
        found = explain(site, site.publication.cities[CITY], area.area)
        assert found is not None
        below = site.publication.framework.placed_below(area.area)
        rated = [
            one.selection.shown.line
            for name in below
            for one in result.indicators[name].carriers
            if one.is_rated and one.selection.shown
        ]
        assert [int(line.place.text.rpartition(":")[2]) for line in found.figures] == rated


def test_every_subject_of_every_city_can_be_explained(site: Site) -> None:
    for city in site.cities:
        for subject in subjects(site, city):
            found = explain(site, city, subject)
            assert found is not None
            assert found.answer


def test_a_place_leads_to_its_line_in_the_repository(site: Site, publication: Publication) -> None:
    record = publication.record.model_copy(
        update={"repository": Repository(url="https://forge.example/profiles", branch="main")}
    )
    document = publication.document
    elsewhere = replace(publication, document=replace(document, record=record))
    moved = Site(elsewhere, site.results, site.language, {})
    found = explain(moved, publication.cities[CITY], "unemployment-rate")
    assert found is not None
    value = found.parts[0].lines[0]
    line = value.place.text.rpartition(":")[2]
    base = "https://forge.example/profiles/blob/main/cities/almaty/observations.csv"
    assert value.place.url == f"{base}#L{line}"


def test_pages_of_explanations_are_small_enough_for_a_phone(pages: Pages) -> None:
    for folder, page in pages.items():
        if "/computed" in folder:
            assert len(page.body.encode()) < LARGEST, folder


def test_the_command_says_what_the_page_says(tmp_path: Path, site: Site) -> None:
    root = make_root(tmp_path / "root", CITY)
    for subject in ("unemployment-rate", "u4ssc/economy"):
        shown = profiles("explain", CITY, subject, cwd=root)
        assert shown.returncode == 0, shown.stderr
        found = explain(site, site.publication.cities[CITY], subject)
        assert found is not None
        assert shown.stdout.startswith(f"{found.title}: {found.answer}\n")
        for part in found.parts:
            assert part.formula in shown.stdout
            assert all(line.number in shown.stdout for line in part.lines)


def test_the_command_suggests_the_nearest_id(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", CITY)
    for arguments, near in (((CITY, "air-polution"), "air-pollution"), (("almata", "x"), CITY)):
        shown = profiles("explain", *arguments, cwd=root)
        assert shown.returncode == 2
        assert f"Did you mean {near}?" in shown.stderr
