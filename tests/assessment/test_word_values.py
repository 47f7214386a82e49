"""A word such as "yes" is a figure: whoever counts figures counts it."""

from pathlib import Path

from generator.assessment import assess_city
from generator.assessment.evidence_states import VALUE, count_evidence, state_of
from generator.assessment.own_results import own_results
from generator.assessment.tallies import tallies_of
from generator.model.publication import Publication
from tests.assessment.made_up import CITY, publish

OBSERVATIONS = (
    "observable,period,value,unit,source,status,numerator,denominator\n"
    "resilience-plans,2021,no,yes/no,book,,,\n"
    "household-internet-access,2021,80.2,%,book,,,\n"
    "renewable-energy-consumption,2020,,%,book,,10,100\n"
    "e-government,2021,,number,book,O,,\n"
)
OWN = """signposts:
  code: own 1
  framework_version: "2025"
  name: Signposts
  definition: Whether paths have signposts.
  kind: yes-no
  unit: yes/no
  direction: higher
  level: core
  certainty: A
  sources: [book]
"""


def publish_words(root: Path) -> Publication:
    own = "signposts,2021,yes,yes/no,book,,,\n"
    return publish(root, {"observations.csv": OBSERVATIONS + own, "indicators.yml": OWN})


def test_a_word_is_a_figure_wherever_figures_are_counted(tmp_path: Path) -> None:
    publication = publish_words(tmp_path)
    framework, city = publication.framework, publication.cities[CITY]
    result = assess_city(framework, city, publication.profile_year(city))
    word = result.indicators["resilience-plans"]
    assert word.is_reported
    assert state_of(word) == VALUE
    assert count_evidence(result.indicators.values()).figures == 3
    assert result.areas["u4ssc"].reported == 3
    assert sum(result.area_trends["u4ssc"].values()) == 3
    assert "resilience-plans" in result.unnamed
    assert result.years == {2020, 2021}
    tallies = tallies_of(city, result, framework)
    assert sum(tallies.valued.values()) == 3


def test_a_word_of_an_own_indicator_is_a_figure(tmp_path: Path) -> None:
    publication = publish_words(tmp_path)
    results = own_results(publication.framework, publication.cities[CITY], 2022)
    assert results["signposts"].is_reported
