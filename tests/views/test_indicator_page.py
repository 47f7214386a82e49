"""What leads the page of an indicator: key facts, the line of all cities, their series."""

import re

import pytest

from generator.views.indicator_cities import observable_chapters
from generator.views.indicator_key_facts import indicator_key_facts
from generator.views.series_of_cities import SeriesOfCities, series_of_cities
from generator.views.site import Site
from tests.pages.test_start_page import edited


def drawn(site: Site, observable: str) -> SeriesOfCities:
    one = site.publication.framework.observables[observable]
    found = series_of_cities(site, one, site.cities)
    assert found is not None
    return found


def test_key_facts_say_benchmarks_figures_and_goal(site: Site) -> None:
    facts = {fact.label: fact for fact in indicator_key_facts(site, "unemployment-rate")}
    assert list(facts) == ["Leading cities", "Trailing cities", "Cities with a figure", "Goal"]
    figures = facts["Cities with a figure"]
    reported = sum(
        one.indicators["unemployment-rate"].is_reported for one in site.standings.values()
    )
    assert int(figures.number) == reported
    assert re.fullmatch(
        rf"of {len(site.cities)} cities, figures of \d{{4}} to \d{{4}}", figures.note
    )
    assert facts["Goal"].text == "SDG 8.5.2"


def test_an_indicator_of_data_points_has_no_benchmark_of_its_own(site: Site) -> None:
    labels = [fact.label for fact in indicator_key_facts(site, "air-pollution")]
    assert labels == ["Cities with a figure", "Goal"]


def test_a_target_has_a_strip_and_a_count_of_who_reaches_it(site: Site) -> None:
    chapter = next(
        one for one in observable_chapters(site, "air-pollution") if one.name.startswith("PM10")
    )
    assert chapter.strip is not None
    results = [site.results[city.id].observables["air-pollution.pm10"] for city in site.cities]
    rated = [one for one in results if one.score is not None]
    reached = [one for one in rated if one.is_reached]
    assert len(chapter.strip.ticks) == len(rated)
    assert [tick.position for tick in chapter.strip.ticks if tick.position == 1] == [1.0] * len(
        reached
    )
    assert chapter.reached == f"{len(reached)} of {len(rated)} rated figures reach the target."
    assert chapter.strip.high.endswith(", target")


def test_cities_that_share_the_end_of_a_strip_stand_by_their_figures(site: Site) -> None:
    """The best of those that have reached a target is named at its end, with its figure."""
    chapter = next(
        one for one in observable_chapters(site, "air-pollution") if one.name.startswith("PM10")
    )
    results = [site.results[city.id].observables["air-pollution.pm10"] for city in site.cities]
    best = min(one.selection.value or 0 for one in results if one.is_reached)
    assert chapter.strip is not None
    assert float(chapter.strip.ticks[-1].value) == pytest.approx(best, abs=0.05)
    assert float(chapter.figures[0].value.number) == pytest.approx(best, abs=0.05)


def test_series_share_one_scale_and_their_directions_add_up(site: Site) -> None:
    found = drawn(site, "unemployment-rate")
    heights = [height for line in found.every for _, height in line]
    times = [time for line in found.every for time, _ in line]
    assert (min(times), max(times)) == (0, 1)
    assert 0 <= min(heights) < max(heights) <= 1
    assert [one.points for one in found.cities] == list(found.every)
    total, *counts = (int(number) for number in re.findall(r"\d+", found.moved))
    assert total == sum(counts) >= len(found.cities)
    assert found.aim is not None


def test_further_series_are_counted(site: Site) -> None:
    few = edited(site, trend_panels=3)
    every, found = drawn(site, "unemployment-rate"), drawn(few, "unemployment-rate")
    assert [one.name for one in found.cities] == [one.name for one in every.cities][:3]
    assert found.more
    assert not drawn(edited(site, trend_panels=99), "unemployment-rate").more


def test_fewer_than_two_series_are_not_drawn(site: Site) -> None:
    one = site.publication.framework.observables["unemployment-rate"]
    assert series_of_cities(site, one, site.cities[:1]) is None
    assert series_of_cities(site, one, ()) is None


@pytest.mark.parametrize("improving", [True, False])
def test_a_change_counts_by_what_is_better(site: Site, improving: bool) -> None:
    """Of falling unemployment all that may be told improve."""
    one = site.publication.framework.observables["unemployment-rate"]
    told = [
        city
        for city in site.cities
        if not (trend := site.results[city.id].trends[one.id]).untold and trend.rises != improving
    ]
    found = series_of_cities(site, one, told)
    if found is not None:
        word = "improve" if improving else "get worse"
        assert re.search(rf", \d+ {word}\.", found.moved)
