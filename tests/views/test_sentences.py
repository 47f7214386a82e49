"""The first lines of a profile are computed, and say what the results say."""

from dataclasses import replace
from pathlib import Path

from generator.assessment.results import NOT_RATED
from generator.views.sentences import finding_sentences, lead_sentences
from generator.views.site import Site

CHECKOUT = Path(__file__).resolve().parents[2]


def test_findings_of_almaty(site: Site) -> None:
    """Maternal mortality meets its target; without the peak under review no rise is borne out.

    Renewable energy fell from 31.3 to 5.5 %, but over three years only, so that nothing is said.
    """
    found = finding_sentences(site, site.results["almaty"])
    assert found[0].startswith("Nearest to their targets: ")
    assert not any("moving away" in one for one in found)
    assert any(one.startswith("Clear changes for the better") for one in found)
    assert not any("Renewable" in one for one in found)


def test_that_nothing_is_urgent_is_said(site: Site) -> None:
    result = site.results["almaty"]
    levels = {"low": "Nothing is urgent: none of", "high": "Nothing is urgent. Of high urgency: "}
    for level, begins in levels.items():
        urgencies = {name: replace(one, level=level) for name, one in result.urgencies.items()}
        found = finding_sentences(site, replace(result, urgencies=urgencies))
        assert any(one.startswith(begins) for one in found)
    urgent = {name: replace(one, level="urgent") for name, one in result.urgencies.items()}
    found = finding_sentences(site, replace(result, urgencies=urgent))
    assert not any(one.startswith("Nothing is urgent") for one in found)


def test_where_no_change_is_borne_out_that_is_said(site: Site) -> None:
    result = site.results["almaty"]
    doubtful = {name: replace(trend, untold="by-chance") for name, trend in result.trends.items()}
    found = finding_sentences(site, replace(result, trends=doubtful))
    assert found[-1].startswith("No change can be told yet: none of")


def test_a_city_without_ratings_has_no_findings(site: Site) -> None:
    result = site.results["almaty"]
    unrated = {
        name: replace(one, score=None, band=None, position=None, state=NOT_RATED)
        for name, one in result.indicators.items()
    }
    bare = replace(result, indicators=unrated, observables=unrated, trends={}, urgencies={})
    assert finding_sentences(site, bare) == []
    assert lead_sentences(site, bare)[0].endswith("rated: 0.")


def test_every_city_has_sentences_that_fit_their_templates(site: Site) -> None:
    for result in site.results.values():
        for sentence in (*lead_sentences(site, result), *finding_sentences(site, result)):
            assert sentence.endswith(".")
            assert "{" not in sentence
