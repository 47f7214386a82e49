"""Pages that are composed in French and in Russian are of that language, and set as it is set."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from markdown import Markdown

from generator.making.checking import check
from generator.model.publication import Publication
from generator.pages import compose_city, compose_pages, targets_across
from generator.pages.page import Page
from generator.views.site import Site
from tests.draws import drawn
from tests.language.composed_texts import Said, passages_of, texts_of
from tests.language.page_faults import Judge
from tests.language.sentence_rules import SPACES
from tests.roots import CITIES, in_languages, make_root
from tests.sites import site_in
from tests.world import write_world
from tests.written import bodies, every_page

LANGUAGES = ("fr", "ru")
OF_EDITORS = "editors"
"""Pages that print the words of files, which are English in every language."""
MARKS = ["toc", "tables", "fenced_code", "generator.markdown_blocks"]


def published(root: Path) -> Publication:
    in_languages(root / "content", "en", *LANGUAGES)
    publication = check(root).publication
    assert publication is not None
    return publication


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> tuple[Publication, Path]:
    """Return a fictitious publication of two cities."""
    root = tmp_path_factory.mktemp("few") / "root"
    write_world(root, 2)
    return published(root), root


def one_of_each(site: Site) -> Iterator[Page]:
    """Yield the pages of the first city, and one of each kind of the others."""
    yield from compose_city(site, site.cities[0])
    kinds: set[str] = set()
    for target in targets_across(site):
        kind = target.partition(":")[0]
        if kind == "page" or kind not in kinds:
            kinds.add(kind)
            yield from compose_pages(site, target)


def faults_of(publication: Publication, code: str, pages: dict[str, str]) -> list[str]:
    """Return what is wrong on pages, each fault once."""
    reader = Markdown(extensions=MARKS)
    whole = {folder: reader.reset().convert(body) for folder, body in pages.items()}
    shown = [(folder, page) for folder, page in whole.items() if page.strip()]
    judge = Judge(publication, code, {one for _, page in shown for one in passages_of(page, code)})
    judged = cache(lambda said: tuple(judge.faults(said)))
    found = {
        f"{fault}: {said.text}": f"{folder}, {said.place}"
        for folder, page in shown
        for said in texts_of(page, code)
        for fault in judged(said)
        if not (fault.startswith("English") and folder.startswith(OF_EDITORS))
    }
    return [f"{place}: {fault}" for fault, place in found.items()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_of_each_kind_is_of_its_language(few: tuple[Publication, Path], code: str) -> None:
    publication, root = few
    site = site_in(publication, root, code)
    pages = bodies(site, one_of_each(site))
    assert len(pages) > 50
    assert "\n".join(faults_of(publication, code, pages)) == ""


@pytest.mark.deep
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_of_shipped_cities_is_of_its_language(tmp_path: Path, code: str) -> None:
    root = make_root(
        tmp_path / "root", *drawn(CITIES), whole_library=True, languages=("en", *LANGUAGES)
    )
    publication = published(root)
    site = site_in(publication, root, code)
    assert "\n".join(faults_of(publication, code, bodies(site, every_page(site)))) == ""


@pytest.mark.deep
@pytest.mark.parametrize("code", drawn(LANGUAGES))
def test_every_page_of_fictitious_cities_is_of_its_language(tmp_path: Path, code: str) -> None:
    write_world(tmp_path / "root", 4)
    publication = published(tmp_path / "root")
    site = site_in(publication, tmp_path / "root", code)
    assert "\n".join(faults_of(publication, code, bodies(site, every_page(site)))) == ""


@pytest.mark.parametrize(
    ("code", "text", "fault"),
    [
        ("fr", "Le plan de les villes.", "an article is not joined"),
        ("fr", "Le plan de Oslo et de avril.", "a vowel is not elided"),
        ("fr", "Un mot « tout ouvert~».", "a line may end in guillemets"),
        ("fr", "Un mot :", "a line may end before a mark"),
        ("fr", "Une phrase. une autre", "a small letter begins a sentence"),
        ("fr", "Le water supply des villes", "English: water, supply"),
        ("fr", "Il faut le faire.", ""),
        ("ru", "Город “Осло”", "a foreign quotation mark"),
        ("ru", "Доля 5 %", "a line may end before per cent"),
        ("ru", "Гoрод", "two scripts in a word"),
        ("ru", "Город Supply", "English: Supply"),
        ("ru", "Доля 5~%, ISO 37120", ""),
        ("ru", "Собрать 100~млрд. долл. США в~год", ""),
        ("ru", "Первая фраза. вторая", "a small letter begins a sentence"),
    ],
)
def test_the_rules_find_what_is_wrong(
    few: tuple[Publication, Path], code: str, text: str, fault: str
) -> None:
    told = text.replace("~", SPACES[1])
    assert [*Judge(few[0], code, ()).faults(Said("p", told))] == ([fault] if fault else [])


def test_the_texts_of_a_page_are_those_of_its_language() -> None:
    page = (
        '<p>Un <b>mot</b> de <span lang="en">water</span>, <code>file</code>.'
        '<span class="reason">À part.</span></p><img alt="Vu" lang="en">'
        '<select><option value="near">Proche (near)</option></select>'
    )
    said = [one.text for one in texts_of(page, "fr")]
    assert said == ["Un mot de ￼, ￼.", "À part.", "Proche (￼)"]
    assert "water" in [*passages_of(page, "fr")]
