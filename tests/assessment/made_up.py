"""A publication with one made-up city, for tests of what follows from its files."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from generator.assessment import assess_city
from generator.assessment.advice.condition_evaluation import Known
from generator.assessment.trend_results import TrendResult
from generator.model.condition_records import Condition
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.roots import copy_content

CITY = "teststadt"
LIBRARIES = ("recommendations", "packages", "practices")

FILES = {
    "city.yml": "name: Teststadt\ncountry: AT\nprofile_year: 2022\n",
    "sources.csv": "source,title,kind\nbook,A book,publication\n",
    "observations.csv": (
        "observable,period,value,unit,source,status\n"
        "air-pollution.pm2-5,2021,29,µg/m³,book,\n"
        "household-internet-access,2021,80.2,%,book,\n"
        "renewable-energy-consumption,2010,10,%,book,\n"
        "water-consumption,2021,350,litres per capita per day,book,\n"
        "e-government,2021,,number,book,O\n"
    ),
    "context.csv": (
        "variable,period,value,unit,source\n"
        "population,2021,50000,inhabitants,book\n"
        "climate-zone,2021,D,,book\n"
    ),
    "governance.csv": (
        "item,title,state,adopted,valid_to,document,source\n"
        "mobility-plan,Old plan,expired,2010-01,,,book\n"
        "mobility-plan,New plan,adopted,2020-01,,,book\n"
    ),
}


def publish(
    root: Path, files: Mapping[str, str], libraries: Mapping[str, str] | None = None
) -> Publication:
    """Return the shipped framework with the made-up city and a library of its own."""
    copy_content(root / "content", without=LIBRARIES)
    for name, text in {**FILES, **files}.items():
        _write(root / "cities" / CITY / name, text)
    for name, text in (libraries or {}).items():
        _write(root / "content" / name, text)
    problems = Problems()
    publication = read_publication(root, problems)
    assert publication is not None
    assert list(problems) == []
    return publication


def known_of(
    publication: Publication,
    trends: Mapping[str, str] | None = None,
    urgencies: Mapping[str, float] | None = None,
) -> Known:
    """Return what is known of the city, with trends and urgencies set by hand where given."""
    city = publication.cities[CITY]
    result = assess_city(publication.framework, city, publication.profile_year(city))
    trends_of = {
        name: TrendResult(name, trend, untold="") for name, trend in (trends or {}).items()
    }
    urgent = {
        name: replace(result.urgencies[name], urgency=urgency)
        for name, urgency in (urgencies or {}).items()
    }
    changed = replace(
        result,
        trends={**result.trends, **trends_of},
        urgencies=result.urgencies if urgencies is None else urgent,
    )
    return Known(city, changed)


def condition(text: str) -> Condition:
    """Return the condition written in a line of YAML; scalars as text, as files are read."""
    return Condition.model_validate(yaml.load(text, yaml.BaseLoader))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
