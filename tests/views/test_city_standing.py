"""How a city stands, figure by figure: what is a row, what is told in short, small series."""

from pathlib import Path

import pytest

from generator.views.city_standing import Standing, is_led_by_wheel, standing_of
from generator.views.headline_figures import headline_figures
from generator.views.site import Site
from generator.views.sparks import spark_of
from tests.assessment.made_up import CITY, publish
from tests.sites import site_of

OBSERVATIONS = """\
observable,period,value,unit,source,status,comparability,note
air-pollution.pm2-5,2020,20,µg/m³,book,,,
air-pollution.pm2-5,2021,20.3,µg/m³,book,,,
air-pollution.pm2-5,2022,20,µg/m³,book,,,
household-internet-access,2012,40,%,book,,,
household-internet-access,2017,60,%,book,,,
household-internet-access,2022,90,%,book,E,,
maternal-mortality-rate,2022,6,per 100 000 live births,book,,,
renewable-energy-consumption,2020,10,%,book,,proxy,Electricity only.
renewable-energy-consumption,2021,11,%,book,,proxy,Electricity only.
renewable-energy-consumption,2022,12,%,book,,proxy,Electricity only.
transportation-mode-share.walking,2022,30,%,book,,,
resilience-plans,2022,,yes/no,book,O,,Not stated.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("standing")
    files = {
        "city.yml": "name: Teststadt\ncountry: AT\nprofile_year: 2022\n",
        "observations.csv": OBSERVATIONS,
    }
    return site_of(publish(folder, files), folder)


@pytest.fixture(scope="module")
def standing(site: Site) -> Standing:
    return standing_of(site, site.publication.cities[CITY], site.results[CITY])


def test_what_has_a_benchmark_and_a_figure_is_a_row_of_its_area(standing: Standing) -> None:
    rows = [one.row.observable for group in standing.groups for one in group.rows]
    assert sorted(rows) == [
        "air-pollution.pm2-5",
        "household-internet-access",
        "maternal-mortality-rate",
        "renewable-energy-consumption",
    ]


def test_a_row_of_a_data_point_bears_the_name_of_its_indicator(standing: Standing) -> None:
    names = {one.row.name for group in standing.groups for one in group.rows}
    assert "Air Pollution: PM2.5" in names


def test_a_group_counts_what_is_rated_among_what_has_a_benchmark(
    site: Site, standing: Standing
) -> None:
    by_title = {group.title: group for group in standing.groups}
    placed = site.publication.framework.placed_below("action/information-technology")
    results = site.results[CITY].indicators
    assessable = sum(results[name].is_assessable for name in placed)
    assert by_title["Information technology"].counted == (
        f"1 of {assessable} with a benchmark is rated"
    )


def test_what_no_benchmark_rates_and_what_has_no_figure_are_told_in_short(
    standing: Standing,
) -> None:
    told = [
        (one.name.text, one.value.number, one.value.unit, one.value.period)
        for one in standing.others
    ]
    assert told == [("Transportation Mode Share: Walking", "30", "%", "2022")]
    lacking = {one.text for one in standing.lacking}
    assert "Unemployment Rate" in lacking
    assert not lacking & {"Household Internet Access", "Air Pollution"}


def test_a_small_series_rises_from_its_first_to_its_last_year(site: Site) -> None:
    spark = spark_of(
        site,
        site.publication.cities[CITY],
        site.results[CITY].observables["household-internet-access"],
    )
    assert spark is not None
    assert spark.points == ((0.0, 0.0), (0.5, 0.4), (1.0, 1.0))
    assert (spark.first, spark.last, spark.open) == ("2012", "2022", True)
    assert spark.label == "40 in 2012, 90 in 2022"


def test_what_hardly_moves_is_drawn_flat(site: Site) -> None:
    """0.3 µg/m³ of a way of 30: a fifteenth of the least span, 4.5."""
    spark = spark_of(
        site, site.publication.cities[CITY], site.results[CITY].observables["air-pollution.pm2-5"]
    )
    assert spark is not None
    heights = [height for _, height in spark.points]
    assert max(heights) - min(heights) == pytest.approx(0.3 / 4.5, abs=0.002)
    assert not spark.open


def test_proxies_and_short_series_are_not_drawn(site: Site) -> None:
    observables = site.results[CITY].observables
    for name in ("renewable-energy-consumption", "maternal-mortality-rate", "resilience-plans"):
        assert spark_of(site, site.publication.cities[CITY], observables[name]) is None


def test_from_how_many_rated_indicators_the_wheel_leads_is_data(site: Site) -> None:
    result = site.results[CITY]
    rated = sum(one.is_rated for one in result.indicators.values())
    assert 0 < rated < site.editorial.wheel_from
    assert not is_led_by_wheel(site, result)


def test_nothing_is_large_that_may_not_lead(site: Site) -> None:
    """An estimate of the last year, mortality at the end of its scale, two points of a change."""
    assert headline_figures(site, site.results[CITY]) == []


def test_a_large_figure_stands_once_with_what_it_was_before(tmp_path: Path) -> None:
    """Internet access rises steadily and leads as a change; recycling is far from its target."""
    years = "".join(
        f"household-internet-access,{2013 + step},{45 + 5 * step},%,book,,,\n" for step in range(10)
    )
    rows = OBSERVATIONS.splitlines(keepends=True)[0] + years
    rows += "solid-waste-treatment.recycled,2022,6,%,book,,,\n"
    files = {
        "city.yml": "name: Teststadt\ncountry: AT\nprofile_year: 2022\n",
        "observations.csv": rows,
    }
    site = site_of(publish(tmp_path, files), tmp_path)
    found = headline_figures(site, site.results[CITY])
    assert [(one.kind.partition(":")[0], one.name.text) for one in found] == [
        ("Urgency", "Solid Waste Treatment: Recycled"),
        ("Change", "Household Internet Access"),
    ]
    change = found[-1]
    assert (change.before, change.number, change.unit) == ("45", "90", "%")
    assert change.period == "2013–2022"
