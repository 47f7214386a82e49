"""Names in a sentence, as each language lists them."""

import pytest

from generator.language import Language
from generator.language.foreign import foreign

NAMES = ("Almaty", "Astana", "Shymkent")
LABELS = {"list.comma": "{left}, {right}", "list.semicolon": "{left}; {right}"}
OF_LANGUAGES = {"fr": {**LABELS, "list.semicolon": "{left}\u00a0; {right}"}}


@pytest.mark.parametrize(
    ("code", "items", "listed"),
    [
        ("en", NAMES, "Almaty, Astana and Shymkent"),
        ("en", NAMES[:2], "Almaty and Astana"),
        ("en", NAMES[:1], "Almaty"),
        ("en", ("Air", "Waste and heat", "Health"), "Air; Waste and heat; Health"),
        ("en", ("Energy and heat", "Health"), "Energy and heat; Health"),
        ("fr", NAMES, "Almaty, Astana et Shymkent"),
        ("fr", ("Transports", "énergie et eau"), "Transports\u00a0; énergie et eau"),
        ("ru", NAMES, "Almaty, Astana и Shymkent"),
        ("ru", ("Энергия и\u00a0ресурсы", "жилье"), "Энергия и\u00a0ресурсы; жилье"),
    ],
)
def test_items_are_told_apart_where_one_is_a_list_itself(
    code: str, items: tuple[str, ...], listed: str
) -> None:
    assert Language(code, OF_LANGUAGES.get(code, LABELS)).enumerate(items) == listed


def test_parts_stand_in_a_line_as_the_language_writes_them() -> None:
    parts = ("Loan", "", None, "grant")
    assert Language("en", LABELS).by_commas(parts) == "Loan, grant"
    assert Language("fr", OF_LANGUAGES["fr"]).by_semicolons(parts) == "Loan\u00a0; grant"
    arabic = Language("ar", {"list.comma": "{left}، {right}"})
    assert arabic.by_commas(("الرياض", "Oslo")) == "الرياض، \u2068Oslo\u2069"


def test_either_of_several() -> None:
    assert Language("en", {}).either(("a year", "a source", "a unit")) == (
        "a year, a source or a unit"
    )
    assert Language("en", LABELS).either(("a", "b or c", "d")) == "a; b or c; d"


PROPER = {"words.proper": "European Union; United Nations"}


@pytest.mark.parametrize(
    ("word", "inside"),
    [
        ("Loan", "loan"),
        ("À la valeur de référence", "à la valeur de référence"),
        ("Заем", "заем"),
        ("European Union", "European Union"),
        ("SDG target", "SDG target"),
        ("PM2.5", "PM2.5"),
        ("24-hour water supply", "24-hour water supply"),
        ("GDP per capita (PPP)", "GDP per capita (PPP)"),
        (foreign("Grant"), foreign("grant")),
        ("", ""),
    ],
)
def test_a_word_within_a_sentence_has_a_small_letter(word: str, inside: str) -> None:
    assert Language("en", PROPER).inside(word) == inside


def test_words_that_follow_each_other_have_one_capital() -> None:
    english = Language("en", PROPER)
    assert english.in_a_row(("Loan", "Grant", "European Union")) == [
        "Loan", "grant", "European Union",
    ]  # fmt: skip
    assert Language("de", {"words.proper": "*"}).in_a_row(("Kredit", "Zuschuss")) == [
        "Kredit", "Zuschuss",
    ]  # fmt: skip
