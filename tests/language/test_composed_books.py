"""Publications that are composed in French and in Russian are of that language, and set so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.language.foreign import passages
from generator.language.typography import parted
from generator.model.publication import Publication
from generator.publications import (
    Document,
    compose_compendium,
    compose_country_report,
    compose_fiche,
    compose_gap_sheet,
    compose_methodology,
    compose_publication,
    compose_reviews,
    compose_theme,
    has_report,
    scorecard_of,
)
from generator.views.site import Site
from tests.draws import drawn
from tests.language.composed_texts import OTHER, Said
from tests.language.page_faults import Judge
from tests.language.test_composed_pages import LANGUAGES, published
from tests.publications.gate import UNPRINTED, words_of
from tests.roots import CITIES, make_root
from tests.sites import site_in
from tests.world import write_world

SPOKEN = frozenset({"alternative", "title", "keywords"})
"""Fields that no page prints, and that readers hear or find."""
OF_NO_LANGUAGE = frozenset({"host", "in_state"})
UNREAD = frozenset(UNPRINTED) - SPOKEN | OF_NO_LANGUAGE


def documents_of(site: Site) -> Iterator[Document]:
    """Yield the publications of all cities, of countries, of an area, and the methodology."""
    yield compose_methodology(site)
    for city in site.cities:
        book = compose_publication(site, city, {})
        sheets = (scorecard_of(book, city.id), compose_gap_sheet(site, city))
        yield from (book, *(one for one in sheets if one is not None))
        yield from (one for _, one in compose_reviews(site, city))
        for project in site.undertakings[city.id].records:
            yield compose_fiche(site, city, project)
    for country in dict.fromkeys(city.record.country for city in site.cities):
        if has_report(site, country):
            yield compose_country_report(site, country)
    areas = site.publication.framework.children(site.publication.record.main_scheme)
    yield compose_theme(site, areas[:1])
    yield compose_compendium(site, [*site.cities[:2]], areas[:1])


def faults_of(publication: Publication, code: str, documents: Iterator[Document]) -> str:
    """Return what is wrong in publications, each fault once."""
    judge, found = Judge(publication, code, ()), dict[str, str]()
    for document in documents:
        for text in words_of(document.content, UNREAD):
            if not any(map(str.isalpha, text)):
                continue  # signs and numbers
            parts = (OTHER if spoken else parted(part, code) for part, spoken in passages(text))
            said = Said("text", "".join(parts).strip())
            for fault in judge.faults(said):
                found.setdefault(f"{fault}: {said.text}", document.file)
    return "\n".join(f"{file}: {fault}" for fault, file in found.items())


@pytest.mark.parametrize("code", LANGUAGES)
def test_publications_are_of_their_language(tmp_path: Path, code: str) -> None:
    write_world(tmp_path / "root", 2)
    publication = published(tmp_path / "root")
    site = site_in(publication, tmp_path / "root", code)
    assert faults_of(publication, code, documents_of(site)) == ""


@pytest.mark.deep
@pytest.mark.parametrize("code", drawn(LANGUAGES))
def test_publications_of_shipped_cities_are_of_their_language(tmp_path: Path, code: str) -> None:
    root = make_root(
        tmp_path / "root", *drawn(CITIES), whole_library=True, languages=("en", *LANGUAGES)
    )
    publication = published(root)
    site = site_in(publication, root, code)
    assert faults_of(publication, code, documents_of(site)) == ""
