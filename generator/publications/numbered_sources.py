"""The numbers by which a publication refers to its list of sources."""

from generator.model.publication import City


class References:
    """The sources of a city, numbered in the order of its file."""

    def __init__(self, city: City) -> None:
        self._numbers = {row.source: place for place, row in enumerate(city.sources, 1)}

    def number(self, source: str | None) -> str:
        """Return the number of a source; empty if there is none."""
        place = self._numbers.get(source or "")
        return str(place) if place else ""
