"""Readings in groups: what is kept of them grows with the cities, never with their square."""

from generator.making.made_units import EVERY, Reads, grouped

CITIES = tuple(f"c{number}" for number in range(50))


def test_what_is_read_of_every_city_is_one_group_also_if_of_some_more_is_read() -> None:
    reads = {(city, file) for city in CITIES for file in ("city.yml", "context.csv")}
    more = {("c3", "part:figures"), ("c4", "part:figures"), ("", "cities"), ("new", "city.yml")}
    assert set(grouped(reads | more, CITIES)) == {
        Reads(EVERY, ("context.csv", "city.yml")),
        Reads(("c3", "c4"), ("part:figures",)),
        Reads(("",), ("cities",)),
        Reads(("new",), ("city.yml",)),
    }


def test_a_group_is_of_these_cities_only() -> None:
    assert grouped({("c1", "city.yml"), ("c2", "city.yml")}, CITIES) == (
        Reads(("c1", "c2"), ("city.yml",)),
    )
