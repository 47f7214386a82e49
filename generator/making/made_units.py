"""What is made together and kept together: a city with its own pages, or a page of several cities.

A unit knows what it read, so that it is made again when that has changed, and the files it made.
"""

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import replace
from functools import lru_cache

from generator.frozen import dataclass
from generator.outputs.data.listed_files import Listed
from generator.summary.reads import Read


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of a build: its size in bytes and the time of its last change in ns.

    `taken`: it stood in the former build with the same content.
    """

    size: int
    modified: int
    taken: bool = False


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A page of a unit: its Markdown file, its title, whether the map of the site names it."""

    language: str
    file: str
    title: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Reads:
    """Readings in a group: all of these parts of all of these cities, or of `EVERY` city."""

    cities: tuple[str, ...]
    parts: tuple[str, ...]


EVERY = ("*",)
"""Stands for all published cities."""


@dataclass(frozen=True)
class Unit:
    """A unit that was made: what it read, its files by path, its pages.

    `listed` are its files of open data.
    """

    name: str
    reads: tuple[Reads, ...]
    files: Mapping[str, WrittenFile]
    pages: tuple[UnitPage, ...] = ()
    listed: tuple[Listed, ...] = ()

    def resting_on(self, reads: tuple[Reads, ...]) -> "Unit":
        return replace(self, reads=reads)

    def rests_on(self, changed: Mapping[str, Set[str]]) -> bool:
        """Return whether anything was read that has changed; `changed` by city."""
        return any_changed(self.reads, changed)

    def stands(self, standing: Mapping[str, tuple[int, int]]) -> bool:
        """Return whether every file is as it was written; `standing` are sizes and times."""
        return all(
            standing.get(path) == (file.size, file.modified) for path, file in self.files.items()
        )


def any_changed(reads: Iterable[Reads], changed: Mapping[str, Set[str]]) -> bool:
    """Return whether any of what was read has changed; `changed` are files and parts by city."""
    return any(
        not parts.isdisjoint(group.parts)
        for group in reads
        for city, parts in changed.items()
        if city in group.cities or (city and group.cities == EVERY)
    )


@lru_cache(maxsize=16_384)
def by_field(part: str) -> tuple[str, ...]:
    """Return what readings are sorted by, so that one field of many records is a run of them."""
    return tuple(part.split(".")[::-1])


def grouped(reads: Iterable[Read], published: Collection[str]) -> tuple[Reads, ...]:
    """Return readings in groups, which are far fewer: what is read of the same cities is one."""
    everybody, by_part = set(published), defaultdict[str, set[str]](set)
    for city, part in reads:
        by_part[part].add(city)
    by_cities: dict[tuple[str, ...], list[str]] = {}
    for part in sorted(map(sys.intern, by_part), key=by_field):
        cities = by_part[part]
        if cities >= everybody:
            by_cities.setdefault(EVERY, []).append(part)
            cities -= everybody
        if cities:
            by_cities.setdefault(tuple(sorted(cities)), []).append(part)
    return tuple(Reads(cities, tuple(parts)) for cities, parts in sorted(by_cities.items()))
