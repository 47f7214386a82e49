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
        country = countries.get(city.record.country)
        if country is not None:
            yield from _check_edges(city, country, "latitude", (country.south, country.north))
            yield from _check_edges(city, country, "longitude", (country.west, country.east))


def _check_edges(
    city: City, country: Country, key: str, edges: tuple[float | None, float | None]
) -> Iterator[Problem]:
    value: float | None = getattr(city.record, key)
    low, high = edges
    if value is None or low is None or high is None or is_between(value, low, high):
        return
    expected = f"{low:g} – {high:g}"
    yield key_problem(
        Code.COORDINATE_OUTSIDE, city.document, (key,), f"{value:g}", expected, name=country.name
    )


def is_between(degrees: float, low: float, high: float) -> bool:
    """Return whether degrees lie from one edge to the other; eastwards past 180 if they cross."""
    if low <= high:
        return low <= degrees <= high
    return degrees >= low or degrees <= high
