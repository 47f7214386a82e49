"""Which series a chapter shows: the most urgent, in the order of the framework."""

from types import SimpleNamespace

from generator.assessment.trend.series_breaks import dated_series, series_breaks
from generator.views.series import most_telling, series_table
from generator.views.site import Site


def results(**urgencies: float):
    return SimpleNamespace(
        urgencies={name: SimpleNamespace(urgency=value) for name, value in urgencies.items()}
    )


def test_a_short_chapter_shows_every_series_in_its_order():
    names = ["c", "a", "b"]
    assert most_telling(results(a=0.9), names, 6) == names


def test_a_long_chapter_shows_the_most_urgent_in_the_order_of_the_framework():
    names = [f"n{number}" for number in range(10)]
    urgent = {f"n{number}": number / 10 for number in range(3, 10)}
    assert most_telling(results(**urgent), names, 6) == [f"n{number}" for number in range(4, 10)]


def test_rated_series_come_before_those_without_urgency():
    names = [f"n{number}" for number in range(5)]
    last = names[-1]
    assert most_telling(results(**{last: 0.0}), names, 4) == [*names[:3], last]


def test_a_table_has_the_figures_of_the_measure_that_is_drawn(site: Site) -> None:
    """The poverty of Barcelona from tax data, without that of its metropolitan area beside it."""
    one = site.results["barcelona"].observables["poverty"]
    stated = {row.comparability for row in one.selection.stated}
    assert stated == {"near", "proxy"}
    years = [str(row[0]) for row in series_table(site, one, "Poverty").rows]
    assert years == [str(row.period) for row in dated_series(one)]
    assert "2022" in years
    assert not any("-" in year for year in years)


def test_a_count_over_another_population_is_no_other_measure(site: Site) -> None:
    """Dead in the traffic of Barcelona, of one city, over the inhabitants of several registers."""
    city = site.publication.cities["barcelona"]
    one = site.results["barcelona"].observables["traffic-fatalities"]
    assert {row.comparability for row in dated_series(one)} == {"exact", "near"}
    assert series_breaks(city, one) == {}


def test_gaps_of_a_measured_series_are_not_filled_by_a_model(site: Site) -> None:
    """Fine dust in Bristol: measured to 2019, from a model since."""
    city = site.publication.cities["bristol"]
    one = site.results["bristol"].observables["air-pollution.pm2-5"]
    assert series_breaks(city, one) == {2020: "measure"}
