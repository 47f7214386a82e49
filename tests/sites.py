"""A publication assessed as a build assesses it, without charts and PDFs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.assessment import assess_city
from generator.assessment.advice.guidance import guide_city
from generator.assessment.advice.practice_matching import collect_practices
from generator.assessment.comparison.peer_comparison import figures_of
from generator.assessment.comparison.twin_matching import context_of
from generator.assessment.investment.undertakings import undertakings_of
from generator.assessment.tallies import tallies_of
from generator.language import Language
from generator.making.checking import check
from generator.model.embargo import Embargo
from generator.model.publication import City, Publication
from generator.summary.city_parts import CityKnowledge
from generator.summary.part_files import PartFile
from generator.summary.reads import Notebook
from generator.summary.site_on_demand import Shelf, site_on_demand
from generator.views.site import Site


@dataclass(frozen=True)
class WholeShelf(Shelf):
    """A shelf on which all cities stand whole, with all that is known of them."""

    whole: Mapping[str, City]
    knowledge: Mapping[str, CityKnowledge]

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
    shelf = WholeShelf(
        root,
        publication,
        tuple(publication.cities),
        lambda name: PartFile(root / name),
        Notebook(),
        Embargo(),
        publication.cities,
        knowledge_of(publication),
    )
    return site_on_demand(shelf, Language(code, publication.labels[code]))


def knowledge_of(publication: Publication) -> dict[str, CityKnowledge]:
    """Return all that is known of each city."""
    framework, practices = publication.framework, collect_practices(publication)
    contexts = {name: context_of(framework, city) for name, city in publication.cities.items()}
    known = {}
    for name, city in publication.cities.items():
        result = assess_city(
            framework, city, publication.profile_year(city), publication.record.as_of
        )
        known[name] = CityKnowledge(
            result,
            guide_city(publication, city, result, practices, contexts),
            undertakings_of(publication, city, result),
            figures_of(framework, city, result),
            tallies_of(city, result, framework),
        )
    return known
