"""The first lines of a profile are computed, and say what the results say."""

from dataclasses import replace
from pathlib import Path

from generator.views.sentences import finding_sentences, lead_sentences
from generator.views.site import Site

CHECKOUT = Path(__file__).resolve().parents[2]


def test_findings_of_almaty(site: Site) -> None:
    """Maternal mortality meets its benchmark; renewable energy fell from 31.3 to 5.5 %."""
    found = finding_sentences(site, site.results["almaty"])
    assert found[0].startswith("Strongest: Maternal Mortality Rate")
    assert found[1].startswith("Most urgent: Renewable Energy Consumption")
    assert found[2].startswith("Most improved: Household Internet Access")
    assert found[3] == (
        "Most worsened: Renewable Energy Consumption, "
        "from ≈\N{NO-BREAK SPACE}31.3 in 2021 to ≈\N{NO-BREAK SPACE}5.5 % in 2023."
    )


def test_a_city_without_ratings_has_no_findings(site: Site) -> None:
    result = site.results["almaty"]
    unrated = {name: replace(one, score=None, band=None) for name, one in result.indicators.items()}
    bare = replace(result, indicators=unrated, observables=unrated, trends={}, urgencies={})
    assert finding_sentences(site, bare) == []
    assert lead_sentences(site, bare)[0] == "None of the 91 indicators can be rated yet."


def test_every_city_has_sentences_that_fit_their_templates(site: Site) -> None:
    for result in site.results.values():
        for sentence in (*lead_sentences(site, result), *finding_sentences(site, result)):
            assert sentence.endswith(".")
            assert "{" not in sentence
