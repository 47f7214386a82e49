"""The numbers by which a publication refers to its list of sources."""

from generator.model.city_tables import Source
from generator.model.publication import City


class References:
    """The sources that a publication cites, numbered in the order of their first citation."""

    def __init__(self, city: City) -> None:
        self._known = city.source_of
        self._numbers: dict[str, str] = {}

    def number(self, source: str | None) -> str:
        """Return the number of a source, which is listed from now on; empty if there is none."""
        if not source or source not in self._known:
            return ""
        return self._numbers.setdefault(source, str(len(self._numbers) + 1))

    @property
    def listed(self) -> tuple[Source, ...]:
        """Return the sources cited so far, by their numbers."""
        return tuple(self._known[name] for name in self._numbers)
