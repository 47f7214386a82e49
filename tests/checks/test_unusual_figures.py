"""Figures that are possible and most likely wrong, in a city with one figure each: warned of."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.making.checking import check
from generator.problems import Problem, Severity
from generator.problems.render import load_messages, message_of
from tests.roots import copy_content

HEADER = "observable,period,value,unit,source\n"
FIGURES = {
    "unemployment-rate": ("5.3", "%"),
    "household-internet-access": ("89.4", "%"),
    "potable-water-supply": ("98.7", "%"),
    "ghg-emissions": ("4.2", "t CO₂e per capita"),
    "water-consumption": ("276", "litres per capita per day"),
    "physicians": ("312", "per 100 000 inhabitants"),
    "higher-education-degrees": ("38430", "per 100 000 inhabitants"),
    "gender-income-equity": ("0.84", "ratio"),
    "air-pollution.pm2-5": ("12.7", "µg/m³"),
    "electricity-consumption": ("7340", "kWh per capita per year"),
}
SINGLE = [
    ("ghg-emissions", "4200", ""),
    ("ghg-emissions", "0.0042", ""),
    ("household-internet-access", "0.894", "89.4"),
    ("unemployment-rate", "0.053", "5.3"),
    ("gender-income-equity", "84", "0.84"),
    ("unemployment-rate", "53", "5.3"),
    ("air-pollution.pm2-5", "127", "12.7"),
    ("physicians", "31.2", "312"),
    ("physicians", "3.12", ""),
    ("higher-education-degrees", "384.3", "38430"),
    ("water-consumption", "2024", "202.4"),
    ("electricity-consumption", "2024", "2024"),
    ("higher-education-degrees", "99999", "99999"),
    ("electricity-consumption", "12345", "12345"),
    ("potable-water-supply", "0", ""),
]
"""What stands for a figure, and what the message says; nothing where the figure is held back."""
SUPPORT = "population,2024,{people},inhabitants,register\narea-km2,2024,1200,km²,register\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    copy_content(tmp_path / "content")
    folder = tmp_path / "cities/sampleford"
    folder.mkdir(parents=True)
    (folder / "city.yml").write_text("name: Sampleford\ncountry: AT\nprofile_year: 2024\n")
    (folder / "sources.csv").write_text(
        "source,title,kind,publisher,year,url\nregister,Register,city-record,Sampleford,2025,\n"
    )
    write_context(folder, "190000")
    return folder


def write_context(folder: Path, people: str) -> None:
    text = "variable,period,value,unit,source\n" + SUPPORT.format(people=people)
    (folder / "context.csv").write_text(text)


def write(folder: Path, rows: Sequence[tuple[str, str, str]]) -> None:
    """Write observations: observable, year and value, in the unit of the indicator."""
    lines = [f"{name},{year},{value},{FIGURES[name][1]},register\n" for name, year, value in rows]
    (folder / "observations.csv").write_text(HEADER + "".join(lines), encoding="utf-8")


def told(folder: Path) -> list[Problem]:
    found = check(folder.parent.parent).problems
    return [one for one in found if one.place.file.startswith("cities")]


def warned(folder: Path) -> list[Problem]:
    return [one for one in told(folder) if one.severity is Severity.WARNING]


def lines_of(problems: Sequence[Problem]) -> set[int | None]:
    return {line for one in problems for line in (one.place.line, *one.lines)}


def rows_with(**other: str) -> list[tuple[str, str, str]]:
    values = {name: value for name, (value, _) in FIGURES.items()}
    return [(name, "2024", value) for name, value in (values | other).items()]


def test_right_figures_are_passed_over(city: Path) -> None:
    write(city, rows_with())
    assert told(city) == []


@pytest.mark.parametrize(("name", "value", "said"), SINGLE)
def test_a_mistaken_figure_that_stands_alone_is_told(
    city: Path, name: str, value: str, said: str
) -> None:
    write(city, rows_with(**{name: value}))
    found = told(city)
    line = 2 + list(FIGURES).index(name)
    assert [(one.place.line, one.place.field) for one in found] == [(line, "value")]
    if said:
        assert found[0].code.value == "figure-unusual"
        assert said in message_of(found[0], "message", load_messages("en"))


def test_a_value_that_stands_in_many_rows_is_warned_of(city: Path) -> None:
    names = ("unemployment-rate", "air-pollution.pm2-5", "ghg-emissions", "physicians")
    write(city, rows_with(**dict.fromkeys(names, "12.4")))
    assert lines_of(told(city)) == {2 + list(FIGURES).index(name) for name in names}


def test_a_short_series_of_one_value_or_of_two_units_is_warned_of(city: Path) -> None:
    years = ("2021", "2022", "2023")
    write(city, [("unemployment-rate", year, "5.31") for year in years])
    assert [(one.code.value, one.values["test"]) for one in warned(city)] == [
        ("figure-unusual", "still")
    ]
    write(city, [("water-consumption", "2022", "60.1"), ("water-consumption", "2023", "870")])
    assert {one.values["test"] for one in warned(city)} == {"few"}


def test_zeros_everywhere_are_warned_of(city: Path) -> None:
    write(city, [(name, "2024", "0") for name in FIGURES])
    assert lines_of(told(city)) == set(range(2, 2 + len(FIGURES)))


def test_a_population_in_thousands_is_at_odds_with_the_area(city: Path) -> None:
    write(city, rows_with())
    write_context(city, "1900")
    assert {one.code.value for one in warned(city)} == {"context-implausible"}


def test_a_waiver_says_that_an_unusual_figure_is_right(city: Path) -> None:
    write(city, rows_with(**{"ghg-emissions": "42"}))
    key = warned(city)[0].key
    (city / "waivers.csv").write_text(
        "code,table,key,reason,author,until\n"
        f"figure-unusual,observations.csv,{key},The source says so.,Editors,2027-01-01\n"
    )
    assert warned(city) == []


def test_one_warning_names_the_lines_of_all_context_figures_at_odds(city: Path) -> None:
    write(city, [])
    with (city / "context.csv").open("a", encoding="utf-8") as file:
        file.write("density,2024,1583,inhabitants/km²,register\n")
    found = [
        one
        for one in check(city.parents[1]).problems
        if "density" in one.values.get("relation", "")
    ]
    assert [(one.place.line, one.lines) for one in found] == [(4, (2, 3))]
