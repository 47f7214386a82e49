"""The country that is meant: by real names and codes, never by nearness of two letters."""

from functools import cache
from pathlib import Path
from string import ascii_uppercase

import pytest

from generator.model.country_names import CountryMeant, country_meant
from generator.model.framework_tables import COUNTRIES, Country
from generator.model.tables import Table
from generator.model.usage_tables import COUNTRY_ALIASES, CountryAlias
from generator.problems import Problems
from generator.read.csv_tables import read_table

ROOT = Path(__file__).resolve().parents[2]


@cache
def shipped() -> tuple[Table[Country], Table[CountryAlias]]:
    folder = ROOT / "content" / "framework"
    return (
        read_table(folder / "countries.csv", ROOT, COUNTRIES, Problems()),
        read_table(folder / "country-aliases.csv", ROOT, COUNTRY_ALIASES, Problems()),
    )


def meant(text: str) -> CountryMeant:
    return country_meant(text, *shipped())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"), ("EL", "GR"), ("ARM", "AM"), ("KAZ", "KZ"), ("Great Britain", "GB"),
        ("Russia", "RU"), ("Turkey", "TR"), ("South Korea", "KR"), ("Россия", "RU"),
        ("Arménie", "AM"), ("Казахстан", "KZ"), ("Кыргызстан", "KG"), ("ARMENIA", "AM"),
        ("The Netherlands", "NL"), ("Bolivia", "BO"), ("Cote d’Ivoire", "CI"),
        ("Deutschland", "DE"), ("КАЗАХСТАН", "KZ"), ("Îles Cook", "CK"),
        ("Niger", "NE"), ("Nigeria", "NG"),
    ],
)  # fmt: skip
def test_names_and_codes_that_people_use(text: str, code: str) -> None:
    assert meant(text) == CountryMeant(code, sure=True)


@pytest.mark.parametrize(
    ("text", "code"), [("Kazakstan", "KZ"), ("Azerbaijian", "AZ"), ("gb", "GB")]
)
def test_a_misspelt_name_and_a_code_in_small_letters_are_a_question(text: str, code: str) -> None:
    assert meant(text) == CountryMeant(code, sure=False)


@pytest.mark.parametrize("text", ["", "??", "Atlantis", "Austrla", "GBR1", "Saint"])
def test_strangers_get_no_suggestion(text: str) -> None:
    found = meant(text)
    assert not found.sure
    assert found.code in ("", "AT", "AU") if text == "Austrla" else not found.code


def test_two_letters_are_a_code_an_alias_or_nothing() -> None:
    countries, aliases = shipped()
    known = {row.country for row in countries} | {row.alias for row in aliases}
    pairs = [first + second for first in ascii_uppercase for second in ascii_uppercase]
    assert [pair for pair in pairs if pair not in known and meant(pair).code] == []


def test_kosovo_has_no_code_and_the_note_of_the_united_nations() -> None:
    for text in ("XK", "Kosovo"):
        assert meant(text).code == ""
        assert "Security Council resolution 1244 (1999)" in meant(text).note


def test_all_countries_of_the_standard_have_names_in_three_languages() -> None:
    countries, _ = shipped()
    assert len({row.country for row in countries}) == len({row.iso3 for row in countries}) == 249
    assert not [row.country for row in countries if not (row.name_fr and row.name_ru)]
    assert meant("Vereinigtes Königreich").code == ""
