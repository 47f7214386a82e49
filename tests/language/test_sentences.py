"""Each label, filled for every city, country and count, obeys the rules of its language."""

import re
from decimal import Decimal

import pytest

from generator.language.typography import spaced

from .filled_labels import COUNTS, Filled, filled, forms_of_places, spoken
from .sentence_rules import faults, form_of, misjoined

LANGUAGES = ("en", "fr", "ru")
COUNTED = re.compile(r"\{n\} (?:\w+ )?[a-z]+s\b")
"""A count before a word in the plural."""
NEVER_ONE = frozenset({
    "advice.for-state", "bar.peers", "chart.wheel.alt-rated", "doubts.all", "home.of-indicators",
    "imprint.cover", "key.on-record", "print.ends.on-record", "search-more", "series.moved",
    "spread",
})  # fmt: skip
"""Labels of the indicators of the framework, or of as many cities as may be told of together."""


def judged(code: str, one: Filled) -> list[str]:
    english = spoken("en").labels[one.key]
    texts = [english] if isinstance(english, str) else list(english.values())
    is_sentence = all(text[:1].isupper() and text.endswith(".") for text in texts)
    found = [*faults(code, one.text, is_sentence=is_sentence)]
    if one.count == 1.5 and code != "en" and "1.5" in one.text:
        found.append("a point divides the decimals")
    found += misjoined(spoken(code), forms_of_places(code), one.text)
    return [f"{one.key}: {fault}: {one.text}" for fault in found]


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_filled_for_every_city_and_count(code: str) -> None:
    found = {fault.partition(": ")[0]: fault for one in filled(code) for fault in judged(code, one)}
    assert list(found.values()) == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("count", COUNTS)
def test_the_form_of_a_count_is_the_one_of_cldr(code: str, count: float) -> None:
    language = spoken(code)
    wanted = form_of(code, Decimal(repr(count)))
    for key, label in language.labels.items():
        if not isinstance(label, str):
            marked = {form: f"{form}" for form in label}
            told = type(language)(code, {key: marked}).label(key, n=count)
            assert told == (wanted if wanted in label else "other"), key


def test_what_is_counted_has_a_form_for_one() -> None:
    labels = spoken("en").labels.items()
    plain = {key for key, text in labels if isinstance(text, str) and COUNTED.search(text)}
    assert plain - NEVER_ONE == set()


def test_the_rules_find_what_is_wrong() -> None:
    assert list(faults("en", "It has {n} figures.")) == ["a placeholder is left"]
    assert list(faults("en", "It  has.")) == ["a space too many"]
    assert list(faults("en", "It has..")) == ["two marks"]
    assert list(faults("fr", "Source: Oslo")) == ["no space before a mark"]
    assert list(faults("fr", "Source : Oslo")) == ["a line may end before a mark"]
    assert list(faults("fr", spaced("Source : Oslo, 40 %", "fr"))) == []
    assert list(faults("ru", "город with a plan")) == ["English"]
    assert list(faults("en", "it has one", is_sentence=True)) == [
        "a small letter begins it", "no stop ends it",
    ]  # fmt: skip
    french, russian = (forms_of_places(code) for code in ("fr", "ru"))
    assert list(misjoined(spoken("fr"), french, "le plan de Oslo")) == ["de Oslo"]
    assert list(misjoined(spoken("fr"), french, "le plan d’Oslo, à Oslo")) == []
    assert list(misjoined(spoken("fr"), french, "en Norvège, de Norvège, à Norvège")) == [
        "à Norvège"
    ]
    assert list(misjoined(spoken("ru"), russian, "в Норвегия")) == ["в Норвегия"]
