"""The numbers by which a publication refers to its list of sources."""

from dataclasses import replace

from generator.model.city_tables import Source
from generator.model.publication import City

Key = tuple[str, str, str | None, int | None, str | None]


class References:
    """The sources that a publication cites, numbered in the order of their first citation.

    What several cities cite of one document, or one city under two names, has one number.
    """

    def __init__(self) -> None:
        self._listed: dict[Key, Source] = {}
        self._places: dict[Key, int] = {}

    def number(self, city: City, source: str | None) -> str:
        """Return the number of a source, which is listed from now on; empty if there is none."""
        return self.number_of(city.source_of.get(source) if source else None)

    def number_of(self, found: Source | None) -> str:
        """Return the number of a source itself, which is listed from now on."""
        if found is None:
            return ""
        key = (found.title, found.kind, found.publisher, found.year, found.url)
        place = self._places.setdefault(key, len(self._places) + 1)
        first = self._listed.setdefault(key, found)
        if (first.accessed or "") < (found.accessed or ""):
            self._listed[key] = replace(first, accessed=found.accessed)
        return str(place)

    @property
    def listed(self) -> tuple[Source, ...]:
        """Return the sources cited so far, by their numbers, each as it was last read."""
        return tuple(self._listed.values())
