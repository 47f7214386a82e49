"""Figures that were copied from another city, from another year or from the country: warned of."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.making.checking import check
from generator.problems import Problem
from generator.problems.render import load_messages, message_of
from tests.roots import copy_content

HEADER = "observable,period,value,unit,source,territory,territory_note\n"
UNITS = {
    "unemployment-rate": "%",
    "household-internet-access": "%",
    "ghg-emissions": "t CO₂e per capita",
    "water-consumption": "litres per capita per day",
    "physicians": "per 100 000 inhabitants",
    "air-pollution.pm2-5": "µg/m³",
}
COLUMN = dict(zip(UNITS, ("5.31", "82.4", "4.17", "276", "312", "12.7"), strict=True))
OTHER = dict(zip(UNITS, ("6.42", "79.6", "5.28", "263", "287", "11.4"), strict=True))
CITIES = ("almere", "breda", "delft", "gouda", "leiden")

Columns = Mapping[str, Mapping[str, str]]
"""The values of a city by year and observable."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_content(tmp_path / "content")
    return tmp_path


def write(root: Path, city: str, columns: Columns, territory: str = "") -> None:
    folder = root / "cities" / city
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "city.yml").write_text(
        f"name: {city.title()}\ncountry: NL\nprofile_year: 2024\n", encoding="utf-8"
    )
    (folder / "sources.csv").write_text(
        f"source,title,kind,publisher,year,url\nregister,Register,city-record,{city},2025,\n"
    )
    rows = [
        f"{name},{year},{value},{UNITS[name]},register,{territory},{territory and 'As published'}\n"
        for year, column in columns.items()
        for name, value in column.items()
    ]
    (folder / "observations.csv").write_text(HEADER + "".join(rows), encoding="utf-8")


def told(root: Path, cities: Sequence[str] = (), kept: bool = True) -> list[Problem]:
    found = check(root, cities, alone=bool(cities), kept=kept).problems
    return [one for one in found if one.values.get("test") in ("copied", "alike")]


def said(root: Path, kept: bool = True) -> list[tuple[str, int | None, str]]:
    messages = load_messages("en")
    return [
        (one.place.file.split("/")[1], one.place.line, message_of(one, "message", messages))
        for one in told(root, kept=kept)
    ]


@pytest.mark.parametrize("kept", [True, False])
def test_the_column_of_another_city_is_told_once(root: Path, kept: bool) -> None:
    write(root, "almere", {"2022": COLUMN})
    write(root, "breda", {"2021": OTHER, "2022": {**COLUMN, "unemployment-rate": "7.13"}})
    (found,) = said(root, kept)
    assert found == (
        "breda", 8, "the figures of 2022 are those of almere 2022, to the last digit",
    )  # fmt: skip


def test_a_whole_column_is_told_for_another_year_too(root: Path) -> None:
    write(root, "almere", {"2022": COLUMN})
    write(root, "breda", {"2023": COLUMN})
    assert [one[:2] for one in said(root)] == [("breda", 2)]


def test_the_year_before_again_is_told_in_a_check_of_the_city_alone(root: Path) -> None:
    write(root, "almere", {"2021": OTHER, "2022": OTHER, "2023": COLUMN})
    (found,) = told(root, ["almere"])
    assert (found.code, found.place.line, found.place.field) == ("figure-unusual", 8, "value")
    assert found.values["right"] == "2021"


def test_one_value_in_many_cities_is_told_in_each(root: Path) -> None:
    for number, city in enumerate(CITIES):
        own = {name: f"{float(value) + number:.4g}" for name, value in COLUMN.items()}
        write(root, city, {"2023": {**own, "physicians": "312" if number < 4 else "298"}})
    found = said(root)
    assert [one[0] for one in found] == list(CITIES[:4])
    assert found[0][2] == (
        "physicians (312) is stated for breda, delft, gouda too, to the last digit"
    )


def test_three_cities_or_two_digits_or_the_territory_stated_are_no_copies(root: Path) -> None:
    for number, city in enumerate(CITIES[:3]):
        write(root, city, {"2023": {"physicians": "312", "water-consumption": f"27{number}"}})
    assert said(root) == []
    for city in CITIES:
        write(root, city, {"2023": {"physicians": "310"}})
    assert said(root) == []
    for city in CITIES:
        write(root, city, {"2023": {"physicians": "312"}}, territory="country")
    assert said(root) == []


def test_a_waiver_says_that_the_column_is_right(root: Path) -> None:
    write(root, "almere", {"2021": OTHER, "2022": OTHER})
    (found,) = told(root)
    (root / "cities/almere/waivers.csv").write_text(
        "code,table,key,reason,author,until\n"
        f"figure-unusual,observations.csv,{found.key},The survey is held every two years.,"
        "Editors,2027-01-01\n"
    )
    assert told(root) == []


def test_a_check_of_one_city_calls_no_waiver_idle_that_all_cities_need(root: Path) -> None:
    write(root, "almere", {"2022": COLUMN})
    write(root, "breda", {"2022": COLUMN})
    (found,) = told(root)
    (root / "cities/breda/waivers.csv").write_text(
        "code,table,key,reason,author,until\n"
        f"figure-unusual,observations.csv,{found.key},One office serves both.,Editors,2027-01-01\n"
    )
    (root / "content/waivers.csv").write_text(
        "code,table,key,reason,author,until\n"
        "source-unused,framework/sources.csv,eurostat,Kept for later.,Editors,2027-01-01\n"
    )
    alone = check(root, ["breda"], alone=True).problems
    assert [one.code.value for one in alone if one.code == "waiver-idle"] == []
    whole = check(root).problems
    idle = [one.place.file for one in whole if one.code == "waiver-idle"]
    assert idle == ["content/waivers.csv"]
