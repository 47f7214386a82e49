"""What stands on the pages of projects, follow-up and countries, and what they say of gaps."""

import re
from html import unescape
from pathlib import Path

import pytest

from generator.outputs.print.typesetter import load_print_theme, typeset
from generator.pages import WrittenPage
from generator.pages.across.countries import compose_country, covered
from generator.publications import compose_fiche
from generator.publications.fiche import fiche
from generator.views.country_urgency import names_text
from generator.views.site import Site
from generator.views.worth import worth
from tests.pages.test_start_page import edited
from tests.publications.reading import Pdf
from tests.roots import CHECKOUT, make_root
from tests.sites import read_site
from tests.written import bodies, body_of, every_page


@pytest.fixture(scope="module")
def demo(fictitious_site: Site) -> Site:
    return fictitious_site


@pytest.fixture(scope="module")
def pages(fictitious_pages: dict[str, WrittenPage]) -> dict[str, str]:
    return {folder: page.body for folder, page in fictitious_pages.items()}


MAY_NAME_FILES = re.compile(
    r"(^|/)(data|computed|recommendations|methodology|editors|data-quality|security|sources)\b|^data"
)
"""Folders of pages for those who work with the files, or ask how a figure came about."""


def words(html: str) -> str:
    """Return the words of a page, its tags gone and its spaces single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\xa0", " ").split())


def test_several_rates_are_all_named_and_the_net_present_value_is_referred_to(
    pages: dict[str, str],
) -> None:
    text = words(pages["cities/sampleford/projects/pump-station"])
    assert "Financial rates of return: 25 % and 400 %." in text
    assert "several: use the NPV" in text
    assert "The net present value does." in text


def test_a_loss_with_a_gain_for_society_is_never_a_failure(pages: dict[str, str]) -> None:
    text = words(pages["cities/sampleford/projects/tram-line"])
    assert "Viable with support" in text
    assert "This is the case for public support." in text
    assert not re.search(r"\bfail", text, re.IGNORECASE)


def test_a_fiche_tells_from_need_to_result(pages: dict[str, str]) -> None:
    page = pages["cities/sampleford/projects/tram-line"]
    headings = re.findall(r"^## (.+)$", unescape(page), re.MULTILINE)
    assert headings == [
        "Need and solution", "Who pays", "Is it worth it?", "Local conditions",
        "What it would change", "Partners", "Status history", "Sources",
    ]  # fmt: skip
    assert "+11 %" in words(page)
    assert "data/cash-flows/sampleford-tram-line.csv" in page


def test_a_bundle_says_who_pays_for_whom(pages: dict[str, str]) -> None:
    page = pages["cities/sampleford/projects"]
    assert 'id="bundle-' in page
    assert "The others pay for what does not pay for itself:" in page


def test_every_project_is_in_the_pipeline_with_what_the_filter_compares(
    demo: Site, pages: dict[str, str]
) -> None:
    page = pages["projects"]
    count = sum(len(one.records) for one in demo.undertakings.values())
    assert page.count("<tr data-item") == count
    for name in ("stage", "area", "country", "currency", "amount", "class"):
        assert page.count(f" data-{name}=") == count
        assert f'id="pipeline-{name}"' in page
    assert "Amounts in different currencies are not added" in page


def test_a_plan_shows_what_is_overdue_and_each_review_has_a_page(
    demo: Site, pages: dict[str, str]
) -> None:
    text = words(pages["cities/sampleford/follow-up"])
    assert "overdue by" in text
    assert "A change since the plan was adopted is not attributed to the plan alone." in text
    follow_up = demo.undertakings["sampleford"].follow_up
    assert follow_up is not None
    for year in follow_up.reviews:
        review = words(pages[f"cities/sampleford/follow-up/{year}"])
        assert "What became of the recommendations" in review
        assert "Basis:" in review


def test_the_evidence_of_an_action_and_the_period_of_a_review_are_shown(
    demo: Site, pages: dict[str, str]
) -> None:
    proven = 0
    for city in demo.cities:
        follow_up = demo.undertakings[city.id].follow_up
        folder = f"cities/{city.id}/follow-up"
        for name, action in (
            follow_up.plan.actions if follow_up and follow_up.plan else {}
        ).items():
            row = pages[folder].split(f'id="action-{name}"')[1].split("</tr>")[0]
            assert (f"data/index.html#source-{action.evidence}" in row) == bool(action.evidence)
            proven += bool(action.evidence)
        for year, review in follow_up.reviews.items() if follow_up else ():
            head = pages[f"{folder}/{year}"].split("</header>")[0]
            assert (f"period {review.period}" in head) == bool(review.period)
            proven += bool(review.period)
    assert proven > 2


def test_a_resource_leads_to_the_project_that_it_serves(pages: dict[str, str]) -> None:
    assert "cities/sampleford/projects/tram-line/index.html" in pages["programme/resources"]


def test_a_country_is_never_spoken_for_by_its_cities(pages: dict[str, str]) -> None:
    countries = [name for name in pages if name.startswith("countries/")]
    assert countries
    for name in countries:
        assert "The cities covered are not a sample of the country." in pages[name]


def test_a_country_lists_nothing_good_as_urgent(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        if name.startswith("countries/"):
            lists = re.findall(r'<ol class="rows ranked">.*?</ol>', page, re.DOTALL)
            assert all("at-benchmark" not in one for one in lists)


def test_of_many_cities_the_first_are_named_and_the_others_counted(demo: Site) -> None:
    names = [f"City {number}" for number in range(1, 11)]
    listed = "City 1, City 2, City 3, City 4, City 5, City 6, City 7, City 8"
    assert names_text(demo, names) == f"{listed} and 2 more"
    assert names_text(demo, names[:3]) == "City 1, City 2 and City 3"
    assert names_text(edited(demo, country_listed=1), names) == "City 1 and 9 more"


def test_lists_by_city_are_folded_away_in_a_country_of_many(demo: Site) -> None:
    for country in covered(demo):
        opened = compose_country(edited(demo, country_cities_open=60), country.country)
        folded = compose_country(edited(demo, country_cities_open=0), country.country)
        in_full = body_of(demo, opened)
        assert "<summary>" not in in_full
        assert ("<summary>" in body_of(demo, folded)) is ("City by city" in in_full)


def test_several_rates_are_judged_at_the_rates_that_the_publication_names(demo: Site) -> None:
    site = edited(demo, npv_rates=(0.0, 0.5))
    found = worth(site, site.publication.cities["sampleford"], "pump-station")
    assert found is not None and found.profile is not None
    assert [head.label for head in found.profile.heads[1:]] == ["0\xa0%", "50\xa0%"]


def test_a_project_with_one_rate_of_return_has_no_profile_of_rates(demo: Site) -> None:
    found = worth(demo, demo.publication.cities["sampleford"], "tram-line")
    assert found is not None and found.profile is None and not found.several


def test_the_fiche_says_how_much_it_leaves_out(demo: Site) -> None:
    city = demo.publication.cities["sampleford"]
    whole = fiche(edited(demo, fiche_listed=99), city, "tram-line")
    short = fiche(edited(demo, fiche_listed=1), city, "tram-line")
    assert short.appraisal is not None and whole.appraisal is not None
    for cut, full in (
        (short.history, whole.history), (short.effects, whole.effects),
        (short.conditions, whole.conditions), (short.appraisal.listed, whole.appraisal.listed),
    ):  # fmt: skip
        assert cut.rows == full.rows[:1] and not full.more
        assert str(len(full.rows) - 1) in cut.more if len(full.rows) > 1 else not cut.more


def test_the_fiche_tells_the_newest_stage_first(demo: Site) -> None:
    city = demo.publication.cities["sampleford"]
    last = demo.undertakings["sampleford"].records["tram-line"].status_history[-1]
    date, stage, *_ = fiche(demo, city, "tram-line").history.rows[0]
    assert (date, stage) == (demo.date(last.date), demo.word("project-stage", last.stage))


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    site = read_site(make_root(tmp_path / "root", "rana"))
    return {folder: words(body) for folder, body in bodies(site, every_page(site)).items()}


def test_what_is_not_recorded_is_said_and_no_file_is_named(
    bare: dict[str, str],
) -> None:
    assert "No project is recorded yet." in bare["projects"]
    assert "No project is recorded yet." in bare["cities/rana/projects"]
    assert "No action plan and no review is recorded yet." in bare["cities/rana/follow-up"]
    named = re.compile(r"[\w/-]+\.(csv|yml)\b")
    readers = {page: body for page, body in bare.items() if not MAY_NAME_FILES.search(page)}
    assert [page for page, body in readers.items() if named.search(body)] == []
    assert "No area of these cities has a score" in bare["countries/no"]
    assert "No project of these cities is recorded yet." in bare["countries/no"]


def test_the_printed_fiche_is_one_page_and_says_the_same(demo: Site) -> None:
    theme = load_print_theme(CHECKOUT)
    for project in ("tram-line", "pump-station", "bus-lanes"):
        city = demo.publication.cities["sampleford"]
        pdf = Pdf(typeset(theme, compose_fiche(demo, city, project)))
        assert len(pdf.pages) == 1
        assert demo.undertakings["sampleford"].records[project].title in pdf.text
        assert "Fictitious." in pdf.text
    text = Pdf(typeset(theme, compose_fiche(demo, city, "pump-station"))).text
    assert "25 % and 400 %" in text.replace("\xa0", " ")
