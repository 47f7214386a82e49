"""Which series a chapter shows: the most urgent, in the order of the framework."""

from types import SimpleNamespace

from generator.views.series import most_telling


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
