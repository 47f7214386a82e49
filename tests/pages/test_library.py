"""Recommendations, packages, practices on the shipped pages: from a weak figure to what to do."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.assessment.advice.condition_evaluation import deciding_leaves
from generator.model.condition_records import Condition
from generator.model.editorial import Editorial
from generator.model.publication import Publication
from generator.pages import WrittenPage
from generator.pages.library.practices import compose_practice
from generator.views import targets
from generator.views.cell import Lines, Link, text_of
from generator.views.city_advice import advice_for
from generator.views.condition_words import Joint, question, question_text
from generator.views.filters import Field
from generator.views.library_links import library_links
from generator.views.package_matches import packages_tables
from generator.views.packages import package_card, package_fields
from generator.views.practices import filtered_card, practice_fields
from generator.views.recommendations import recommendation_fields, recommendation_groups
from generator.views.site import Site
from tests.roots import make_root
from tests.sites import read_site
from tests.written import body_of

CHECKOUT = Path(__file__).resolve().parents[2]
ACTION = "action/"

Pages = Mapping[str, WrittenPage]


@pytest.fixture(scope="module")
def publication(site: Site) -> Publication:
    return site.publication


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


def test_every_proposal_of_a_real_city_names_a_reason(site: Site, pages: Pages) -> None:
    assert sum(len(one.advice.in_state("proposed")) for one in site.guidance.values()) > 100
    for city, guidance in site.guidance.items():
        body = pages[f"cities/{city}/recommendations"].body
        for one in guidance.advice.in_state("proposed"):
            assert list(deciding_leaves(one.when)) == list(one.because)
            assert one.because
            assert f"recommendations/{one.recommendation}/index.html" in body


def test_what_is_asked_of_the_state_stands_apart(site: Site, pages: Pages) -> None:
    library = site.publication.recommendations
    apart = 0
    for city in site.cities:
        advice = advice_for(site, city)
        assert {library[one.id].addressee for one in advice.findings} <= {"city"}
        assert {library[one.id].addressee for one in advice.for_state} <= {"national"}
        text = pages[f"cities/{city.id}/recommendations"].body
        assert ("## What the city can raise" in text) == bool(advice.for_state)
        for one in advice.for_state:
            apart += 1
            assert text.index("## What the city can raise") < text.index(f'<li id="{one.id}">')
            assert f'recommendations/index.html#{one.id}"' not in pages[f"cities/{city.id}"].body
    assert apart


def test_a_plan_is_dated_in_words(pages: Pages) -> None:
    body = pages["cities/barcelona/recommendations"].body
    assert "Climate action plan: published, adoption not stated (November 2021)" in body


def test_a_reason_is_a_sentence_with_the_figure_its_year_and_the_bound(
    pages: Pages,
) -> None:
    body = pages["cities/almaty/recommendations"].body
    assert re.search(r"Air Pollution: PM2\.5 at (≈ )?[0-9.]+ µg/m³ \(20\d\d\), above 15", body)


def test_from_the_most_urgent_figure_to_recommendation_practice_and_package(
    pages: Pages,
) -> None:
    advice = r'class="advice"><a href="recommendations/index.html#([a-z-]+)"'
    tabs = {name: page.body for name, page in pages.items() if name.endswith("/recommendations")}
    links = [
        (tab, link)
        for name, tab in tabs.items()
        for link in re.findall(advice, pages[name.removesuffix("/recommendations")].body)
    ]
    reached = []
    for tab, link in links:
        item = re.search(rf'<li id="{link}">.*?</li>\s*(?=<li id|</ol>)', tab, re.DOTALL)
        assert item is not None
        practice = re.search(r"practices/([a-z-]+)/index.html", item[0])
        package = re.search(r"packages/([a-z-]+)/index.html", item[0])
        if practice and package:
            reached.append(link)
            assert f"practices/{practice[1]}" in pages
            assert f"packages/{package[1]}" in pages
    assert links and reached


def test_a_practice_of_a_city_leads_to_the_package_like_it(
    pages: Pages,
) -> None:
    body = pages["practices/electric-buses"].body
    assert "packages/clean-buses/index.html" in body
    assert "packages/rooftop-solar/index.html" not in body


def test_practices_are_narrowed_to_cities_up_to_a_size(pages: Pages) -> None:
    body = pages["practices"].body
    assert 'id="practices-people-most" name="people"' in body
    assert body.count("data-at-most") == 1


def test_an_indicator_leads_to_what_to_do_about_it(pages: Pages) -> None:
    body = pages["indicators/traffic-fatalities"].body
    assert "recommendations/safe-speeds/index.html" in body
    assert "packages/safe-speeds/index.html" in body
    assert "practices/helsinki-lower-speeds/index.html" in body


def test_a_practice_card_starts_with_its_result(pages: Pages) -> None:
    body = pages["practices"].body
    cards = re.findall(r'<li class="card".*?</li>', body, re.DOTALL)
    card = next(one for one in cards if "copenhagen-leak-search" in one)
    words = re.sub(r"<[^>]+>", " ", card).split()
    assert words[:2] == ["9", "→"]
    assert 'data-area="action/water-and-sanitation"' in card
    assert 'data-country="DK"' in card


def test_a_change_alone_is_never_made_into_two_figures(pages: Pages) -> None:
    body = pages["practices/tartu-smartovkas"].body
    result = re.search(r'<div class="practice-result">.*?</div>', body, re.DOTALL)
    assert result is not None
    assert "−43" in result[0]
    assert "→" not in result[0]


def test_own_recommendations_are_judgements_with_their_author(
    pages: Pages,
) -> None:
    body = pages["cities/alesund/recommendations"].body
    assert 'class="judgement"' in body
    assert "International Telecommunication Union (U4SSC)" in body


def test_packages_name_categories_and_declare_interests(
    publication: Publication, pages: Pages
) -> None:
    for name, record in publication.packages.items():
        assert record.interests
        assert "no endorsement" in pages[f"packages/{name}"].body


def test_how_many_practices_stand_beside_something_is_data(site: Site) -> None:
    def listed(**numbers: int) -> tuple[int, int]:
        publication = site.publication
        record = publication.record.model_copy(
            update={"editorial": Editorial().model_copy(update=numbers)}
        )
        document = replace(publication.document, record=record)
        edited = replace(site, publication=replace(publication, document=document))
        advice = advice_for(edited, edited.publication.cities["almaty"])
        links = [library_links(edited, name) for name in publication.framework.indicators]
        return (
            max(len(proposal.practices) for proposal in advice.findings),
            max(len(shown.practices) for shown in links),
        )

    assert listed(evidence_listed=1, practices_listed=2) == (1, 2)
    assert listed(evidence_listed=2, practices_listed=1) == (2, 1)


def test_a_condition_is_a_tree_whose_leaves_lead_to_what_is_asked_of(site: Site) -> None:
    score = {"indicator": "traffic-fatalities", "score": {"below": "40"}}
    coverage = {"area": "u4ssc/economy", "rated": "yes"}
    node = {"all": [score, {"any": [coverage, {"not": {"country": ["NO"]}}]}]}
    asked = question(site, Condition.model_validate(node))
    assert isinstance(asked, Joint)
    first, second = asked.parts
    assert isinstance(first, Link)
    assert first.target == targets.indicator("traffic-fatalities")
    assert isinstance(second, Joint)
    area, negation = second.parts
    assert isinstance(area, Link)
    assert area.target == targets.area("u4ssc/economy")
    assert isinstance(negation, Joint)
    assert [part.target for part in negation.parts if isinstance(part, Link)] == [targets.NOWHERE]
    assert question_text(site, negation).endswith("Norway")


def test_every_field_of_a_filter_is_compared_with_something(
    site: Site, publication: Publication
) -> None:
    def compared(fields: list[Field]) -> frozenset[str]:
        return frozenset(field.name for field in fields if field.kind != "search")

    rows = [row for group in recommendation_groups(site) for row in group.rows]
    assert {frozenset(row.data) for row in rows} == {compared(recommendation_fields(site))}
    packages = [package_card(site, *item) for item in publication.packages.items()]
    assert {frozenset(card.data) for card in packages} == {compared(package_fields(site))}
    practices = list(site.practices.values())
    cards = [filtered_card(site, practice) for practice in practices]
    assert {frozenset(card.data) for card in cards} == {compared(practice_fields(site, practices))}


def test_options_of_a_filter_find_something(site: Site) -> None:
    practices = list(site.practices.values())
    cards = [filtered_card(site, practice) for practice in practices]
    for field in practice_fields(site, practices):
        words = {word for card in cards for word in card.data.get(field.name, "").split()}
        assert {option.value for option in field.options} <= words


def test_what_to_measure_first_names_the_body_that_would(
    site: Site, publication: Publication
) -> None:
    """Of a city of which a source says that it has no figure."""
    tables = [advice_for(site, city).measure_first for city in publication.cities.values()]
    table = max(tables, key=lambda table: len(table.rows))
    assert table.rows
    bodies = {
        record.title: record.lead_body or "" for record in publication.recommendations.values()
    }
    for title, body in table.only("recommendation", "lead-body").rows:
        assert isinstance(title, Link)
        assert body == bodies[title.text]


def test_a_practice_of_the_library_belongs_to_the_city_once_it_has_a_folder(
    tmp_path: Path,
) -> None:
    site = read_site(make_root(tmp_path / "root", "alesund", whole_library=True))
    place = next(one for one in site.practices.values() if one.id == "copenhagen-cloudburst")
    assert not place.city

    folder = tmp_path / "root" / "cities" / "copenhagen"
    folder.mkdir()
    (folder / "city.yml").write_text("name: Copenhagen\ncountry: DK\n", encoding="utf-8")
    for table in ("sources.csv", "observations.csv"):
        header = (CHECKOUT / "cities" / "alesund" / table).read_text(encoding="utf-8")
        (folder / table).write_text(header.partition("\n")[0] + "\n", encoding="utf-8")
    site = read_site(tmp_path / "root")
    assert site.practices["copenhagen-cloudburst"].city == "copenhagen"
    assert "cities/copenhagen/index.html" in body_of(site, compose_practice(site, place.id))


def test_a_city_reads_why_a_package_suits_it(site: Site) -> None:
    tables = [table for city in site.cities for table in packages_tables(site, city)]
    assert tables
    reasons = [reason for table in tables for row in table.only("why").rows for reason in row]
    assert all(isinstance(reason, Lines) and all(reason.lines) for reason in reasons)
    levels = [
        (city, match.level)
        for city in site.cities
        for match in site.guidance[city.id].packages.values()
        if match.level is not None and match.level.result and match.need
    ]
    city, level = levels[0]
    name = site.publication.framework.observables[level.observable].name
    told = " ".join(
        text_of(cell)
        for table in packages_tables(site, city)
        for row in table.only("why").rows
        for cell in row
    )
    assert re.search(rf"{name}: rated {site.say(f'band.{level.band}').lower()}; suited to", told)


def test_a_level_of_development_stands_with_its_basis(site: Site, pages: Pages) -> None:
    levelled = {
        name: one.suits for name, one in site.publication.packages.items() if one.suits.levels
    }
    assert levelled
    for name, suits in levelled.items():
        assert suits.level_basis
        assert suits.level_basis in pages[f"packages/{name}"].body
