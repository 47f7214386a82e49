"""What a project page says of money that is only partly on record."""

from pathlib import Path

import pytest

from generator.views.funding_mix import funding_mix
from generator.views.site import Site
from generator.views.to_appraise import numbers_to_ask
from tests.assessment.made_up import CITY, publish
from tests.sites import site_of

PROJECT = """\
title: A plant
areas: [action/energy]
status_history:
  - {date: 2022, stage: construction, amount: 100000000, currency: EUR, source: book}
currency: EUR
funding:
  - {instrument: grant, provider: The state, amount: 25000000, state: committed, source: book}
co_benefits: [{text: Less gas, source: book}]
sources: [book]
"""


@pytest.fixture
def told(tmp_path: Path):
    def told(text: str) -> Site:
        return site_of(publish(tmp_path, {"projects/plant.yml": text}), tmp_path)

    return told


def test_shares_are_of_the_whole_amount_and_the_rest_is_said_to_be_unknown(told) -> None:
    """25 of 100 million are a quarter, not the whole."""
    site = told(PROJECT)
    mix = funding_mix(site, site.publication.cities[CITY], "plant")
    assert mix is not None
    assert (mix.total, mix.parts[0].width) == (
        "EUR\N{NO-BREAK SPACE}25\N{NO-BREAK SPACE}million of "
        "EUR\N{NO-BREAK SPACE}100\N{NO-BREAK SPACE}million", 0.25,
    )  # fmt: skip
    assert mix.table.hint == "Who pays the rest is not on record."


def test_shares_are_of_the_funding_where_it_is_whole_or_the_currencies_differ(told) -> None:
    site = told(PROJECT.replace("currency: EUR, source", "currency: USD, source"))
    mix = funding_mix(site, site.publication.cities[CITY], "plant")
    assert mix is not None
    assert (mix.parts[0].width, mix.table.hint) == (1.0, "")


def test_six_numbers_are_asked_for_with_what_is_on_record(told) -> None:
    site = told(PROJECT)
    asked = numbers_to_ask(site, site.undertakings[CITY].records["plant"])
    said = {str(one.term): str(one.cell) for one in asked}
    assert len(said) == 6
    assert said["Investment"].endswith("in all is on record, not by year.")
    assert said["Gains of society"].endswith("Effects are on record, without a value in money.")
    assert said["Prices"] == "Of which year they are, and whether inflation is left out."
