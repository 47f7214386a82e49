"""Where everything is read: the content, files of cities, parts of what is known of them.

Each thing is read once, and noted by whoever asks for it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, fields, replace
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from sys import intern
from typing import Any, TypeVar

from generator.assessment.advice.practice_matching import KnownPractice, collect_practices
from generator.assessment.advice.told_by_cities import Told
from generator.assessment.comparison.nearest_in_context import (
    most_alike,
    nearest_cities,
    orders_of,
)
from generator.assessment.comparison.peer_groups import chosen_by_rule
from generator.assessment.comparison.twin_matching import Value
from generator.frozen import dataclass
from generator.language.translated import Translations, alike_in, city_in, teller
from generator.model.embargo import Embargo, city_told
from generator.model.on_demand import OnDemand
from generator.model.publication import City, Publication
from generator.summary.city_folder import city_on_demand
from generator.summary.city_parts import (
    FIELD_BY_FIELD,
    CityKnowledge,
    forms_of,
    knowledge_of,
    told_from,
)
from generator.summary.known_in_language import told_under
from generator.summary.noted_records import NotedForms, Origin, Part
from generator.summary.part_files import PartFile
from generator.summary.plain_data import Forms
from generator.summary.reads import Notebook, Once, Read

T = TypeVar("T")
CITIES = ("", "cities")
"""The reading of which cities are published."""
PART = "part:"
"""What stands before the name of a part in a reading, to tell it from a file."""
TWINS = "twins"
"""The part of the nearest that says with which cities one is compared for twinning."""
MEMBERS = "members"
"""The part that says which cities the rule of a city for its peers chooses."""
ALIKE = "alike/"
"""Before a place among the cities most alike one: the part that says which stands there."""


@dataclass(frozen=True)
class Shelf:
    """Where everything is read: the content, the names of the cities published, their parts.

    `tellings` are the parts of what cities tell before they are assessed, `nearest` which cities
    are alike each, which rests on these of all cities, `ruled` which peers the rule of each
    chooses, which rests on the parts of all. `embargo`: what the files of cities may not name.
    `code`: the language that cities are told in; "" for that of their files.
    """

    root: Path
    content: Publication
    names: tuple[str, ...]
    parts: Callable[[str], PartFile]
    tellings: Callable[[str], PartFile]
    nearest: Callable[[str], PartFile]
    ruled: Callable[[str], PartFile]
    notebook: Notebook
    embargo: Embargo
    code: str = field(default="", kw_only=True)

    @cached_property
    def forms(self) -> Forms:
        return forms_of(self.content.framework, self._tell if self.code else None)

    @cached_property
    def noted(self) -> NotedForms:
        return NotedForms(self.forms, FIELD_BY_FIELD)

    def _tell(self, text: str) -> str:
        """Return a text of the city whose parts are read, in the language of the shelf."""
        return self._tellers[-1](text)

    @cached_property
    def _tellers(self) -> list[Callable[[str], str]]:
        return []

    def published(self) -> tuple[str, ...]:
        """Return the names of the cities, by id."""
        self.notebook.note(CITIES)
        return self.names

    @cached_property
    def publication(self) -> Publication:
        """The content with its cities."""
        return replace(self.content, cities=OnDemand(self.published, self.city))

    @cached_property
    def _alike(self) -> Translations:
        """What the language has for all cities."""
        return alike_in(self.content, self.code)

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
            city = city_told(city_on_demand(folder, self.root, note), self.embargo)
            self._cities[name] = city_in(city, self.code, self._alike) if self.code else city
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
            self._knowledge[name] = knowledge_of(self.content.framework, city, read)
        return self._knowledge[name]

    def part(self, city: str, name: str) -> Any:
        """Return the data of a part of a city; KeyError if there is none."""
        self.notebook.note((city, PART + name))
        return json.loads(self._file(city).text(name))

    @cached_property
    def told(self) -> Mapping[str, Told]:
        """What each city tells before it is assessed."""
        known: dict[str, Told] = {}

        def tell(name: str) -> Told:
            if name not in known:
                read = partial(self._part, self.tellings(name), {}, name)
                known[name] = told_under(told_from(read), self._alike.names)
            return known[name]

        return OnDemand(self.published, tell)

    @cached_property
    def practices(self) -> Mapping[str, KnownPractice]:
        """The good practices of the library and of the cities, by id."""
        once = Once(self.notebook, lambda: collect_practices(self.content, self.told))
        return OnDemand(once, lambda name: once()[name])

    def nearest_to(self, name: str) -> tuple[str, ...]:
        """Return the cities nearest to one in context, for twinning, by id."""
        at_most = self.content.framework.policy.twinning.candidates
        return nearest_cities(self._orders(), name, at_most)

    def most_alike(self, name: str) -> tuple[str, ...]:
        """Return those of them that have enough in common with it, the most similar first."""
        nearest = self.nearest_to(name)
        return most_alike(self.content.framework, self._contexts(), name, nearest)

    @cached_property
    def _contexts(self) -> Once[Mapping[str, Mapping[str, Value]]]:
        return Once(self.notebook, lambda: {name: told.context for name, told in self.told.items()})

    @cached_property
    def _orders(self) -> Once[tuple[tuple[str, ...], ...]]:
        def order() -> tuple[tuple[str, ...], ...]:
            return orders_of(self.content.framework, self._contexts())

        return Once(self.notebook, order)

    def twins_of(self, name: str) -> tuple[str, ...]:
        """Return what `nearest_to` does, as it is kept."""
        return tuple(self._part(self.nearest(name), {}, name, TWINS, tuple[str, ...]))

    def alike(self, name: str) -> Iterator[str]:
        """Yield what `most_alike` returns, as it is kept: each place by itself."""
        for place in count():
            try:
                found: str = self._part(self.nearest(name), {}, name, f"{ALIKE}{place}", str)
            except KeyError:
                return
            yield found

    def chosen_by_rule(self, name: str) -> tuple[str, ...]:
        """Return the peers that the rule of a city chooses, by id."""
        results = OnDemand(self.published, lambda city: self.known(city).result)
        return chosen_by_rule(self.publication.cities, results, name)

    def peers_by_rule(self, name: str) -> tuple[str, ...]:
        """Return what `chosen_by_rule` does, as it is kept."""
        return tuple(self._part(self.ruled(name), {}, name, MEMBERS, tuple[str, ...]))

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
        read: dict[str, tuple[Read, Any]],
        city: str,
        name: str,
        hint: Any,
    ) -> Any:
        """Return a part as a value of a type, each field noted as it is read."""
        if name not in read:
            try:
                text = file.text(name)
            except KeyError:
                self.notebook.note((city, PART + name))
                raise
            self._lengths[0] += len(text)
            part = Part(name, self._origin(city))
            read[name] = self.noted.read(hint, json.loads(text), part)
        reading, value = read[name]
        self.notebook.note(reading)
        return value

    def _origin(self, city: str) -> Origin[Read]:
        """Return what all parts of a city have in common."""
        if city not in self._origins:
            self._origins[city] = Origin(
                lambda part, path: (city, intern(f"{PART}{part}{path}")),
                self.notebook.note,
                partial(self._told_by, city),
            )
        return self._origins[city]

    @cached_property
    def _origins(self) -> dict[str, Origin[Read]]:
        return {}

    def _told_by(self, city: str, form: Callable[[Any], Any], data: Any) -> Any:
        if not self.code:
            return form(data)
        self._tellers.append(teller(self.city(city), self.code, self._alike))
        try:
            return form(data)
        finally:
            self._tellers.pop()

    @cached_property
    def _lengths(self) -> list[int]:
        """The length of all that was read, as its only item."""
        return [0]

    @property
    def held(self) -> int:
        """How much text of parts was read, and is held as records, in characters."""
        return self._lengths[0]

    def let_go(self) -> None:
        """Let go of all that was read, at once: it refers to the shelf, as the shelf to it."""
        for name in vars(self).keys() - {one.name for one in fields(self)}:
            del vars(self)[name]


def files_only(root: Path, content: Publication, names: tuple[str, ...]) -> Shelf:
    """Return a shelf of the files of some cities as they stand, without parts of what is known."""

    def none(city: str) -> PartFile:
        raise KeyError(city)

    return Shelf(root, content, names, none, none, none, none, Notebook(), Embargo())
