"""Names of cities and countries stand in the form that a sentence asks for."""

import pytest

from generator.language import LabelMissing, Language
from generator.language.foreign import foreign

LABELS = {
    "name.in": "à {name}",
    "name.of": "de {name}",
    "name.of-vowel": "d’{name}",
    "stands": "Il se trouve {city:in}.",
    "figure": "Chiffre {city:of}",
    "bare": "{city} : {n}",
    "odd": "{city:beyond}",
}
NORWAY = {"in": "en Norvège", "of": "de Norvège"}
FRENCH = Language("fr", LABELS, {"Norvège": NORWAY.get})


@pytest.mark.parametrize(
    ("label", "city", "said"),
    [
        ("stands", "Bergen", "Il se trouve à Bergen."),
        ("stands", "Norvège", "Il se trouve en Norvège."),
        ("figure", "Oslo", "Chiffre d’Oslo"),
        ("figure", "Ålesund", "Chiffre d’Ålesund"),
        ("figure", "Bergen", "Chiffre de Bergen"),
        ("figure", "Norvège", "Chiffre de Norvège"),
        ("figure", foreign("Norvège"), "Chiffre de Norvège"),
    ],
)
def test_a_name_has_its_form_or_follows_the_rule(label: str, city: str, said: str) -> None:
    assert FRENCH.label(label, city=city) == said


def test_a_name_without_a_form_stands_as_in_a_list() -> None:
    assert FRENCH.label("bare", city="Norvège", n=5) == "Norvège : 5"


def test_a_form_that_no_rule_makes_is_missing() -> None:
    with pytest.raises(LabelMissing):
        FRENCH.label("odd", city="Bergen")
