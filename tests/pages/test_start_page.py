"""The start page finds a city, shows one chart and what is new; the index of cities narrows."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.making.checking import check
from generator.pages.across.cities import compose_home
from generator.pages.across.indicators import compose_indicator
from generator.views import targets
from generator.views.city_finder import city_fields, filtered_row
from generator.views.city_list import newest_year
from generator.views.site import Site
from generator.views.start_page import front_chart, map_of_cities
from tests.sites import site_of
from tests.written import body_of

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    publication = check(CHECKOUT, ["alesund", "almaty", "rana"]).publication
    assert publication is not None
    return site_of(publication, CHECKOUT)


def test_cities_stand_by_country_with_how_many_figures_they_have(site: Site) -> None:
    body = body_of(site, compose_home(site))
    assert "<h3>Kazakhstan</h3>" in body
    almaty = sum(one.is_reported for one in site.standings["almaty"].indicators.values())
    assert re.search(rf"almaty/index.html.*{almaty} figures</span>", body)


def test_every_city_with_a_place_is_a_dot_of_the_map_that_leads_to_it(site: Site) -> None:
    drawn = map_of_cities(site)
    assert drawn is not None
    assert {dot.target for dot in drawn.dots} == {targets.city(city.id) for city in site.cities}
    assert all(dot.label for dot in drawn.dots)


def test_the_chart_of_the_start_page_names_its_least_and_its_greatest_figure(site: Site) -> None:
    drawn = front_chart(named(site, "life-expectancy"))
    assert drawn is not None
    figures = [row for row in drawn.chapter.figures if row.amount is not None and row.tick]
    least = min(figures, key=lambda row: row.amount or 0)
    greatest = max(figures, key=lambda row: row.amount or 0)
    assert drawn.title.index(least.name) < drawn.title.index(greatest.name)
    assert front_chart(named(site, None)) is None


def test_an_index_of_cities_carries_what_it_is_narrowed_by(site: Site) -> None:
    listed = [filtered_row(site, city) for city in site.cities]
    rows = {row.name: row.data for row in listed}
    assert rows["Almaty"]["country"] == "KZ"
    assert rows["Almaty"]["economy"] == "transition"
    assert rows["Almaty"]["people"] == "2100000"
    assert "action/waste" in rows["Almaty"]["reached"].split()
    fields = {field.label: field for field in city_fields(site, listed)}
    assert {option.value for option in fields["Country"].options} == {"KZ", "NO"}


def named(site: Site, indicator: str | None) -> Site:
    """Return a site whose start page shows an indicator."""
    record = site.publication.record.model_copy(update={"front_indicator": indicator})
    document = replace(site.publication.document, record=record)
    return replace(site, publication=replace(site.publication, document=document))


def edited(site: Site, **editorial: int | tuple[float, ...]) -> Site:
    """Return a site whose publication sets how much is shown."""
    publication = site.publication
    changed = publication.record.editorial.model_copy(update=editorial)
    record = publication.record.model_copy(update={"editorial": changed})
    document = replace(publication.document, record=record)
    return replace(site, publication=replace(publication, document=document))


def test_a_value_after_the_date_of_the_publication_is_not_the_newest(site: Site) -> None:
    almaty = site.results["almaty"]
    assert newest_year(almaty, 2026) == "2023"
    assert newest_year(almaty, 2015) == "2015"


@pytest.mark.parametrize("listed", [0, 1, 2])
def test_as_many_new_figures_are_listed_as_the_publication_says(site: Site, listed: int) -> None:
    body = body_of(
        edited(site, newest_listed=listed), compose_home(edited(site, newest_listed=listed))
    )
    _, heading, below = body.partition("<h3>Cities with the newest figures</h3>")
    assert bool(heading) == (listed > 0)
    shown = re.findall(r"<li>", below.partition("</ul>")[0])
    assert len(shown) == listed


def test_a_strip_needs_as_many_cities_as_the_publication_says(site: Site) -> None:
    def strips(fewest: int) -> int:
        asked = edited(site, strip_from=fewest)
        pages = [compose_indicator(asked, name) for name in site.publication.framework.indicators]
        return sum('<svg class="strip"' in body_of(asked, page) for page in pages)

    assert strips(1) > 0
    assert strips(len(site.cities) + 1) == 0
