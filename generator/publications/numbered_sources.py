"""The numbers by which a publication refers to its list of sources."""

from generator.model.city_tables import Source
from generator.model.publication import City


class References:
    """The sources of a city in the order in which they are listed, and so numbered."""

    def __init__(self, city: City) -> None:
        self.city = city.id
        self.listed: tuple[Source, ...] = tuple(city.sources)
        self._numbers = {row.source: place for place, row in enumerate(self.listed, 1)}

    def number(self, source: str | None) -> str:
        """Return the number of a source; empty if there is none."""
        place = self._numbers.get(source or "")
        return str(place) if place else ""
