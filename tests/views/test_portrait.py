"""The computed portrait says only what the files say, and names only what may lead."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.publication import City
from generator.views.portrait import portrait
from generator.views.site import Site
from tests.roots import make_root
from tests.sites import read_site

CONTEXT = """variable,period,value,unit,source,use,note
population,2021,5000,inhabitants,lexicon,yes,
area-km2,,40,km²,lexicon,yes,
coastal,,no,,lexicon,yes,
former-name,,Oldford,,lexicon,yes,
"""
SOURCES = """source,title,kind
book,Yearbook,city-record
lexicon,Lexicon,encyclopedia
"""
FIGURES = """observable,period,value,unit,source,comparability,period_basis,territory,note
unemployment-rate,2023,3,%,book,exact,,,
household-internet-access,2023,91,%,book,exact,,,
physicians,2023,190,per 100 000 inhabitants,book,exact,report,,
poverty,2023,12,%,book,proxy,,region,Of the region.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = make_root(tmp_path_factory.mktemp("portrait") / "root")
    folder = root / "cities" / "sampleford"
    folder.mkdir()
    for file, text in {
        "city.yml": "name: Sampleford\ncountry: SE\n",
        "sources.csv": SOURCES,
        "context.csv": CONTEXT,
        "observations.csv": FIGURES,
    }.items():
        (folder / file).write_text(text, encoding="utf-8")
    return read_site(root)


@pytest.fixture
def city(site: Site) -> City:
    return site.publication.cities["sampleford"]


def test_place_and_size_are_those_of_the_files(site: Site, city: City) -> None:
    first, *_ = portrait(site, city)
    assert first == (
        "Sampleford, Sweden, has 5,000 inhabitants (2021, to be confirmed). "
        "Its territory measures 40 km² (year not stated, to be confirmed). "
        "The city lies inland."
    )


def test_how_much_is_known_is_told_with_its_limits(site: Site, city: City) -> None:
    _, known, *_ = portrait(site, city)
    assert known.startswith("Of 91 indicators 4 have a figure.")
    assert "1 figure describes a wider region or the country and is not rated." in known
    assert "Of 1 figure the source does not state the year." in known
    assert known.endswith("The newest figure is of 2023.")


def test_only_what_may_lead_is_placed_among_cities(site: Site, city: City) -> None:
    last = portrait(site, city)[-1]
    result = site.results[city.id]
    ahead, _, behind = last.partition("Nearest to the trailing cities on record: ")
    assert "Unemployment Rate (3 %, 2023; position" in ahead
    assert "Household Internet Access" in behind
    assert "Physicians" not in last, "its year is not stated"
    assert "Poverty" not in last, "it is of the region"
    half = {
        end: [int(found) for found in re.findall(r"position (\d+) of", text)]
        for end, text in (("ahead", ahead), ("behind", behind))
    }
    assert all(position > 50 for position in half["ahead"])
    assert all(position < 50 for position in half["behind"])
    gated = replace(result, headlines=dict.fromkeys(result.observables, "held"))
    silent = replace(site, results={city.id: gated})
    assert len(portrait(silent, city)) == 2


def test_a_city_of_which_nothing_is_known_has_one_paragraph(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root")
    folder = root / "cities" / "blank"
    folder.mkdir()
    (folder / "city.yml").write_text("name: Blank\ncountry: SE\n", encoding="utf-8")
    (folder / "sources.csv").write_text("source,title,kind\n", encoding="utf-8")
    (folder / "observations.csv").write_text("observable,period,value,unit,source\n", "utf-8")
    site = read_site(root)
    told = portrait(site, site.publication.cities["blank"])
    assert told == ("Of 91 indicators 0 have a figure. 0 are rated.",)
