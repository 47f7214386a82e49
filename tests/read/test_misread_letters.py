"""Words in letters of a wrong encoding are found, and words that only look odd are not."""

import pytest

from generator.read.misread_letters import is_misread, misread_words

RIGHT = ("Bevölkerung", "SÃO PAULO", "“SÅ”", "Âge", "Đà Nẵng", "Žižkov", "Население", "naïve – été",
         "GARÐ", "25 °C", "µg/m³", "«Ä»")  # fmt: skip


@pytest.mark.parametrize("meant", ["Bevölkerung", "Município", "Жители", "°C"])
def test_a_word_that_was_misread_is_read_back(meant: str) -> None:
    misread = meant.encode().decode("cp1252")
    text = f"population,2025,{misread}"
    assert is_misread(text)
    assert list(misread_words(text)) == [(16, misread, meant)]


def test_the_usual_ones_are_found() -> None:
    assert list(misread_words('"BevÃ¶lkerung am 1. JÃ¤nner"')) == [
        (1, "BevÃ¶lkerung", "Bevölkerung"),
        (20, "JÃ¤nner", "Jänner"),
    ]


@pytest.mark.parametrize("word", RIGHT)
def test_a_right_word_is_left_alone(word: str) -> None:
    assert list(misread_words(word)) == []
