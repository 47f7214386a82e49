"""What was edited: each row and each part of a record that was added, removed or changed.

A folder of the same city under another name was renamed; what it holds is compared as before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.change.items import SOURCE, Item, items_of_city, items_of_content
from generator.frozen import dataclass
from generator.model.city_tables import Source
from generator.model.publication import City, Publication
from generator.model.tables import Table

ADDED, REMOVED, CHANGED, RENAMED = "added", "removed", "changed", "renamed"

Place = tuple[str, str]
"""File and key of an item."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell or key with what stood and what stands there; blank for nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Cause:
    """One record edited; `city` is blank if it concerns all. `source`: the title of the one cited.

    The place is that of today, of what was removed the former one.
    """

    change: str
    city: str
    file: str
    line: int | None
    key: str
    edits: tuple[Edit, ...]
    source: str = ""


def paired_cities(before: Publication, after: Publication) -> dict[str, str]:
    """Return the former id of every city that was there before, by its id of today."""
    pairs = {name: name for name in after.cities if name in before.cities}
    fresh, gone = (
        {(city.record.name, city.record.country): city.id for name, city in one.items()
         if name not in pairs}
        for one in (after.cities, before.cities)
    )  # fmt: skip
    return pairs | {name: gone[place] for place, name in fresh.items() if place in gone}


def all_causes(before: Publication, after: Publication) -> list[Cause]:
    """Return all that was edited: in `content/`, then in each city."""
    pairs = paired_cities(before, after)
    titles = _titles(before.framework.sources, after.framework.sources)
    found = list(_edits(items_of_content(before), items_of_content(after), "", titles))
    for name in sorted(after.cities):
        if after.cities[name] is before.cities.get(name):
            continue
        if name in pairs:
            found += _in_city(before.cities[pairs[name]], after.cities[name])
        else:
            found.append(_of_folder(ADDED, name))
    gone = before.cities.keys() - set(pairs.values())
    return [*found, *(_of_folder(REMOVED, name) for name in sorted(gone))]


def _of_folder(change: str, city: str, *edits: Edit) -> Cause:
    return Cause(change, city, f"cities/{city}", None, "", edits)


def _in_city(before: City, after: City) -> Iterator[Cause]:
    if before.id != after.id:
        yield _of_folder(RENAMED, after.id, Edit("", before.id, after.id))
    titles = _titles(before.sources, after.sources)
    yield from _edits(items_of_city(before), items_of_city(after), after.id, titles)


def _titles(*tables: Table[Source]) -> dict[str, str]:
    return {row.source: row.title for table in tables for row in table}


def _edits(
    before: Iterable[Item], after: Iterable[Item], city: str, sources: Mapping[str, str]
) -> Iterator[Cause]:
    """Yield what differs between the items of two folders, in the order of the later one.

    `sources`: the title of each source by id.
    """
    former, now = _by_place(before), _by_place(after)
    pairs = dict(_pairs(former, now))
    for place, item in now.items():
        old = former.get(pairs.get(place, place))
        yield from _cause(CHANGED if old else ADDED, old, item, city, sources)
    gone = former.keys() - now.keys() - set(pairs.values())
    for place, old in former.items():
        if place in gone:
            yield from _cause(REMOVED, old, None, city, sources)


def _by_place(items: Iterable[Item]) -> dict[Place, Item]:
    return {(item.file, item.key): item for item in items}


def _pairs(
    former: Mapping[Place, Item], now: Mapping[Place, Item]
) -> Iterator[tuple[Place, Place]]:
    """Yield the places of rows of which only what a reference may leave out has changed."""
    fresh = _lone(now[place] for place in now.keys() - former.keys())
    gone = _lone(former[place] for place in former.keys() - now.keys())
    for short in fresh.keys() & gone.keys():
        yield fresh[short], gone[short]


def _lone(items: Iterable[Item]) -> dict[Place, Place]:
    """Return the places of the items that are alone with their short key, by file and that key."""
    listed = [item for item in items if item.short]
    count = Counter((item.file, item.short) for item in listed)
    return {
        (item.file, item.short): (item.file, item.key)
        for item in listed
        if count[item.file, item.short] == 1
    }


def _cause(
    change: str, before: Item | None, after: Item | None, city: str, sources: Mapping[str, str]
) -> Iterator[Cause]:
    old, new = (item.cells if item else {} for item in (before, after))
    edits = tuple(
        Edit(name, old.get(name, ""), new.get(name, ""))
        for name in dict.fromkeys((*new, *old))
        if old.get(name, "") != new.get(name, "")
    )
    item = after or before
    if item is not None and (edits or change != CHANGED):
        cited = item.cells.get(SOURCE, "")
        source = sources.get(cited, "")
        yield Cause(change, city, item.place, item.line, item.key, edits, source)
