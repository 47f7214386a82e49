"""A figure in another unit is converted in the hint."""

from decimal import Decimal

import pytest

from generator.checks.units import check_unit_of, plain
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.framework import Framework
from generator.model.tables import Table
from generator.problems import Problems
from generator.problems.render import load_messages, message_of
from generator.read.publication_reader import read_publication
from tests.roots import CHECKOUT


@pytest.fixture(scope="module")
def framework() -> Framework:
    publication = read_publication(CHECKOUT, Problems(), ["rana"])
    assert publication is not None
    return publication.framework


def hint(framework: Framework, value: str, unit: str, wanted: str) -> str:
    row = Observation(2, observable="made-up", value=value, unit=unit, source="book")
    table = Table(OBSERVATIONS, "observations.csv", tuple(OBSERVATIONS.attributes), (row,))
    problems = list(check_unit_of(framework, table, row, wanted, "made-up"))
    return " ".join(message_of(one, "hint", load_messages("en")) for one in problems)


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "beginning"),
    [
        ("0.0118", "mg/m³", "µg/m³", "Write 11.8 and µg/m³: 0.0118 × 1000 (Exact"),
        ("293.15", "K", "°C", "Write 20 and °C: 293.15 × 1 + -273.15 (Exact"),
        ("1000000", "m²", "km²", "Write 1 and km²: 1000000 × 0.000001 (Exact"),
        ("many", "mg/m³", "µg/m³", "Write µg/m³. If the figure"),
        ("5", "%", "µg/m³", "Write µg/m³. If the figure"),
    ],
)
def test_the_hint_holds_the_converted_figure(
    framework: Framework, value: str, unit: str, wanted: str, beginning: str
) -> None:
    assert hint(framework, value, unit, wanted).startswith(beginning)


def test_a_unit_that_is_wanted_is_no_matter_of_this_rule(framework: Framework) -> None:
    assert hint(framework, "5", "%", "%") == ""


def test_instead_of_an_unknown_unit_the_wanted_one_is_named(framework: Framework) -> None:
    assert hint(framework, "5", "furlong", "%").startswith("Write %")


def test_a_number_is_written_without_exponent_and_without_idle_zeros() -> None:
    numbers = (Decimal("1E+3"), Decimal("1.500"), Decimal("1000.0"), Decimal("0.000001"))
    assert [plain(number) for number in numbers] == ["1000", "1.5", "1000", "0.000001"]
