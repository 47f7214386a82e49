"""A publication as readers would meet it, each city assessed when it is asked for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType

from generator.assessment.advice.practice_matching import Surroundings
from generator.assessment.advice.told_by_cities import Told, told_of
from generator.frozen import dataclass
from generator.language import Language
from generator.language.foreign import ENGLISH
from generator.language.translated import alike_in, city_in, content_in
from generator.model.embargo import city_told, content_told, embargo_of
from generator.model.publication import City, Publication
from generator.pages import Page, compose_city, compose_page, targets_across, targets_of_city
from generator.pages.addresses import folder_of
from generator.summary.city_knowledge import know_city
from generator.summary.city_parts import CityKnowledge
from generator.summary.part_files import PartFile
from generator.summary.reads import Notebook
from generator.summary.shelf import Shelf
from generator.summary.site_on_demand import site_on_demand
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True)
class WholeShelf(Shelf):
    """A shelf of cities that were read whole; `taken_over`: what is known of some of them."""

    whole: Mapping[str, City]
    taken_over: Mapping[str, CityKnowledge]

    def city(self, name: str) -> City:
        return self.whole[name]

    def known(self, name: str) -> CityKnowledge:
        if name not in self._assessed:
            self._assessed[name] = self.taken_over.get(name) or self._assess(name)
        return self._assessed[name]

    @cached_property
    def _assessed(self) -> dict[str, CityKnowledge]:
        return {}

    @cached_property
    def told(self) -> Mapping[str, Told]:
        framework = self.content.framework
        return {name: told_of(framework, city) for name, city in self.whole.items()}

    def twins_of(self, name: str) -> tuple[str, ...]:
        return self.nearest_to(name)

    def alike(self, name: str) -> Iterator[str]:
        return iter(self.most_alike(name))

    def peers_by_rule(self, name: str) -> tuple[str, ...]:
        return self.chosen_by_rule(name)

    def _assess(self, name: str) -> CityKnowledge:
        around = Surroundings(self.content.framework, name, self.practices, self.told)
        return know_city(self.content, self.whole[name], around.evidence)


@dataclass(frozen=True)
class ComparedSite:
    """A publication as readers would meet it: what is told, and its pages."""

    shelf: WholeShelf
    site: Site

    @property
    def cities(self) -> tuple[str, ...]:
        """The cities that readers meet, by id."""
        return self.shelf.names

    def seen_by_others(self, city: str) -> tuple[object, ...]:
        """Return all of a city on which what is told of other cities may rest."""
        place = self.shelf.city(city)
        tables = (place.partnerships.rows, place.priority_areas.rows)
        return self.shelf.known(city).result, self.shelf.told[city], place.record, tables

    def pages_of(self, city: str) -> Mapping[str, Page]:
        """Return the pages of a city that rest on its own files, by address."""
        if city not in self._composed:
            made = compose_city(self.site, self.shelf.city(city))
            self._composed[city] = {page.folder: page for page in made}
        return self._composed[city]

    @cached_property
    def _composed(self) -> dict[str, Mapping[str, Page]]:
        return {}

    def addresses(self, cities: Iterable[str]) -> dict[str, Callable[[], str]]:
        """Return the address of every page with what gives its name; of cities those named."""
        found: dict[str, Callable[[], str]] = {}
        for city in cities:
            for folder, page in self.pages_of(city).items():
                found[folder] = partial(str, page.title)
            found |= self._named(targets_of_city(city))
        return found | self._named(targets_across(self.site))

    def _named(self, targets: Iterable[Target]) -> dict[str, Callable[[], str]]:
        return {folder_of(target): partial(self._name_of, target) for target in targets}

    def _name_of(self, target: Target) -> str:
        return compose_page(self.site, target).title


def compared_site(
    root: Path,
    publication: Publication,
    language: Language,
    without: Collection[str] = (),
    taken_over: Mapping[str, CityKnowledge] = MappingProxyType({}),
) -> ComparedSite:
    """Return what readers would meet of a publication without some of its cities."""
    record, embargo = publication.record, embargo_of(publication.cities, publication.record.as_of)
    cities = {
        name: city_told(city, embargo)
        for name, city in publication.cities.items()
        if city.is_released(record.release, record.as_of) and name not in without
    }
    content = content_told(publication, embargo)
    if language.code != ENGLISH:
        alike = alike_in(content, language.code)
        cities = {name: city_in(city, language.code, alike) for name, city in cities.items()}
        content = content_in(content, language.code)
    shelf = WholeShelf(
        root, content, tuple(cities), _no_parts, _no_parts, _no_parts, _no_parts, Notebook(),
        embargo, cities, taken_over,
    )  # fmt: skip
    return ComparedSite(shelf, site_on_demand(shelf, language))


def _no_parts(city: str) -> PartFile:
    """Nothing is kept of what was read whole."""
    raise KeyError(city)
