"""A publication assessed as a build assesses it, without charts and PDFs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from generator.assessment.advice.practice_matching import Surroundings, collect_practices
from generator.assessment.advice.told_by_cities import Told, told_of
from generator.frozen import dataclass
from generator.language.ledger import further_languages, ledger
from generator.language.translated import (
    alike_in,
    city_in,
    content_in,
    language_of,
    teller,
    translations_of,
)
from generator.making.checking import check
from generator.model.embargo import Embargo
from generator.model.publication import City, Publication
from generator.summary.city_knowledge import know_city
from generator.summary.city_parts import CityKnowledge
from generator.summary.known_in_language import in_language
from generator.summary.part_files import PartFile
from generator.summary.reads import Notebook
from generator.summary.shelf import Shelf
from generator.summary.site_on_demand import site_on_demand
from generator.views.site import Site


@dataclass(frozen=True)
class WholeShelf(Shelf):
    """A shelf on which all cities stand whole, with all that is known of them."""

    whole: Mapping[str, City]
    knowledge: Mapping[str, CityKnowledge]

    @cached_property
    def told(self) -> Mapping[str, Told]:
        return told_by(self.content)

    def twins_of(self, name: str) -> tuple[str, ...]:
        return self.nearest_to(name)

    def peers_by_rule(self, name: str) -> tuple[str, ...]:
        return self.chosen_by_rule(name)

    def alike(self, name: str) -> Iterator[str]:
        return iter(self.most_alike(name))

    def city(self, name: str) -> City:
        return self.whole[name]

    def known(self, name: str) -> CityKnowledge:
        return self.knowledge[name]


def read_site(root: Path) -> Site:
    """Return what the pages and publications of a root without errors are made from."""
    checked = check(root)
    assert checked.errors == 0, checked.problems
    assert checked.publication is not None
    return site_of(checked.publication, root)


def site_of(publication: Publication, root: Path, code: str = "en") -> Site:
    """Return the site of a publication in a language."""
    shelf = shelf_of(publication, root)
    return site_on_demand(shelf, language_of(publication, code))


def site_in(publication: Publication, root: Path, code: str) -> Site:
    """Return the site of a publication with its records told in a language, as a build has it."""
    content = content_in(publication, code)
    alike, english = alike_in(content, code), publication.cities
    cities = {name: city_in(city, code, alike) for name, city in english.items()}
    told = translations_of(content, code)
    knowledge = {
        name: in_language(known, content.framework, teller(english[name], code, told))
        for name, known in knowledge_of(publication).items()
    }
    shelf = shelf_of(replace(content, cities=cities), root, knowledge)
    ledgers = {other: tuple(ledger(publication, other)) for other in further_languages(publication)}
    return site_on_demand(shelf, language_of(publication, code), ledgers=ledgers)


def shelf_of(
    publication: Publication, root: Path, knowledge: Mapping[str, CityKnowledge] | None = None
) -> WholeShelf:
    """Return the shelf on which a publication stands whole; what is known of it, if not given."""

    def no_parts(name: str) -> PartFile:
        return PartFile(root / name)

    return WholeShelf(
        root,
        publication,
        tuple(publication.cities),
        no_parts,
        no_parts,
        no_parts,
        no_parts,
        Notebook(),
        Embargo(),
        publication.cities,
        knowledge_of(publication) if knowledge is None else knowledge,
    )


def knowledge_of(publication: Publication) -> dict[str, CityKnowledge]:
    """Return all that is known of each city."""
    framework, told = publication.framework, told_by(publication)
    practices = collect_practices(publication, told)
    known = {}
    for name, city in publication.cities.items():
        around = Surroundings(framework, name, practices, told)
        known[name] = know_city(publication, city, around.evidence)
    return known


def told_by(publication: Publication) -> dict[str, Told]:
    """Return what each city tells before it is assessed."""
    return {name: told_of(publication.framework, city) for name, city in publication.cities.items()}
