"""Rules for coordinates: a city lies in the box around its country."""

from collections.abc import Iterator

from generator.checks.places import key_problem
from generator.model.framework_tables import Country
from generator.model.publication import City, Publication
from generator.problems import Code, Problem


def check_coordinates(publication: Publication) -> Iterator[Problem]:
    """The latitude and the longitude of a city are possible in its country, each by itself."""
    countries = publication.framework.countries.by_key()
    for city in publication.cities.values():
        place, country = city.record, countries.get(city.record.country)
        if place.latitude == place.longitude == 0:
            yield key_problem(Code.TEXT_FILLER, city.document, ("latitude",), "0", reason="sea")
        elif country is not None:
            yield from _check_box(city, country)


def _check_box(city: City, country: Country) -> Iterator[Problem]:
    """Hold both against the box around a country; exchanged ones are said once."""
    place = city.record
    edges = {
        "latitude": (country.south, country.north),
        "longitude": (country.west, country.east),
    }
    given = {"latitude": place.latitude, "longitude": place.longitude}
    outside = [key for key, value in given.items() if not _lies(value, *edges[key])]
    other_way = {"latitude": place.longitude, "longitude": place.latitude}
    exchanged = len(outside) == 2 and all(_lies(other_way[key], *edges[key]) for key in outside)
    for key in outside[:1] if exchanged else outside:
        expected = "{:g} – {:g}".format(*edges[key])
        other = {"reason": "exchanged", "other": f"{other_way[key]:g}"} if exchanged else {}
        found = f"{given[key]:g}"
        yield key_problem(
            Code.COORDINATE_OUTSIDE, city.document, (key,), found, expected,
            name=country.name, **other,
        )  # fmt: skip


def _lies(value: float | None, low: float | None, high: float | None) -> bool:
    """Return whether degrees lie between two edges; what is not known does."""
    return value is None or low is None or high is None or is_between(value, low, high)


def is_between(degrees: float, low: float, high: float) -> bool:
    """Return whether degrees lie from one edge to the other; eastwards past 180 if they cross."""
    if low <= high:
        return low <= degrees <= high
    return degrees >= low or degrees <= high
