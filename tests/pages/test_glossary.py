"""The page of the glossary: in the order of the language, each term with its anchor and names."""

import pytest
from lxml import html

from generator.editing.translating import content_below
from generator.language.translated import content_in, language_of
from generator.pages import FOOTER
from generator.pages.about.glossary import compose_glossary
from generator.pages.about.methodology import compose_methodology
from generator.views.glossary import by_letter, shown_terms
from generator.views.site import Site
from tests.roots import CHECKOUT
from tests.written import body_of


@pytest.fixture(scope="module")
def sites() -> dict[str, Site]:
    """Return the site in each language that ships, without cities."""
    content = content_below(CHECKOUT)
    assert content is not None
    return {
        code: Site(content_in(content, code), {}, language_of(content, code))
        for code in ("en", "fr", "ru")
    }


def test_each_term_stands_once_with_its_names_in_the_other_languages(
    sites: dict[str, Site],
) -> None:
    for code, site in sites.items():
        page = html.fromstring(body_of(site, compose_glossary(site)))
        terms = site.publication.glossary
        assert sorted(page.xpath("//dt/@id")) == sorted(terms)
        for term in page.xpath("//dt"):
            others = {one.get("lang"): one.text for one in term.xpath("span[@class='other']")}
            assert {*others} == {"en", "fr", "ru"} - {code}
            assert all(others.values())


def test_terms_are_sorted_by_the_alphabet_of_the_language(sites: dict[str, Site]) -> None:
    firsts = {code: [group.letter for group in by_letter(site)] for code, site in sites.items()}
    assert firsts["en"] == sorted(firsts["en"]) and firsts["ru"] == sorted(firsts["ru"])
    french = [one.name for one in shown_terms(sites["fr"])]
    assert french.index("écart") < french.index("édition") < french.index("ensemble de solutions")
    assert "É" not in firsts["fr"]
    russian = {one.id: group.letter for group in by_letter(sites["ru"]) for one in group.terms}
    assert russian["smart-city"] == "У"


def test_the_search_finds_a_term_by_its_names_in_other_languages(sites: dict[str, Site]) -> None:
    entries = {one.title: one for one in compose_glossary(sites["en"]).head.entries}
    found = entries["benchmark"]
    assert found.target == "page:glossary#benchmark"
    assert "valeur de référence" in found.extra and "эталонное значение" in found.extra


def test_methodology_and_foot_lead_to_it(sites: dict[str, Site]) -> None:
    assert "glossary/index.html" in body_of(sites["fr"], compose_methodology(sites["fr"]))
    assert ("title.glossary", "glossary") in FOOTER
