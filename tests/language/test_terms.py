"""The glossary: found where a translation says a term otherwise, and kept by what ships."""

from pathlib import Path

import pytest

from generator.language.ledger import Entry, State, ledger
from generator.language.term_use import departures, text_of
from generator.model.glossary_records import Term
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_content
from tests.roots import CHECKOUT

TREND = Term(
    names={"en": "trend", "fr": "tendance"},
    definition="The way of a series.",
    exceptions=({"text": "labels#odd", "language": "fr", "reason": "A name."},),
)
PEER = Term(names={"en": "peer group", "fr": "groupe de comparaison"}, definition="Cities.",
            forms={"fr": ("groupe de comparaison", "pair")})  # fmt: skip
FREE = Term(names={"en": "mean", "fr": "moyenne"}, definition="A sum.", free="A verb.")
TERMS = {"trend": TREND, "peer": PEER, "mean": FREE}


def entry(english: str, own: str, name: str = "key", state: State = State.DONE) -> Entry:
    return Entry("labels", name, english, own, state)


def found(one: Entry, code: str = "fr") -> list[str]:
    return [departure.term for departure in departures(TERMS, code, [one])]


@pytest.mark.parametrize(
    ("english", "own", "missed"),
    [
        ("Trend", "Tendance", []),
        ("Trends of cities", "Évolution des villes", ["trend"]),
        ("Trendy", "À la mode", []),
        ("The {trend} of it", "Son {trend}", []),
        ("See trend.csv and `trend`", "Voir le fichier", []),
        ("Peer-groups", "Les groupes de comparaison", []),
        ("A peer group", "Ses pairs", []),
        ("A peer group", "Un groupe", ["peer"]),
        ("trend or not", "« trend » ou non", []),
        ("one: a trend\nother: trends", "one: une ten\u00addance\nother: des tendances", []),
        ("They mean it", "C’est voulu", []),
        ("A trend.\n\nNo more.", "Une évolution.\n\nPlus de tendance.", ["trend"]),
        ("A trend.\n\nNo more.", "Une tendance et rien.", []),
    ],
)
def test_a_text_has_one_of_the_forms_of_each_term(
    english: str, own: str, missed: list[str]
) -> None:
    assert found(entry(english, own)) == missed


def test_exceptions_and_what_is_not_translated_are_passed_over() -> None:
    assert found(entry("Trend", "Évolution", "odd")) == []
    assert found(entry("Trend", "", state=State.MISSING)) == []
    assert found(entry("Trend", "Évolution", state=State.STALE)) == []
    assert found(entry("Trend", "Тенденция"), "ru") == []


@pytest.fixture(scope="module")
def shipped() -> Publication:
    content = read_content(Path(CHECKOUT), Problems())
    assert content is not None
    return content


def test_every_translation_that_ships_says_the_terms_as_the_glossary(shipped: Publication) -> None:
    for code in ("fr", "ru"):
        told = departures(shipped.glossary, code, ledger(shipped, code))
        assert [f"{one.term}: {text_of(one.entry)}" for one in told] == []


def test_every_exception_is_needed(shipped: Publication) -> None:
    bare = {
        name: term.model_copy(update={"exceptions": ()}) for name, term in shipped.glossary.items()
    }
    for code in ("fr", "ru"):
        told = {
            (one.term, text_of(one.entry)) for one in departures(bare, code, ledger(shipped, code))
        }
        excepted = {
            (name, one.text)
            for name, term in shipped.glossary.items()
            for one in term.exceptions
            if one.language == code
        }
        assert excepted == told


def test_every_term_has_a_name_in_the_languages_that_ship(shipped: Publication) -> None:
    for name, term in shipped.glossary.items():
        assert {*term.names} == {"en", "fr", "ru"}, name
