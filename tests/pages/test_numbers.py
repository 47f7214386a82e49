"""A score is one number: in the result, its trace, the profile, the indicator's page."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.assessment.rating.normalisation import score_value
from generator.assessment.results import IndicatorResult
from generator.pages import WrittenPage
from generator.views.site import Site
from generator.views.targets import anchor
from generator.views.values import word_of

CHECKOUT = Path(__file__).resolve().parents[2]

Pages = Mapping[str, WrittenPage]


def rated(site: Site) -> list[tuple[str, IndicatorResult]]:
    return [
        (city, one)
        for city, result in site.results.items()
        for one in result.observables.values()
        if one.score is not None
    ]


def test_a_score_on_a_page_is_the_score_of_its_trace(site: Site, pages: Pages) -> None:
    assert len(rated(site)) > 20
    for city, one in rated(site):
        assert one.trace is not None
        assert one.trace.result == one.score
        printed = site.language.number(one.trace.result or 0.0, 1)
        body = pages[f"cities/{city}/computed"].body
        opening = f'<section class="explanation" id="how-{anchor(one.observable.id)}"><h3>'
        how = re.search(f'{opening}.*?<span class="answer">(.*?)</span>', body)
        assert how is not None
        answer = word_of(site, one) if one.stands_apart else f"{printed}, "
        assert how[1].startswith(answer)
        if one.data_points:
            continue
        body = pages[f"cities/{city}/indicators"].body
        row = re.search(rf'<tr id="{anchor(one.observable.id)}".*?</tr>', body, re.DOTALL)
        assert row is not None
        if one.stands_apart:
            assert f">{word_of(site, one)}" in row[0]
            continue
        label = f"Score {printed} of 100"
        assert label in row[0]
        assert label in pages[f"indicators/{one.observable.indicator}"].body


def test_a_score_follows_from_the_inputs_of_its_trace(site: Site) -> None:
    for _, one in rated(site):
        if one.data_points or one.trace is None or one.goalpost is None:
            continue
        value = next(part.value for part in one.trace.inputs if part.name == "value")
        number = value if isinstance(value, float) else None
        assert score_value(str(value), number, one.goalpost) == one.score


def test_every_value_in_a_trace_stands_at_its_file_and_line(site: Site) -> None:
    for _, one in rated(site):
        if one.data_points or one.trace is None:
            continue
        for part in one.trace.inputs:
            lines = (CHECKOUT / part.file).read_text(encoding="utf-8").split("\n")
            assert one.observable.id in lines[(part.line or 0) - 1]


def test_every_block_stands_between_its_two_lines(pages: Pages) -> None:
    """A mark that is not alone on its line would leave its block to the Markdown parser."""
    for folder, page in pages.items():
        lines = page.body.split("\n")
        marks = [line for line in lines if "block -->" in line]
        assert marks, folder
        assert set(marks) <= {"<!-- block -->", "<!-- /block -->"}, folder
        assert marks[::2] == ["<!-- block -->"] * (len(marks) // 2), folder
        assert marks[1::2] == ["<!-- /block -->"] * (len(marks) // 2), folder


def test_every_area_of_every_scheme_has_a_page(site: Site, pages: Pages) -> None:
    for area in site.publication.framework.areas:
        assert f"areas/{area.area}" in pages


def test_bounds_hold_every_area_score(site: Site) -> None:
    for result in site.results.values():
        for area in result.areas.values():
            if area.score is not None:
                assert area.low - 1e-9 <= area.score <= area.high + 1e-9
                assert sum(part.points for part in area.contributions) == pytest.approx(area.score)


def test_quantities_of_four_digits_are_grouped_and_years_are_not(
    site: Site, pages: Pages, fictitious_pages: Pages
) -> None:
    number = site.language.number
    assert [number(one) for one in (999, 1000, -2500.5, 12345)] == [
        "999", "1,000", "−2,500.5", "12,345",
    ]  # fmt: skip
    years = r"\b(?:in|since|by|until|figures of|\() ?(?:1,9|2,0)\d\d\b(?! ?(?:to|%|[a-zµ°]))"
    for every in (pages, fictitious_pages):
        for folder, page in every.items():
            assert not re.search(years, page.body), folder
