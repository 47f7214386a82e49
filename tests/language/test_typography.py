"""No line ends before a sign that belongs to the word before it."""

import pytest

from generator.language.typography import parted, spaced

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("code", "text", "set_"),
    [
        ("fr", "Oui : 5 % !", "Oui~: 5~%~!"),
        ("fr", "« Faible » ou non ?", "«~Faible~» ou non~?"),
        ("fr", "https://a.example: {share} %", "https://a.example: {share}~%"),
        ("ru", "Осло — город в Норвегии", "Осло~— город в~Норвегии"),
        ("ru", "На 5 % и {n} %", "На~5~% и {n}~%"),
        ("en", "Yes: 5 %", "Yes: 5 %"),
    ],
)
def test_spaces(code: str, text: str, set_: str) -> None:
    assert spaced(text, code) == set_.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("Source: <a>", "Source~: <a>"),
        ("Eau; air", "Eau~; air"),
        ("a &amp; b; 12:30", "a &amp; b~; 12:30"),
        ("Déjà&nbsp;; ici&#160;: bien", "Déjà&nbsp;; ici&#160;: bien"),
        ("Déjà~: bien", "Déjà~: bien"),
    ],
)
def test_a_colon_of_a_page_stands_apart_in_french(text: str, set_: str) -> None:
    text, set_ = text.replace("~", NO_BREAK), set_.replace("~", NO_BREAK)
    assert parted(text, "fr") == set_
    assert parted(text, "ru") == text
