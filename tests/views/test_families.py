"""What each family of benchmarks may say: targets reached or on the way, positions among cities."""

from pathlib import Path

import pytest

from generator.model import condition_records
from generator.views.area_rows import standing_table
from generator.views.bands import band_counts
from generator.views.benchmark_marks import bar_view, tick_view
from generator.views.cell import text_of
from generator.views.condition_words import bounds_text
from generator.views.indicator_cities import benchmark_facts
from generator.views.site import Site
from generator.views.units import unit_label, with_unit
from generator.views.values import class_text, indicator_rows, mark_view
from tests.assessment.made_up import CITY, publish
from tests.sites import site_of

OBSERVATIONS = """\
observable,period,value,unit,source,status
air-pollution.pm2-5,2021,20,µg/m³,book,
maternal-mortality-rate,2021,6,per 100 000 live births,book,
potable-water-supply,2021,60,%,book,
travel-time-index,2021,1.8,ratio,book,
unemployment-rate,2021,7.285,%,book,
gini-coefficient,2021,0.3,index,book,
resilience-plans,2021,no,yes/no,book,
solid-waste-treatment.recycled,2021,30,%,book,
"""


def site_in(country: str, folder: Path) -> Site:
    files = {
        "city.yml": f"name: Teststadt\ncountry: {country}\nprofile_year: 2022\n",
        "observations.csv": OBSERVATIONS,
    }
    return site_of(publish(folder, files), folder)


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_in("AT", tmp_path_factory.mktemp("inside"))


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_in("KZ", tmp_path_factory.mktemp("outside"))


def words(site: Site, observable: str) -> str:
    return mark_view(site, site.results[CITY].observables[observable]).word


def test_a_target_says_how_much_of_the_way_is_gone_and_whose_it_is(inside: Site) -> None:
    """PM2.5 of 20 between 35 and 5; 30 % recycled of the 60 % that the EU asks of its states."""
    for name, asked in (
        ("air-pollution.pm2-5", "the UN guideline"),
        ("solid-waste-treatment.recycled", "what the EU asks of its states"),
    ):
        mark = mark_view(inside, inside.results[CITY].observables[name])
        assert mark.word == "Moderate"
        assert mark.detail.endswith(f"50 % of the way to {asked}")


def test_outside_the_union_its_target_is_not_spoken_of(outside: Site) -> None:
    result = outside.results[CITY].observables["solid-waste-treatment.recycled"]
    assert (result.score, result.band, bar_view(outside, result)) == (None, None, None)
    assert words(outside, "solid-waste-treatment.recycled").startswith("no target; position ")
    assert result.observable.id not in outside.results[CITY].urgencies


def test_a_position_is_a_tick_with_the_cities_and_years_it_lies_between(inside: Site) -> None:
    result = inside.results[CITY].observables["unemployment-rate"]
    tick = tick_view(inside, result)
    assert tick is not None and tick.position == pytest.approx(0.5)
    assert tick.label.startswith("position 50")
    assert tick.label.endswith(
        "between the trailing and the leading cities on record (n\xa0=\xa020, 2018–2025)"
    )
    published = tick_view(inside, inside.results[CITY].observables["gini-coefficient"])
    assert published is not None
    assert published.label.endswith("two ends of a published scale (cities of the world, 2016)")


def test_a_position_has_no_mark_by_quarters_and_no_bar(inside: Site) -> None:
    result = inside.results[CITY].observables["unemployment-rate"]
    assert (result.sign, bar_view(inside, result)) == ("positioned", None)
    assert words(inside, "unemployment-rate") == "no target; position 50 of 100 among cities"


def test_floors_and_yes_or_no_are_reached_or_not(inside: Site) -> None:
    said = {
        "maternal-mortality-rate": ("reached", "target reached"),
        "potable-water-supply": ("short", "target not reached"),
        "resilience-plans": ("short", "target not reached"),
    }
    for name, (sign, word) in said.items():
        result = inside.results[CITY].observables[name]
        assert (result.sign, words(inside, name), bar_view(inside, result)) == (sign, word, None)


def test_of_classes_the_class_is_said(inside: Site) -> None:
    assert words(inside, "travel-time-index") == "“in between” (up to 2.5)"


def test_a_class_is_said_with_its_edge(inside: Site) -> None:
    framework = inside.publication.framework
    travel = framework.target_of("travel-time-index", "AT")
    cars = framework.target_of("transportation-mode-share.private-vehicles", "AT")
    assert travel is not None and cars is not None
    assert class_text(inside, travel, 1.5) == "“good” (up to 1.5)"
    assert class_text(inside, travel, 3) == "“less desirable” (above 2.5)"
    assert class_text(inside, cars, 20) == "“green” (up to 30 %)"


@pytest.mark.parametrize("unit", ["number", "ratio", "index", "yes/no"])
def test_a_figure_is_read_without_what_is_no_unit(inside: Site, unit: str) -> None:
    assert with_unit(inside, "0.43", unit) == "0.43"
    assert bounds_text(inside, condition_records.Test.model_construct(above=1.0), unit) == "above 1"
    assert unit_label(inside, unit)


def test_the_ends_of_a_scale_in_such_a_unit_stand_alone(inside: Site) -> None:
    gini = inside.publication.framework.observables["gini-coefficient"]
    cells = [str(term.cell) for facts in benchmark_facts(inside, gini) for term in facts]
    assert cells
    assert not [cell for cell in cells if cell.endswith((" index", " "))]


def test_where_both_families_stand_a_row_shows_both(inside: Site) -> None:
    rows = indicator_rows(inside, inside.results[CITY].indicators["air-pollution"], CITY)
    (row,) = (row for row in rows if row.observable == "air-pollution.pm2-5")
    assert row.bar is not None and row.tick is not None
    assert row.bar.position != row.tick.position


def test_two_figures_stand_for_the_whole_city_and_for_each_dimension(inside: Site) -> None:
    """One of six targets is reached; positions of four indicators."""
    (whole, *dimensions) = standing_table(inside, inside.results[CITY]).rows
    assert [text_of(cell) for cell in whole[:2]] == ["The whole city", "1 of 6"]
    assert text_of(whole[2]).endswith("(4 indicators)")
    assert len(dimensions) == 3


def test_an_area_lists_all_that_is_rated_each_with_its_sign(inside: Site) -> None:
    result = inside.results[CITY]
    counted = band_counts(inside, result.indicators.values())
    assert dict(counted.counts) == {
        "good": 1, "moderate": 2, "reached": 1, "short": 2, "positioned": 2,
    }  # fmt: skip
