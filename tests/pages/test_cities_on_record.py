"""A city of which too little is rated or exact has no profile: its page says so, and shows it."""

import re
from dataclasses import replace

import pytest

from generator.pages.across.cities import compose_cities, compose_home
from generator.pages.across.initials import compose_initial
from generator.pages.city.profile import compose_profile
from generator.publications import compose_publication
from generator.views.on_record import has_profile
from generator.views.site import Site
from tests.roots import make_root
from tests.sites import read_site
from tests.written import body_of

HEADER = "observable,period,value,unit,source,comparability,territory,note\n"
FIGURES = (
    "adult-literacy,2023,98,%,book,,,\n"
    "school-enrolment,2023,97,%,book,exact,,\n"
    "student-ict-access,2023,90,%,book,near,,Schools.\n"
    "electronic-health-records,2023,80,%,book,proxy,region,Of the region.\n"
)
"""Two exact figures; a near and a proxy one that no benchmark rates."""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = make_root(tmp_path_factory.mktemp("on-record") / "root", "alesund")
    folder = root / "cities" / "thin"
    folder.mkdir()
    (folder / "city.yml").write_text("name: Thinford\ncountry: SE\n", encoding="utf-8")
    (folder / "sources.csv").write_text(
        "source,title,kind\nbook,Yearbook,city-record\n", encoding="utf-8"
    )
    (folder / "observations.csv").write_text(HEADER + FIGURES, encoding="utf-8")
    return read_site(root)


def asking(site: Site, minimum: int) -> Site:
    """Return a site whose publication asks for so many figures for a profile."""
    publication = site.publication
    editorial = publication.record.editorial.model_copy(update={"profile_figures_from": minimum})
    record = publication.record.model_copy(update={"editorial": editorial})
    document = replace(publication.document, record=record)
    return replace(site, publication=replace(publication, document=document))


def test_rated_and_exact_figures_count_and_no_others(known: Site) -> None:
    benchmarks = {row.observable for row in known.publication.framework.goalposts}
    exact = {"adult-literacy", "school-enrolment"}
    rated = benchmarks & (exact | {"student-ict-access"})
    assert known.results["thin"].sure == len(exact | rated)


@pytest.mark.parametrize(("beyond", "has_one"), [(0, True), (1, False)])
def test_the_publication_says_how_many_make_a_profile(
    known: Site, beyond: int, has_one: bool
) -> None:
    site = asking(known, known.results["thin"].sure + beyond)
    assert has_profile(site, site.publication.cities["thin"]) is has_one


def test_without_a_minimum_every_city_has_a_profile(known: Site) -> None:
    site = asking(known, 0)
    assert all(has_profile(site, city) for city in site.cities)


def test_a_city_on_record_keeps_its_page_with_its_figures_and_no_ratings(known: Site) -> None:
    site = asking(known, known.results["thin"].sure + 1)
    thin, rich = site.publication.cities["thin"], site.publication.cities["alesund"]
    body, profile = (body_of(site, compose_profile(site, city)) for city in (thin, rich))
    assert compose_profile(site, thin).folder == "cities/thin"
    for words in (
        "On record, without a profile.",
        f"a profile needs {known.results['thin'].sure + 1}",
    ):
        assert words in body
        assert words not in profile
    assert "98" in body
    note = compose_publication(site, thin, {})
    assert note.template == "note.typ"
    assert known.results["thin"].sure == 3
    assert "Three indicators have" in note.content.on_record
    assert "a profile needs four" in note.content.on_record
    standing = f"## {site.say('heading.standing')}"
    assert standing in profile
    assert standing not in body


def test_indexes_list_a_city_on_record_apart(known: Site) -> None:
    site = asking(known, known.results["thin"].sure + 1)
    assert re.search(r"Thinford</bdi>.*on record, \d+ figures?<", body_of(site, compose_home(site)))
    for page in (compose_cities(site), compose_initial(site, "t")):
        before, heading, after = body_of(site, page).partition("## Cities on record")
        assert heading
        assert '<th scope="row"><a href="../cities/thin' not in before
        assert "Thinford" in after.partition("\n## ")[0]
    site = asking(known, 0)
    assert "on record, " not in body_of(site, compose_home(site))
    assert "Cities on record" not in body_of(site, compose_cities(site))
