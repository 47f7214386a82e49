"""Coordinates outside the box about a country, which may cross 180°."""

import csv
from pathlib import Path

import pytest

from generator.checks.coordinates import is_between
from generator.making.checking import check

CITY = "cities/rana/city.yml"


@pytest.mark.parametrize(
    ("degrees", "low", "high", "inside"),
    [
        (14.1, -10, 35, True),
        (-10, -10, 35, True),
        (35.1, -10, 35, False),
        (-14.1, -10, 35, False),
        (178.4, 165, -170, True),
        (-175, 165, -170, True),
        (165, 165, -170, True),
        (0, 165, -170, False),
        (-169.9, 165, -170, False),
    ],
)
def test_degrees_between_two_edges(degrees: float, low: float, high: float, inside: bool) -> None:
    assert is_between(degrees, low, high) is inside


def test_a_sign_too_much_is_named_at_its_place(root: Path) -> None:
    path = root / CITY
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(at for at, line in enumerate(lines) if line.startswith("latitude: "))
    lines[number] = lines[number].replace("latitude: ", "latitude: -")
    path.write_text("\n".join(lines), encoding="utf-8")
    found = [p for p in check(root).problems if p.place.file == CITY]
    assert [(p.code.value, p.place.line, p.place.column) for p in found] == [
        ("coordinate-outside", number + 1, 11)
    ]


FAR_TOWNS = {
    "UA": (44.6, 33.5), "RU": (66.1, -169.8), "NZ": (-36.8, 174.8), "US": (21.3, -157.9),
    "CY": (35.6, 34.4), "FR": (4.9, -52.3), "NO": (78.2, 15.6), "PT": (37.7, -25.7),
}  # fmt: skip
"""Towns far from the middle of their country."""


@pytest.mark.parametrize("country", FAR_TOWNS)
def test_far_towns_lie_in_the_box_of_their_country(country: str, checkout: Path) -> None:
    file = checkout / "content/framework/countries.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        row = next(one for one in csv.DictReader(rows) if one["country"] == country)
    latitude, longitude = FAR_TOWNS[country]
    assert is_between(latitude, float(row["south"]), float(row["north"]))
    assert is_between(longitude, float(row["west"]), float(row["east"]))
