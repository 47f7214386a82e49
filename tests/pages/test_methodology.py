"""The methodology prints the policy in force, whose each setting is, and every formula."""

from pathlib import Path

from generator.pages import WrittenPage
from generator.views.methodology import FORMULAS
from generator.views.policy_settings import settings
from generator.views.site import Site

CHECKOUT = Path(__file__).resolve().parents[2]


def test_every_setting_of_the_ratings_says_whose_it_is(site: Site) -> None:
    rows = {one.key: (one.value, one.whose) for one in settings(site)}
    assert rows["urgency.levels"] == (
        "low: 0, medium: 0.2, high: 0.4, urgent: 0.6",
        "Our judgement",
    )
    assert rows["trend.on_track"] == ("0.95", "Eurostat, Statistics Canada")
    assert rows["seed"][0] == "20260101"


def test_every_formula_of_a_trace_stands_on_the_page(site: Site) -> None:
    used = {
        one.trace.formula
        for result in site.results.values()
        for one in (*result.observables.values(), *result.areas.values())
        if one.trace
    }
    assert used <= set(FORMULAS)


def test_each_goalpost_leads_to_its_source(site: Site, pages: dict[str, WrittenPage]) -> None:
    body = pages["methodology"].body
    for post in site.publication.framework.goalposts:
        if post.best is not None and post.source:
            assert f'href="#source-{post.source}"' in body
            assert f'id="source-{post.source}"' in body
