"""A unit beside a figure stands in the plural form that the figure asks for, as printed."""

from functools import cache

import pytest

from generator.language import Language
from generator.language.foreign import foreign
from generator.language.translated import content_in, language_of
from generator.language.unit_words import forms_of, unit_beside, unit_label, with_unit
from generator.model.framework import Framework
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.roots import CHECKOUT

INTERRUPTIONS = "interruptions per customer per year"


@cache
def publication() -> Publication:
    found = read_publication(CHECKOUT, Problems(), ["rana"])
    assert found is not None
    return found


@cache
def spoken(code: str) -> tuple[Framework, Language]:
    return content_in(publication(), code).framework, language_of(publication(), code)


@pytest.mark.parametrize(
    ("code", "printed", "unit", "said"),
    [
        ("en", "1", "years", "1 year"),
        ("en", "1.0", "years", "1.0 years"),
        ("en", "0", "years", "0 years"),
        ("en", "83.7", "years", "83.7 years"),
        ("en", "1", "inhabitants/km²", "1 inhabitant per km²"),
        ("en", "39,900", "inhabitants", "39,900 inhabitants"),
        ("en", "−1", "hours", "−1 hour"),
        ("en", "5 to 1", "hours", "5 to 1 hour"),
        ("fr", "0", "years", "0\u00a0an"),
        ("fr", "1,5", "years", "1,5\u00a0an"),
        ("fr", "2", "years", "2\u00a0ans"),
        ("fr", "83,7", "years", "83,7\u00a0ans"),
        ("fr", "12\u202f345", "inhabitants", "12\u202f345\u00a0habitants"),
        ("fr", "2\u202f000\u202f000", "inhabitants", "2\u202f000\u202f000\u00a0d’habitants"),
        ("ru", "0", "years", "0\u00a0лет"),
        ("ru", "1", "years", "1\u00a0год"),
        ("ru", "2", "years", "2\u00a0года"),
        ("ru", "5", "years", "5\u00a0лет"),
        ("ru", "11", "years", "11\u00a0лет"),
        ("ru", "21", "years", "21\u00a0год"),
        ("ru", "83,7", "years", "83,7\u00a0года"),
        ("ru", "20\u00a0401", "inhabitants", "20\u00a0401\u00a0житель"),
        ("ru", "≈\u00a01,5", INTERRUPTIONS,
         "≈\u00a01,5\u00a0перерыва на\u00a0потребителя в\u00a0год"),
        ("ru", "да", "yes/no", "да"),
        ("ru", "0,72", "index", "0,72"),
        ("ru", "5", "%", "5\u00a0%"),
        ("fr", "5", "%", "5\u00a0%"),
        ("en", "5", "%", "5 %"),
    ],
)  # fmt: skip
def test_a_figure_and_its_unit(code: str, printed: str, unit: str, said: str) -> None:
    assert with_unit(*spoken(code), printed, unit) == said


def test_a_unit_without_a_figure_stands_as_in_a_head() -> None:
    assert unit_beside(*spoken("ru"), "years") == unit_label(*spoken("ru"), "years") == "лет"


def test_forms_that_are_not_translated_give_way_to_the_label() -> None:
    assert forms_of(foreign("one=year; other=years")) == {}
    assert forms_of("one=year; other=years") == {"one": "year", "other": "years"}
