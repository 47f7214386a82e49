"""No line ends before a sign, a unit or a number that belongs to the word before it."""

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
        ("ru", "На 5 % и {n} %", "На~5~% и~{n}~%"),
        ("en", "Yes: 5 %, Côte d'Ivoire", "Yes: 5 %, Côte d'Ivoire"),
        ("fr", "Bus – de ≈~63 en 2011 à 95", "Bus~– de~≈~63 en~2011 à~95"),
        ("fr", "Le 1er novembre, le 2 mai : 2 sur 5", "Le 1er~novembre, le 2~mai~: 2~sur~5"),
        ("fr", "PM10 : 20 µg/m³ ; évalués : 11.", "PM10~: 20~µg/m³~; évalués~:~11."),
        ("fr", "États-Unis d'Amérique", "États-Unis d’Amérique"),
        ("ru", "Рост с ≈~63 (2011), с 2010 по 2023 год", "Рост с~≈~63 (2011), с~2010 по~2023~год"),
        ("ru", "На 1 ноября 2026 года: 2 из 5", "На~1~ноября 2026~года: 2~из~5"),
        ("ru", "PM10: 20 мкг/м³; 3 млн т; 5 трамваев", "PM10: 20~мкг/м³; 3~млн т; 5 трамваев"),
        ("fr", "Long terme · Effort moyen", "Long terme~· Effort moyen"),
        ("ru", "Политика · Высокая трудоемкость", "Политика~· Высокая трудоемкость"),
        ("en", "Policy · High effort", "Policy · High effort"),
        ("ru", "Из них оценено: 11. По «Цели»", "Из~них оценено:~11. По~«Цели»"),
        ("ru", '{"lead": "Оценено: 1."}', '{"lead": "Оценено:~1."}'),
    ],
)
def test_spaces(code: str, text: str, set_: str) -> None:
    assert spaced(text.replace("~", NO_BREAK), code) == set_.replace("~", NO_BREAK)


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


@pytest.mark.parametrize("code", ["fr", "ru"])
def test_a_dot_between_two_links_ends_its_line(code: str) -> None:
    assert parted(" · ", code) == f"{NO_BREAK}· "
