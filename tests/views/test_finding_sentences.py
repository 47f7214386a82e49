"""What leads a profile has passed the gate, and says value, unit, year and mark."""

import re
from dataclasses import replace

import pytest

from generator.views.area_rows import area_word
from generator.views.benchmark_marks import way_text
from generator.views.finding_sentences import (
    finding_sentences,
    findings_above_urgency,
    urgent_lead,
    urgent_rest,
    urgent_title,
)
from generator.views.national_advice import proposed_lead, proposed_table
from generator.views.sentences import lead_sentences
from generator.views.site import Site
from generator.views.urgency_words import area_order, area_order_lead, most_urgent
from tests.pages.test_start_page import edited


def test_findings_of_almaty(site_then: Site) -> None:
    """PM10 and PM2.5 are of low reliability; road deaths are of 2019; mortality is a floor.

    Maternal mortality rose in the last year alone, which may be chance.
    """
    assert finding_sentences(site_then, site_then.results["almaty"]) == [
        "Good: Poverty ≈\N{NO-BREAK SPACE}5.1 % (2023, near measure), "
        "89 % of the way to the best possible value; "
        "Household Internet Access ≈\N{NO-BREAK SPACE}95.8 % (2023, near measure), "
        "87 % of the way to the UN guideline.",
        "Nothing is urgent: none of the 4 dated and recent figures with a target calls for "
        "urgent action.",
        "Clear changes for the better: Household Internet Access from ≈\N{NO-BREAK SPACE}63.68 "
        "in 2011 to ≈\N{NO-BREAK SPACE}95.8 % in 2023 (near measure); "
        "Unemployment Rate from 6.3 in 2010 to 4.8 % in 2023.",
        "A clear change for the worse: Poverty from ≈\N{NO-BREAK SPACE}2.6 in 2010 "
        "to ≈\N{NO-BREAK SPACE}5.1 % in 2023 (near measure).",
        "Not named here: 1 clear change, since its figures are not recent.",
    ]


def test_a_profile_says_once_that_nothing_is_urgent(site_then: Site) -> None:
    result = site_then.results["almaty"]
    below = urgent_lead(site_then, result)
    assert below in finding_sentences(site_then, result)
    assert findings_above_urgency(site_then, result) == [
        one for one in finding_sentences(site_then, result) if one != below
    ]


def test_a_figure_after_which_one_is_held_back_leads_nothing(site_then: Site) -> None:
    """Shymkent's fine dust of 2023 cannot be true, so that the 7 and 4 of 2022 are no praise."""
    result = site_then.results["shymkent"]
    assert result.headlines["air-pollution.pm10"] == "overtaken"
    assert result.headlines["air-pollution"] == "overtaken"
    assert "Air Pollution" not in " ".join(finding_sentences(site_then, result))


def test_what_may_not_lead_is_counted(site_then: Site) -> None:
    """The fine dust of Astana is urgent by its score, and stated to 10 µg/m³ only."""
    result, city = site_then.results["astana"], site_then.publication.cities["astana"]
    assert result.urgencies["air-pollution.pm2-5"].level == "urgent"
    assert most_urgent(site_then, city, result) == []
    assert "1 figure that would be urgent or high by its score" in urgent_rest(site_then, result)
    assert "Nothing is urgent" not in urgent_lead(site_then, result)


def test_a_city_whose_figures_are_dated_by_their_report_says_so(site_then: Site) -> None:
    found = finding_sentences(site_then, site_then.results["daegu"])
    assert found == [
        "The rated figures are not named here, since they are dated by their report only."
    ]


def test_where_no_change_is_borne_out_that_is_said(site_then: Site) -> None:
    result = site_then.results["almaty"]
    doubtful = {
        name: replace(trend, untold="by-chance", unled="by-chance")
        for name, trend in result.trends.items()
    }
    found = finding_sentences(site_then, replace(result, trends=doubtful))
    assert found[-1].startswith("No change can be told yet: none of")


def test_clear_changes_that_are_not_recent_are_counted(site_then: Site) -> None:
    found = finding_sentences(site_then, site_then.results["bristol"])
    assert found[-1] == "Not named here: 4 clear changes, since their figures are not recent."


def test_a_city_without_ratings_has_no_findings(site_then: Site) -> None:
    result = site_then.results["rana"]
    assert finding_sentences(site_then, result) == []
    assert lead_sentences(site_then, result)[0].endswith("rated: 0.")


def test_every_city_has_sentences_that_fit_their_templates(site: Site) -> None:
    for result in site.results.values():
        for sentence in (*lead_sentences(site, result), *finding_sentences(site, result)):
            assert sentence.endswith(".")
            assert "{" not in sentence


