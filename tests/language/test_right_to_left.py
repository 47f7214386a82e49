"""A language written from right to left: what stands in its sentences keeps its own direction."""

import pytest

from generator.language import FIRST_STRONG, POP, Language

LABELS = {"name": "{city} ب", "of": "{n} ب", "name.in": "في {name}", "there": "{city:in} ب"}
ARABIC = Language("ar", LABELS)
LISTED = {"list.comma": "{left}، {right}", "list.semicolon": "{left}؛ {right}"}


def test_a_name_in_another_script_keeps_its_direction_in_a_sentence() -> None:
    assert ARABIC.label("name", city="Oslo") == f"{FIRST_STRONG}Oslo{POP} ب"
    assert ARABIC.label("name", city="الرياض") == "الرياض ب"
    assert ARABIC.label("of", n=12) == "12 ب"
    assert f"{FIRST_STRONG}Oslo{POP}" in ARABIC.label("there", city="Oslo")
    assert Language("en", LABELS).label("name", city="Oslo") == "Oslo ب"


def test_a_list_of_names_is_read_from_the_right() -> None:
    names = ARABIC.enumerate(["Oslo", "الرياض", "Rana"])
    assert names == f"{FIRST_STRONG}Oslo{POP} والرياض و{FIRST_STRONG}Rana{POP}"
    assert Language("en", {}).enumerate(["Oslo", "Rana"]) == "Oslo and Rana"


@pytest.mark.parametrize(
    ("code", "listed"),
    [
        ("fa", "الف،\u200f ب، و ج"),
        ("ur", "الف، ب، اور ج"),
        ("ar", "الف وب وج"),
    ],
)
def test_a_list_has_the_comma_of_its_letters(code: str, listed: str) -> None:
    """By CLDR in sentences, by the labels between the parts of a line; never the Latin comma."""
    language = Language(code, LISTED)
    assert language.enumerate(("الف", "ب", "ج")) == listed
    assert language.by_commas(("الف", "", "ب")) == "الف، ب"
    assert language.by_commas(("Oslo", "الف")) == f"{FIRST_STRONG}Oslo{POP}، الف"
    assert language.by_semicolons(("الف", "ب")) == "الف؛ ب"
    assert language.enumerate(("الف و ب", "ج و د")) in {"الف و ب؛ ج و د", "الف و ب اور ج و د"}


def test_a_sign_stays_before_its_number() -> None:
    """By CLDR a mark that is not seen stands before the sign."""
    assert ARABIC.number(-4.5) == "\u200e−4.5"
    assert ARABIC.signed(4.5, 1) == "\u200e+4.5"
    assert Language("ru", {}).number(-4.5) == "−4,5"
    assert Language("en", {}).signed(4.5, 1) == "+4.5"


def test_an_arrow_points_to_where_the_language_goes() -> None:
    assert (ARABIC.onward, ARABIC.direction) == ("←", "rtl")
    assert (Language("fr", {}).onward, Language("fr", {}).direction) == ("→", "ltr")
