"""How sure a rating is, in words: only what is likely enough, and only what is missing."""

from dataclasses import replace

import pytest

from generator.assessment.rating.intervals import ranks_of, read_printed
from generator.assessment.results import AreaUrgency, Interval
from generator.assessment.traces import Trace
from generator.views.area_rows import certainty_text
from generator.views.certainty import band_words, interval_words, order_text, other_bands
from generator.views.site import Site

SPACE = "\N{NO-BREAK SPACE}"


def spread(**shares: float) -> Interval:
    return Interval(20, 32, 40, tuple(shares.items()))


@pytest.mark.parametrize(
    ("band", "shares", "words"),
    [
        ("low", {"low": 0.58, "moderate": 0.42}, "probability 58_%; moderate: 42_%"),
        ("low", {"low": 0.90, "moderate": 0.10}, "probability 90_%; moderate: 10_%"),
        ("low", {"low": 0.91, "moderate": 0.09}, ""),
        ("moderate", {"low": 0.6, "moderate": 0.4}, "probability 40_%; low: 60_%"),
        (
            "moderate",
            {"low": 0.2, "moderate": 0.5, "good": 0.3},
            "probability 50_%; good: 30_% or low: 20_%",
        ),
        ("moderate", {"low": 0.495, "moderate": 0.505}, "probability 50_%; low: 50_%"),
        (None, {"low": 0.5, "moderate": 0.5}, ""),
    ],
)
def test_another_band_is_named_where_it_is_likely_enough(
    site: Site, band: str | None, shares: dict[str, float], words: str
) -> None:
    assert other_bands(site, band, spread(**shares)) == words.replace("_", SPACE)


def test_an_interval_says_which_other_bands_it_reaches(site: Site) -> None:
    found = interval_words(site, "low", spread(low=0.58, moderate=0.42))
    assert found.replace(SPACE, " ") == "(20.0 to 40.0; probability 58 %; moderate: 42 %)"
    assert interval_words(site, "low", spread(low=1.0)).replace(SPACE, " ") == "(20.0 to 40.0)"
    assert band_words(site, "low", None) == ""


def test_bounds_stand_only_where_something_ratable_is_missing(site: Site) -> None:
    area = next(one for one in site.results["moscow"].areas.values() if one.band)
    full = replace(area, low=68.8, high=68.8)
    assert "worst" not in certainty_text(site, full)
    some = certainty_text(site, replace(area, low=50.0, high=68.8))
    assert some.endswith("if every missing ratable indicator were worst or best: 50.0 or 68.8")
    unrated = replace(area, low=50.0, high=68.8, band=None)
    assert "worst" not in certainty_text(site, unrated)


def test_the_order_is_robust_only_if_every_pair_is(site: Site) -> None:
    trace = Trace("urgency-of-area", (), (), (), None)
    found = [AreaUrgency(name, 0.5, "high", (), trace) for name in "abc"]
    shares = [(0.95, 0.99), (0.95, 0.6)]
    sure, unsure = (
        order_text(site, [replace(one, above_next=share)
                          for one, share in zip(found, (*pair, None), strict=True)])
        for pair in shares
    )  # fmt: skip
    assert sure.startswith("The order is robust: each area")
    assert "not robust: of 2 pairs of neighbours, 1 stand" in unsure
    assert order_text(site, []) == ""


def test_a_rank_of_the_shipped_cities_stands_alone_only_if_all_draws_agree(site: Site) -> None:
    rankings = {
        (observable, tuple(one.city for one in ranking)): ranking
        for city in site.compared.cities.values()
        for group in city.rankings.values()
        for observable, ranking in group.items()
    }
    assert rankings
    for (observable, cities), ranking in rankings.items():
        ranks = ranks_of([read_printed(site.results[city].draws[observable]) for city in cities])
        for one, drawn in zip(ranking, ranks, strict=True):
            alone = one.interval.low == one.interval.high
            assert alone == (len(set(drawn.tolist())) == 1), (observable, one)
