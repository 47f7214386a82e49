"""That a city has no figure is said only where a row of its files, with a source, says so."""

import re

import pytest

from generator.assessment.results import MISSING
from generator.model.city_tables import Observation
from generator.pages import WrittenPage
from generator.views.site import Site

CLAIM = re.compile(
    r"(?:does not|did not|cannot) (?:report|collect)|not reported|does not exist here"
)
"""What only a source may say."""


def claims(body: str) -> list[str]:
    text = re.sub(r"<[^>]+>", " ", body)
    return [match[0] for match in CLAIM.finditer(text)]


def is_missing(row: Observation) -> bool:
    return row.value is None and row.numerator is None


@pytest.mark.parametrize("tab", ["", "/indicators", "/data", "/recommendations", "/peers"])
def test_no_page_of_a_city_says_so_without_a_row(
    site: Site, pages: dict[str, WrittenPage], tab: str
) -> None:
    silent = [city for city in site.cities if not any(map(is_missing, city.observations))]
    assert len(silent) > 3
    for city in silent:
        page = pages.get(f"cities/{city.id}{tab}")
        assert page is None or claims(page.body) == [], city.id


def test_pages_of_indicators_say_so_of_such_rows_only(
    site: Site, pages: dict[str, WrittenPage]
) -> None:
    for name, record in site.publication.framework.indicators.items():
        said = len(claims(pages[f"indicators/{name}"].body))
        own = len(claims(f"{record.definition} {record.expected} {record.reading}"))
        rows = [row for city in site.cities for row in city.observations if is_missing(row)]
        of_indicator = [row for row in rows if row.observable.partition(".")[0] == name]
        assert said - own <= 2 * len(of_indicator), name


def test_what_nobody_looked_for_calls_for_no_recommendation(site: Site) -> None:
    for city in site.cities:
        for proposal in site.guidance[city.id].advice.in_state("proposed"):
            for leaf in proposal.triggers:
                if leaf.facet == "reported" and leaf.wanted is False:
                    result = site.results[city.id].observables[leaf.name]
                    assert result.reason == MISSING, (city.id, leaf.name)
