"""The page of what to ask a city for: states of the figures, whom to ask, links, and its size."""

import re

import pytest

from generator.pages.city.figures import compose_city_data
from generator.pages.city.profile import compose_profile
from generator.pages.city.wanted import compose_wanted
from generator.views.questions import questionnaire
from generator.views.site import Site
from tests.roots import make_root
from tests.sites import read_site
from tests.written import body_of

HEADER = "observable,period,value,unit,source,status,comparability,territory,territory_note,note\n"
FIGURES = """\
adult-literacy,2023,98,%,book,,,,,
patents,2009,40,per 100 000 inhabitants,book,,,,,
cultural-expenditure,2023,4,%,book,,proxy,region,the county,Of the county.
student-ict-access,2023,90,%,book,,proxy,,,Schools with a computer.
police-service,,300,per 100 000 inhabitants,book,,,,,
unemployment-rate,2023,7,%,book,F,,,,
e-government,2023,,number,book,O,,,,
fire-service,2023,,per 100 000 inhabitants,book,Q,,,,
"""
SEARCHED = "observable,where,date,by\nopen-data,City portal,2026-03-01,Editors\n"
MOST_BYTES = 130_000
FRAME = 25_000
"""Bytes that the frame of a page takes at most."""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = make_root(tmp_path_factory.mktemp("questions") / "root", whole_library=True)
    for city, figures in (("thin", FIGURES), ("bare", "")):
        folder = root / "cities" / city
        folder.mkdir()
        (folder / "city.yml").write_text(
            f"name: {city.title()}ford\ncountry: SE\nprofile_year: 2024\n", encoding="utf-8"
        )
        (folder / "sources.csv").write_text(
            "source,title,kind\nbook,Yearbook,city-record\n", encoding="utf-8"
        )
        (folder / "observations.csv").write_text(HEADER + figures, encoding="utf-8")
    (root / "cities/thin/searched.csv").write_text(SEARCHED, encoding="utf-8")
    return read_site(root)


def rows_of(site: Site, city: str) -> dict[str, str]:
    """Return the rows of the page by the name of their indicator, tags taken out."""
    body = body_of(site, compose_wanted(site, site.publication.cities[city]))
    rows = re.findall(r'<tr id="i-([\w-]+)">(.*?)</tr>', body, re.DOTALL)
    return {name: re.sub(r"<[^>]+>", "|", row) for name, row in rows}


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("patents", "the figure is of 2009; the years 2019 to 2024 count"),
        ("cultural-expenditure", "another territory (Region: the county); one of the city"),
        ("student-ict-access", "the figure measures something near; an exact one is wanted"),
        ("police-service", "the figure has no year; its year is wanted"),
        ("unemployment-rate", "the figure is marked “Forecast”; a final one is wanted"),
        ("e-government", "the city does not report it"),
        ("open-data", "not found in public sources (looked for in 2026)"),
        ("shared-vehicles", "not collected for this profile"),
    ],
)
def test_a_row_says_what_is_on_record_and_what_would_be_better(
    known: Site, indicator: str, words: str
) -> None:
    assert words in rows_of(known, "thin")[indicator]


def test_what_can_be_rated_or_is_confidential_is_not_asked_for(known: Site) -> None:
    asked = rows_of(known, "thin")
    assert not {"adult-literacy", "fire-service"} & asked.keys()
    lead = questionnaire(known, known.publication.cities["thin"]).lead
    assert lead[0].startswith(f"The figures of {len(asked)} indicators are missing, too old or not")
    assert lead[1].startswith("1 indicator is not asked for: its figure is confidential")


def test_every_row_names_unit_definition_and_whom_to_ask(known: Site) -> None:
    for group in questionnaire(known, known.publication.cities["bare"]).groups:
        for row in group.rows:
            assert row.definition
            assert row.holders, row.id
    asked = rows_of(known, "bare")
    assert set(asked) == set(known.publication.framework.indicators)
    assert "|%|" in asked["smart-electricity-meters"]
    assert "|electricity utility*|" in asked["smart-electricity-meters"]
    assert "|water utility|" in asked["smart-water-meters"]


def test_a_recommendation_that_a_figure_would_settle_is_led_to(known: Site) -> None:
    body = body_of(known, compose_wanted(known, known.publication.cities["bare"]))
    led = set(re.findall(r'href="[./]*/recommendations/([\w-]+)/', body))
    alone = {
        name
        for name, record in known.publication.recommendations.items()
        if (when := record.when).indicator and (when.value or when.score) and not record.unless
    }
    assert alone
    assert alone <= led


def test_profile_and_data_lead_to_the_page(known: Site) -> None:
    city = known.publication.cities["thin"]
    for page in (compose_profile(known, city), compose_city_data(known, city)):
        assert "wanted/index.html" in body_of(known, page)


def test_the_page_of_a_city_of_which_nothing_is_known_is_small(known: Site) -> None:
    body = body_of(known, compose_wanted(known, known.publication.cities["bare"]))
    assert len(body.encode()) + FRAME < MOST_BYTES
