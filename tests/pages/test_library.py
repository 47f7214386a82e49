"""Recommendations, packages, practices on the shipped pages: from a weak figure to what to do."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.assessment.advice.condition_evaluation import deciding_leaves
from generator.language import Language
from generator.making import order as build
from generator.making import steps
from generator.model.publication import Publication
from generator.pages import Page, compose_pages, load_templates
from generator.views.site import Site

CHECKOUT = Path(__file__).resolve().parents[2]
ACTION = "action/"


@pytest.fixture(scope="module")
def site() -> Site:
    publication = build.check(CHECKOUT).publication
    assert publication is not None
    results = build.assess_cities(publication)
    language = Language("en", publication.labels["en"])
    return Site(
        publication,
        results,
        language,
        {},
        load_templates(CHECKOUT),
        guidance=steps.guide(publication, results),
    )


@pytest.fixture(scope="module")
def publication(site: Site) -> Publication:
    return site.publication


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, Page]:
    return {page.folder: page for page in compose_pages(site)}


def test_the_libraries_are_as_large_as_promised(site: Site, publication: Publication) -> None:
    assert len(publication.recommendations) >= 80
    assert len(publication.packages) >= 25
    assert len(site.practices) >= 60


def test_recommendations_cover_every_category_and_area_of_action(publication: Publication) -> None:
    covered = {area for one in publication.recommendations.values() for area in one.areas}
    framework = publication.framework
    leaves = {area for area in framework.indicators_of if area.startswith("u4ssc/")}
    actions = {row.area for row in framework.areas if row.area.startswith(ACTION)}
    assert leaves | actions <= covered


def test_advice_on_data_alone_rests_on_missing_figures(site: Site) -> None:
    """Only a recommendation to measure may follow from a figure that is not there."""
    for guidance in site.guidance.values():
        for one in guidance.advice.in_state("proposed"):
            if one.rests_on_gaps and one.recommendation != "report-leakage-index":
                assert site.publication.recommendations[one.recommendation].type == "data"


def test_every_proposal_of_a_real_city_names_a_reason(
    site: Site, pages: Mapping[str, Page]
) -> None:
    assert sum(len(one.advice.in_state("proposed")) for one in site.guidance.values()) > 100
    for city, guidance in site.guidance.items():
        body = pages[f"cities/{city}/recommendations"].body
        for one in guidance.advice.in_state("proposed"):
            assert list(deciding_leaves(one.when)) == list(one.because)
            assert one.because
            assert f"recommendations/{one.recommendation}/index.html" in body


def test_a_reason_is_a_sentence_with_the_figure_its_year_and_the_bound(
    pages: Mapping[str, Page],
) -> None:
    body = pages["cities/almaty/recommendations"].body
    assert re.search(r"Air Pollution: PM2\.5 is (≈ )?[0-9.]+ µg/m³ \(20\d\d\), above 15", body)


def test_from_the_most_urgent_figure_to_recommendation_practice_and_package(
    pages: Mapping[str, Page],
) -> None:
    profile = pages["cities/almaty"].body
    link = re.search(r'class="advice"><a href="recommendations/index.html#([a-z-]+)"', profile)
    assert link is not None
    tab = pages["cities/almaty/recommendations"].body
    item = re.search(rf'<li id="{link[1]}">.*?</li>\s*(?=<li id|</ol>)', tab, re.DOTALL)
    assert item is not None
    practice = re.search(r"practices/([a-z-]+)/index.html", item[0])
    package = re.search(r"packages/([a-z-]+)/index.html", item[0])
    assert practice is not None
    assert package is not None
    assert f"practices/{practice[1]}" in pages
    assert f"packages/{package[1]}" in pages


def test_a_practice_of_a_city_leads_to_the_package_like_it(pages: Mapping[str, Page]) -> None:
    body = pages["practices/electric-buses"].body
    assert "packages/clean-buses/index.html" in body
    assert "packages/rooftop-solar/index.html" not in body


def test_practices_are_narrowed_to_cities_up_to_a_size(pages: Mapping[str, Page]) -> None:
    body = pages["practices"].body
    assert 'id="practices-people-most" name="people"' in body
    assert body.count("data-at-most") == 1


def test_an_indicator_leads_to_what_to_do_about_it(pages: Mapping[str, Page]) -> None:
    body = pages["indicators/traffic-fatalities"].body
    assert "recommendations/safe-speeds/index.html" in body
    assert "packages/safe-speeds/index.html" in body
    assert "practices/helsinki-lower-speeds/index.html" in body


def test_a_practice_card_starts_with_its_result(pages: Mapping[str, Page]) -> None:
    body = pages["practices"].body
    cards = re.findall(r'<li class="card".*?</li>', body, re.DOTALL)
    card = next(one for one in cards if "copenhagen-leak-search" in one)
    words = re.sub(r"<[^>]+>", " ", card).split()
    assert words[:2] == ["9", "→"]
    assert 'data-area="action/water-and-sanitation"' in card
    assert 'data-country="DK"' in card


def test_a_change_alone_is_never_made_into_two_figures(pages: Mapping[str, Page]) -> None:
    body = pages["practices/tartu-smartovkas"].body
    result = re.search(r'<div class="practice-result">.*?</div>', body, re.DOTALL)
    assert result is not None
    assert "−43" in result[0]
    assert "→" not in result[0]


def test_own_recommendations_are_judgements_with_their_author(pages: Mapping[str, Page]) -> None:
    body = pages["cities/alesund/recommendations"].body
    assert 'class="judgement"' in body
    assert "International Telecommunication Union (U4SSC)" in body


def test_packages_name_categories_and_declare_interests(
    publication: Publication, pages: Mapping[str, Page]
) -> None:
    for name, record in publication.packages.items():
        assert record.interests
        assert "no endorsement" in pages[f"packages/{name}"].body
