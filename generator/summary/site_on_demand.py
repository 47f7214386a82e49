"""The site of a language in which everything is read, or made from what was read, on demand.

Each thing is made once; whatever is made of it is noted to rest on all that it was made from.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from generator.assessment.advice.practice_matching import KnownPractice, collect_practices
from generator.assessment.advice.told_by_cities import Told
from generator.assessment.comparison.cities_compared import (
    CityComparison,
    Compared,
    Rankings,
    compare_city,
    rank_group,
    spread_of,
)
from generator.assessment.comparison.nearest_in_context import nearest_cities, orders_of
from generator.assessment.comparison.peer_comparison import Figure, subjects_of
from generator.assessment.comparison.peer_groups import groups_of, policy_groups
from generator.assessment.comparison.twin_matching import (
    TwinMatch,
    TwinProfile,
    describe_city,
    match_all,
)
from generator.language import Language
from generator.model.embargo import Embargo, city_told
from generator.model.on_demand import OnDemand
from generator.model.publication import City, Publication
from generator.summary.city_folder import city_on_demand
from generator.summary.city_parts import CityKnowledge, forms_of, knowledge_of, told_from
from generator.summary.part_files import PartFile
from generator.summary.plain_data import Forms
from generator.summary.reads import Notebook, Once
from generator.views.site import Site

T = TypeVar("T")
CITIES = ("", "cities")
"""The reading of which cities are published."""
PART = "part:"
"""What stands before the name of a part in a reading, to tell it from a file."""
TWINS = "twins"
"""The part of the nearest that says with which cities one is compared for twinning."""


class Made(Mapping[str, T]):
    """Values that are made when they are asked for, each once, with what it was made from."""

    def __init__(
        self, notebook: Notebook, keys: Callable[[], Iterable[str]], make: Callable[[str], T]
    ) -> None:
        self._notebook, self._keys, self._make = notebook, keys, make
        self._once: dict[str, Once[T]] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._once:
            self._once[key] = Once(self._notebook, partial(self._make, key))
        return self._once[key]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(tuple(self._keys()))


@dataclass(frozen=True)
class Shelf:
    """Where everything is read: the content, the names of the cities published, their parts.

    `tellings` are the parts of what cities tell before they are assessed, `nearest` the answers
    that rest on these of all cities. `embargo`: what the files of cities may not name.
    """

    root: Path
    content: Publication
    names: tuple[str, ...]
    parts: Callable[[str], PartFile]
    tellings: Callable[[str], PartFile]
    nearest: Callable[[str], PartFile]
    notebook: Notebook
    embargo: Embargo

    @cached_property
    def forms(self) -> Forms:
        return forms_of(self.content.framework)

    def published(self) -> tuple[str, ...]:
        """Return the names of the cities, by id."""
        self.notebook.note(CITIES)
        return self.names

    @cached_property
    def publication(self) -> Publication:
        """The content with its cities."""
        return replace(self.content, cities=OnDemand(self.published, self.city))

    @cached_property
    def _cities(self) -> dict[str, City]:
        return {}

    def city(self, name: str) -> City:
        """Return a city; KeyError if none of that name is published."""
        self.notebook.note(CITIES)
        if name not in self._cities:
            if name not in self.names:
                raise KeyError(name)
            folder = self.root / "cities" / name
            note = partial(self._note_file, name)
            self._cities[name] = city_told(city_on_demand(folder, self.root, note), self.embargo)
        return self._cities[name]

    def _note_file(self, city: str, file: str) -> None:
        self.notebook.note((city, file))

    @cached_property
    def _knowledge(self) -> dict[str, CityKnowledge]:
        return {}

    def known(self, name: str) -> CityKnowledge:
        """Return what is known of a city; KeyError if none of that name is published."""
        city = self.city(name)
        if name not in self._knowledge:
            read = partial(self._part, self._file(name), {}, name)
            self._knowledge[name] = knowledge_of(self.content.framework, self.forms, city, read)
        return self._knowledge[name]

    def part(self, city: str, name: str) -> Any:
        """Return the data of a part of a city; KeyError if there is none."""
        return self._part(self._file(city), {}, city, name, lambda data: data)

    @cached_property
    def told(self) -> Mapping[str, Told]:
        """What each city tells before it is assessed."""
        known: dict[str, Told] = {}

        def tell(name: str) -> Told:
            if name not in known:
                read = partial(self._part, self.tellings(name), {}, name)
                known[name] = told_from(self.forms, read)
            return known[name]

        return OnDemand(self.published, tell)

    @cached_property
    def practices(self) -> Mapping[str, KnownPractice]:
        """The good practices of the library and of the cities, by id."""
        once = Once(self.notebook, lambda: collect_practices(self.content, self.told))
        return OnDemand(once, lambda name: once()[name])

    def nearest_to(self, name: str) -> tuple[str, ...]:
        """Return the cities nearest to one in context, for twinning."""
        at_most = self.content.framework.policy.twinning.candidates
        return nearest_cities(self._orders(), name, at_most)

    @cached_property
    def _orders(self) -> Once[tuple[tuple[str, ...], ...]]:
        def order() -> tuple[tuple[str, ...], ...]:
            contexts = {name: told.context for name, told in self.told.items()}
            return orders_of(self.content.framework, contexts)

        return Once(self.notebook, order)

    def twins_of(self, name: str) -> tuple[str, ...]:
        """Return the same as it is kept."""
        return tuple(self._part(self.nearest(name), {}, name, TWINS, tuple[str, ...]))

    @cached_property
    def _files(self) -> dict[str, PartFile]:
        return {}

    def _file(self, city: str) -> PartFile:
        if city not in self._files:
            self._files[city] = self.parts(city)
        return self._files[city]

    def _part(
        self,
        file: PartFile,
        read: dict[str, Any],
        city: str,
        name: str,
        form: Callable[[Any], Any],
    ) -> Any:
        self.notebook.note((city, PART + name))
        if name not in read:
            text = file.text(name)
            self._lengths.append(len(text))
            read[name] = form(json.loads(text))
        return read[name]

    @cached_property
    def _lengths(self) -> list[int]:
        return []

    @property
    def held(self) -> int:
        """How much text of parts was read, and is held as records, in characters."""
        return sum(self._lengths)

    def let_go(self) -> None:
        """Let go of all that was read, at once: it refers to the shelf, as the shelf to it."""
        for name in vars(self).keys() - {field.name for field in fields(self)}:
            del vars(self)[name]


def files_only(root: Path, content: Publication, names: tuple[str, ...]) -> Shelf:
    """Return a shelf of the files of some cities as they stand, without parts of what is known."""

    def none(city: str) -> PartFile:
        raise KeyError(city)

    return Shelf(root, content, names, none, none, none, Notebook(), Embargo())


def site_on_demand(shelf: Shelf, language: Language, **own: Any) -> Site:
    """Return the site of a language; `own` are further fields, as far as they are known."""
    published = shelf.published
    return Site(
        shelf.publication,
        OnDemand(published, lambda name: shelf.known(name).result),
        language,
        twins=_twins(shelf),
        guidance=OnDemand(published, lambda name: shelf.known(name).guidance),
        compared=_compared(shelf),
        undertakings=OnDemand(published, lambda name: shelf.known(name).undertakings),
        tallies=OnDemand(published, lambda name: shelf.known(name).tallies),
        standings=OnDemand(published, lambda name: shelf.known(name).standings),
        series=OnDemand(published, lambda name: shelf.known(name).series),
        practices=shelf.practices,
        told=shelf.told,
        **own,
    )


def _twins(shelf: Shelf) -> Mapping[str, tuple[TwinMatch, ...]]:
    """Return the match of each city with the cities nearest to it, the best first."""
    framework = shelf.content.framework
    described: Mapping[str, TwinProfile] = Made(
        shelf.notebook,
        shelf.published,
        lambda name: describe_city(
            framework, shelf.city(name), shelf.told[name].context, shelf.known(name).result
        ),
    )

    def match(name: str) -> tuple[TwinMatch, ...]:
        others = [described[other] for other in shelf.twins_of(name)]
        return match_all(framework, described[name], others)

    return Made(shelf.notebook, shelf.published, match)


def _compared(shelf: Shelf) -> Compared:
    """Return every city beside its peers, and all cities together."""
    publication, notebook = shelf.publication, shelf.notebook
    results = OnDemand(shelf.published, lambda name: shelf.known(name).result)

    def figure(city: str, subject: str) -> Figure | None:
        return shelf.known(city).figures.get(subject)

    ranked: dict[tuple[str, ...], Once[Rankings]] = {}

    def rank(members: tuple[str, ...]) -> Rankings:
        if members not in ranked:
            ranked[members] = Once(notebook, lambda: rank_group(publication, results, members))
        return ranked[members]()

    memberships = OnDemand(shelf.published, lambda name: shelf.known(name).memberships)
    groups = Once(notebook, lambda: policy_groups(publication.framework, memberships))

    def compare(name: str) -> CityComparison:
        own = groups_of(publication, results, groups(), name)
        within = tuple(memberships[name].items())
        return compare_city(publication, figure, rank, name, own, within)

    framework = publication.framework
    return Compared(
        cities=Made(notebook, shelf.published, compare),
        spreads=Made(
            notebook,
            lambda: subjects_of(framework),
            lambda subject: spread_of(framework, results.values(), subject),
        ),
    )