def test_the_first_lines_count_only_dated_and_recent_figures(site_then: Site) -> None:
    """All figures of Moscow are dated by the report of 2018; Barcelona's own are of 2022 and 2023.

    Barcelona reaches the limit for cars and what experts ask of greenhouse gases.
    """
    moscow, barcelona = (
        " ".join(lead_sentences(site_then, site_then.results[name]))
        for name in ("moscow", "barcelona")
    )
    assert "Targets reached" not in moscow
    assert "Median position" not in moscow
    assert (
        "Targets reached: 2 of 7 with dated and recent figures (GHG Emissions; "
        "Transportation Mode Share: Private vehicles)." in barcelona
    )
    findings = " ".join(finding_sentences(site_then, site_then.results["barcelona"]))
    assert "(2023, near measure), measured by the benchmark of experts." in findings
    assert "Of high urgency: " in findings
    assert "othing is urgent" not in findings


def test_a_heading_says_no_more_than_its_rows(site_then: Site) -> None:
    assert urgent_title(site_then, site_then.results["barcelona"]) == "Of high urgency"
    assert urgent_title(site_then, site_then.results["almaty"]) == "Urgency"


def test_areas_by_undated_figures_have_no_order(site_then: Site) -> None:
    result = site_then.results["moscow"]
    assert area_order(site_then, result) == []
    assert area_order_lead(site_then, result) == ""
    assert area_order_lead(site_then, site_then.results["rana"]) == ""


def test_an_area_without_a_rating_tells_its_range_in_words(site_then: Site) -> None:
    words = {
        (city, area): area_word(site_then, site_then.results[city], f"action/{area}")
        for city, area in (("barcelona", "energy"), ("almaty", "energy"), ("moscow", "waste"))
    }
    assert list(words.values()) == [
        "not rated: 2 indicators are too few (from good to at benchmark)",
        "not rated: 1 indicator is too few (good)",
        "not rated: floors and positions give no score",
    ]


def test_a_country_names_no_recommendation_that_rests_on_doubtful_figures(site_then: Site) -> None:
    """In Kazakhstan the dust is of low reliability, followed by figures under review, or old."""
    cities = [site_then.publication.cities[name] for name in ("almaty", "astana", "shymkent")]
    assert not proposed_table(site_then, cities)
    assert " Not named here: " in proposed_lead(site_then, cities)
    norway = [site_then.publication.cities["rana"]]
    assert "Not named here" not in proposed_lead(site_then, norway)


def test_of_some_indicators_only_a_data_point_was_looked_for(site_then: Site) -> None:
    """Rana's report says that two pollutants and para transport were not reported."""
    lead = lead_sentences(site_then, site_then.results["rana"])
    assert lead[-2:] == [
        "Of 2 indicators only some data points were looked for, and none has a figure.",
        "84 indicators were not collected for this profile.",
    ]


@pytest.mark.parametrize(
    ("score", "share"), [(99.97, "99.9"), (99.5, "99.5"), (99.4, "99"), (47.3, "47"), (0.0, "0")]
)
def test_what_is_short_of_its_target_is_never_all_the_way(
    site_then: Site, score: float, share: str
) -> None:
    one = replace(site_then.results["almaty"].observables["poverty"], score=score)
    assert way_text(site_then, one) == f"{share} % of the way to the best possible value"


def test_a_word_has_no_sign_of_a_near_measure_and_a_ratio_no_unit(
    fictitious_site: Site,
) -> None:
    texts = " ".join(
        sentence
        for result in fictitious_site.results.values()
        for sentence in finding_sentences(fictitious_site, result)
    )
    assert "Compact no (2025, near measure)" in texts
    assert "Travel Time Index 1.30 (2025), “good” (up to 1.5);" in texts
    assert " 100 % of the way" not in texts


def test_advice_to_a_state_rests_on_figures_and_names_them(site_then: Site) -> None:
    """Rana has no figure of its power cuts: that is no ground for advice to Norway."""
    norway = [site_then.publication.cities["rana"]]
    assert not proposed_table(site_then, norway)
    assert proposed_lead(site_then, norway) == ""
    barcelona = [site_then.publication.cities["barcelona"]]
    alone = edited(site_then, state_advice_from=1)
    rows = proposed_table(alone, barcelona).rows
    assert rows
    for _, cities, because in rows:
        assert cities == "Barcelona"
        assert all(re.fullmatch(r"Barcelona: .+ \(20\d\d\)", line) for line in because.lines)
        assert because.lines


def test_figures_of_one_city_are_no_ground_for_advice_to_a_state(site_then: Site) -> None:
    cities = site_then.publication.cities
    alone = [cities["barcelona"]]
    assert not proposed_table(site_then, alone)
    assert proposed_lead(site_then, alone).startswith(
        "A recommendation of the library stands here if figures of at least 2 cities call for it. "
    )
    assert re.search(
        r"\d (is|are) called for by figures of fewer cities", proposed_lead(site_then, alone)
    )
